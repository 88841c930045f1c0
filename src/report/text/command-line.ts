/** @file A command as it can be typed or pasted, on as many lines as it needs. */

/** Words as a shell has them, with their quotes. */
const WORDS = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s'"])+/g;
const READ_ON = ' \\';

/**
 * The lines of a command: where it is too long for one, a shell reads on behind a backslash.
 *
 * @param before what stands before the first line; the others are set in below it, and a little more
 */
export function commandLines(command: string, before: string, width: number): string[] {
  const indent = `${' '.repeat(before.length)}  `;
  const lines: string[] = [];
  let line = before;
  let isEmpty = true;
  for (const word of command.match(WORDS) ?? []) {
    const longer = isEmpty ? line + word : `${line} ${word}`;
    if (!isEmpty && longer.length > width - READ_ON.length) {
      lines.push(line + READ_ON);
      line = indent + word;
    } else line = longer;
    isEmpty = false;
  }
  return [...lines, line];
}
