/** @file Errors in formulas, with their place. */

import { DezeroError } from '../../../core/text/errors';
import { excerpt } from '../../../core/text/excerpt';

/** A place in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a text, so that messages can show where it stands. */
export interface Excerpted extends Span {
  readonly text: string;
}

/** The error, with the text and carets below the place. @param text all of it, not the part alone */
export function badFormula(text: string, { start, end }: Span, message: string): DezeroError {
  return new DezeroError('bad-formula', message, excerpt(text, start, end));
}

/** The longest piece of a formula that a hint repeats. */
const LONGEST_SHOWN = 30;

/**
 * A piece of a formula, to be shown in a hint: its white space made even, `...` where it is long.
 * Its characters are those of formulas, which are harmless to a terminal.
 */
export function shown(text: string, { start, end }: Span): string {
  if (end - start > LONGEST_SHOWN) return '...';
  return text.slice(start, end).trim().replace(/\s+/g, ' ');
}
