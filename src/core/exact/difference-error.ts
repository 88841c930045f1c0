/**
 * @file Measures the error of a finite difference. Its distance from the derivative of the formula is split
 * into the truncation error, which the same difference of exact values has, and the round-off error.
 */

import type { WholeBall } from '../../math/whole/whole-ball';
import type { Graph } from '../graph/graph';
import { differenceOf, type Method, timesPower } from '../../math/finite-differences';
import { isOneSlope } from './describe-outcome';
import { exactReadingOf, functionWithoutFormula } from './exact-reading';
import { Neighbourhood } from './neighbourhood';

/** A step, for |x| up to 1, small enough that the leading term alone makes the truncation error. */
const SMALL_STEP = 9.313225746154785e-10; // 2^-30
/** For x below, and 0, steps are parts of this, as the bits have to hold the square of a step. */
const LEAST_SIZE = 7.006492321624085e-46; // 2^-150

/**
 * Where the derivative exists, halving the step changes its estimate by a smaller part than this. As for |x|^2.9 at 0,
 * where it is 0, and |x|^1.9, where there is none, any power of the step that is left changes it by more.
 */
const STEADY = 0.01;

/** The truncation error has another power of the step where its factor changes by more than this as that is halved. */
const MOST_GROWTH = 1.4142135623730951; // 2^0.5

/** The parts of the error, each signed. */
interface DifferenceError {
  /** The numerical derivative minus the exact one. */
  readonly error: number;
  /** The difference of exact values minus the exact derivative. */
  readonly truncation: number;
  /** The numerical derivative minus the difference of exact values. */
  readonly roundOff: number;
}

/** Measures differences at x; undefined if the formula has no single, decided slope there. */
export function differenceErrorsAt(graph: Graph, x: number): DifferenceErrors | undefined {
  if (functionWithoutFormula(graph) !== undefined) return undefined;
  const reading = exactReadingOf(graph);
  const point = reading.at([x]);
  const [derivative] = point.gradient;
  if (derivative?.kind !== 'nearest' || !Number.isFinite(derivative.value)) return undefined;
  if (!isOneSlope(point, 0)) return undefined;
  return new DifferenceErrors(new Neighbourhood(reading.graph, [x]), 0, derivative.value);
}

/** Finite differences of a graph along one variable at one point, compared with the exact derivative. */
export class DifferenceErrors {
  readonly #zero: WholeBall;
  readonly #x: number;
  readonly #slope: WholeBall;
  /** Whether the derivative is a limit, which the chain rule does not give: at kinks and jumps it uses conventions. */
  readonly isLimit: boolean;

  /** @param exact the double nearest to the derivative */
  constructor(
    private readonly around: Neighbourhood,
    private readonly along: number,
    readonly exact: number,
  ) {
    this.#zero = around.zero;
    this.#x = around.point[along] as number;
    const slope = around.slope(along);
    const nearest = slope.nearest();
    this.#slope = nearest === exact ? slope : this.#zero.exact(exact);
    // Where it has too few bits to have a nearest double, nothing is known.
    this.isLimit = nearest !== undefined && nearest !== exact;
  }

  /** The error of a numerical derivative; undefined if the formula has no value at a point of the stencil. */
  of(numerical: number, eps: number, method: Method): DifferenceError | undefined {
    const quotient = this.#quotient(eps, method);
    if (quotient === undefined || !Number.isFinite(numerical)) return undefined;
    const figure = this.#zero.exact(numerical);
    const error = numberOf(figure.minus(this.#slope));
    const truncation = numberOf(quotient.minus(this.#slope));
    const rest = figure.minus(quotient);
    // Where so many bits cancel that the balls do not tell it, those of doubles are all lost.
    const roundOff = rest.sign === undefined ? error - truncation : numberOf(rest);
    return { error, truncation, roundOff };
  }

  /**
   * Whether half of the step leaves of a truncation error what its leading term would: not where f'' jumps in it.
   *
   * @param truncation that of this step
   */
  isOfLeadingTerm(truncation: number, eps: number, method: Method): boolean {
    const ofHalf = this.#quotient(eps / 2, method)
      ?.minus(this.#slope)
      .abs();
    if (ofHalf === undefined) return false;
    const growth = timesPower(numberOf(ofHalf), 2, differenceOf(method).order) / truncation;
    return growth * MOST_GROWTH > 1 && growth < MOST_GROWTH;
  }

  /** |f'''| at x for central differences, |f''| for the others: the factor of the truncation error. */
  higherDerivative(method: Method): number | undefined {
    const size = Math.min(Math.abs(this.#x), 1);
    for (const scale of [Math.max(size, LEAST_SIZE), size]) {
      const eps = SMALL_STEP * scale;
      const found = this.#termAt(eps, method);
      const half = this.#termAt(eps / 2, method);
      if (found === undefined || half === undefined) continue;
      // If it grows as the step shrinks, as for x*|x| at 0, there is no such derivative.
      if (half > (1 + STEADY) * found) return undefined;
      // If it shrinks with the step it is a higher term, and this derivative is 0.
      return half > (1 - STEADY) * found ? half : 0;
    }
    return undefined;
  }

  /** The higher derivative, if the truncation error at this step is all of its leading term. */
  #termAt(eps: number, method: Method): number | undefined {
    const quotient = eps > 0 ? this.#quotient(eps, method) : undefined;
    if (quotient === undefined) return undefined;
    const { order, divisor } = differenceOf(method);
    let term = quotient.minus(this.#slope).abs().times(divisor);
    for (let k = 0; k < order; k++) term = term.over(eps);
    return numberOf(term);
  }

  /** The difference quotient of exact values, over exactly this step. */
  #quotient(eps: number, method: Method): WholeBall | undefined {
    const { weights, width } = differenceOf(method);
    let sum = this.#zero.exact(0);
    for (const [step, weight] of weights) {
      const y = this.around.valueAt(this.along, this.#zero.exact(eps).times(step).plus(this.#x));
      if (y.doubt !== undefined) return undefined;
      sum = sum.plus(y.times(weight));
    }
    return sum.over(this.#zero.exact(eps).times(width));
  }
}

/** The nearest double, or one near the number; 0 if the number cannot be told from 0. */
function numberOf(ball: WholeBall): number {
  if (ball.sign === undefined || ball.sign === 0) return 0;
  return ball.approximation;
}
