/** @file The heading of a page: what it is about, and at which point. */

import type { Paint } from '../formats/format';
import { proseWidth, wrapped } from './paragraph';
import { shortCall } from './shorten';

export interface Subject {
  readonly formula: string;
  readonly functionCount: number;
  /** The values of the other variables: `k = 2`. */
  readonly held?: string | undefined;
}

/**
 * `square(x) at x = 2, central difference`, broken between words if the terminal is too narrow.
 *
 * @param rest the text after the point
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

/** The text after the variable that a page goes along: the values of the others. */
export function besides({ held }: Pick<Subject, 'held'>): string {
  return held === undefined ? '' : `, ${held}`;
}

/** A text as the heading of a page, on as many lines as it needs. */
export function headingLines(text: string, paint: Paint): string {
  return wrapped(text, paint.width ?? Infinity)
    .map((line) => `${paint.heading(line)}\n`)
    .join('');
}
