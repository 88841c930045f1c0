/**
 * @file What a finite difference is wrong by, measured: against the derivative of the formula itself,
 * and against the same difference of exact values, so that truncation and round-off are told apart.
 */

import { WholeBall } from '../../math/whole/whole-ball';
import type { Graph } from '../graph/graph';
import { differenceOf, type Method, stencil } from '../differentiate/numerical-diff';
import { backwardPlan } from './backward-plan';
import { isOneSlope } from './describe-outcome';
import { exactReadingOf, functionWithoutFormula } from './exact-reading';
import { Pass } from './pass';
import { tapeOf } from './tape';

/** So many that a difference over 1e-15 of x, or what is left of it less the slope, keeps 20 digits. */
const BITS = 512;
/** As part of x up to 1: a step so small that f'' and f''' alone make the truncation error. */
const SMALL_STEP = 9.313225746154785e-10; // 2^-30
/** For x below, and 0, steps are parts of this, as the bits have to hold the square of a step. */
const LEAST_SIZE = 7.006492321624085e-46; // 2^-150

/** Signed: the figure less the truth. */
export interface DifferenceError {
  /** How far the figure is from the derivative. */
  readonly error: number;
  /** How far the difference of exact values is from it. */
  readonly truncation: number;
  /** How far the figure is from the difference of exact values. */
  readonly roundOff: number;
}

/** Finite differences beside the truth; undefined where the formula has no one slope that is known. */
export function differenceErrorsAt(graph: Graph, x: number): DifferenceErrors | undefined {
  if (functionWithoutFormula(graph) !== undefined) return undefined;
  const reading = exactReadingOf(graph);
  const point = reading.at([x]);
  const [derivative] = point.gradient;
  if (derivative?.kind !== 'nearest' || !Number.isFinite(derivative.value)) return undefined;
  if (!isOneSlope(point, 0)) return undefined;
  return new DifferenceErrors(reading.graph, x, derivative.value);
}

/** Finite differences of a graph of one variable at one point, beside the truth. */
export class DifferenceErrors {
  readonly #pass: Pass<WholeBall>;
  readonly #like = WholeBall.of(0, BITS);
  readonly #slope: WholeBall;

  /** @param exact the double nearest to the derivative */
  constructor(
    graph: Graph,
    private readonly x: number,
    readonly exact: number,
  ) {
    const tape = tapeOf(graph);
    this.#pass = new Pass(tape, this.#like);
    this.#value(this.#like.exact(x));
    this.#pass.backward(backwardPlan(tape, [true]));
    const slope = this.#pass.gradient(0);
    // The slope at an edge comes of a limit, which the pass does not know.
    this.#slope = slope.doubt === undefined ? slope : this.#like.exact(exact);
  }

  /** The error of a figure; undefined where the formula has no value at a point of the stencil. */
  of(numerical: number, eps: number, method: Method): DifferenceError | undefined {
    const quotient = this.#quotient(eps, method);
    if (quotient === undefined || !Number.isFinite(numerical)) return undefined;
    const figure = this.#like.exact(numerical);
    return {
      error: numberOf(figure.minus(this.#slope)),
      truncation: numberOf(quotient.minus(this.#slope)),
      roundOff: numberOf(figure.minus(quotient)),
    };
  }

  /** |f'''| at x for central differences, |f''| for the others: what their truncation error is made of. */
  higherDerivative(method: Method): number | undefined {
    const size = Math.min(Math.abs(this.x), 1);
    for (const scale of [Math.max(size, LEAST_SIZE), size]) {
      const eps = SMALL_STEP * scale;
      const [found, half] = [this.#termAt(eps, method), this.#termAt(eps / 2, method)];
      if (found === undefined || half === undefined) continue;
      // What shrinks with the step is a higher term, and this one is 0.
      return half > found / 2 ? half : 0;
    }
    return undefined;
  }

  /** The truncation error of a step, as if it were that of its first term. */
  #termAt(eps: number, method: Method): number | undefined {
    const quotient = eps > 0 ? this.#quotient(eps, method) : undefined;
    if (quotient === undefined) return undefined;
    const error = quotient.minus(this.#slope).abs();
    return numberOf(
      differenceOf(method).order === 2
        ? error.times(6).over(eps).over(eps)
        : error.times(2).over(eps),
    );
  }

  /** The difference over exactly this step, of exact values. */
  #quotient(eps: number, method: Method): WholeBall | undefined {
    const [ahead, behind] = stencil(0, 1, method);
    const at = (steps: number): WholeBall =>
      this.#value(this.#like.exact(eps).times(steps).plus(this.x));
    const [yAhead, yBehind] = [at(ahead), at(behind)];
    if (yAhead.doubt !== undefined || yBehind.doubt !== undefined) return undefined;
    return yAhead.minus(yBehind).over(this.#like.exact(eps).times(ahead - behind));
  }

  #value(x: WholeBall): WholeBall {
    this.#pass.values[0] = x;
    this.#pass.forward();
    return this.#pass.output;
  }
}

/** A double near it; 0 for what cannot be told from it. */
function numberOf(ball: WholeBall): number {
  if (ball.sign === undefined || ball.sign === 0) return 0;
  return ball.nearest() ?? ball.approximation;
}
