/** @file What the error of a finite difference is, at one x and one step, and what it is made of. */

import type { BestDerivative } from '../best/best-at';
import type * as DifferenceError from '../exact/difference-error';
import { bestWithValues, valuesOf } from '../best/best-of-graph';
import {
  type ErrorTheory,
  errorTheory,
  movedBy,
  roundOffAt,
  theoryOf,
  truncationAt,
} from './error-theory';
import type { Graph } from '../graph/graph';
import type { Method } from '../differentiate/finite-differences';
import { TWO_UNITS } from './round-off';

/** What the error of a numerical derivative is mostly made of, or why there is no such derivative. */
export type Regime =
  /** The difference over a step is not the slope at a point. */
  | 'truncation'
  /** The last digits of f, and of x + eps, divided by eps. */
  | 'round-off'
  /** Neither shows in the digits that a double has. */
  | 'exact'
  /** x + eps or x - eps rounds to x. */
  | 'step lost'
  /** f is not defined at x + eps or x - eps. */
  | 'outside the domain'
  /** Something overflows, or f is NaN beside x. */
  | 'not finite'
  /** There is a figure, but no derivative that it could be compared with. */
  | 'unknown';

/** The round-off of a value may be this much larger than estimated. */
const MARGIN = 4;
/** An error is explained by an estimate if it differs by no larger part of it. */
const LARGEST_REST = 0.125;

/** What the errors of finite differences are measured by. */
export interface Yardstick {
  /** A derivative that uses many steps, with a bound on its own error. */
  readonly best: BestDerivative;
  /** How both errors depend on the step; missing where f shows no derivative at x. */
  readonly theory?: ErrorTheory;
  /** Differences beside the derivative of the formula itself, where that is known. */
  readonly exact?: DifferenceError.DifferenceErrors;
}

/** @param exact differences beside the truth, where that is known: nothing has to be estimated then */
export function yardstickAt(
  graph: Graph,
  x: number,
  method: Method,
  exact?: DifferenceError.DifferenceErrors,
): Yardstick {
  const { best, around, roundOff } = bestWithValues(graph, x);
  // Half of 2 ulps for each value, which is what rounding to the nearest double loses at most.
  const ofF = roundOff / 2;
  const higherDerivative = exact?.higherDerivative(method);
  if (exact !== undefined && higherDerivative !== undefined) {
    const moved = movedBy(method, x, exact.exact, ofF);
    return { best, exact, theory: theoryOf(method, higherDerivative, moved) };
  }
  const ofExact = exact && { exact };
  if (!isKnown(best)) return { best, ...ofExact };
  return { best, ...ofExact, theory: errorTheory(valuesOf(graph), around, method, best, ofF) };
}

/** How far a finite difference is from the derivative, and what makes most of that. */
export interface StepError {
  /** From that of the formula itself, or from the best one; NaN where there is neither. */
  readonly error: number;
  readonly regime: Regime;
  /** What of it is which, where that is known: their sum, with signs, is the error. */
  readonly parts?: { readonly truncation: number; readonly roundOff: number };
}

/** Differences beside the truth; undefined where that is not known. */
export function exactYardstickAt(
  graph: Graph,
  x: number,
): DifferenceError.DifferenceErrors | undefined {
  // Loaded here because most runs do without it.
  const { differenceErrorsAt } = require('../exact/difference-error') as typeof DifferenceError;
  return differenceErrorsAt(graph, x);
}

/** The error measured; undefined where the formula has no value at a point of the stencil. */
export function measuredStepError(
  eps: number,
  numerical: number,
  method: Method,
  errors: DifferenceError.DifferenceErrors,
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

/** Whether f shows a derivative at x, and a bound on its error. */
function isKnown({ value, bound, finding }: BestDerivative): boolean {
  return finding === undefined && Number.isFinite(value) && Number.isFinite(bound);
}

/**
 * Truncation where its estimate is the larger one; where the error is just that estimate, which
 * leaves nothing to round-off; and where the error is larger than round-off could be: at steps so
 * large that f''' or f'' alone does not tell how f goes on.
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
