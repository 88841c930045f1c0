/** @file Numbers that are no doubles. */

import { integerSquareRoot } from './whole/whole-number';
import { cached, ln10, ln2, pi } from './whole/whole-series';

/** A number by its digits: as the nearest double-double, and to any number of binary places. */
export interface Constant {
  readonly hi: number;
  readonly lo: number;
  /** The number times 2^places, off by less than 2. */
  readonly fixed: (places: number) => bigint;
}

export const PI: Constant = { hi: 3.141592653589793, lo: 1.2246467991473532e-16, fixed: pi };
export const LN2: Constant = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17, fixed: ln2 };

/** 1/log(2) and 1/log(10) */
export const LOG2E: Constant = {
  hi: 1.4426950408889634,
  lo: 2.0355273740931033e-17,
  fixed: cached((places) => (1n << BigInt(2 * places)) / ln2(places)),
};
export const LOG10E: Constant = {
  hi: 0.4342944819032518,
  lo: 1.098319650216765e-17,
  fixed: cached((places) => (1n << BigInt(2 * places)) / ln10(places)),
};

/** 1/sqrt(2) */
export const SQRT1_2: Constant = {
  hi: 0.7071067811865476,
  lo: -4.833646656726457e-17,
  fixed: cached((places) => integerSquareRoot(1n << BigInt(2 * places - 1))),
};
/** 2/sqrt(pi), the slope of erf at 0 */
export const TWO_OVER_SQRT_PI: Constant = {
  hi: 1.1283791670955126,
  lo: 1.533545961316588e-17,
  fixed: cached((places) => integerSquareRoot((4n << BigInt(4 * places)) / pi(2 * places))),
};
/** 1/sqrt(2 pi), the height of the normal density */
export const ONE_OVER_SQRT_2PI: Constant = {
  hi: 0.3989422804014327,
  lo: -2.49232720227773e-17,
  fixed: cached((places) => integerSquareRoot((1n << BigInt(4 * places - 1)) / pi(2 * places))),
};

/**
 * The constants of Klambauer et al., "Self-normalizing neural networks" (2017), to the 32 digits in
 * which they are quoted: lambda, and lambda times alpha.
 */
const TEN_TO_31 = 10000000000000000000000000000000n;
const LAMBDA = 10507009873554804934193349852946n;
const ALPHA = 16732632423543772848170429916717n;

export const SELU_LAMBDA: Constant = {
  hi: 1.0507009873554805,
  lo: 3.9874847667154144e-17,
  fixed: cached((places) => (LAMBDA << BigInt(places)) / TEN_TO_31),
};
export const SELU_LAMBDA_ALPHA: Constant = {
  hi: 1.7580993408473768,
  lo: 1.41535193800845e-17,
  fixed: cached((places) => ((LAMBDA * ALPHA) << BigInt(places)) / (TEN_TO_31 * TEN_TO_31)),
};
