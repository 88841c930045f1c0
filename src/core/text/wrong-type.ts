/** @file What is said of an argument of the wrong type. */

import { DezeroError } from './errors';

/** The error of an argument of the wrong type: what is needed, what came, what to use. */
export function wrongType(needed: string, value: unknown, example: string): DezeroError {
  return new DezeroError('wrong-type', `${needed}, not ${describeType(value)}: use ${example}`);
}

/** "a number", "an array", "null". */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') {
    const name = Object.prototype.toString.call(value).slice('[object '.length, -1);
    return name === 'Object' ? 'an object' : `a ${name}`;
  }
  return `a ${typeof value}`;
}
