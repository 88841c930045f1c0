/** @file The number of bits that graphs are read with: fewer for more nodes. */

import { bitsOf, digitBitsOf, firstContext, isWorthMore } from '../../../src/core/exact/precision';

test.each([
  [1, [160, 320, 640, 1280, 2560, 5120]],
  [100, [160, 320, 640, 1280, 2560, 5120]],
  [101, [160, 320, 640, 1280, 2560]],
  [400, [160, 320, 640, 1280, 2560]],
  [401, [160, 320, 640, 1280]],
  [1600, [160, 320, 640, 1280]],
  [1601, [160, 320, 640]],
  [6000, [160, 320, 640]],
  [6001, [160, 320]],
  [20_000, [160, 320]],
  [20_001, [160]],
  [50_000, [160]],
  [50_001, []],
])('a graph of %d nodes is read with %j bits', (nodes, bits) => {
  expect(bitsOf(nodes)).toEqual(bits);
});

test('digits take log2(10) bits each and spare ones, then twice as many', () => {
  // 10 digits are 33.3 bits, 1000 are 3330.
  expect(digitBitsOf(1, 10)).toEqual([130, 260, 520, 1040]);
  expect(digitBitsOf(1, 1000)).toEqual([3426, 6852, 13704, 27408]);
  // A pass of 2000 nodes with 1040 bits would be 2000 * 1040^2 > 2e9 products of bits.
  expect(digitBitsOf(2000, 10)).toEqual([130, 260, 520]);
  expect(digitBitsOf(1e9, 10)).toEqual([130]);
  // 2e9 / 1040^2 = 1849.1
  expect(digitBitsOf(1849, 10)).toEqual([130, 260, 520, 1040]);
  expect(digitBitsOf(1850, 10)).toEqual([130, 260, 520]);
});

test('germs of large graphs begin with three terms', () => {
  const ofSize = (nodes: number) => {
    const { bits, terms } = firstContext(nodes);
    return [bits, terms];
  };
  expect([ofSize(1), ofSize(2000), ofSize(2001)]).toEqual([
    [160, 8],
    [160, 8],
    [160, 3],
  ]);
});

test('germs are computed if nodes times squared terms times bits are fewer than 40 million', () => {
  expect(isWorthMore(1000, { terms: 20, bits: 100 })).toBe(false);
  expect(isWorthMore(999, { terms: 20, bits: 100 })).toBe(true);
  expect(isWorthMore(1000, { terms: 19, bits: 100 })).toBe(true);
  expect(isWorthMore(1000, { terms: 20, bits: 99 })).toBe(true);
});
