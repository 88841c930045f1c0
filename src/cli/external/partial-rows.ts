/** @file Records of a program's partials, written as they are found. */

import { blockOf, type Cell, type CellsByName, plainPaint } from '../../report/formats/format';
import { writerOf } from '../../report/formats/formats';
import { PARTIAL_STYLES } from '../../report/partials/columns';
import { DEFAULT_DIGITS } from '../../report/text/number-text';
import { paintFor } from '../process/color';
import type { Io } from '../process/io';
import { columnChoice } from '../options/column-choice';
import { usualFormat } from '../stream/row-plan';
import { Output } from '../stream/output';
import type { Options } from '../options/given';

export interface PartialRows<Column extends string> {
  readonly write: (records: readonly CellsByName<Column>[]) => void;
  /** @param isComplete whether there was no error */
  readonly end: (isComplete: boolean) => void;
}

/**
 * @param all the columns to choose from
 * @param isInput whether the points are read from input, whose rows are for another program
 * @throws UsageError where options contradict each other
 */
export function partialRows<Column extends string>(
  options: Options,
  all: readonly Column[],
  usual: readonly Column[],
  isInput: boolean,
  io: Io,
): PartialRows<Column> {
  const { columns: shown, header, precision, ...choice } = columnChoice(options, all);
  const format = choice.format ?? usualFormat(isInput);
  const isTable = format === 'table';
  let output: Output | undefined;
  const emit = (records: readonly CellsByName<Column>[], names: readonly Column[]): Output => {
    const writing = {
      header,
      paint: isTable ? paintFor(io) : plainPaint,
      below: 'note',
      precision: isTable ? (precision ?? DEFAULT_DIGITS) : precision,
      styles: PARTIAL_STYLES,
    };
    output ??= new Output(writerOf(format)(names, writing), io);
    output.block(blockOf(names, records));
    return output;
  };
  // A table is written as a whole: which columns are worth showing depends on all records.
  const kept: CellsByName<Column>[] = [];
  return {
    write(records) {
      // One by one: a call takes no thousands of arguments.
      if (isTable) for (const one of records) kept.push(one);
      else emit(records, shown ?? usual);
    },
    end(isComplete) {
      const worthwhile = isTable ? usual.filter((name) => isShown(name, kept)) : usual;
      const all = emit(kept, shown ?? worthwhile);
      if (isComplete) all.end();
      else all.abort();
    },
  };
}

/**
 * Whether a table shows a column. Left out are a column of empty cells, the number of the only point or partial,
 * that of a partial beside its name, and in a check the value, which is not compared.
 */
function isShown<Column extends string>(
  name: Column,
  records: readonly CellsByName<Column>[],
): boolean {
  const isEvery = (other: string): boolean => records.every((record) => filled(record, other));
  const isOnly = records.every((record) => record[name] === 1);
  if (name === 'point') return !isOnly;
  if (name === 'partial' && (isEvery('variable') || isOnly)) return false;
  if (name === 'value' && isEvery('verdict')) return false;
  return records.some((record) => filled(record, name));
}

function filled(record: Readonly<Record<string, Cell>>, name: string): boolean {
  return record[name] !== undefined && record[name] !== null && record[name] !== '';
}
