/** @file The domains that several functions share. */

import { type Domain } from '../core/engine/define-function';
import { type Ball, type BallFormula, stated, type UnaryKernel, undecided } from '../math/ball';

/** A domain that formulas over balls are kept in. */
interface BallDomain extends Domain {
  /** Whether the numbers of a ball belong to it; undefined where that is not known, or only some do. */
  readonly containsBall: <T extends Ball<T>>(x: T) => boolean | undefined;
}

/** Whether a number is 0 or above; undefined where that is not known. */
const isAtLeastZero = <T extends Ball<T>>({ sign }: T): boolean | undefined =>
  sign === undefined ? undefined : sign >= 0;

/** Zero and above; infinite values at 0, as of log, are the limits from above. */
export const fromZero: BallDomain = {
  text: 'x >= 0',
  contains: (x) => x >= 0,
  containsBall: isAtLeastZero,
};
export const exceptZero: Domain = {
  text: 'x != 0',
  contains: (x) => x < 0 || x > 0,
};
export const fromMinusOne: BallDomain = {
  text: 'x >= -1',
  contains: (x) => x >= -1,
  containsBall: (x) => isAtLeastZero(x.plus(1)),
};
export const fromOne: BallDomain = {
  text: 'x >= 1',
  contains: (x) => x >= 1,
  containsBall: (x) => isAtLeastZero(x.minus(1)),
};
export const unitInterval: BallDomain = {
  text: '|x| <= 1',
  contains: (x) => x >= -1 && x <= 1,
  containsBall: (x) => {
    const below = isAtLeastZero(x.negated().plus(1));
    const above = isAtLeastZero(x.plus(1));
    return below === false || above === false ? false : below && above;
  },
};

/** The function inside the domain; NaN outside, where its formula says that it is outside. */
export function within(domain: BallDomain, f: UnaryKernel): UnaryKernel {
  return stated(f.ball && formulaWithin(domain, f.ball), (x: number) =>
    domain.contains(x) ? f(x) : NaN,
  );
}

/** The formula inside the domain. */
export function formulaWithin({ containsBall }: BallDomain, formula: BallFormula): BallFormula {
  return (x) => {
    const isInside = containsBall(x);
    if (isInside === true) return formula(x);
    return isInside === false ? x.unknown('outside') : undecided(x);
  };
}
