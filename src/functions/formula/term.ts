/**
 * @file The terms that a formula is made of: each has a value, and a bound on what the roundings on
 * the way to it add up to (running error analysis: N. J. Higham, "Accuracy and Stability of Numerical
 * Algorithms", 3.3).
 */

import type { FunctionDefinition } from '../../core/define-function';
import { exp } from '../../math/exp';
import { log } from '../../math/log';
import { power, powerDerivative } from '../../math/power';
import { UNIT_ROUND_OFF } from '../../core/round-off';

/** A number that depends on x, and in a derivative on y, the value of the function. */
export type Evaluate = (x: number, y: number) => number;

export interface Term {
  readonly value: Evaluate;
  /** How wrong the value may be, in its own units; x and numbers are taken as they are. */
  readonly roundOff: Evaluate;
}

export type Condition = (x: number, y: number) => boolean;

/** That of one operation, whose result is the nearest double. */
function rounding(result: number): number {
  return UNIT_ROUND_OFF * Math.abs(result) + Number.MIN_VALUE;
}

/** An error, carried on by a slope; 0 stays 0, even where the other is infinite. */
function carried(error: number, slope: number): number {
  return error === 0 || slope === 0 ? 0 : error * Math.abs(slope);
}

/** An error, carried on by a slope whose parts may overflow together. */
function carriedBy(error: number, divisor: number, factor: number): number {
  return error === 0 ? 0 : carried(error / Math.abs(divisor), factor);
}

const exact: Evaluate = () => 0;

export function constantTerm(number: number): Term {
  return { value: () => number, roundOff: exact };
}

export const X: Term = { value: (x) => x, roundOff: exact };

/** @param roundOff that of the value of the function, at x */
export function valueTerm(roundOff: Evaluate): Term {
  return { value: (_, y) => y, roundOff };
}

export function negative({ value, roundOff }: Term): Term {
  return { value: (x, y) => -value(x, y), roundOff };
}

type Operation = (a: Term, b: Term) => Term;

const sum: Operation = (a, b) => {
  const value: Evaluate = (x, y) => a.value(x, y) + b.value(x, y);
  return {
    value,
    roundOff: (x, y) => a.roundOff(x, y) + b.roundOff(x, y) + rounding(value(x, y)),
  };
};

const product: Operation = (a, b) => {
  const value: Evaluate = (x, y) => a.value(x, y) * b.value(x, y);
  return {
    value,
    roundOff: (x, y) =>
      carried(a.roundOff(x, y), b.value(x, y)) +
      carried(b.roundOff(x, y), a.value(x, y)) +
      rounding(value(x, y)),
  };
};

const quotient: Operation = (a, b) => {
  const value: Evaluate = (x, y) => a.value(x, y) / b.value(x, y);
  return {
    value,
    roundOff: (x, y) => {
      const [result, divisor] = [value(x, y), b.value(x, y)];
      return (
        carriedBy(a.roundOff(x, y), divisor, 1) +
        carriedBy(b.roundOff(x, y), divisor, result) +
        rounding(result)
      );
    },
  };
};

export const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['+', sum],
  ['-', (a, b) => ({ ...sum(a, negative(b)), value: (x, y) => a.value(x, y) - b.value(x, y) })],
  ['*', product],
  ['/', quotient],
]);

export function choice(test: Condition, yes: Term, no: Term): Term {
  const chosen = (x: number, y: number): Term => (test(x, y) ? yes : no);
  return {
    value: (x, y) => chosen(x, y).value(x, y),
    roundOff: (x, y) => chosen(x, y).roundOff(x, y),
  };
}

type Kernels = Pick<FunctionDefinition, 'value' | 'derivative' | 'roundOff'>;

/** A function of the catalogue, or one defined before, of a term. */
export function applied(
  { value, derivative, roundOff = rounded(value) }: Kernels,
  inner: Term,
): Term {
  return {
    value: (x, y) => value(inner.value(x, y)),
    roundOff: (x, y) => {
      const input = inner.value(x, y);
      return carried(inner.roundOff(x, y), derivative(input, value(input))) + roundOff(input);
    },
  };
}

function rounded(value: (x: number) => number): (x: number) => number {
  return (x) => rounding(value(x));
}

/** b^p for one p, rounded once; exp(p log(b)) would lose digits. */
export function constantPower(base: Term, p: number): Term {
  return applied({ value: power(p), derivative: powerDerivative(p) }, base);
}

/** Powers of e are those of exp. */
export function exponentialTerm(exponent: Term): Term {
  return applied({ value: exp, derivative: (_, y) => y }, exponent);
}

/** b^p for a p that depends on x. */
export function powerTerm(base: Term, exponent: Term): Term {
  const value: Evaluate = (x, y) => power(exponent.value(x, y))(base.value(x, y));
  return {
    value,
    roundOff: (x, y) => {
      const [result, b, p] = [value(x, y), base.value(x, y), exponent.value(x, y)];
      return (
        carried(carriedBy(base.roundOff(x, y), b, p), result) +
        carried(exponent.roundOff(x, y), result * log(b)) +
        rounding(result)
      );
    },
  };
}
