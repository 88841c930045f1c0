/** @file Where x comes from: --x, standard input, a file, or a column of a table. */

import type { Command } from 'commander';
import { UsageError } from './errors';
import { choiceOption, collect, type Given, once } from './options';

export interface PlaceOptions {
  readonly x?: Given;
  readonly at?: Given;
  readonly input?: Given;
  readonly column?: Given;
}

export interface Place {
  /** The values of --x, as they were given. */
  readonly values: readonly string[];
  /** Whether x is read from standard input or a file. */
  readonly isInput: boolean;
  readonly path: string | undefined;
  readonly column: string | undefined;
}

/** @param purpose what --x is for: "where to differentiate" */
export function addPlaceOptions(command: Command, purpose: string): void {
  command
    .option(
      '-x, --x <numbers...>',
      `${purpose}: one or more numbers, or - for one a line on standard input`,
      collect,
    )
    .option(
      '--at <point>',
      'a point of a program: its numbers in order, 0.5,2, or - for standard input; may be repeated',
      collect,
    )
    .addOption(
      choiceOption('--input <file>', 'read x from a file, one number a line, or see --column', {
        kind: 'file',
      }),
    )
    .option(
      '--column <name>',
      'x is this column, by name or number, of a CSV or TSV table; its other columns are kept',
      collect,
    );
}

/** @throws UsageError unless it is clear where x comes from; it may come from nowhere */
export function placeOf(options: PlaceOptions): Place {
  const values = options.x ?? [];
  const path = once('--input', options.input);
  const column = once('--column', options.column);
  const isInput = isStandardInput(values) || path !== undefined;
  const isInputTwice = path === '-' && values.length === 1 && values[0] === '-';
  if (path !== undefined && values.length > 0 && !isInputTwice) {
    throw new UsageError('--x and --input both say where x comes from; use one of them');
  }
  if (!isInput && column !== undefined) {
    throw new UsageError('--column needs a table: --input FILE, or --x - for standard input');
  }
  return { values, isInput, path, column };
}

/** Whether the values of --x name standard input. */
function isStandardInput(values: readonly string[]): boolean {
  if (!values.includes('-')) return false;
  if (values.length > 1) {
    throw new UsageError('--x - reads standard input and cannot be mixed with other values');
  }
  return true;
}
