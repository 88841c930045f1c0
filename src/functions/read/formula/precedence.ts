/** @file How strongly operators bind, from the weakest on. */

import type { Binary } from './term';

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

/** What stands behind an operand where another one follows. */
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
/** By the sign as it is written; a product without one is ''. */
export const INFIXES: ReadonlyMap<string, Infix> = new Map<string, Infix>([
  ...SIGNS.flatMap(([level, signs]) => signs.map((sign) => [sign, { sign, level }] as const)),
  ['', { sign: '*', level: PRODUCT }],
]);
