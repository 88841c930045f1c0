/** @file A text cut at separators that stand in no parentheses: a chain at its commas and bars. */

import { isSpace } from './formula/tokenize';

export const CHAIN_SEPARATORS = ',|';

/** A part of a text without the white space around it, and where it stands there. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** @param separators characters, each of which ends a piece */
export function* splitPieces(text: string, separators: string): Generator<Piece> {
  let start = 0;
  let depth = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = text.charAt(i);
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    const isSeparator = depth <= 0 && separators.includes(character);
    if (!isSeparator && i < text.length) continue;
    yield trimmedPiece(text, start, i);
    start = i + 1;
  }
}

/** Without the white space around it, as everywhere in a formula. */
export function trimmed(text: string): string {
  return trimmedPiece(text, 0, text.length).text;
}

function trimmedPiece(text: string, from: number, to: number): Piece {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { text: text.slice(start, end), start, end };
}
