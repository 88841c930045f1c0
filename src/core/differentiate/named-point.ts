/** @file Points by the names of their variables: `{ x: 1, y: 2 }`. */

import { DezeroError, wrongType } from '../text/errors';
import { quote } from '../text/quote';
import { didYouMean } from '../text/suggest';

/** A column of numbers for each variable, all of the same length. */
export type NamedPoint<V extends string = string> = Readonly<Record<V, Float64Array>>;

/** Names of other parts of a result, which no variable can have. */
const TAKEN: readonly string[] = ['value', 'trace', 'problems', 'notices'];

/**
 * The columns in the order of the variables.
 *
 * @throws DezeroError `wrong-type` if one is missing, unknown or of another length, `bad-name` if a variable
 * has the name of a part of the result
 */
export function pointOf(variables: readonly string[], given: NamedPoint): Float64Array[] {
  requireEach(variables, given);
  const taken = variables.find((name) => TAKEN.includes(name));
  if (taken !== undefined) {
    const message = `the variable ${taken} is called like a part of the result; give it another name`;
    throw new DezeroError('bad-name', message);
  }
  return variables.map((name) => {
    const x = given[name];
    if (!(x instanceof Float64Array)) {
      throw wrongType(`the variable ${name} holds a Float64Array`, x, 'Float64Array.of(0.5)');
    }
    const { length } = given[variables[0] as string] as Float64Array;
    if (x.length === length) return x;
    const message = `${variables[0] as string} has ${String(length)} numbers and ${name} ${String(x.length)}: each variable needs as many`;
    throw new DezeroError('wrong-type', message);
  });
}

/** @throws DezeroError `wrong-type` unless exactly these variables are given */
export function requireEach(variables: readonly string[], given: object): void {
  const missing = variables.find((name) => !Object.hasOwn(given, name));
  if (missing !== undefined) {
    throw new DezeroError(
      'wrong-type',
      `the variable ${missing} has no value: give one for each of ${variables.join(', ')}`,
    );
  }
  const unknown = Object.keys(given).find((name) => !variables.includes(name));
  if (unknown === undefined) return;
  throw new DezeroError(
    'wrong-type',
    `there is no variable ${quote(unknown)}; there are ${variables.join(', ')}.${didYouMean(unknown, variables)}`,
  );
}
