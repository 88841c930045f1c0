/** @file The noise that values beside a step show, and probes beside the smallest steps. */

import type { DifferenceQuotient } from '../../../src/core/best/convergence';
import { probeNoise, probesOf, localNoise } from '../../../src/core/best/noise';
import { answered } from '../../../src/core/best/asking';

describe('probes', () => {
  const steps = Array.from({ length: 10 }, (_, k) => 2 ** -k);
  const quotients = (count: number, value: number): DifferenceQuotient[] =>
    steps.slice(-count).map((step) => ({ step, value, roundOff: 0, shift: 0, curvature: 0 }));

  test('lie between the six smallest steps and half of each', () => {
    const parts = probesOf(steps).map((probe, k) => probe / (steps[k + 4] as number));
    expect(parts.length).toBe(6);
    for (const part of parts) expect(part > 0.5 && part < 1).toBe(true);
  });

  test('have bits without a pattern', () => {
    for (const probe of probesOf(Array.from({ length: 6 }, () => 1))) {
      expect(Number.isInteger(probe * 2 ** 40)).toBe(false);
    }
    expect(new Set(probesOf(Array.from({ length: 6 }, () => 1))).size).toBe(6);
  });

  test('give 0.7 (about 1/sqrt(2)) of the difference to the steps beside them as noise', () => {
    const probes = quotients(6, 1).map((probe, k) => ({ ...probe, value: k === 0 ? 3 : 1 }));
    expect(probeNoise(probes, quotients(10, 1), [])).toBe(0.7 * 2 * 2 ** -4);
  });

  test('give no such noise if some of them are missing', () => {
    expect(probeNoise(quotients(5, 3), quotients(10, 1), [])).toBe(0);
    expect(probeNoise(quotients(6, 3), quotients(5, 1), [])).toBe(0);
  });

  test('give the common unit of all changes', () => {
    const changes = [3, 5, 1, 7, -9, 11].map((n) => n * 2 ** -20);
    expect(probeNoise([], [], changes)).toBe(2 ** -20);
    expect(probeNoise([], [], [0, 0, 0, 0, 0, 2 ** -9])).toBe(2 ** -9);
    expect(probeNoise([], [], [0, 0, 0, 0, 0, 0])).toBe(0);
  });
});

type Values = (x: Float64Array) => Float64Array;

/** A function with these values in the order of evaluation: nine behind x, then nine ahead. */
const inOrder =
  (value: (k: number) => number): Values =>
  (x) =>
    x.map((_, k) => value(k));

const at = { x: 5, step: 0.5 };

const localNoises = (places: readonly (typeof at)[], f: Values): number[] => {
  const noises = places.map(({ x, step }) => localNoise(x, step));
  return answered(f, noises);
};
/** Beside one step, of a function with these values in the order of evaluation. */
const noiseOf = (value: (k: number) => number): number[] => localNoises([at], inOrder(value));

describe('noise near a step', () => {
  test('is a fifteenth of the largest sixth difference', () => {
    // Alternating values have a sixth difference of 2^6 times their size.
    expect(noiseOf((k) => (k % 2 === 0 ? 3 : -3))).toEqual([(3 * 64) / 15]);
    // A single value contributes the largest binomial coefficient, 20.
    const single = (place: number): number[] => noiseOf((k) => (k === place ? -2 : 0));
    expect([single(4), single(13)]).toEqual([[(2 * 20) / 15], [(2 * 20) / 15]]);
    // The first of the nine is part of one difference only.
    expect([single(0), single(17)]).toEqual([[2 / 15], [2 / 15]]);
  });

  test('is the larger one of both sides', () => {
    const found = (behind: number, ahead: number) =>
      noiseOf((k) => (k % 2 === 0 ? 1 : -1) * (k < 9 ? behind : ahead))[0];
    expect(found(1, 5)).toBe((5 * 64) / 15);
    expect(found(5, 1)).toBe((5 * 64) / 15);
  });

  test('is 0 for a polynomial of degree 5, and 720 d^6/15 for x^6 at the spacing d', () => {
    const of = (f: (x: number) => number): number =>
      localNoises([{ x: 0, step: 64 }], (x) => x.map(f))[0] as number;
    // The distances of 64/256 and the values are exact.
    expect(of((x) => x ** 5 - 3 * x ** 4 + x)).toBe(0);
    expect(of((x) => x ** 6 / 720)).toBeCloseTo(0.25 ** 6 / 15, 6);
  });

  test('is 0 if it is not finite', () => {
    expect(noiseOf((k) => (k === 4 ? NaN : 0))).toEqual([0]);
    expect(noiseOf((k) => (k < 9 ? Infinity : (k % 2) * 15))).toEqual([32]);
  });
});

test('values are taken evenly around x + step and x - step, 1/256 of the step apart, but not at these points', () => {
  const asked: number[] = [];
  const places = [at, { x: -1, step: 0.25 }];
  const noises = localNoises(places, (x) => {
    asked.push(...x);
    return x;
  });
  expect([noises.length, asked.length]).toEqual([2, 36]);
  for (const [k, { x, step }] of places.entries()) {
    for (const side of [0, 1]) {
      const own = asked.slice(18 * k + 9 * side, 18 * k + 9 * side + 9);
      const parts = own.map((point) => ((side === 0 ? -1 : 1) * (point - x)) / step);
      for (let j = 1; j < 9; j++) {
        expect((parts[j] as number) - (parts[j - 1] as number)).toBeCloseTo(1 / 256, 12);
      }
      // Around 1, half a spacing off it.
      expect(parts[3]).toBeCloseTo(1 - 0.5 / 256, 12);
      expect(parts[4]).toBeCloseTo(1 + 0.5 / 256, 12);
    }
  }
});
