/** @file Which columns are printed, in which format: options that go together, or do not. */

import type { Command } from 'commander';
import type { FormatName } from '../../report/formats/formats';
import { UsageError } from '../errors';
import {
  choice,
  choiceOption,
  choices,
  digits,
  formatOf,
  type FormatOptions,
  type Given,
  once,
  refuseGiven,
} from './options';

export interface ColumnOptions extends FormatOptions {
  readonly columns?: Given;
  readonly only?: Given;
  readonly precision?: Given;
}

/** @param texts what the help says of each */
export function addColumnOptions(
  command: Command,
  all: readonly string[],
  texts: { readonly columns: string; readonly only: string },
): void {
  command.optionsGroup('Rows and columns:');
  command
    .addOption(choiceOption('--columns <names>', texts.columns, { kind: 'list', words: all }))
    .addOption(choiceOption('--only <column>', texts.only, all));
}

/** What the options ask for; what they leave open is undefined. */
interface ColumnChoice<Column extends string> {
  readonly columns: readonly Column[] | undefined;
  /** The one column that is printed as bare numbers; nothing else is chosen then. */
  readonly only: Column | undefined;
  readonly format: FormatName | undefined;
  /** Significant digits of numbers. */
  readonly precision: number | undefined;
}

/**
 * @param all the columns to choose from
 * @param others further options that do not go with --only
 * @throws UsageError where options contradict each other
 */
export function columnChoice<Column extends string>(
  options: ColumnOptions,
  all: readonly Column[],
  others: readonly string[] = [],
): ColumnChoice<Column> {
  const columns = choices('--columns', options.columns, all);
  const format = formatOf(options);
  const precision = digits(options.precision);
  if (once('--only', options.only)?.includes(',') === true) {
    throw new UsageError('--only takes one column; for several use --columns');
  }
  const only = choice('--only', options.only, all);
  if (only !== undefined) {
    refuseGiven(options, ['--columns', '--json', '--format', ...others], (flag) => {
      return `--only prints one bare column, so ${flag} does not go with it`;
    });
  }
  return { columns, only, format, precision };
}

/**
 * The columns that words stand for, each for one or, with several variables, for all of its kind.
 *
 * @throws UsageError where two words choose the same column
 */
export function columnsNamed<Named extends { readonly name: string }>(
  chosen: readonly string[],
  words: ReadonlyMap<string, readonly Named[]>,
): Named[] {
  const columns = chosen.flatMap((word) => words.get(word) ?? []);
  const names = columns.map(({ name }) => name);
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated !== undefined) throw new UsageError(`--columns: ${repeated} is named twice`);
  return columns;
}

/** The column of --only. @throws UsageError where its word stands for several */
export function columnNamed<Named extends { readonly name: string }>(
  word: string,
  words: ReadonlyMap<string, readonly Named[]>,
): readonly Named[] {
  const columns = words.get(word) ?? [];
  if (columns.length <= 1) return columns;
  const names = columns.map(({ name }) => name).join(', ');
  throw new UsageError(`--only takes one column, and ${word} is ${names}: choose one of them`);
}
