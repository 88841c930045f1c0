/** @file What a text is told that is no formula. */

import { DezeroError } from '../../src/core/text/errors';

/** The message, and what stands above the carets. */
export function refusal(read: () => unknown): { message: string; marked: string } {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(DezeroError);
    const { code, message, details } = error as DezeroError;
    expect(code).toBe('bad-formula');
    const [line = '', carets = ''] = details;
    expect(carets).toMatch(/^ *\^+$/);
    return { message, marked: line.slice(carets.indexOf('^'), carets.length) };
  }
  throw new Error('it is accepted');
}
