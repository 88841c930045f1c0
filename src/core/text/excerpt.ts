/** @file A place in a text, for messages. */

import { escapeText } from './quote';

const EXCERPT_BEFORE = 30;
const EXCERPT_LENGTH = 70;

/** The marked part of a text with its surroundings on the same line, and a row of carets below; nothing of a blank text. */
export function excerpt(text: string, start: number, end: number): string[] {
  const written = text.trimEnd();
  if (written === '') return [];
  const lineStart = written.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = written.indexOf('\n', end);
  const line = written.slice(0, lineEnd < 0 ? undefined : lineEnd).trimEnd();
  const from = Math.max(start > 0 ? lineStart : 0, start - EXCERPT_BEFORE);
  const to = Math.min(line.length, from + EXCERPT_LENGTH);
  const before = (from > lineStart ? '…' : '') + escapeText(line.slice(from, start));
  const piece = escapeText(line.slice(start, Math.min(end, to)));
  const after = escapeText(line.slice(Math.min(end, to), to)) + (to < line.length ? '…' : '');
  return [
    before + piece + after,
    ' '.repeat(before.length) + '^'.repeat(Math.max(1, piece.length)),
  ];
}
