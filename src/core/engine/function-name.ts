/** @file The names that functions of the user may have. */

import { DezeroError } from '../text/errors';
import { quote } from '../text/quote';

const MOST_CHARACTERS = 40;

/** The message on a name that every object of JavaScript has as a property; undefined for other names. */
export function inheritedName(name: string): string | undefined {
  const isInherited = name in Object.prototype || name === 'prototype';
  return isInherited ? notAllowed(name, "JavaScript's objects use it") : undefined;
}

function notAllowed(name: string, why: string): string {
  return `the name ${quote(name)} is not allowed: ${why}`;
}

/** @throws DezeroError `bad-name` or `duplicate-name` */
export function checkFunctionName(
  name: string,
  taken: readonly string[],
  reserved: readonly string[],
): void {
  const bad = badName(name, reserved);
  if (bad !== undefined) throw new DezeroError('bad-name', bad);
  if (!taken.includes(name)) return;
  const message = `there is already a function ${quote(name)}; give yours another name`;
  throw new DezeroError('duplicate-name', message);
}

function badName(name: string, reserved: readonly string[]): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    return notAllowed(name, 'it needs letters, digits and _, and no digit first');
  }
  if (name.length > MOST_CHARACTERS) {
    return notAllowed(name, `it has more than ${String(MOST_CHARACTERS)} characters`);
  }
  if (reserved.includes(name)) return notAllowed(name, 'in formulas it is a number');
  return inheritedName(name);
}
