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
import { plateausOf } from '../best/plateau';
import {
  type Difference,
  differenceOf,
  type Method,
  timesPower,
} from '../differentiate/finite-differences';
import { UNIT_ROUND_OFF } from './round-off';

/** Both errors of a finite difference at one x, as they depend on the step. */
export interface ErrorTheory {
  /** The power of eps in the truncation error. */
  readonly order: number;
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
  const [plateau] = isFlat ? [] : plateausOf(f, [around]);
  const ofF = Math.max(roundOff, plateau?.resolution ?? 0, noiseIn(around));
  const term = leadingTerm(around, method, best, ofF);
  const higherDerivative = finite(differenceOf(method).divisor * term);
  return theoryOf(method, higherDerivative, movedBy(method, x, best.value, ofF));
}

/**
 * How far rounding moves a value of f beside x: by its own last digits, and by those of x + eps.
 *
 * @param ofF by its own
 */
export function movedBy(method: Method, x: number, derivative: number, ofF: number): number {
  const ofX = UNIT_ROUND_OFF * Math.abs(x) * Math.abs(derivative);
  // x itself, which is one of the two points of a one-sided difference, is not rounded.
  return ofF + ofX * differenceOf(method).partBeside;
}

/**
 * Both errors from what makes them.
 *
 * @param higherDerivative |f'''| for central, |f''| for the others
 * @param roundOff how far rounding moves a value of f
 */
export function theoryOf(method: Method, higherDerivative: number, roundOff: number): ErrorTheory {
  const { order } = differenceOf(method);
  const bestEps = power(1 / (order + 1))((stepFactor(method) * roundOff) / higherDerivative);
  const found = { order, higherDerivative, roundOff, bestEps, leastError: 0 };
  const isBetween = bestEps > 0 && bestEps < Infinity;
  if (!isBetween) return found;
  const leastError = truncationAt(method, found, bestEps) + roundOffAt(method, found, bestEps);
  return { ...found, leastError };
}

/** The sum of both errors is least where eps^(order + 1) is this times d, over the higher derivative. */
export function stepFactor(method: Method): number {
  const { order, divisor, roundOff } = differenceOf(method);
  return (roundOff * divisor) / order;
}

function finite(size: number): number {
  return Math.min(size, Number.MAX_VALUE);
}

/** The truncation error of a step. */
export function truncationAt(
  method: Method,
  { higherDerivative }: ErrorTheory,
  eps: number,
): number {
  const { order, divisor } = differenceOf(method);
  return timesPower(higherDerivative / divisor, eps, order);
}

/** The round-off error of a step, at most. */
export function roundOffAt(method: Method, { roundOff }: ErrorTheory, eps: number): number {
  return (differenceOf(method).roundOff * roundOff) / eps;
}

/**
 * How wrong the values of f are as they show it: at the smallest steps h, 2h and 4h the central
 * differences D follow f' + c h^2, of which 4 (D(h) - D(2h)) - (D(2h) - D(4h)) leaves nothing but
 * noise. What grows with the step is no noise; what D itself cannot hold is none of f.
 */
function noiseIn({ y, ladders }: Surroundings): number {
  let noise = 0;
  for (const rungs of ladders) {
    const smallest = rungs.slice(-NOISE_RUNGS);
    const quotients = smallest.map((_, k) => quotientOn(smallest, k, y, differenceOf('central')));
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
  const difference = differenceOf(method);
  const estimates: Estimate[] = [];
  for (const rungs of ladders) {
    let above = NaN;
    for (const k of rungs.keys()) {
      const { value, step } = quotientOn(rungs, k, y, difference);
      const scale = timesPower(1, step, difference.order);
      const term = (value - derivative) / scale;
      const inQuotient = (difference.roundOff * roundOff) / step;
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

/** The difference on the rung with this index, over the distances that its points really have. */
function quotientOn(
  rungs: readonly Rung[],
  index: number,
  y: number,
  { weights, width }: Difference,
): Quotient {
  let [sum, distances] = [0, 0];
  for (const [step, weight] of weights) {
    const [distance, value] = step === 0 ? [0, y] : pointOn(rungs, index, step);
    sum += weight * value;
    distances += weight * distance;
  }
  return { step: distances / width, value: sum / distances };
}

/** So many steps of a rung away from x; NaN where the ladder has no such point. */
function pointOn(
  rungs: readonly Rung[],
  index: number,
  step: number,
): [distance: number, value: number] {
  // Each rung has steps half as long as the one before.
  let [at, steps] = [index, 1];
  for (; steps < Math.abs(step); steps *= 2) at--;
  const rung = rungs[at];
  if (rung === undefined || steps !== Math.abs(step)) return [NaN, NaN];
  return step > 0 ? [rung.ahead, rung.yAhead] : [-rung.behind, rung.yBehind];
}
