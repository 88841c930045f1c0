/** @file A part of the help, laid out for 80 columns, as text that flows. */

import { bold, display, entry, prose } from './roff';

/** A term at the margin, and its meaning behind it or on the next line. */
const ENTRY = /^ {2}(\S.*?) {2,}(\S.*)$/;
const LONE_TERM = /^ {2}(\S.*)$/;
/** The second and further lines of an entry. */
const CONTINUATION = /^ {4,}(\S.*)$/;
const COMMAND_LINE = /^ {2}(\$ .*)$/;

/** The lines as paragraphs, examples and lists of terms. */
export function sectionBody(lines: readonly string[]): string[] {
  const body: string[] = [];
  let rest = lines;
  while (rest.length > 0) {
    const [part, length] = examplesAt(rest) ?? entryAt(rest) ?? paragraphAt(rest);
    body.push(...part);
    rest = rest.slice(length);
  }
  return body;
}

/** Roff, and how many lines it is made of. */
type Part = readonly [readonly string[], number];

function examplesAt(lines: readonly string[]): Part | undefined {
  const commands = textsAt(lines, COMMAND_LINE);
  return commands.length === 0 ? undefined : [['.PP', ...display(commands)], commands.length];
}

function entryAt(lines: readonly string[]): Part | undefined {
  const [first = '', ...others] = lines;
  const more = textsAt(others, CONTINUATION);
  const [, term, meaning] =
    ENTRY.exec(first) ?? (more.length > 0 ? LONE_TERM.exec(first) : []) ?? [];
  if (term === undefined) return undefined;
  const texts = meaning === undefined ? more : [meaning, ...more];
  return [entry(bold(term), texts.join(' ')), 1 + more.length];
}

/** Lines at one margin, up to what is no prose. */
function paragraphAt(lines: readonly string[]): Part {
  const margin = marginOf(lines[0] ?? '');
  const isOther = (text: string): boolean => marginOf(text) !== margin || ENTRY.test(text);
  const end = lines.findIndex((text, index) => index > 0 && isOther(text));
  const length = end < 0 ? lines.length : end;
  const text = lines.slice(0, length).map((words) => words.trim());
  return [['.PP', ...prose(text.join(' '))], length];
}

function marginOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** What the pattern finds in the first lines, as long as it finds something. */
function textsAt(lines: readonly string[], pattern: RegExp): string[] {
  const end = lines.findIndex((text) => !pattern.test(text));
  const matching = end < 0 ? lines : lines.slice(0, end);
  return matching.map((text) => pattern.exec(text)?.[1] ?? '');
}
