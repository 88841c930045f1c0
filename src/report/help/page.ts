/** @file Prints the help with colours, and wraps it again for terminals narrower than 80 columns. */

import type { Paint } from '../formats/format';
import { commandLines } from '../text/command-line';
import { wrapped } from '../text/paragraph';
import { type HelpPart, helpParts } from './parts';

/** The width that the help is laid out for. */
export const HELP_WIDTH = 80;

/** A heading such as `Options:` or `Exit status: 0 done`: up to three words before a colon, or a line that ends with one. */
const HEADING = /^[A-Z]\w*(?: \w+){0,2}:(?= |$)|^[A-Z].*:$/;
const PROMPT = '  $ ';
/** The indentation of a meaning on the line below a long term. */
const BELOW_TERM = '      ';
/** Meanings that begin farther to the right are put below their term. */
const MOST_TERM_COLUMNS = 16;

/** @param help as it is laid out for 80 columns */
export function helpPage(help: string, paint: Paint): string {
  const { width = HELP_WIDTH } = paint;
  if (width >= HELP_WIDTH) return help.replace(/^.*$/gm, (line) => painted(line, paint));
  const blocks = help.split(/(\n{2,})/);
  return blocks
    .map((block) => (block.trim() === '' ? block : narrowed(block, paint, width)))
    .join('');
}

/** A block of lines wrapped to the width of the terminal; blank lines at both ends stay. */
function narrowed(block: string, paint: Paint, width: number): string {
  const text = block.replace(/^\n+|\n+$/g, '');
  const lines = helpParts(text.split('\n')).flatMap((part) => partLines(part, width));
  return block.replace(text, () => lines.map((line) => painted(line, paint)).join('\n'));
}

function partLines(part: HelpPart, width: number): string[] {
  if (part.kind === 'commands') {
    return part.commands.flatMap((command) => commandLines(command, PROMPT, width));
  }
  if (part.kind === 'prose') {
    const indent = ' '.repeat(part.margin);
    return wrapped(part.text, width - indent.length).map((line) => indent + line);
  }
  const { term, meaning, column = Infinity } = part;
  const isBeside = column <= MOST_TERM_COLUMNS;
  const indent = isBeside ? ' '.repeat(column) : BELOW_TERM;
  const lines = wrapped(meaning, width - indent.length).map((line) => indent + line);
  if (!isBeside) return [`  ${term}`, ...lines];
  const [first, ...others] = lines as [string, ...string[]];
  return [`  ${term}`.padEnd(column) + first.trimStart(), ...others];
}

/** A line with the usual colours of headings and commands. */
function painted(line: string, paint: Paint): string {
  if (line.startsWith(PROMPT)) return PROMPT + paint.name(line.slice(PROMPT.length));
  return line.replace(HEADING, (heading) => paint.heading(heading));
}
