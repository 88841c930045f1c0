/**
 * @file The theory of the error of a finite difference: the truncation error, which shrinks with the step,
 * and the round-off error, which grows as the step shrinks.
 *
 * If each value of f may be wrong by d:
 *
 * | | truncation | round-off | least sum at |
 * |---|---|---|---|
 * | central | f'''/6 eps^2 | d/eps | (3 d/f''')^(1/3) |
 * | forward, backward | f''/2 eps | 2d/eps | 2 (d/f'')^(1/2) |
 */

import { power } from '../../math/rounded/power';
import type { BestDerivative } from '../best/best-at';
import { choose, type Estimate } from '../best/estimate';
import type { Rung, Surroundings } from '../best/ladder';
import {
  type Difference,
  differenceOf,
  type Method,
  timesPower,
} from '../../math/finite-differences';
import { UNIT_ROUND_OFF } from '../round-off/round-off';

/** The parameters of both errors of a finite difference at one x. */
export interface ErrorTheory {
  /** The power of eps in the truncation error. */
  readonly order: number;
  /** |f'''| at x for central, |f''| for forward and backward; 0 if it is too small to be seen or does not exist. */
  readonly higherDerivative: number;
  /** How far rounding moves f(x + eps), because of the last digits of f and of x + eps. */
  readonly roundOff: number;
  /** The step with the least sum of both errors: Infinity without truncation, 0 without round-off, NaN without both. */
  readonly bestEps: number;
  /** The sum of both errors there. */
  readonly leastError: number;
}

/** An estimate with a larger relative error does not tell a derivative from 0. */
const LARGEST_RELATIVE_ERROR = 0.5;

/**
 * Estimates both errors for f at x.
 *
 * @param around the samples of f
 * @param best the derivative of f at x, which must be known
 * @param ofF the error of the values of f near x
 */
export function errorTheory(
  around: Surroundings,
  method: Method,
  best: BestDerivative,
  ofF: number,
): ErrorTheory {
  const term = leadingTerm(around, method, best, ofF);
  const higherDerivative = Math.min(differenceOf(method).divisor * term, Number.MAX_VALUE);
  return theoryOf(method, higherDerivative, movedBy(method, around.x, best.value, ofF));
}

/**
 * How far rounding moves a value of f near x, because of its own last digits and those of x + eps.
 *
 * @param ofF the part of the value's own digits
 */
export function movedBy(method: Method, x: number, derivative: number, ofF: number): number {
  const ofX = UNIT_ROUND_OFF * Math.abs(x) * Math.abs(derivative);
  // x itself, which is one of the two points of a one-sided difference, is not rounded.
  return ofF + ofX * differenceOf(method).partBeside;
}

/**
 * The theory from its parameters.
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

/** The factor in eps^(order + 1) = factor d / (higher derivative), where the sum of both errors is least. */
export function stepFactor(method: Method): number {
  const { order, divisor, roundOff } = differenceOf(method);
  return (roundOff * divisor) / order;
}

export function truncationAt(
  method: Method,
  { higherDerivative }: ErrorTheory,
  eps: number,
): number {
  const { order, divisor } = differenceOf(method);
  return timesPower(higherDerivative / divisor, eps, order);
}

/** An upper bound on the round-off error at a step. */
export function roundOffAt(method: Method, { roundOff }: ErrorTheory, eps: number): number {
  return (differenceOf(method).roundOff * roundOff) / eps;
}

/**
 * |c| in D(h) = f' + c h^p + ..., from difference quotients D at halved steps h. Each step gives the estimate
 * (D(h) - f')/h^p; the most precise one wins that agrees with those of all smaller steps. Its error is the
 * distance to the estimate of the next larger step, for the terms after c h^p, plus d/h^(p + 1) for round-off.
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
  return error <= LARGEST_RELATIVE_ERROR * Math.abs(value) ? Math.abs(value) : 0;
}

/** The difference quotient on a rung, over the actual distances of its points. */
function quotientOn(
  rungs: readonly Rung[],
  index: number,
  y: number,
  { weights, width }: Difference,
): { readonly step: number; readonly value: number } {
  let sum = 0;
  let distances = 0;
  for (const [step, weight] of weights) {
    const [distance, value] = step === 0 ? [0, y] : pointOn(rungs, index, step);
    sum += weight * value;
    distances += weight * distance;
  }
  return { step: distances / width, value: sum / distances };
}

/** The point this many steps of the rung away from x; NaN if the ladder has none. */
function pointOn(
  rungs: readonly Rung[],
  index: number,
  step: number,
): [distance: number, value: number] {
  // Each rung has steps half as long as the one before.
  let at = index;
  let steps = 1;
  for (; steps < Math.abs(step); steps *= 2) at--;
  const rung = rungs[at];
  if (rung === undefined || steps !== Math.abs(step)) return [NaN, NaN];
  return step > 0 ? [rung.ahead, rung.yAhead] : [-rung.behind, rung.yBehind];
}
