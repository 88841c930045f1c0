/**
 * @file What a finite difference is wrong by, measured: against the derivative of the formula itself,
 * and against the same difference of exact values, so that truncation and round-off are told apart.
 */

import { type Real, realOfDecimal, realOfDouble, realOfFormula } from '../../math/real';
import { WholeBall } from '../../math/whole-ball';
import type { Graph } from '../graph';
import { type Method, stencil } from '../numerical-diff';
import { isOneSlope } from './describe-outcome';
import { type ExactReading, exactReadingOf, functionWithoutFormula } from './exact-reading';

/** Digits of the values: of a difference over 1e-15 of x, 30 are left and more. */
const DIGITS = 60;
/** Bits that hold them, with room for what differences lose. */
const BITS = 320;
/** As part of x up to 1: a step so small that f'' and f''' alone make the truncation error. */
const SMALL_STEP = 9.313225746154785e-10; // 2^-30
/** Above what the last of the digits leave, as part of the values over the step. */
const NOISE = 1e-58;

/** Signed: the figure less the truth. */
export interface DifferenceError {
  /** How far the figure is from the derivative. */
  readonly error: number;
  /** How far the difference of exact values is from it. */
  readonly truncation: number;
  /** How far the figure is from the difference of exact values. */
  readonly roundOff: number;
}

/**
 * Finite differences beside the truth; undefined where the formula has no one slope that is known.
 */
export function differenceErrorsAt(graph: Graph, x: number): DifferenceErrors | undefined {
  if (functionWithoutFormula(graph) !== undefined) return undefined;
  const reading = exactReadingOf(graph);
  const point = reading.at([x]);
  const [derivative] = point.gradient;
  if (derivative?.kind !== 'nearest' || !Number.isFinite(derivative.value)) return undefined;
  if (!isOneSlope(point, 0)) return undefined;
  return new DifferenceErrors(reading, x, derivative.value);
}

/** Finite differences of a graph of one variable at one point, beside the truth. */
export class DifferenceErrors {
  readonly #derivative: Real | undefined;

  /** @param exact the double nearest to the derivative */
  constructor(
    private readonly reading: ExactReading,
    private readonly x: number,
    readonly exact: number,
  ) {
    this.#derivative = realOfText(reading.digits([realOfDouble(x)], DIGITS).gradient[0]);
  }

  /** The error of a figure; undefined where the formula has no value at a point of the stencil. */
  of(numerical: number, eps: number, method: Method): DifferenceError | undefined {
    const quotient = this.#quotient(eps, method);
    const derivative = this.#derivative;
    if (quotient === undefined || derivative === undefined || !Number.isFinite(numerical)) {
      return undefined;
    }
    const figure = realOfDouble(numerical);
    return {
      error: difference(figure, derivative),
      truncation: difference(quotient, derivative),
      roundOff: difference(figure, quotient),
    };
  }

  /** |f'''| at x for central differences, |f''| for the others: what their truncation error is made of. */
  higherDerivative(method: Method): number | undefined {
    const size = Math.min(Math.abs(this.x), 1);
    for (const scale of [Math.max(size, SMALL_STEP), size]) {
      const eps = SMALL_STEP * scale;
      const quotient = eps > 0 ? this.#quotient(eps, method) : undefined;
      if (quotient === undefined || this.#derivative === undefined) continue;
      const error = Math.abs(difference(quotient, this.#derivative));
      if (error <= (NOISE * this.#size) / eps) return 0;
      return method === 'central' ? (6 * error) / eps / eps : (2 * error) / eps;
    }
    return undefined;
  }

  /** The size of the value. */
  get #size(): number {
    const { value } = this.reading.at([this.x]);
    return value.kind === 'nearest' ? Math.abs(value.value) : Infinity;
  }

  /** The difference over exactly this step, of exact values. */
  #quotient(eps: number, method: Method): Real | undefined {
    const [ahead, behind] = stencil(0, 1, method);
    const at = (steps: number): Real | undefined => {
      const point = realOfFormula(
        (x, h) => x.plus(h.times(steps)),
        [realOfDouble(this.x), realOfDouble(eps)],
        this.x + steps * eps,
      );
      return realOfText(this.reading.digits([point], DIGITS).value);
    };
    const [yAhead, yBehind] = [at(ahead), at(behind)];
    if (yAhead === undefined || yBehind === undefined) return undefined;
    return realOfFormula(
      (a, b, h) => a.minus(b).over(h.times(ahead - behind)),
      [yAhead, yBehind, realOfDouble(eps)],
      NaN,
    );
  }
}

/** A number of which enough digits are known. */
function realOfText(text: unknown): Real | undefined {
  return typeof text === 'string' ? realOfDecimal(text, NaN) : undefined;
}

function difference(a: Real, b: Real): number {
  const like = WholeBall.of(0, BITS);
  const ball = a.in(like).minus(b.in(like));
  return ball.nearest() ?? ball.approximation;
}
