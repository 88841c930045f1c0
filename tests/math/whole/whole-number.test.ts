import fc from 'fast-check';
import {
  bitLength,
  commonDivisor,
  floorDivided,
  integerSquareRoot,
  powerOfTen,
  shifted,
} from '../../../src/math/whole/whole-number';
import { holdsForAll } from '../../support/holds-for-all';

test('bitLength counts the binary digits', () => {
  for (let bits = 0, n = 0n; bits < 200; bits++, n = 2n * n + 1n) {
    expect([bitLength(n), bitLength(-n), bitLength(n + 1n)]).toEqual([bits, bits, bits + 1]);
  }
  for (const bits of [
    960, 1023, 1024, 1025, 1983, 1984, 1985, 2000, 8191, 8192, 8193, 9150, 9151,
  ]) {
    const power = 1n << BigInt(bits);
    for (const n of [power - 1n, power - (power >> 3n), power, power + (power >> 1n)])
      expect([bits, bitLength(n), bitLength(-n)]).toEqual([
        bits,
        n < power ? bits : bits + 1,
        bitLength(n),
      ]);
  }
});

test('floorDivided and shifted round down, below zero too', () => {
  expect([floorDivided(7n, 2n), floorDivided(-7n, 2n), floorDivided(-8n, 2n)]).toEqual([
    3n,
    -4n,
    -4n,
  ]);
  expect([shifted(7n, -1), shifted(-7n, -1), shifted(-7n, 2)]).toEqual([3n, -4n, -28n]);
});

test('integerSquareRoot is the whole part of the root', () => {
  const isRoot = (root: bigint, n: bigint): boolean =>
    root * root <= n && (root + 1n) * (root + 1n) > n;
  for (let n = 0n; n < 30n; n++) expect(isRoot(integerSquareRoot(n), n)).toBe(true);
  holdsForAll(
    fc.property(fc.nat(2500), fc.bigInt({ min: 1n, max: 1n << 64n }), (bits, leading) => {
      const root = leading << BigInt(bits);
      for (const n of [root, root * root - 1n, root * root, root * root + 2n * root])
        expect(isRoot(integerSquareRoot(n), n)).toBe(true);
    }),
    1000,
  );
});

describe('commonDivisor', () => {
  const bySingleSteps = (a: bigint, b: bigint): bigint => (b === 0n ? a : bySingleSteps(b, a % b));

  test('is what Euclid finds by single steps, in whichever order', () => {
    const upTo = (bits: number): fc.Arbitrary<bigint> =>
      fc.nat(bits).chain((some) => fc.bigInt({ min: 0n, max: 1n << BigInt(some) }));
    holdsForAll(
      fc.property(upTo(400), upTo(400), upTo(400), (a, b, factor) => {
        const expected = bySingleSteps(a * factor, b * factor);
        expect(commonDivisor(a * factor, b * factor)).toBe(expected);
        expect(commonDivisor(b * factor, a * factor)).toBe(expected);
      }),
      1000,
    );
  });

  test('is found where one number is small and the other large', () => {
    const large = 15n * powerOfTen(30);
    expect([commonDivisor(6n, large), commonDivisor(large, 6n)]).toEqual([6n, 6n]);
    expect([commonDivisor(0n, large), commonDivisor(large, 0n)]).toEqual([large, large]);
    expect([commonDivisor(7n, large), powerOfTen(0), powerOfTen(3)]).toEqual([1n, 1n, 1000n]);
  });

  test('is 1 for neighbours among the Fibonacci numbers, whose quotients are all 1', () => {
    let [a, b] = [1n, 2n];
    for (let i = 0; i < 1000; i++) {
      expect(commonDivisor(a, b)).toBe(1n);
      [a, b] = [b, a + b];
    }
  });
});
