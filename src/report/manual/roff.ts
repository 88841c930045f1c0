/** @file Text for roff, the language of manual pages, with the macros of man(7). */

import { wordsInLines } from '../text/paragraph';

/** Characters that roff interprets, or typesets as others, such as a hyphen or a curly quote. */
const NAMES: Readonly<Record<string, string>> = {
  '\\': String.raw`\e`,
  '-': String.raw`\-`,
  "'": String.raw`\(aq`,
  '`': String.raw`\(ga`,
  '^': String.raw`\(ha`,
  '~': String.raw`\(ti`,
  '"': String.raw`\(dq`,
};

/** 80 without the two characters that keep a line from being a macro. */
const LONGEST_LINE = 78;

/** Text within a line or an argument, with every character escaped that needs it. */
export function inline(text: string): string {
  return text.replace(/[\\\-'`^~"]|[^\x20-\x7e]/gu, (character) => {
    const code = character.codePointAt(0) as number;
    return NAMES[character] ?? `\\[u${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** Text as a line of its own; a dot at its beginning would make it a macro. */
function line(text: string): string {
  const escaped = inline(text);
  return escaped.startsWith('.') ? String.raw`\&${escaped}` : escaped;
}

/** Prose; roff fills it again, and the lines are short to be readable in the source. */
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

/** A macro with arguments, each of them a single word for roff. */
export function macro(name: string, ...words: readonly string[]): string {
  return [`.${name}`, ...words.map((word) => `"${inline(word)}"`)].join(' ');
}

/** A term, already in roff, with its meaning. */
export function entry(term: string, meaning: string): string[] {
  return ['.TP', term, ...prose(meaning)];
}

/** Lines that roff must not fill. */
export function display(lines: readonly string[]): string[] {
  return ['.nf', ...lines.map(line), '.fi'];
}
