/** @file The precedence of operators, from the weakest on. */

import type { BinaryOperator, Comparison } from './term';

export const CHOICE = 1;
export const OR = 2;
export const AND = 3;
export const COMPARISON = 4;
export const SUM = 5;
export const PRODUCT = 6;
/** The unary minus: above a product, below a power. */
export const SIGN = 7;
export const POWER = 8;
/** Names, numbers, calls and parentheses. */
export const ATOM = 9;

/** A sign after an operand that another operand follows; '' is a product without a sign. */
type Infix = BinaryOperator | '?' | '';

/** The precedence of each. */
export const LEVELS: { readonly [sign in Infix]: number } = {
  '?': CHOICE,
  '||': OR,
  '&&': AND,
  '<': COMPARISON,
  '<=': COMPARISON,
  '>': COMPARISON,
  '>=': COMPARISON,
  '==': COMPARISON,
  '!=': COMPARISON,
  '+': SUM,
  '-': SUM,
  '*': PRODUCT,
  '/': PRODUCT,
  '': PRODUCT,
  '^': POWER,
};

export function isInfix(sign: string): sign is Infix {
  return Object.hasOwn(LEVELS, sign);
}

export function isComparison(sign: Infix): sign is Comparison {
  return LEVELS[sign] === COMPARISON;
}
