/** @file The names in formulas that stand for numbers. A new one is added here, and to the pages. */

import { REAL_E, REAL_PI, type Real } from '../../../math/real';

const CONSTANTS = { pi: REAL_PI, e: REAL_E };

export type ConstantName = keyof typeof CONSTANTS;
export const CONSTANT_NAMES = Object.keys(CONSTANTS) as readonly ConstantName[];

/** Letters that are another way to write a name. */
const LETTERS: ReadonlyMap<string, ConstantName> = new Map([['\u03c0', 'pi']]);

export function isConstant(name: string): name is ConstantName {
  return Object.hasOwn(CONSTANTS, name);
}

/** The constant that is written so; undefined where it is none. */
export function constantWritten(text: string): ConstantName | undefined {
  return LETTERS.get(text) ?? (isConstant(text) ? text : undefined);
}

export function constantNamed(name: ConstantName): Real {
  return CONSTANTS[name];
}
