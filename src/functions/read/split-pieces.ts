/** @file Splits a text at separators outside parentheses: a chain at its commas and bars. */

import { isSpace } from './formula/tokenize';

export const CHAIN_SEPARATORS = ',|';

/** A part of a text without the white space around it, with its place. */
interface PlacedPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** @param separators the characters that separate parts */
export function* splitPieces(text: string, separators: string): Generator<PlacedPart> {
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

/** The text without the white space around it, of the kinds that a formula allows. */
export function trimmed(text: string): string {
  return trimmedPiece(text, 0, text.length).text;
}

function trimmedPiece(text: string, from: number, to: number): PlacedPart {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { text: text.slice(start, end), start, end };
}
