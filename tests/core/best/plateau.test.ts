import { surroundings } from '../../../src/core/best/ladder';
import { quantumOf } from '../../../src/core/best/plateau';
import { probeNoise, probesOf } from '../../../src/core/best/probes';
import type { DifferenceQuotient } from '../../../src/core/best/extrapolate';

function quantum(f: (x: number) => number, x: number): number {
  const many = (points: Float64Array): Float64Array => points.map(f);
  return quantumOf(many, surroundings(many, Float64Array.of(x)))[0] as number;
}

describe('the least change of f that can be seen', () => {
  test.each([
    [42, 42 * 2 ** -52],
    [-3, 3 * 2 ** -52],
    [1, 2 ** -52],
    // It may be the difference of numbers of the size of 1.
    [0, 2 ** -52],
    [1e-30, 2 ** -52],
  ])('of a constant %p is the last digit of it, or of 1: %p', (value, expected) => {
    expect(quantum(() => value, 3)).toBe(expected);
  });

  test('of 1 + x at a tiny x is the distance of doubles above 1, or below', () => {
    expect([2 ** -53, 2 ** -52]).toContain(quantum((x) => 1 + x, 1e-20));
  });

  test('of steps is their height, wherever they begin', () => {
    expect(quantum((x) => Math.round(1000 * x), 0)).toBe(1);
    expect(quantum((x) => 3 * Math.round(1e6 * x), 1)).toBe(3);
  });

  test('of a true plateau, which ends without a jump, is none', () => {
    expect(quantum((x) => Math.max(x - 0.1, 0), 0)).toBe(0);
    expect(quantum((x) => Math.max(x - 0.1, 0) ** 2, 0)).toBe(0);
  });

  test('is none where f changes at every step, or is nowhere finite', () => {
    expect(quantum((x) => x, 1)).toBe(0);
    expect(quantum(() => NaN, 1)).toBe(0);
  });
});

describe('probes', () => {
  const steps = Array.from({ length: 10 }, (_, k) => 2 ** -k);
  const quotients = (count: number, value: number): DifferenceQuotient[] =>
    steps.slice(-count).map((step) => ({ step, value, roundOff: 0, shift: 0, curvature: 0 }));

  test('lie beside the six smallest steps, above half of them', () => {
    const parts = probesOf(steps).map((probe, k) => probe / (steps[k + 4] as number));
    expect(parts.length).toBe(6);
    for (const part of parts) expect(part > 0.5 && part < 1).toBe(true);
  });

  test('have no bits that repeat', () => {
    for (const probe of probesOf(Array.from({ length: 6 }, () => 1))) {
      expect(Number.isInteger(probe * 2 ** 40)).toBe(false);
    }
    expect(new Set(probesOf(Array.from({ length: 6 }, () => 1))).size).toBe(6);
  });

  test('show 0.7 of what they differ by from the steps beside them, about 1/sqrt(2)', () => {
    const probes = quotients(6, 1).map((probe, k) => ({ ...probe, value: k === 0 ? 3 : 1 }));
    expect(probeNoise(probes, quotients(10, 1), [])).toBe(0.7 * 2 * 2 ** -4);
  });

  test('show nothing of it where some of them are missing', () => {
    expect(probeNoise(quotients(5, 3), quotients(10, 1), [])).toBe(0);
    expect(probeNoise(quotients(6, 3), quotients(5, 1), [])).toBe(0);
  });

  test('show the unit that all changes are multiples of, from six on', () => {
    const changes = [3, 5, 1, 7, -9, 11].map((n) => n * 2 ** -20);
    expect(probeNoise([], [], changes)).toBe(2 ** -20);
    expect(probeNoise([], [], changes.slice(1))).toBe(0);
    expect(probeNoise([], [], [0, 0, 0, 0, 0, 2 ** -9])).toBe(2 ** -9);
    expect(probeNoise([], [], [0, 0, 0, 0, 0, 0])).toBe(0);
  });
});
