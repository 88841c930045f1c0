/** @file The errors of both derivatives at one point, measured against the exact one. */

import type { BothDerivatives } from './agreement';
import { type Break, breakInStep } from './break-between';
import { digitsRight, TOO_FEW_DIGITS } from '../exact/digits-right';
import { DifferenceErrors } from '../exact/difference-error';
import { flattened } from '../exact/flattened';
import { type Loss, lossOf } from '../exact/loss';
import { Neighbourhood } from '../exact/neighbourhood';
import { isClaimed } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import type { Method } from '../../math/finite-differences';
import { LAST_DIGITS } from '../round-off/round-off';
import { measuredStepError, type StepError } from './yardstick';

/** Both derivatives at one x, with the exact one. */
interface WithExact extends BothDerivatives {
  /** The double nearest to the exact derivative. */
  readonly exact: number;
  /** The computed value and the exact one; NaN if unknown. */
  readonly y: number;
  readonly exactY: number;
  /** The bound of the best derivative. */
  readonly bound?: number | undefined;
}

export interface Measured {
  /** The function where the value loses its digits, if fewer than 8 of them are right. */
  readonly loss?: Loss;
  /** The error of `numerical`; for a finite difference also its causes, as far as they are known. */
  readonly numerical: Pick<StepError, 'error'> & Partial<StepError> & { readonly bound?: number };
  /** Whether its truncation error, where that is the larger part, shrinks with the step as that of a smooth function. */
  readonly isShrinking?: boolean;
  /** What the step spans, where that is the larger part. */
  readonly breakInStep?: Break;
  readonly backprop: {
    readonly error: number;
    /** The number of right digits, of 16. */
    readonly digits: number;
    /** Whether a derivative was claimed, and round-off does not seem to explain the error. */
    readonly isClaimDoubtful: boolean;
    /** Whether the chain rule of the formula gives another number, as it uses conventions at kinks and jumps. */
    readonly isConvention: boolean;
  };
}

/** A point of a graph of formulas, with what the measures along its variables share, each computed when first needed. */
export class MeasuredPoint {
  #around: Neighbourhood | undefined;
  /** In a list, as a loss that was looked for may be undefined, too. */
  #loss: readonly [Loss | undefined] | undefined;

  /** @param point a number for each variable */
  constructor(
    private readonly graph: Graph,
    readonly point: readonly number[],
  ) {}

  /** The errors of both derivatives along the variable k. */
  along(
    k: number,
    { numerical, backprop, exact, roundOff, bound, y, exactY }: WithExact,
    eps: number,
    method: Method | 'best',
  ): Measured {
    const error = distance(backprop, exact);
    const digits = digitsRight(backprop, exact);
    const isRounding =
      digits >= TOO_FEW_DIGITS && error <= roundOff + LAST_DIGITS * Math.abs(exact);
    const isPlain = method === 'best' && isRounding;
    const differences = isPlain ? undefined : this.#differences(k, exact);
    const ofStep =
      method === 'best' || differences === undefined
        ? undefined
        : this.#ofStep(k, numerical, eps, method, differences);
    const loss = digitsRight(y, exactY) < TOO_FEW_DIGITS ? this.#lossOfValue() : undefined;
    return {
      ...(loss && { loss }),
      numerical: { error: distance(numerical, exact), ...(bound !== undefined && { bound }) },
      ...ofStep,
      backprop: {
        error,
        digits,
        isClaimDoubtful:
          !isRounding && Number.isFinite(error) && this.graph.someFunction(isClaimed),
        isConvention: !isRounding && differences?.isLimit === true,
      },
    };
  }

  /** The error of a finite difference, and what makes it; undefined where that is not known. */
  #ofStep(
    k: number,
    numerical: number,
    eps: number,
    method: Method,
    differences: DifferenceErrors,
  ): Pick<Measured, 'numerical' | 'isShrinking' | 'breakInStep'> | undefined {
    const found = measuredStepError(eps, numerical, method, differences);
    if (found?.regime !== 'truncation') return found && { numerical: found };
    const isShrinking = differences.isOfLeadingTerm(found.parts?.truncation ?? 0, eps, method);
    const spanned = breakInStep(this.graph, k, this.point, eps, method);
    return { numerical: found, isShrinking, ...(spanned && { breakInStep: spanned }) };
  }

  #differences(k: number, exact: number): DifferenceErrors {
    this.#around ??= new Neighbourhood(flattened(this.graph), this.point);
    return new DifferenceErrors(this.#around, k, exact);
  }

  #lossOfValue(): Loss | undefined {
    return (this.#loss ??= [lossOf(this.graph, this.point)])[0];
  }
}

/** 0 for equal infinities. */
function distance(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b);
}
