/** @file What keeps f from having a derivative at x, seen from its values: a kink, a cusp, a jump, noise. */

import type { Quotient } from './extrapolate';

/** Of the second differences of f, at one step. */
export interface Bend {
  readonly step: number;
  /** (f(x + h) - 2 f(x) + f(x - h)) / h: tends to the jump of the slope, to 0 where there is none. */
  readonly value: number;
  /** What of it may be round-off. */
  readonly tolerance: number;
}

/** So many steps in a row must show the same: over a factor of 32 only a corner does. */
const WITNESSES = 6;
/** From step to step the jump of a slope stays the same, within this. */
const LIKENESS = 0.2;
/** A bend stands out if it is so many times what may be round-off, which the tolerance is an estimate of. */
const STANDS_OUT = 4;
/** Steps of two ladders may nearly coincide: the next witness has about twice the step, or more. */
const NEXT_STEP = 1.9;
/** A bend below this part of the jump is none of it. */
const PART_OF_JUMP = 0.5;

export interface Corner {
  readonly kind: 'kink' | 'cusp';
  /** The smallest step at which it stands out. */
  readonly step: number;
}

/** Judges the smallest steps whose second difference stands out from the round-off. */
export function cornerOf(bends: readonly Bend[]): Corner | undefined {
  const ascending = [...bends].sort((a, b) => a.step - b.step);
  const first = ascending.findIndex(
    ({ value, tolerance }) => Math.abs(value) > STANDS_OUT * tolerance,
  );
  if (first < 0) return undefined;
  const witnesses: Bend[] = [];
  let isKink = true;
  for (const bend of ascending.slice(first)) {
    const before = witnesses.at(-1);
    if (before !== undefined) {
      if (bend.step <= NEXT_STEP * before.step) continue;
      const growth = bend.value / before.value;
      if (!(growth > 0 && growth < 1 + LIKENESS)) return undefined;
      isKink &&= growth > 1 - LIKENESS;
    }
    if (witnesses.push(bend) === WITNESSES) break;
  }
  if (witnesses.length < WITNESSES) return undefined;
  const { value: jump, step } = witnesses[0] as Bend;
  // Smaller steps that would show such a jump, and do not: the kink lies beside x.
  const isBeside = ascending.slice(0, first).some(({ value, tolerance }) => {
    return Math.abs(value) + STANDS_OUT * tolerance < PART_OF_JUMP * Math.abs(jump);
  });
  if (isBeside) return undefined;
  return { kind: isKink ? 'kink' : 'cusp', step };
}

/** So many slopes in a row must grow: over a factor of 128 only one without bound does. */
const STEEP_STEPS = 8;
/**
 * The slope of |x|^p grows by 2^(1-p) with each halving, and so does its growth: for p = 1 by 1.
 * A little less is round-off.
 */
const LEAST_GROWTH = 0.98;
/** A difference of two quotients takes four values of f; and twice their round-off. */
const GROWTH_ROUND_OFF = 8;

/**
 * Whether the slopes grow without bound as the step shrinks.
 *
 * @param roundOff of f, at least
 */
export function isSteep(quotients: readonly Quotient[], roundOff: number): boolean {
  const tail = quotients.slice(-STEEP_STEPS);
  if (tail.length < STEEP_STEPS) return false;
  let growth = NaN;
  for (let k = 1; k < tail.length; k++) {
    const [before, quotient] = [tail[k - 1], tail[k]] as [Quotient, Quotient];
    const next = quotient.value - before.value;
    const doubt = (GROWTH_ROUND_OFF * Math.max(quotient.roundOff, roundOff)) / quotient.step;
    if (!(Math.abs(next) > doubt)) return false;
    if (k > 1 && !(next / growth > LEAST_GROWTH)) return false;
    growth = next;
  }
  return true;
}
