/** @file What keeps f from having a derivative at x, seen from its values: a kink, a cusp, a jump, noise. */

import type { DifferenceQuotient } from './extrapolate';

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
/** A step that is larger by more than this is several doublings away. */
const NEXT_RATIO = 2.2;
/** A bend below this part of the jump is none of it. */
const PART_OF_JUMP = 0.5;

export interface Corner {
  /**
   * `bent`: the slope has no jump, but the second derivative grows without bound; `odd`: the slopes
   * on both sides come no closer, and are none.
   */
  readonly kind: 'kink' | 'cusp' | 'bent' | 'odd';
  /** The smallest step at which it stands out, and what the slopes differ by there. */
  readonly step: number;
  readonly jump: number;
}

/** With a second derivative, bends grow by 2 with each doubling of the step, or nearly. */
const LEAST_SMOOTH_GROWTH = 1.75;
/** Over a factor of 8 a bend grows to more than this many times itself, but where f is odd. */
const ODD_GROWTH = 1.5;

/** Judges the smallest steps whose second difference stands out from the round-off. */
export function cornerOf(bends: readonly Bend[]): Corner | undefined {
  const ascending = [...bends].sort((a, b) => a.step - b.step);
  const first = ascending.findIndex(
    ({ value, tolerance }) => Math.abs(value) > STANDS_OUT * tolerance,
  );
  if (first < 0) return undefined;
  const witnesses = witnessesFrom(ascending.slice(first));
  if (witnesses.length < WITNESSES) return undefined;
  const kind = kindOf(witnesses);
  if (kind === undefined) return undefined;
  const { value: jump, step } = witnesses[0] as Bend;
  // Smaller steps that would show such a jump, and do not: the kink lies beside x.
  const isBeside = ascending.slice(0, first).some(({ value, tolerance }) => {
    return Math.abs(value) + STANDS_OUT * tolerance < PART_OF_JUMP * Math.abs(jump);
  });
  if (isBeside && kind !== 'bent') return undefined;
  return { kind, step, jump: Math.abs(jump) };
}

function witnessesFrom(ascending: readonly Bend[]): Bend[] {
  const witnesses: Bend[] = [];
  for (const bend of ascending) {
    const before = witnesses.at(-1);
    if (before !== undefined && bend.step <= NEXT_STEP * before.step) continue;
    if (witnesses.push(bend) === WITNESSES) break;
  }
  return witnesses;
}

function kindOf(witnesses: readonly Bend[]): Corner['kind'] | undefined {
  const values = witnesses.map(({ value }) => value);
  const growths = values.slice(1).map((value, k) => value / (values[k] as number));
  if (growths.every((growth) => growth > 0 && growth < 1 + LIKENESS)) {
    return growths.every((growth) => growth > 1 - LIKENESS) ? 'kink' : 'cusp';
  }
  const half = WITNESSES / 2;
  const [smaller, larger] = [values.slice(0, half), values.slice(half)].map((part) =>
    Math.max(...part.map(Math.abs)),
  ) as [number, number];
  if (larger < ODD_GROWTH * smaller) return 'odd';
  const isBent = growths.every((growth, k) => growth > 0 && growth < smoothGrowth(witnesses, k));
  return isBent ? 'bent' : undefined;
}

/** What the bends of a smooth f grow by, at least, from the k-th witness to the next. */
function smoothGrowth(witnesses: readonly Bend[], k: number): number {
  const [before, after] = [witnesses[k], witnesses[k + 1]] as [Bend, Bend];
  let least = LEAST_SMOOTH_GROWTH;
  for (let ratio = after.step / before.step; ratio > NEXT_RATIO; ratio /= 2) {
    least *= LEAST_SMOOTH_GROWTH;
  }
  return least;
}

/** So many slopes in a row must grow: over a factor of 128 only one without bound does. */
const STEEP_STEPS = 8;
/**
 * The slope of |x|^p grows by 2^(1-p) with each halving, and so does its growth: for p = 1 by 1.
 * A little less is round-off.
 */
const LEAST_GROWTH = 0.98;
/** Slopes that grow by less than this part of the steepest line are not what makes that one steep. */
const PART_OF_STEEPEST = 0.01;
/** A difference of two quotients takes four values of f; and twice their round-off. */
const GROWTH_ROUND_OFF = 8;

/**
 * Whether the slopes grow without bound as the step shrinks.
 *
 * @param roundOff of f, at least
 * @param lines the steeper line from x at each step; what grows beside them without showing is no tangent
 */
export function isSteep(
  quotients: readonly DifferenceQuotient[],
  roundOff: number,
  lines: readonly number[] = [],
): boolean {
  const tail = quotients.slice(-STEEP_STEPS);
  const steepest = lines.slice(-STEEP_STEPS);
  if (tail.length < STEEP_STEPS) return false;
  let growth = NaN;
  for (let k = 1; k < tail.length; k++) {
    const [before, quotient] = [tail[k - 1], tail[k]] as [DifferenceQuotient, DifferenceQuotient];
    const next = quotient.value - before.value;
    const doubt = (GROWTH_ROUND_OFF * Math.max(quotient.roundOff, roundOff)) / quotient.step;
    if (!(Math.abs(next) > Math.max(doubt, PART_OF_STEEPEST * (steepest[k] ?? 0)))) return false;
    if (k > 1 && !(next / growth > LEAST_GROWTH)) return false;
    growth = next;
  }
  return true;
}
