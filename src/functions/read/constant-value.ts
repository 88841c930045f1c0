/** @file The double nearest to a formula without variables, taken as mathematics has it. */

import { readNumber } from '../../core/parse-number';
import type { Ball } from '../../math/ball';
import { PI } from '../../math/constants';
import { DoubleBall } from '../../math/double-ball';
import { WholeBall } from '../../math/whole-ball';
import { ballFunction, type BallArithmetic, over, power } from './ball-functions';
import type { ParsedFormula, Term } from './term';

/** The bits of the first try with whole numbers, and of the last; each try has twice as many. */
const FIRST_BITS = 160;
const LAST_BITS = 2560;

/**
 * Numbers beyond 2^20000, and balls as wide, are given up: doubles end at 2^1024, and sines of
 * numbers that small take as many digits of pi.
 */
const LARGEST_EXPONENT = 20_000;

const doubles: BallArithmetic<DoubleBall> = {
  of: (x) => DoubleBall.of(x),
  isExactly: (ball, x) => ball.minus(x).sign === 0,
  isBelowZero: ({ sign }) => sign === -1,
  isMeasured: ({ doubt }) => doubt === undefined,
  largestAngle: 1e6,
};

function wholes(bits: number): BallArithmetic<WholeBall> {
  return {
    of: (x) => WholeBall.of(x, bits),
    isExactly: (ball, x) => ball.minus(x).sign === 0,
    isBelowZero: ({ sign }) => sign === -1,
    isMeasured: ({ doubt, exponent }) =>
      doubt === undefined && Math.abs(exponent) < LARGEST_EXPONENT,
    largestAngle: Infinity,
  };
}

/** A number that is put together from formulas, in whatever arithmetic; undefined if not known. */
export type Recipe = <T extends Ball<T>>(arithmetic: BallArithmetic<T>) => T | undefined;

/**
 * The double nearest to a number, undefined where it cannot be told.
 *
 * @throws NoValue where there certainly is none
 */
export function nearestTo(recipe: Recipe): number | undefined {
  let nearest = recipe(doubles)?.nearest();
  for (let bits = FIRST_BITS; nearest === undefined && bits <= LAST_BITS; bits *= 2) {
    nearest = recipe(wholes(bits))?.nearest();
  }
  // A number that is computed is 0 without a sign.
  return nearest === 0 ? 0 : nearest;
}

/** The ball of a recipe by double-doubles. */
export function doubleBallOf(recipe: Recipe): DoubleBall | undefined {
  return recipe(doubles);
}

/** The ball of a recipe by whole numbers of so many bits. */
export function ballOf(recipe: Recipe, bits: number): WholeBall | undefined {
  return recipe(wholes(bits));
}

/** The value of a formula of numbers and arithmetic alone. @throws NoValue */
export function valueOf({ terms }: ParsedFormula): Recipe {
  return (arithmetic) => {
    const balls: ReturnType<typeof arithmetic.of>[] = [];
    for (const term of terms) {
      const [a, b] = operandsOf(term);
      const ball = termBall(arithmetic, terms, term, balls[a], balls[b]);
      if (ball === undefined || !arithmetic.isMeasured(ball)) return undefined;
      balls.push(ball);
    }
    return balls.at(-1);
  };
}

function operandsOf(term: Term): [number, number] {
  const [a = -1, b = -1] = 'operands' in term ? term.operands : [];
  return [a, b];
}

function termBall<T extends Ball<T>>(
  arithmetic: BallArithmetic<T>,
  terms: readonly Term[],
  term: Term,
  a: T | undefined,
  b: T | undefined,
): T | undefined {
  if (term.kind === 'number') return literal(arithmetic, term.text);
  if (term.kind === 'constant') {
    const one = arithmetic.of(1);
    return term.name === 'pi' ? one.constant(PI) : one.exp();
  }
  if (term.kind === 'variable' || a === undefined) return undefined;
  if (term.kind === 'call') return ballFunction(term.name)?.(arithmetic, a, b ?? a);
  if (term.operator === 'negate') return a.negated();
  if (b === undefined) return undefined;
  switch (term.operator) {
    case '+':
      return a.plus(b);
    case '-':
      return a.minus(b);
    case '*':
      return a.times(b);
    case '/':
      return over(arithmetic, a, b);
    case '^': {
      const base = terms[term.operands[0] as number];
      return base?.kind === 'constant' && base.name === 'e' ? b.exp() : power(arithmetic, a, b);
    }
    default:
      return undefined;
  }
}

/** A decimal, as a whole number and a power of ten. */
export interface Decimal {
  /** Its digits, with the sign if it is negative. */
  readonly digits: string;
  readonly exponent: number;
}

/** A text that `readNumber` reads, taken apart. */
export function decimalOf(text: string): Decimal {
  const [mantissa = '', exponent = '0'] = text.trim().toLowerCase().split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const digits = `${whole}${decimals}`.replace('+', '');
  return { digits, exponent: readNumber(exponent) - decimals.length };
}

/** Fifteen digits make a whole number that is a double. */
const CHUNK = 15;

function literal<T extends Ball<T>>(arithmetic: BallArithmetic<T>, text: string): T {
  const { digits, exponent } = decimalOf(text);
  let ball = arithmetic.of(readNumber(digits.slice(0, CHUNK)));
  for (let at = CHUNK; at < digits.length; at += CHUNK) {
    const chunk = digits.slice(at, at + CHUNK);
    ball = ball.times(readNumber(`1e${String(chunk.length)}`)).plus(readNumber(chunk));
  }
  if (exponent === 0) return ball;
  const tens = tenTo(arithmetic, Math.abs(exponent));
  return exponent > 0 ? ball.times(tens) : ball.over(tens);
}

/** 10^n by repeated squaring. */
function tenTo<T extends Ball<T>>({ of }: BallArithmetic<T>, n: number): T {
  let [result, square] = [of(1), of(10)];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result.times(square);
    if (rest > 1) square = square.squared();
  }
  return result;
}
