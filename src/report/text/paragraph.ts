/** @file Breaks prose into lines, by the width of text in columns of a terminal. */

import type { Paint } from '../formats/format';

/** At least one. */
export type Lines = [...string[], string];

/** The longest line: longer ones are hard to read, however wide the terminal is. */
const WIDTH = 80;

/** The width of prose: 80, or less on a narrower terminal. */
export function proseWidth({ width }: Pick<Paint, 'width'>): number {
  return Math.min(WIDTH, width ?? WIDTH);
}

/** An explanation of the numbers above it: those paragraphs that are not empty, in their own colour. */
export function explanation(texts: readonly string[], paint: Paint): string {
  return texts
    .filter((text) => text !== '')
    .flatMap((text) => wrapped(text, proseWidth(paint)))
    .map((line) => `${paint.muted(line)}\n`)
    .join('');
}

/** The lines as a text, without blanks at their ends. */
export function joinedLines(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** Places to break at: between words, but not around ` = `. */
const BREAKS = /(?<! =) (?!= )/;

/** A text as lines of at most this width; a longer word gets a line of its own. */
export function wrapped(text: string, width: number): Lines {
  return wordsInLines(text.split(BREAKS), (line) => textWidth(line) <= width);
}

/** Fills lines with as many words as fit, at least one. @param fits is told the number of the line, from 0, too */
export function wordsInLines(
  words: readonly string[],
  fits: (line: string, at: number) => boolean,
): Lines {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer, lines.length)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Fills rows with as many items as fit, at least one. */
export function filledRows<Item>(
  items: readonly Item[],
  fits: (row: readonly Item[]) => boolean,
): Item[][] {
  const rows: Item[][] = [];
  for (const item of items) {
    const row = rows.at(-1);
    if (row !== undefined && fits([...row, item])) row.push(item);
    else rows.push([item]);
  }
  return rows;
}

/** More lines do not fit a screen of 24: then only those at both ends are shown. */
const MOST_LINES = 24;
const LINES_AT_EACH_END = 8;

/** All items, or those at both ends with how many are hidden between them. */
export function bothEnds<Item>(
  items: readonly Item[],
  isWhole: boolean,
  most = MOST_LINES,
): { readonly start: readonly Item[]; readonly end: readonly Item[]; readonly hidden: number } {
  if (isWhole || items.length <= most) return { start: items, end: [], hidden: 0 };
  const start = items.slice(0, LINES_AT_EACH_END);
  return {
    start,
    end: items.slice(-LINES_AT_EACH_END),
    hidden: items.length - 2 * LINES_AT_EACH_END,
  };
}

/** Texts of characters one column wide, as nearly all are: ASCII, Latin, Greek, arrows and lines. */
const PLAIN = /^[ -~\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u21ff\u2500-\u257f]*$/;

/** The width of a text in one line: Chinese characters take two columns, colours and combining marks none. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  // Loaded here because most texts are plain.
  const stringWidth = require('string-width') as typeof import('string-width');
  return (stringWidth as unknown as (text: string) => number)(text);
}

/** The text, padded with blanks to a width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}
