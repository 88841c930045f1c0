/** @file The names that functions of the user may have. */

import { DezeroError } from '../text/errors';
import { quote } from '../text/quote';

const MOST_CHARACTERS = 40;

/** The message on a name that every object of JavaScript has as a property; undefined for other names. */
export function inheritedName(name: string): string | undefined {
  if (!(name in Object.prototype) && name !== 'prototype') return undefined;
  return `the name ${quote(name)} is not allowed: JavaScript's objects use it`;
}

/** @throws DezeroError `bad-name` or `duplicate-name` */
export function checkFunctionName(
  name: string,
  taken: readonly string[],
  reserved: readonly string[],
): void {
  const quoted = quote(name);
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw new DezeroError(
      'bad-name',
      `the name ${quoted} is not allowed: it needs letters, digits and _, and no digit first`,
    );
  }
  if (name.length > MOST_CHARACTERS) {
    const message = `the name ${quoted} is not allowed: it has more than ${String(MOST_CHARACTERS)} characters`;
    throw new DezeroError('bad-name', message);
  }
  const inherited = inheritedName(name);
  if (inherited !== undefined) throw new DezeroError('bad-name', inherited);
  if (reserved.includes(name)) {
    throw new DezeroError(
      'bad-name',
      `the name ${quoted} is not allowed: in formulas it is a number`,
    );
  }
  if (taken.includes(name)) {
    throw new DezeroError(
      'duplicate-name',
      `there is already a function ${quoted}; give yours another name`,
    );
  }
}
