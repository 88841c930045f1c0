/** @file A place in a text, for messages. */

import { escapeText } from './quote';

const EXCERPT_BEFORE = 30;
const EXCERPT_LENGTH = 70;

/** The marked part of a text with its surroundings, and a row of carets below; nothing of a blank text. */
export function excerpt(text: string, start: number, end: number): string[] {
  if (text.trim() === '') return [];
  const from = Math.max(0, start - EXCERPT_BEFORE);
  const to = Math.min(text.length, from + EXCERPT_LENGTH);
  const before = (from > 0 ? '…' : '') + escapeText(text.slice(from, start));
  const piece = escapeText(text.slice(start, Math.min(end, to)));
  const after = escapeText(text.slice(Math.min(end, to), to)) + (to < text.length ? '…' : '');
  return [
    before + piece + after,
    ' '.repeat(before.length) + '^'.repeat(Math.max(1, piece.length)),
  ];
}
