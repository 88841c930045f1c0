/** @file Prose, broken between words. */

const WIDTH = 80;

/** The sentences as lines of at most 80 characters; a longer word has a line of its own. */
export function paragraph(text: string): string {
  return wrapped(text, WIDTH)
    .map((line) => `${line}\n`)
    .join('');
}

/** The lines alone, of at most so many characters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The lines of some paragraphs, of which an empty one is left out. */
export function linesOf(texts: readonly string[]): string[] {
  return texts.filter((text) => text !== '').flatMap((text) => wrapped(text, WIDTH));
}
