/** @file The error of a finite difference at one x and one step, and its main cause. */

import type { BestDerivative } from '../best/best-at';
import type { DifferenceErrors } from '../exact/difference-error';
import { bestOfGraphAt } from '../best/best-of-graph';
import {
  type ErrorTheory,
  errorTheory,
  movedBy,
  roundOffAt,
  theoryOf,
  truncationAt,
} from './error-theory';
import type { Graph } from '../graph/graph';
import type { Method } from '../../math/finite-differences';
import { TWO_UNITS } from '../round-off/round-off';

/** The main cause of the error of a numerical derivative, or the reason why there is none. */
export type Regime =
  /** The slope over the step differs from that at the point. */
  | 'truncation'
  /** The last digits of f and of x + eps, divided by eps. */
  | 'round-off'
  /** Both errors are below the last digit of the derivative. */
  | 'exact'
  /** x + eps or x - eps rounds to x. */
  | 'step lost'
  /** f is not defined at x + eps or x - eps. */
  | 'outside the domain'
  /** A value overflows, or f is NaN beside x. */
  | 'not finite'
  /** There is a number, but no derivative to compare it with. */
  | 'unknown';

/** The round-off may be this many times the estimate. */
const MARGIN = 4;
/** The truncation estimate explains an error that differs from it by less than this fraction. */
const LARGEST_REST = 0.125;

/** The reference that errors of finite differences are measured against. */
export interface Yardstick {
  /** The best derivative, which uses many steps, with a bound on its error. */
  readonly best: BestDerivative;
  /** The dependence of both errors on the step; missing if f shows no derivative at x. */
  readonly theory?: ErrorTheory;
  /** Measures differences against the exact derivative, where that is known. */
  readonly exact?: DifferenceErrors;
}

/** @param exact measures differences, where the exact derivative is known: then nothing has to be estimated */
export function yardstickAt(
  graph: Graph,
  x: number,
  method: Method,
  exact?: DifferenceErrors,
): Yardstick {
  const { best, around, roundOff, noise } = bestOfGraphAt(graph, x);
  // Half of 2 ulps for each value, which is what rounding to the nearest double loses at most.
  const ofF = roundOff / 2;
  const higherDerivative = exact?.higherDerivative(method);
  if (exact !== undefined && higherDerivative !== undefined) {
    const moved = movedBy(method, x, exact.exact, ofF);
    return { best, exact, theory: theoryOf(method, higherDerivative, moved) };
  }
  const ofExact = exact && { exact };
  if (!isKnown(best)) return { best, ...ofExact };
  return { best, ...ofExact, theory: errorTheory(around, method, best, noise / 2) };
}

/** The distance of a finite difference from the derivative, and its main cause. */
export interface StepError {
  /** The distance from the exact derivative or else from the best one; NaN if there is neither. */
  readonly error: number;
  readonly regime: Regime;
  /** The two parts of the error, where they are known; their signed sum is the error. */
  readonly parts?: { readonly truncation: number; readonly roundOff: number };
}

/** The measured error; undefined if the formula has no value at a point of the stencil. */
export function measuredStepError(
  eps: number,
  numerical: number,
  method: Method,
  errors: DifferenceErrors,
): StepError | undefined {
  const found = errors.of(numerical, eps, method);
  if (found === undefined) return undefined;
  const parts = { truncation: Math.abs(found.truncation), roundOff: Math.abs(found.roundOff) };
  const error = Math.abs(found.error);
  const lastDigit = TWO_UNITS * Math.abs(errors.exact);
  const isExact = Math.max(error, parts.truncation, parts.roundOff) <= lastDigit;
  const larger = parts.truncation >= parts.roundOff ? 'truncation' : 'round-off';
  return { error, regime: isExact ? 'exact' : larger, parts };
}

export function stepError(
  eps: number,
  numerical: number,
  method: Method,
  { best, theory, exact }: Yardstick,
): StepError {
  const measured = exact && measuredStepError(eps, numerical, method, exact);
  if (measured !== undefined) return measured;
  if (theory === undefined) return { error: NaN, regime: 'unknown' };
  const error = Math.abs(numerical - best.value);
  return { error, regime: regimeOf(eps, error, method, best, theory) };
}

function isKnown({ value, bound, finding }: BestDerivative): boolean {
  return finding === undefined && Number.isFinite(value) && Number.isFinite(bound);
}

/**
 * Truncation, if its estimate is the larger one; if it alone explains the error; or if the error exceeds
 * what round-off could be. The last happens at steps so large that the leading term of the truncation error
 * is not enough to estimate it.
 */
function regimeOf(
  eps: number,
  error: number,
  method: Method,
  best: BestDerivative,
  theory: ErrorTheory,
): Regime {
  const truncation = truncationAt(method, theory, eps);
  const roundOff = roundOffAt(method, theory, eps);
  const lastDigit = TWO_UNITS * Math.abs(best.value);
  if (Math.max(error, truncation, roundOff) <= lastDigit) return 'exact';
  const isBeyondRoundOff = error > MARGIN * roundOff + best.bound + lastDigit;
  const isExplained = Math.abs(error - truncation) < LARGEST_REST * truncation;
  return truncation >= roundOff || isExplained || isBeyondRoundOff ? 'truncation' : 'round-off';
}
