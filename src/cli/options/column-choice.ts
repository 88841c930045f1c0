/** @file Which columns are printed, in which format: options that go together, or do not. */

import type { Command } from 'commander';
import { firstRepeated } from '../../core/text/lists';
import { UsageError } from '../errors';
import type { Options } from './given';
import {
  addFormatOptions,
  addOptions,
  choice,
  choices,
  once,
  precisionOf,
  refuseGiven,
  styleOf,
  type RecordStyle,
} from './options';

/**
 * @param texts what the help says of each
 * @param usualFormat that of the rows, as the help says it
 */
export function addRowOptions(
  command: Command,
  all: readonly string[],
  texts: { readonly columns: string; readonly only: string },
  usualFormat: string,
): void {
  command.optionsGroup('Rows and columns:');
  const options = {
    '--columns <names>': [texts.columns, { kind: 'list', words: all }],
    '--only <column>': [texts.only, all],
  } as const;
  addOptions(command, options, 'goes with --program');
  addFormatOptions(command, usualFormat);
}

/** The columns and the style that the options ask for; undefined is the default. */
export interface ColumnChoice<Column> extends RecordStyle {
  readonly columns: readonly Column[] | undefined;
  /** Whether it is the one column of --only: bare numbers, as tsv without a header. */
  readonly isBare: boolean;
}

/**
 * @param all the columns to choose from
 * @param others further options that do not go with --only
 * @throws UsageError where options contradict each other
 */
export function columnChoice<Column extends string>(
  options: Options,
  all: readonly Column[],
  others: readonly string[] = [],
): ColumnChoice<Column> {
  const columns = choices('--columns', options.columns, all);
  const style = styleOf(options);
  const precision = precisionOf(options.precision);
  if (once('--only', options.only)?.includes(',') === true) {
    throw new UsageError('--only takes one column; for several use --columns');
  }
  const only = choice('--only', options.only, all);
  if (only === undefined) return { columns, isBare: false, precision, ...style };
  refuseGiven(options, ['--columns', '--json', '--format', ...others], (flag) => {
    return `--only prints one bare column, so ${flag} does not go with it`;
  });
  return { columns: [only], isBare: true, format: 'tsv', header: false, precision };
}

/** The columns by the words that choose them: all of a kind, or one by its name. */
export function wordsFor<Named extends { readonly name: string; readonly column: string }>(
  kinds: readonly string[],
  all: readonly Named[],
  named = all,
): Map<string, readonly Named[]> {
  const ofKind = (kind: string): Named[] => all.filter(({ column }) => column === kind);
  return new Map<string, readonly Named[]>([
    ...kinds.map((kind) => [kind, ofKind(kind)] as const),
    ...named.map((one) => [one.name, [one]] as const),
  ]);
}

/**
 * As `columnChoice`, where a word stands for one column or, with several variables, for all of its kind.
 *
 * @throws UsageError also where two words choose the same column, or the word of --only several
 */
export function wordChoice<Named extends { readonly name: string }>(
  options: Options,
  words: ReadonlyMap<string, readonly Named[]>,
  others?: readonly string[],
): ColumnChoice<Named> {
  const { columns: chosen, ...rest } = columnChoice(options, [...words.keys()], others);
  if (chosen === undefined) return { columns: undefined, ...rest };
  const columns = chosen.flatMap((word) => words.get(word) as readonly Named[]);
  const names = columns.map(({ name }) => name);
  if (rest.isBare && names.length > 1) {
    throw new UsageError(
      `--only takes one column, and ${chosen.join()} is ${names.join(', ')}: choose one of them`,
    );
  }
  const repeated = firstRepeated(names);
  if (repeated !== undefined) throw new UsageError(`--columns: ${repeated} is named twice`);
  return { columns, ...rest };
}
