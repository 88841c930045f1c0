/** @file Which columns are printed, in which format: options that go together, or do not. */

import type { Command } from 'commander';
import { firstRepeated } from '../../core/text/lists';
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

/** What the options ask for where a word stands for one column or, with several variables, for all of its kind. */
interface WordChoice<Named> {
  readonly columns: readonly Named[] | undefined;
  /** Whether it is one column of bare numbers. */
  readonly isBare: boolean;
  readonly format: FormatName | undefined;
  readonly precision: number | undefined;
}

/**
 * As `columnChoice`.
 *
 * @throws UsageError also where two words choose the same column
 */
export function wordChoice<Named extends { readonly name: string }>(
  options: ColumnOptions,
  words: ReadonlyMap<string, readonly Named[]>,
  others?: readonly string[],
): WordChoice<Named> {
  const { columns, only, ...rest } = columnChoice(options, [...words.keys()], others);
  const bare = only === undefined ? undefined : columnNamed(only, words);
  return {
    columns: bare ?? (columns && columnsNamed(columns, words)),
    isBare: bare !== undefined,
    ...rest,
  };
}

function columnsNamed<Named extends { readonly name: string }>(
  chosen: readonly string[],
  words: ReadonlyMap<string, readonly Named[]>,
): Named[] {
  const columns = chosen.flatMap((word) => words.get(word) ?? []);
  const repeated = firstRepeated(columns.map(({ name }) => name));
  if (repeated !== undefined) throw new UsageError(`--columns: ${repeated} is named twice`);
  return columns;
}

/** The column of --only. @throws UsageError where its word stands for several */
function columnNamed<Named extends { readonly name: string }>(
  word: string,
  words: ReadonlyMap<string, readonly Named[]>,
): readonly Named[] {
  const columns = words.get(word) ?? [];
  if (columns.length <= 1) return columns;
  const names = columns.map(({ name }) => name).join(', ');
  throw new UsageError(`--only takes one column, and ${word} is ${names}: choose one of them`);
}
