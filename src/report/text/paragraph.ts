/** @file Prose, broken between words. */

import type { Paint } from '../formats/format';
import { textWidth } from './text-width';

/** Longer lines are hard to read, however wide a terminal is. */
const WIDTH = 80;

/** The width of prose: 80, or less on a terminal that is narrower. */
export function proseWidth({ width }: Pick<Paint, 'width'>): number {
  return Math.min(WIDTH, width ?? WIDTH);
}

/** What explains the figures above it: sentences as lines of that width, in its own colour. */
export function explanation(texts: readonly string[], paint: Paint): string {
  return linesOf(texts, paint)
    .map((line) => `${paint.muted(line)}\n`)
    .join('');
}

/** Between words; what is said to be equal stays on one line with what it is equal to. */
const BREAKS = /(?<! =) (?!= )/;

/** A text as lines of at most so many characters; a longer word has a line of its own. */
export function wrapped(text: string, width: number): string[] {
  return wordsInLines(text.split(BREAKS), (line) => textWidth(line) <= width);
}

/** As many words on each line as fit on it, one at least. */
export function wordsInLines(words: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The lines of some paragraphs, of which an empty one is left out. */
export function linesOf(texts: readonly string[], paint: Pick<Paint, 'width'>): string[] {
  return texts.filter((text) => text !== '').flatMap((text) => wrapped(text, proseWidth(paint)));
}
