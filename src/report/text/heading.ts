/** @file Headings and names in the room that there is: what a page is about, and at which point. */

import type { Paint } from '../formats/format';
import { proseWidth, wrapped } from './paragraph';

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

/** The longest call: it leaves room for the point after it on a line of 80 columns. */
const LONGEST_CALL = 60;
/** The longest name: with two numbers of 24 characters it makes a table of 80 columns. */
const LONGEST_NAME = 15;

/**
 * The nested call, cut in the middle if it is long.
 *
 * @param width the width of the line
 */
export function shortCall(
  call: string,
  functionCount: number,
  ellipsis = '…',
  width = LONGEST_CALL,
): string {
  const most = Math.min(LONGEST_CALL, width);
  if (call.length <= most) return call;
  const start = call.slice(0, most / 2);
  const end = call.slice(-most / 4);
  return `${start} ${ellipsis} ${end} [${String(functionCount)} functions]`;
}

/** The text, cut at its end to at most this many characters. */
export function shortened(text: string, most: number, ellipsis = '…'): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  return `${characters.slice(0, most - ellipsis.length).join('')}${ellipsis}`;
}

/** The name of a function or an operation, with its longest words cut if it is long. */
export function shortName(name: string, ellipsis = '…'): string {
  const words = name.split(' ');
  for (let most = LONGEST_NAME; most > ellipsis.length; most--) {
    const cut = words.map((word) => shortened(word, most, ellipsis)).join(' ');
    if (cut.length <= LONGEST_NAME) return cut;
  }
  return shortened(name, LONGEST_NAME, ellipsis);
}

const LINES = '─│┼┤└┬→←';
const ASCII_LINES = '-|++++><';

/** The lines and arrows of a drawing as they are for this terminal. */
export function strokes(drawing: string, isAscii: boolean): string {
  return isAscii
    ? drawing.replace(/[─│┼┤└┬→←]/g, (line) => ASCII_LINES.charAt(LINES.indexOf(line)))
    : drawing;
}

/** What stands where a text is cut. */
export function ellipsisOf(isAscii: boolean): string {
  return isAscii ? '...' : '…';
}
