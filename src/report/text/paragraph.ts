/** @file Prose, broken between words. */

import type { Paint } from '../formats/format';
import { textWidth } from './text-width';

/** Longer lines are hard to read, however wide a terminal is. */
const WIDTH = 80;

/** The width of prose: 80, or less on a terminal that is narrower. */
export function proseWidth({ width }: Pick<Paint, 'width'>): number {
  return Math.min(WIDTH, width ?? WIDTH);
}

/** The sentences as lines of that width; a longer word has a line of its own. */
export function paragraph(text: string, paint: Pick<Paint, 'width'>): string {
  return linesOf([text], paint)
    .map((line) => `${line}\n`)
    .join('');
}

/** The lines alone, of at most so many characters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer) > width) {
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
