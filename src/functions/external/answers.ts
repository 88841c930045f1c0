/** @file Reads the output of a program: a line for each point that it was sent, with the value and its partials. */

import { counted } from '../../core/text/format-number';
import { DezeroError } from '../../core/text/errors';
import { readNumber } from '../../core/text/parse-number';
import type { Answer } from '../../core/partials/program';
import { quote } from '../../core/text/quote';
import { digitsOf, type PrintedDigits } from './printed-digits';

/** The lines that a program was sent, each a point with this number of variables. */
export interface Sent {
  readonly count: number;
  readonly variables: number;
  readonly lineAt: (index: number) => string;
}

/** The most characters of a line that a message shows. */
const MOST_SHOWN = 100;
const NOT_FINITE = /^([+-]?)(?:(nan(?:\([^)]*\))?|na)|inf|infinity)$/i;

/** The lines of a text, without the empty ones at its end. */
export function printedLines(text: string): string[] {
  const lines = text.split('\n');
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}

/** The number that a word stands for, which may be NaN or infinite; undefined if it is none. */
export function printedNumber(word: string): number | undefined {
  const value = readNumber(word);
  if (!Number.isNaN(value)) return value;
  const [found, sign, nan] = NOT_FINITE.exec(word) ?? [];
  if (found === undefined) return undefined;
  if (nan !== undefined) return NaN;
  return sign === '-' ? -Infinity : Infinity;
}

/**
 * Reads the answers to all points.
 *
 * @param digits is told of every number that is read, where it is given
 * @throws DezeroError `program-failed` with the line that was sent and the one that came back
 */
export function readAnswers(
  text: string,
  sent: Sent,
  { withPartials, digits }: { readonly withPartials: boolean; readonly digits?: PrintedDigits },
): Answer[] {
  const lines = printedLines(text);
  const widths = new Set([1, sent.variables + 1]);
  let width: number | undefined;
  const answers = lines.slice(0, sent.count).map((line, i): Answer => {
    const words = wordsOf(line);
    const count = words.length;
    if (words.some((word) => printedNumber(word) === undefined) || count === 0) {
      throw notNumbers(lines, words, sent, i);
    }
    if (!widths.has(count) || (width !== undefined && count !== width)) {
      throw wrongCount(line, count, width, sent, i);
    }
    width = count;
    const isWanted = withPartials && count > 1;
    const read = (word: string): number => {
      digits?.add(digitsOf(word));
      return printedNumber(word) as number;
    };
    return {
      value: read(words[0] as string),
      partials: isWanted ? Float64Array.from(words.slice(1), read) : undefined,
    };
  });
  if (lines.length < sent.count) throw tooFew(lines.length, sent);
  if (lines.length > sent.count) throw tooMany(lines, sent);
  return answers;
}

function wordsOf(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/[ \t]+/);
}

/** The line that was sent and the one that came back, as details of an error. */
export function exchange(sent: Sent, index: number, got?: string): string[] {
  const lines = [`sent, line ${String(index + 1)}: ${shortened(sent.lineAt(index))}`];
  if (got !== undefined)
    lines.push(`came back: ${got.trim() === '' ? 'an empty line' : shortened(got)}`);
  return lines;
}

function shortened(line: string): string {
  const text = line.trimEnd();
  if (text.length <= MOST_SHOWN) return text;
  return `${text.slice(0, MOST_SHOWN)}… (${String(text.length)} characters)`;
}

function failed(message: string, details: readonly string[]): DezeroError {
  return new DezeroError('program-failed', message, details);
}

function notNumbers(
  lines: readonly string[],
  words: readonly string[],
  sent: Sent,
  index: number,
): DezeroError {
  const line = lines[index] as string;
  const details = exchange(sent, index, line);
  if (words.length === 0) return failed('the program prints an empty line for a point', details);
  const word = words.find((text) => printedNumber(text) === undefined) as string;
  if (index === 0 && lines.length > sent.count) {
    return failed(
      `the program prints ${quote(shortened(line))} before its answers; only answers may go to standard output, anything else to standard error`,
      details,
    );
  }
  const hint = word.includes(',')
    ? '; numbers are separated by white space, and have a point before their decimals'
    : '';
  return failed(`the program prints ${quote(word)}, which is no number${hint}`, details);
}

function wrongCount(
  line: string,
  count: number,
  width: number | undefined,
  sent: Sent,
  index: number,
): DezeroError {
  const { variables } = sent;
  const needed =
    width === undefined
      ? `${counted(variables + 1, 'number')} are needed, the value and ${counted(variables, 'partial')}, or the value alone`
      : `${width === 1 ? '1 as' : `${String(width)} as`} for the points before it`;
  return failed(
    `the program prints ${counted(count, 'number')} for a point of ${counted(variables, 'variable')}; ${needed}`,
    exchange(sent, index, line),
  );
}

function tooFew(found: number, sent: Sent): DezeroError {
  const message =
    found === 0
      ? `the program prints nothing for ${counted(sent.count, 'point')}; it has to read standard input to its end and print a line for each`
      : `the program prints ${counted(found, 'line')} for ${counted(sent.count, 'point')}; one for each is needed`;
  return failed(message, exchange(sent, found));
}

function tooMany(lines: readonly string[], { count, lineAt }: Sent): DezeroError {
  return failed(
    `the program prints ${counted(lines.length, 'line')} for ${counted(count, 'point')}; one for each is needed`,
    [
      `sent last: ${shortened(lineAt(count - 1))}`,
      `came back after its answer: ${shortened(lines[count] as string)}`,
    ],
  );
}
