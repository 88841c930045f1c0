/** @file What is thrown, and what a text is told that is no formula. */

import { DezeroError } from '../../src/core/text/errors';

/** What a call throws. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('it is accepted');
}

/** The message, and what stands above the carets. */
export function refusal(read: () => unknown): { message: string; marked: string } {
  const error = thrownBy(read);
  expect(error).toBeInstanceOf(DezeroError);
  const { code, message, details } = error as DezeroError;
  expect(code).toBe('bad-formula');
  const [line = '', carets = ''] = details;
  expect(carets).toMatch(/^ *\^+$/);
  return { message, marked: line.slice(carets.indexOf('^'), carets.length) };
}
