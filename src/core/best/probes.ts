/**
 * @file Detects round-off inside f that halved steps can miss. If f computes with numbers larger than its
 * value, as exp(x) - 1 does near 0, its values are multiples of a coarse unit, and halved steps may all
 * happen to hit multiples exactly. Probes are steps in between, without a common measure.
 */

import { lowestBit } from '../../math/scaling';
import type { DifferenceQuotient } from './extrapolate';

/** The probes as fractions of the steps: pi/4, Euler's constant, ln 2 and others, whose bits do not repeat. */
const PARTS: readonly number[] = [
  0.785398163397448, 0.577215664901533, 0.693147180559945, 0.915965594177219, 0.834626841674073,
  0.618033988749895,
];
/** Fewer changes than this may have a common unit by chance. */
const FEWEST_VALUES = 6;
/** 1/sqrt(2), rounded: the difference of two quotients has sqrt(2) times the noise of one. */
const NOISE_FACTOR = 0.7;

/** The probes beside the smallest steps, from the largest step to the smallest. */
export function probesOf(steps: readonly number[]): number[] {
  return steps.slice(-PARTS.length).map((step, k) => step * (PARTS[k] as number));
}

/**
 * The noise of f that the probes show, in units of f: the larger of the distance between their quotients
 * and those of the steps beside them, and the unit that all changes are multiples of.
 *
 * @param changes f(probe) - f(x) for each probe
 */
export function probeNoise(
  probes: readonly DifferenceQuotient[],
  quotients: readonly DifferenceQuotient[],
  changes: readonly number[],
): number {
  const smallest = quotients.slice(-PARTS.length);
  // Where f is not finite some are missing, and the others can no longer be paired by position.
  const isWhole = probes.length === PARTS.length && smallest.length === PARTS.length;
  const noise = !isWhole
    ? []
    : probes.map(({ value, step }, k) => {
        return NOISE_FACTOR * Math.abs(value - (smallest[k] as DifferenceQuotient).value) * step;
      });
  return Math.max(0, ...noise, commonUnit(changes));
}

/** The largest power of 2 that divides all changes; 0 if all are 0, or if there are too few. */
function commonUnit(changes: readonly number[]): number {
  const units = changes.filter((change) => change !== 0).map(lowestBit);
  return changes.length < FEWEST_VALUES || units.length === 0 ? 0 : Math.min(...units);
}
