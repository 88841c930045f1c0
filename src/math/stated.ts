/** @file Functions of doubles with their formulas over balls beside them. */

import type { Ball, BallFormula, Stated } from './ball';

/** A function of doubles that states its formula too. */
export function stated<F extends (...x: never[]) => number>(
  ball: BallFormula | undefined,
  f: F,
): F & Stated {
  return ball === undefined ? f : Object.assign(f, { ball });
}

/** A faster way to a function of doubles, with the formula of the other. */
export function accelerated<F extends (...x: never[]) => number>(
  fast: F,
  exact: Stated,
): F & Stated {
  return stated(exact.ball, fast);
}

/** What is said where a sign decides and is not known; why numbers are not known is passed on. */
export function undecided<T extends Ball<T>>(...balls: readonly [T, ...T[]]): T {
  const doubtful = balls.find(({ doubt }) => doubt !== undefined) ?? balls[0];
  return balls[0].unknown(doubtful.doubt ?? 'undecided');
}
