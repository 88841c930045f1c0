/** @file Text for roff, the language of manual pages, with the macros of man(7). */

import { wordsInLines } from '../text/paragraph';

/** Characters that roff takes for its own, or typesets as others: a hyphen, a curly quote. */
const NAMES: Readonly<Record<string, string>> = {
  '\\': String.raw`\e`,
  '-': String.raw`\-`,
  "'": String.raw`\(aq`,
  '`': String.raw`\(ga`,
  '^': String.raw`\(ha`,
  '~': String.raw`\(ti`,
  '"': String.raw`\(dq`,
};

/** Less than 80 by what makes a line no macro. */
const LONGEST_LINE = 78;

/** Text that stands within a line or an argument, every character as it is. */
export function inline(text: string): string {
  return text.replace(/[\\\-'`^~"]|[^\x20-\x7e]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return NAMES[character] ?? `\\[u${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** Text that is a line of its own: a point at its beginning would make it a macro. */
function line(text: string): string {
  const escaped = inline(text);
  return escaped.startsWith('.') ? String.raw`\&${escaped}` : escaped;
}

/** Prose, which roff fills again; here its lines are short enough to read. */
export function prose(text: string): string[] {
  const fits = (words: string): boolean => inline(words).length <= LONGEST_LINE;
  return wordsInLines(text.split(' '), fits).map(line);
}

export function bold(text: string): string {
  return String.raw`\fB${inline(text)}\fR`;
}

export function italic(text: string): string {
  return String.raw`\fI${inline(text)}\fR`;
}

/** A macro with arguments, each of which is one word to it. */
export function macro(name: string, ...words: readonly string[]): string {
  return [`.${name}`, ...words.map((word) => `"${inline(word)}"`)].join(' ');
}

/** A term that is roff already, and what it means. */
export function entry(term: string, meaning: string): string[] {
  return ['.TP', term, ...prose(meaning)];
}

/** Lines that are kept as they are. */
export function display(lines: readonly string[]): string[] {
  return ['.nf', ...lines.map(line), '.fi'];
}
