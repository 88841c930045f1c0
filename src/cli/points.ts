/** @file The x to differentiate at: from the command line, or from standard input. */

import type { Fault } from '../core/errors';
import { formatNumber } from '../core/format-number';
import { tell, UsageError } from './errors';
import type { Io } from './io';
import { readNumberLines } from './number-lines';
import { type Given, number } from './options';

/** Some points and where each came from, or a place without a number. */
export type Points =
  | { readonly x: Float64Array; readonly place: (index: number) => string }
  | { readonly place: string; readonly fault: Fault };

/** Whether the values of --x name standard input. */
export function isStandardInput(values: Given): boolean {
  if (values?.includes('-') !== true) return false;
  if (values.length > 1) {
    throw new UsageError('--x - reads standard input and cannot be mixed with other values');
  }
  return true;
}

/** The values of --x, all of them read before anything is computed. */
export function pointsFromArguments(values: readonly string[]): Points[] {
  const x = Float64Array.from(values, (text) => number('--x', text));
  return [{ x, place: (index) => `x = ${formatNumber(x[index] as number)}` }];
}

/**
 * One number a line, as they come.
 *
 * @param beforeRead called before each read, which may wait for long
 */
export function* pointsFromInput(io: Io, beforeRead: () => void): Generator<Points> {
  if (io.isTerminal('input')) {
    tell(io, 'reading x from standard input, one number a line; end with Ctrl-D');
  }
  const read = (buffer: Buffer): number => {
    beforeRead();
    return io.readInput(buffer);
  };
  for (const lines of readNumberLines(read)) {
    if (lines.kind === 'bad') {
      yield { place: `line ${String(lines.line)}`, fault: lines.fault };
    } else {
      const { x, firstLine } = lines;
      yield {
        x,
        place: (i) => `line ${String(firstLine + i)} (x = ${formatNumber(x[i] as number)})`,
      };
    }
  }
}
