/** @file Formulas that are one thing above 0 and another below. */

import { type Ball, type BallFormula, undecided } from './ball';

/**
 * One formula for x > 0 and another up to 0, 0 itself included; where the sign of x is not known,
 * nothing is.
 */
export function piecewise(above: BallFormula, upToZero: BallFormula): BallFormula {
  return <T extends Ball<T>>(...all: readonly T[]): T => {
    const [x] = all as readonly [T];
    if (x.sign === undefined) return undecided(x);
    return x.sign === 1 ? above(...all) : upToZero(...all);
  };
}

/** The formula of a number that does not depend on x. */
export function always(value: number): BallFormula {
  const formula = <T extends Ball<T>>(...[x]: readonly T[]): T =>
    x === undefined || x.doubt !== undefined ? undecided(x as T) : x.exact(value);
  return Object.assign(formula, { constant: value });
}
