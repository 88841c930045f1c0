/** @file The functions that a number on the command line may be made with, over balls. */

import type { Ball } from '../../math/ball';
import { LN2 } from '../../math/constants';

/** What can be asked of balls of one kind, beyond their own methods. */
export interface BallArithmetic<T extends Ball<T>> {
  /** The ball of a double, exactly. */
  readonly of: (x: number) => T;
  /** Whether it is that number and no other. */
  readonly isExactly: (ball: T, x: number) => boolean;
  readonly isBelowZero: (ball: T) => boolean;
  /** Whether it says anything, in numbers that can still be handled. */
  readonly isMeasured: (ball: T) => boolean;
  /** Up to this size of x the sine and cosine of inexact balls are right. */
  readonly largestAngle: number;
}

/** Why a number has no value; certain. */
export class NoValue extends Error {}

type BallFunction = <T extends Ball<T>>(arithmetic: BallArithmetic<T>, x: T, y: T) => T;

const sqrt: BallFunction = (arithmetic, x) => {
  if (arithmetic.isBelowZero(x)) throw new NoValue('a negative number has no square root');
  return x.sqrt();
};

const log: BallFunction = (arithmetic, x) => {
  if (arithmetic.isBelowZero(x) || arithmetic.isExactly(x, 0)) {
    throw new NoValue('only positive numbers have a logarithm');
  }
  return x.log();
};

export const over: BallFunction = (arithmetic, x, y) => {
  if (arithmetic.isExactly(y, 0)) throw new NoValue('it divides by 0');
  return x.over(y);
};

/** Nothing, of the same kind of ball. */
function unknown<T extends Ball<T>>({ of }: BallArithmetic<T>): T {
  return of(0).inverse();
}

const sin: BallFunction = (arithmetic, x) =>
  Math.abs(x.approximation) <= arithmetic.largestAngle ? x.sin() : unknown(arithmetic);
const cos: BallFunction = (arithmetic, x) =>
  Math.abs(x.approximation) <= arithmetic.largestAngle ? x.cos() : unknown(arithmetic);

const asin: BallFunction = (arithmetic, x) => {
  const [above, below] = [x.negated().plus(1), x.plus(1)];
  if (arithmetic.isBelowZero(above) || arithmetic.isBelowZero(below)) {
    throw new NoValue('sines lie between -1 and 1');
  }
  return x.over(above.times(below).sqrt().plus(1)).atan().times(2);
};

/** By e^(-2|x|), which does not overflow. */
const tanh: BallFunction = (_, x) => {
  const twice = x.abs().times(-2);
  const size = twice.expm1().negated().over(twice.exp().plus(1));
  return x.isNegative ? size.negated() : size;
};

const cbrt: BallFunction = (arithmetic, x) => {
  if (arithmetic.isExactly(x, 0)) return x;
  const root = x.abs().log().over(3).exp();
  return x.isNegative ? root.negated() : root;
};

/** The larger of two, the first if they are equal; nothing where that cannot be told. */
const max: BallFunction = (arithmetic, x, y) => {
  const difference = x.minus(y);
  if (arithmetic.isBelowZero(difference)) return y;
  const isFirst =
    arithmetic.isBelowZero(difference.negated()) || arithmetic.isExactly(difference, 0);
  return isFirst ? x : unknown(arithmetic);
};

/** Up to this exponent a power is multiplied out, which keeps powers of two exact. */
const LARGEST_MULTIPLIED = 2048;

function wholePower<T extends Ball<T>>(x: T, n: number): T {
  if (n === 1) return x;
  const half = wholePower(x, Math.floor(n / 2)).squared();
  return n % 2 === 0 ? half : half.times(x);
}

export const power: BallFunction = (arithmetic, x, y) => {
  const n = Math.round(y.approximation);
  const isWhole = Number.isSafeInteger(n) && arithmetic.isExactly(y, n);
  if (isWhole && n === 0) return arithmetic.of(1);
  if (arithmetic.isExactly(x, 0)) {
    if (arithmetic.isBelowZero(y)) throw new NoValue('it divides by 0');
    return arithmetic.isBelowZero(y.negated()) ? x : unknown(arithmetic);
  }
  if (isWhole && Math.abs(n) <= LARGEST_MULTIPLIED) {
    const product = wholePower(x, Math.abs(n));
    return n > 0 ? product : product.inverse();
  }
  if (!arithmetic.isBelowZero(x)) return x.log().times(y).exp();
  if (!isWhole) {
    const rest = y.minus(n);
    if (arithmetic.isBelowZero(rest) || arithmetic.isBelowZero(rest.negated())) {
      throw new NoValue('a negative number has only whole powers; a cube root is cbrt(x)');
    }
    return unknown(arithmetic);
  }
  const size = x.negated().log().times(y).exp();
  return n % 2 === 0 ? size : size.negated();
};

const BALL_FUNCTIONS: ReadonlyMap<string, readonly [argumentCount: 1 | 2, BallFunction]> = new Map<
  string,
  readonly [1 | 2, BallFunction]
>([
  ['sqrt', [1, sqrt]],
  ['cbrt', [1, cbrt]],
  ['square', [1, (_, x) => x.squared()]],
  ['cube', [1, (_, x) => x.squared().times(x)]],
  ['abs', [1, (_, x) => x.abs()]],
  ['neg', [1, (_, x) => x.negated()]],
  ['exp', [1, (_, x) => x.exp()]],
  ['exp2', [1, (arithmetic, x) => power(arithmetic, arithmetic.of(2), x)]],
  ['expm1', [1, (_, x) => x.expm1()]],
  ['log', [1, log]],
  ['ln', [1, log]],
  ['log2', [1, (arithmetic, x) => log(arithmetic, x, x).over(x.constant(LN2))]],
  ['log10', [1, (arithmetic, x) => log(arithmetic, x, x).over(arithmetic.of(10).log())]],
  ['log1p', [1, (arithmetic, x) => log(arithmetic, x.plus(1), x)]],
  ['sin', [1, sin]],
  ['cos', [1, cos]],
  ['tan', [1, (arithmetic, x) => sin(arithmetic, x, x).over(cos(arithmetic, x, x))]],
  ['asin', [1, asin]],
  ['arcsin', [1, asin]],
  [
    'acos',
    [
      1,
      (arithmetic, x) =>
        arithmetic
          .of(1)
          .atan()
          .times(2)
          .minus(asin(arithmetic, x, x)),
    ],
  ],
  [
    'arccos',
    [
      1,
      (arithmetic, x) =>
        arithmetic
          .of(1)
          .atan()
          .times(2)
          .minus(asin(arithmetic, x, x)),
    ],
  ],
  ['atan', [1, (_, x) => x.atan()]],
  ['arctan', [1, (_, x) => x.atan()]],
  ['sinh', [1, (_, x) => x.exp().minus(x.negated().exp()).over(2)]],
  ['cosh', [1, (_, x) => x.exp().plus(x.negated().exp()).over(2)]],
  ['tanh', [1, tanh]],
  ['erf', [1, (_, x) => x.erf()]],
  ['erfc', [1, (_, x) => x.erfc()]],
  ['hypot', [2, (_, x, y) => x.squared().plus(y.squared()).sqrt()]],
  ['max', [2, max]],
  ['min', [2, (arithmetic, x, y) => max(arithmetic, x.negated(), y.negated()).negated()]],
  ['pow', [2, power]],
  ['add', [2, (_, x, y) => x.plus(y)]],
  ['sub', [2, (_, x, y) => x.minus(y)]],
  ['mul', [2, (_, x, y) => x.times(y)]],
  ['div', [2, over]],
]);

export function ballFunction(name: string): BallFunction | undefined {
  return BALL_FUNCTIONS.get(name)?.[1];
}

/** Every function of this file, with how many arguments it takes. */
export function argumentCounts(): [name: string, count: 1 | 2][] {
  return [...BALL_FUNCTIONS].map(([name, [count]]) => [name, count]);
}
