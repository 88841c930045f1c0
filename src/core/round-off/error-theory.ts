/**
 * @file What a finite difference of f is wrong by at x, as a function of its step: the truncation
 * error, which shrinks with the step, and the round-off error, which grows.
 *
 * With d for how far a value of f may be wrong:
 *
 * | | truncation | round-off | the sum is least at |
 * |---|---|---|---|
 * | central | f'''/6 eps^2 | d/eps | (3 d/f''')^(1/3) |
 * | forward, backward | f''/2 eps | 2d/eps | 2 (d/f'')^(1/2) |
 */

import { power } from '../../math/rounded/power';
import type { BestDerivative } from '../best/best-at';
import { choose, type Estimate } from '../best/extrapolate';
import type { BlockFunction, Rung, Surroundings } from '../best/ladder';
import { resolutionOf } from '../best/plateau';
import { type Difference, differenceOf, type Method } from '../differentiate/numerical-diff';
import { UNIT_ROUND_OFF } from './round-off';

/** Both errors of a finite difference at one x, as they depend on the step. */
export interface ErrorTheory {
  /** The power of eps in the truncation error. */
  readonly order: 1 | 2;
  /** |f'''| at x for central, |f''| for forward and backward; 0 where it is too small to be seen. */
  readonly higherDerivative: number;
  /** How far rounding moves f(x + eps), by the last digits of f and of x + eps. */
  readonly roundOff: number;
  /** Where the sum of both errors is least: Infinity without the one, 0 without the other, NaN without both. */
  readonly bestEps: number;
  /** The sum of both errors there. */
  readonly leastError: number;
}

/** An estimate that may be wrong by more of itself tells no derivative from 0. */
const LARGEST_DOUBT = 0.5;
/** So many steps, the smallest ones, are searched for noise: truncation is least there. */
const NOISE_RUNGS = 9;
/** The terms of f after c h^2 make the rest, times h, grow by 32 with each doubling of h. */
const MOST_GROWTH = 8;
/** In units of round-off of the quotient: so much of the rest may come of the roundings of its own terms. */
const OWN_ROUNDINGS = 16;
/** The quotients weigh 4, 5 and 1, and each is wrong by some noise/step: by rule of thumb 4 noise/h. */
const WEIGHT_OF_NOISE = 4;

/**
 * Finds both errors for f at x.
 *
 * @param around f at x and round about
 * @param best the derivative of f at x, which is known
 * @param roundOff how far the values of f near x are wrong at least
 */
export function errorTheory(
  f: BlockFunction,
  around: Surroundings,
  method: Method,
  best: BestDerivative,
  roundOff: number,
): ErrorTheory {
  const { x } = around;
  // A plateau at 0, as that of relu, does not come of rounding; nor may an f that is flat everywhere.
  const isFlat = around.y === 0 || best.steepest === 0;
  const [resolution = 0] = isFlat ? [] : resolutionOf(f, [around]);
  const ofF = Math.max(roundOff, resolution, noiseIn(around));
  const term = leadingTerm(around, method, best, ofF);
  const higherDerivative = finite(FACTORIALS[differenceOf(method).order] * term);
  return theoryOf(method, higherDerivative, movedBy(method, x, best.value, ofF));
}

/**
 * How far rounding moves a value of f beside x: by its own last digits, and by those of x + eps.
 *
 * @param ofF by its own
 */
export function movedBy(method: Method, x: number, derivative: number, ofF: number): number {
  const ofX = UNIT_ROUND_OFF * Math.abs(x) * Math.abs(derivative);
  // Of the two points of a one-sided difference, x itself is not rounded.
  const { ahead, behind } = differenceOf(method);
  return ofF + (ofX * (ahead + behind)) / 2;
}

/**
 * Both errors from what makes them.
 *
 * @param higherDerivative |f'''| for central, |f''| for the others
 * @param roundOff how far rounding moves a value of f
 */
export function theoryOf(method: Method, higherDerivative: number, roundOff: number): ErrorTheory {
  if (differenceOf(method).order === 2) {
    const bestEps = power(1 / 3)((3 * roundOff) / higherDerivative);
    return theory(2, higherDerivative, roundOff, bestEps);
  }
  return theory(1, higherDerivative, roundOff, 2 * Math.sqrt(roundOff / higherDerivative));
}

/** By the order of a method: (order + 1)! */
const FACTORIALS = { 1: 2, 2: 6 } as const;

function finite(size: number): number {
  return Math.min(size, Number.MAX_VALUE);
}

function theory(
  order: 1 | 2,
  higherDerivative: number,
  roundOff: number,
  bestEps: number,
): ErrorTheory {
  const found = { order, higherDerivative, roundOff, bestEps, leastError: 0 };
  const isBetween = bestEps > 0 && bestEps < Infinity;
  if (!isBetween) return found;
  return { ...found, leastError: truncationAt(found, bestEps) + roundOffAt(found, bestEps) };
}

/** The truncation error of a step. */
export function truncationAt({ order, higherDerivative }: ErrorTheory, eps: number): number {
  return order === 2 ? (higherDerivative / 6) * eps * eps : (higherDerivative / 2) * eps;
}

/** The round-off error of a step, at most. */
export function roundOffAt({ order, roundOff }: ErrorTheory, eps: number): number {
  return order === 2 ? roundOff / eps : (2 * roundOff) / eps;
}

/**
 * How wrong the values of f are as they show it: at the smallest steps h, 2h and 4h the central
 * differences D follow f' + c h^2, of which 4 (D(h) - D(2h)) - (D(2h) - D(4h)) leaves nothing but
 * noise. What grows with the step is no noise; what D itself cannot hold is none of f.
 */
function noiseIn({ y, ladders }: Surroundings): number {
  let noise = 0;
  for (const rungs of ladders) {
    const quotients = rungs
      .slice(-NOISE_RUNGS)
      .map((rung) => quotient(y, rung, differenceOf('central')));
    const noises = quotients.slice(2).map((_, k) => noiseOfThree(quotients.slice(k, k + 3)));
    for (const [k, found] of noises.entries()) {
      const above = noises[k - 1] ?? Infinity;
      if (above < MOST_GROWTH * found) noise = Math.max(noise, found);
    }
  }
  return noise;
}

function noiseOfThree(quotients: readonly Quotient[]): number {
  const [at4h, at2h, atH] = quotients as [Quotient, Quotient, Quotient];
  const rest = Math.abs(4 * (atH.value - at2h.value) - (at2h.value - at4h.value));
  const isRounding = rest <= OWN_ROUNDINGS * UNIT_ROUND_OFF * Math.abs(atH.value);
  return isRounding ? 0 : (rest * atH.step) / WEIGHT_OF_NOISE;
}

/**
 * The size of c in D(h) = f' + c h^p + ..., from difference quotients D at halved steps h: of the
 * estimates (D(h) - f')/h^p that which is most certain among those that all smaller steps agree
 * with. Its neighbour tells how far the terms after c h^p may have led it astray, d/h^(p + 1) how far
 * round-off may have.
 */
function leadingTerm(
  { y, ladders }: Surroundings,
  method: Method,
  { value: derivative, bound }: BestDerivative,
  roundOff: number,
): number {
  const { ahead, behind, order } = differenceOf(method);
  const estimates: Estimate[] = [];
  for (const rungs of ladders) {
    let above = NaN;
    for (const rung of rungs) {
      const { value, step } = quotient(y, rung, differenceOf(method));
      const scale = order === 2 ? step * step : step;
      const term = (value - derivative) / scale;
      const inQuotient = (2 * roundOff) / ((ahead + behind) * step);
      const error = Math.abs(term - above) + (inQuotient + bound) / scale;
      if (Number.isFinite(error)) estimates.push({ value: term, error, step });
      above = term;
    }
  }
  const { value, error } = choose(estimates) ?? { value: 0, error: 0 };
  return error <= LARGEST_DOUBT * Math.abs(value) ? Math.abs(value) : 0;
}

interface Quotient {
  readonly step: number;
  readonly value: number;
}

function quotient(y: number, rung: Rung, { ahead, behind }: Difference): Quotient {
  const width = (ahead === 0 ? 0 : rung.ahead) + (behind === 0 ? 0 : rung.behind);
  const [above, below] = [ahead === 0 ? y : rung.yAhead, behind === 0 ? y : rung.yBehind];
  return { step: width / (ahead + behind), value: (above - below) / width };
}
