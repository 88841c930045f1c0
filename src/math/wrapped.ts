/** @file Functions made of functions, over doubles and over balls alike. */

import { type Ball, type BallFormula, stated, type UnaryKernel } from './ball';

/** The formula of a function that is made of another's, where that has one. */
function wrapped(
  { ball }: UnaryKernel,
  wrap: <T extends Ball<T>>(f: (x: T) => T, x: T) => T,
): BallFormula | undefined {
  return ball && (<T extends Ball<T>>(x: T): T => wrap<T>(ball, x));
}

/**
 * A function with f(-x) = -f(x) from its values for x >= 0; f(0) is 0 of the sign of x. Its formula
 * holds for numbers on both sides of 0 too, or says of these that it does not know.
 */
export function odd(f: UnaryKernel): UnaryKernel {
  return stated(
    wrapped(f, (formula, x) => {
      if (x.sign === 0) return x;
      return x.sign === -1 ? formula(x.negated()).negated() : formula(x);
    }),
    (x: number) => (x > 0 ? f(x) : x < 0 ? -f(-x) : x),
  );
}

/** A function with f(-x) = f(x) from its values for x >= 0; its formula is as that of `odd`. */
export function even(f: UnaryKernel): UnaryKernel {
  return stated(
    wrapped(f, (formula, x) => formula(x.sign === -1 ? x.negated() : x)),
    (x: number) => f(Math.abs(x)),
  );
}

/** A function with its value at one point replaced: where its formula divides by zero. */
export function exceptAt(point: number, value: number, f: UnaryKernel): UnaryKernel {
  return stated(
    wrapped(f, (formula, x) => {
      const isThere = (point === 0 ? x : x.minus(point)).sign === 0;
      if (!isThere) return formula(x);
      return Number.isFinite(value) ? x.exact(value) : x.unknown('pole');
    }),
    (x: number) => (x === point ? value : f(x)),
  );
}

/** A function with f(0) = 0 that rises there: 0 keeps its sign. */
export function throughOrigin(f: UnaryKernel): UnaryKernel {
  return stated(
    wrapped(f, (formula, x) => (x.sign === 0 ? x : formula(x))),
    (x: number) => (x === 0 ? x : f(x)),
  );
}

/** -f */
export function negative(f: UnaryKernel): UnaryKernel {
  return stated(
    wrapped(f, (formula, x) => formula(x).negated()),
    (x: number) => -f(x),
  );
}
