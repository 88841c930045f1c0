/** @file The x to differentiate at: from the command line, or from standard input. */

import type { DezeroError } from '../core/errors';
import { formatNumber } from '../core/format-number';
import { tell, UsageError } from './errors';
import type { Io } from './io';
import { readNumberLines } from './number-lines';
import { type Given, number } from './options';

/** Some points and where each came from, or a place without a number. */
export type Points =
  | { readonly x: Float64Array; readonly place: (index: number) => string }
  | { readonly place: string; readonly error: DezeroError };

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

/** One number a line, as they come. */
export function* pointsFromInput(io: Io): Generator<Points> {
  if (io.isTerminal('input')) {
    tell(io, 'reading x from standard input, one number a line; end with Ctrl-D');
  }
  for (const lines of readNumberLines(io.readInput)) {
    if (lines.kind === 'bad') {
      yield { place: `line ${String(lines.line)}`, error: lines.error };
    } else {
      const { x, firstLine } = lines;
      yield {
        x,
        place: (i) => `line ${String(firstLine + i)} (x = ${formatNumber(x[i] as number)})`,
      };
    }
  }
}
