/** @file Lines as numbers: the bytes of a chunk in, blocks of numbers out. */

import { numberFault, readNumber } from '../../../core/text/parse-number';
import { type Scan, scanNumbers } from '../../../core/text/scan-numbers';
import type { InputPoints } from '../rows';
import { type SplitOptions, type BlockRoom, blocksOf } from './blocks';
import { endOfLine } from './csv-records';
import { asReadable } from './decoded-text';
import type { Chunk } from './line-reader';
import { LONGEST_LINE, tooLongLine } from './too-long';

const CARRIAGE_RETURN = 13;

/**
 * The lines of a chunk in order, numbers in blocks. Bytes are taken as Latin-1, one character each,
 * so that a byte that is no digit is found on its own line; only LF ends a line, with a CR before it
 * forgiven.
 *
 * @returns the number of lines
 */
export function numberLines(chunk: Chunk, options: SplitOptions): Generator<InputPoints, number> {
  const firstLine = chunk.isFirst ? chunk.start : undefined;
  return blocksOf(chunk, (most) => roomFor(most, firstLine), options, tooLongLine);
}

/** @param firstLine where the first line of the input begins, if it is in the chunk */
function roomFor(most: number, firstLine: number | undefined): BlockRoom {
  const numbers = new Float64Array(most);
  return {
    scan(bytes, end, scan) {
      scanNumbers(bytes, end, numbers, scan);
    },
    readLine(bytes, scan) {
      const isFirstLine = scan.position === firstLine;
      const text = nextLine(bytes, scan);
      const value = text.length > LONGEST_LINE ? NaN : readNumber(text);
      if (!Number.isFinite(value)) return () => lineFault(text, isFirstLine);
      numbers[scan.count++] = value;
      return undefined;
    },
    points: (count) => ({ point: [numbers.subarray(0, count)] }),
  };
}

function nextLine(bytes: Buffer, scan: Scan): string {
  const start = scan.position;
  scan.position = endOfLine(bytes, start, bytes.length);
  const lineEnd = scan.position - 1;
  const hasReturn = bytes[lineEnd - 1] === CARRIAGE_RETURN;
  return bytes.toString('latin1', start, hasReturn ? lineEnd - 1 : lineEnd);
}

function lineFault(latin1: string, isFirstLine: boolean): string {
  if (latin1.length > LONGEST_LINE) return tooLongLine(Buffer.from(latin1.slice(0, 20), 'latin1'));
  const { message } = numberFault(asReadable(latin1));
  return isFirstLine ? message + tableHint(latin1) : message;
}

/** A hint if the first line looks like that of a table. */
function tableHint(line: string): string {
  const [first, second] = line.split(/[,;\t]/).map((cell) => cell.trim()) as [string, string?];
  const isName = /^"?[A-Za-z_]/.test(first);
  if (!isName && second === undefined) return '';
  const column = /^\w{1,30}$/.test(first) && isName ? first : '1';
  return `; of a table say which column x is, as in --column ${column}`;
}
