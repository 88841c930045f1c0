/** @file Breaks a command into lines that can be typed or pasted. */

import type { Lines } from './paragraph';

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
  const lines: string[] = [];
  let line = before;
  let isEmpty = true;
  for (const [word] of command.matchAll(WORDS)) {
    const longer = isEmpty ? line + word : `${line} ${word}`;
    if (!isEmpty && longer.length > width - READ_ON.length) {
      lines.push(line + READ_ON);
      line = indent + word;
    } else line = longer;
    isEmpty = false;
  }
  return [...lines, line];
}
