/** @file What stands above a page: what it is about, and where. */

import type { Paint } from '../formats/format';
import { proseWidth, wrapped } from './paragraph';
import { shortCall } from './shorten';

/** What a page or a figure is about. */
export interface Subject {
  /** The formula as people read it. */
  readonly formula: string;
  readonly functionCount: number;
  /** What other variables are held at: `k = 2`. */
  readonly held?: string | undefined;
}

/**
 * `square(x) at x = 2, central difference`, broken between words where a terminal is too narrow.
 *
 * @param rest what else there is to say
 */
export function pageHeading(
  { formula, functionCount }: Pick<Subject, 'formula' | 'functionCount'>,
  at: string,
  paint: Paint,
  rest = '',
): string {
  const name = shortCall(formula, functionCount, '…', proseWidth(paint));
  return headingLines(`${name} at ${at}${rest}`, paint);
}

/** What follows the value of the variable that a page goes along: those that are held. */
export function besides({ held }: Pick<Subject, 'held'>): string {
  return held === undefined ? '' : `, ${held}`;
}

/** A text as the heading of a page: all of it, on as many lines as a terminal needs. */
export function headingLines(text: string, paint: Paint): string {
  return wrapped(text, paint.width ?? Infinity)
    .map((line) => `${paint.heading(line)}\n`)
    .join('');
}
