/** Tables that are too wide for the terminal: each row becomes lines of its own. */

import { alignedRows } from '../../../src/report/formats/aligned-table';
import { plainPaint } from '../../../src/report/formats/format';

const WORD = 'a-word-that-cannot-be-broken';
const rows = [[WORD, 'one two', ''] as const, ['x', WORD, '3'] as const];

const drawn = (columns: readonly string[], header: boolean, width: number): string[] =>
  alignedRows({ columns, header, rows }, plainPaint, width).split('\n');

test('names stand beside the cells where there is room, and empty cells are left out', () => {
  expect(drawn(['name', 'text', 'number'], true, 40)).toEqual([
    `name    ${WORD}`,
    'text    one two',
    '',
    'name    x',
    `text    ${WORD}`,
    'number  3',
    '',
  ]);
});

test('names stand above the cells of a narrow terminal', () => {
  expect(drawn(['name', 'text', 'number'], true, 20)).toEqual([
    'name',
    `  ${WORD}`,
    'text',
    '  one two',
    '',
    'name',
    '  x',
    'text',
    `  ${WORD}`,
    'number',
    '  3',
    '',
  ]);
});

test('a column without a name is not indented', () => {
  expect(drawn(['', 'text', 'number'], true, 40).slice(0, 2)).toEqual([WORD, 'text    one two']);
});

test('without heads the first cell begins the block', () => {
  expect(drawn(['name', 'text', 'number'], false, 40)).toEqual([
    WORD,
    '  one two',
    '',
    'x',
    `  ${WORD}`,
    '  3',
    '',
  ]);
});

test('a table without heads and rows is empty', () => {
  const table = { columns: ['name'], header: false, rows: [] };
  expect(alignedRows(table, plainPaint, 40)).toBe('');
});
