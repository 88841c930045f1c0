/** @file Probes beside the smallest steps, and the noise that they show. */

import type { DifferenceQuotient } from '../../../src/core/best/convergence';
import { probeNoise, probesOf } from '../../../src/core/best/noise';

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
