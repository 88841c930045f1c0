/** @file The width of a text in columns of a terminal. */

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
