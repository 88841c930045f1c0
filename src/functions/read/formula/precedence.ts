/** @file The precedence of operators, from the weakest on. */

import type { Binary, Operator } from './term';

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

/** An operator between two operands, or the ? of a choice. */
interface Infix {
  readonly sign: Binary | '?';
  readonly level: number;
}

const SIGNS: readonly (readonly [level: number, signs: readonly Infix['sign'][]])[] = [
  [CHOICE, ['?']],
  [OR, ['||']],
  [AND, ['&&']],
  [COMPARISON, ['<', '<=', '>', '>=', '==', '!=']],
  [SUM, ['+', '-']],
  [PRODUCT, ['*', '/']],
  [POWER, ['^']],
];
/** The operators by their signs as written; a product without a sign is ''. */
export const INFIXES: ReadonlyMap<string, Infix> = new Map<string, Infix>([
  ...SIGNS.flatMap(([level, signs]) => signs.map((sign) => [sign, { sign, level }] as const)),
  ['', { sign: '*', level: PRODUCT }],
]);

/** Whether an operator makes a condition, which is no number. */
export function isCondition(operator: Operator): boolean {
  const level = INFIXES.get(operator)?.level ?? CHOICE;
  return operator === '!' || (level >= OR && level <= COMPARISON);
}
