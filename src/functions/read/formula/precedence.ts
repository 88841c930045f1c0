/** @file How strongly operators bind, from the weakest on. */

export const CHOICE = 1;
export const OR = 2;
export const AND = 3;
export const COMPARISON = 4;
export const SUM = 5;
export const PRODUCT = 6;
/** A minus before an operand: above a product, below a power. */
export const SIGN = 7;
export const POWER = 8;
/** Names, numbers, calls and what stands in parentheses. */
export const ATOM = 9;

/** By operator, between two operands; a product without a sign is ''. */
export const LEVELS: ReadonlyMap<string, number> = new Map([
  ['?', CHOICE],
  ['||', OR],
  ['&&', AND],
  ...['<', '<=', '>', '>=', '==', '!='].map((sign): [string, number] => [sign, COMPARISON]),
  ...['+', '-'].map((sign): [string, number] => [sign, SUM]),
  ...['*', '/', ''].map((sign): [string, number] => [sign, PRODUCT]),
  ['^', POWER],
]);
