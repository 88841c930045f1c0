/** @file Breaks a command into lines that can be typed or pasted. */

import { type Lines, wordsInLines } from './paragraph';

/** The words of a shell command, with their quotes. */
const WORDS = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s'"])+/g;
const READ_ON = ' \\';

/**
 * The lines of a command, with a backslash at the end of each except the last.
 *
 * @param before the text before the first line; the others are indented below it, and a little more
 */
export function commandLines(command: string, before: string, width: number): Lines {
  const indent = `${' '.repeat(before.length)}  `;
  const startOf = (at: number): string => (at === 0 ? before : indent);
  const words = command.match(WORDS) ?? [];
  const fits = (line: string, at: number): boolean =>
    startOf(at).length + line.length <= width - READ_ON.length;
  const lines = wordsInLines(words, fits);
  const last = lines.length - 1;
  return lines.map((line, at) => startOf(at) + line + (at < last ? READ_ON : '')) as Lines;
}
