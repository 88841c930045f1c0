/** @file What rows are written: their format, what they begin with, and the names of their columns. */

import type { Io } from '../../../src/cli/process/io';
import type { Table } from '../../../src/cli/stream/input/table';
import { rowPlan, usualFormat } from '../../../src/cli/stream/row-plan';

const csv: Table = { delimiter: ',', names: ['x', 'a'], places: [0], kept: 'cells' };
const tsv: Table = { ...csv, delimiter: '\t' };

/** The rows of x and y. */
function planOf(
  table: Table | undefined,
  format: 'csv' | 'tsv',
  { isBare = false, isSeen = false } = {},
) {
  const columns = ['x', 'y'].map((name) => ({ name, column: name }));
  const asked = { columns, format, isBare, styles: {}, header: true };
  const io = { isTerminal: () => isSeen } as unknown as Io;
  return rowPlan(table === undefined ? {} : { table }, asked, {}, io);
}

test('rows go on in the format in which the points came', () => {
  expect(usualFormat(true, csv)).toBe('csv');
  expect(usualFormat(true, tsv)).toBe('tsv');
  expect(usualFormat(true)).toBe('tsv');
  expect(usualFormat(false)).toBe('table');
});

test('the bytes of a table are copied into rows of its format, unless people read them', () => {
  expect(planOf(csv, 'csv').table).toEqual({ ...csv, kept: 'bytes' });
  expect(planOf(tsv, 'tsv', { isBare: true }).table).toEqual({ ...tsv, kept: undefined });
  expect(planOf(csv, 'csv', { isSeen: true }).table?.kept).toBe('cells');
  expect(planOf(csv, 'tsv').table?.kept).toBe('cells');
});

test('the columns of the table come first, and no name is there twice', () => {
  const { names } = planOf(csv, 'csv');
  expect(names.slice(0, 2)).toEqual(['x', 'a']);
  expect([names.length, new Set(names).size, names[3]]).toEqual([4, 4, 'y']);
  expect(planOf(csv, 'csv', { isBare: true }).names).toEqual(['x', 'y']);
  expect(planOf(undefined, 'csv').names).toEqual(['x', 'y']);
  const padded = { ...csv, names: ['t', ' y', ' "x"'] };
  expect(planOf(padded, 'csv').names).toEqual(['t', ' y', ' "x"', 'x_2', 'y_2']);
});
