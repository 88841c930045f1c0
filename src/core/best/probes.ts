/**
 * @file Round-off inside f that halved steps may miss: where f is made of larger numbers, its values
 * are multiples of their last digit, and halved steps may by chance all hit one.
 */

import { lowestBit } from '../../math/scaling';
import type { DifferenceQuotient } from './extrapolate';

/** Parts of a step whose bits have nothing in common, nor with those of the others. */
const PARTS: readonly number[] = [
  0.785398163397448, 0.577215664901533, 0.693147180559945, 0.915965594177219, 0.834626841674073,
  0.618033988749895,
];
/** Fewer values may share a last digit by chance. */
const FEWEST_VALUES = 6;
/** About 1/sqrt(2), as for the quotients at halved steps (see `noiseOf`). */
const NOISE_FACTOR = 0.7;

/** Beside the smallest steps, from the largest to the smallest. */
export function probesOf(steps: readonly number[]): number[] {
  return steps.slice(-PARTS.length).map((step, k) => step * (PARTS[k] as number));
}

/**
 * What the probes show of the noise of f, in units of f: how far their quotients are from those of
 * the steps beside them, and the unit of which all values are multiples.
 *
 * @param changes of f, from x to each probe
 */
export function probeNoise(
  probes: readonly DifferenceQuotient[],
  quotients: readonly DifferenceQuotient[],
  changes: readonly number[],
): number {
  const smallest = quotients.slice(-PARTS.length);
  // Some are missing where f is not finite; what is left does not stand in pairs.
  const isWhole = probes.length === PARTS.length && smallest.length === PARTS.length;
  const noise = !isWhole
    ? []
    : probes.map(({ value, step }, k) => {
        return NOISE_FACTOR * Math.abs(value - (smallest[k] as DifferenceQuotient).value) * step;
      });
  return Math.max(0, ...noise, commonUnit(changes));
}

/** The largest power of 2 that all of these are multiples of; 0 if all are 0, or few are there. */
function commonUnit(changes: readonly number[]): number {
  const units = changes.filter((change) => change !== 0).map(lowestBit);
  return changes.length < FEWEST_VALUES || units.length === 0 ? 0 : Math.min(...units);
}
