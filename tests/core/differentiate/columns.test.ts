import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {
  ALL_COLUMNS,
  alongFor,
  type Column,
  columnOf,
  COLUMNS,
  columnsAlong,
  columnsOfOne,
  columnsOfSeveral,
  type Work,
} from '../../../src/core/differentiate/columns';
import { FORMAT_NAMES } from '../../../src/report/formats/formats';
import { runMain, words } from '../../support/run-main';

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: [],
};

/** What the compiler says of src/core/differentiate/columns.ts, changed; the file imports nothing. */
function complaintsOf(change: (source: string) => string): string[] {
  const file = path.resolve(__dirname, '../../../src/core/differentiate/columns.ts');
  const source = change(fs.readFileSync(file, 'utf8'));
  const host = ts.createCompilerHost(OPTIONS);
  host.getSourceFile = (name, version) =>
    path.resolve(name) === file
      ? ts.createSourceFile(name, source, version)
      : parsed(name, version);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], OPTIONS, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const libraries = new Map<string, ts.SourceFile>();

/** A file of the compiler's library, which takes longest. */
function parsed(
  name: string,
  version: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile {
  const known =
    libraries.get(name) ?? ts.createSourceFile(name, fs.readFileSync(name, 'utf8'), version);
  libraries.set(name, known);
  return known;
}

describe('a column', () => {
  test('that is added and given no source does not compile', () => {
    expect(complaintsOf((source) => source)).toEqual([]);
    const added = (source: string): string => source.replace("| 'bound' |", "| 'bound' | 'ulps' |");
    expect(complaintsOf(added)).toEqual([
      expect.stringMatching(/Property 'ulps' is missing in type/),
    ]);
    const shown = (source: string): string =>
      source.replace("'relativeError',\n] as const", "'relativeError',\n  'ulps',\n] as const");
    expect(complaintsOf(shown)).toEqual([
      expect.stringMatching(/Property 'ulps' is missing in type/),
    ]);
  });

  test('that nobody has is refused by the compiler', () => {
    const computed = {
      ...{ x: one(1), y: one(2), numerical: one(3), bound: one(4), backprop: one(5) },
      ...{ exact: one(6), exactValue: one(7) },
    };
    // @ts-expect-error there is no such column
    expect(() => columnOf('ulps', computed)).toThrow(TypeError);
    // @ts-expect-error neither is there any work for it
    expect(() => alongFor('value', columnsOfOne(['ulps']))).toThrow(TypeError);
  });

  test('is one of these, which each need no more than they say', () => {
    const work = {
      x: [],
      y: ['value'],
      numerical: ['numerical'],
      backprop: ['backprop'],
      absoluteError: ['numerical', 'backprop'],
      relativeError: ['numerical', 'backprop'],
      bound: ['numerical'],
      exact: ['exact'],
      exactY: ['exactValue'],
      digits: ['backprop', 'exact'],
    } satisfies Record<Column, string[]>;
    expect([...ALL_COLUMNS]).toEqual(Object.keys(work));
    const all: Work[] = ['value', 'numerical', 'backprop', 'exact', 'exactValue'];
    const needed = (columns: readonly Column[]): Work[] =>
      all.filter((each) => alongFor(each, columnsOfOne(columns)).size > 0);
    for (const column of ALL_COLUMNS) expect(needed([column])).toEqual(work[column]);
    expect(needed(ALL_COLUMNS)).toEqual(all);
    expect(ALL_COLUMNS).toEqual(expect.arrayContaining([...COLUMNS]));
  });

  test('has what was computed for it', () => {
    const computed = {
      x: Float64Array.of(1, 2, 3, 4),
      y: Float64Array.of(5, 6, 7, 8),
      numerical: Float64Array.of(2, -8, 0, Infinity),
      backprop: Float64Array.of(4, -6, 0, 1),
      bound: Float64Array.of(9, 9, 9, 9),
      exact: Float64Array.of(4, -6.000001, 1e-300, 1),
      exactValue: Float64Array.of(5, 6, 7, NaN),
    };
    expect(
      Object.fromEntries(ALL_COLUMNS.map((column) => [column, [...columnOf(column, computed)]])),
    ).toEqual({
      x: [1, 2, 3, 4],
      y: [5, 6, 7, 8],
      numerical: [2, -8, 0, Infinity],
      backprop: [4, -6, 0, 1],
      absoluteError: [2, 2, 0, Infinity],
      relativeError: [0.5, 0.25, 0, NaN],
      bound: [9, 9, 9, 9],
      exact: [4, -6.000001, 1e-300, 1],
      exactY: [5, 6, 7, NaN],
      digits: [16, 6.7, 0, 16],
    });
  });
});

describe('beside several variables', () => {
  const namesOf = (columns: readonly { name: string }[]): string[] =>
    columns.map(({ name }) => name);

  test('the variables come first, then the value, then what each variable has', () => {
    expect(namesOf(columnsOfSeveral(COLUMNS, ['w', 'b']))).toEqual([
      ...['w', 'b', 'value'],
      ...['numerical_w', 'backprop_w', 'absoluteError_w', 'relativeError_w'],
      ...['numerical_b', 'backprop_b', 'absoluteError_b', 'relativeError_b'],
    ]);
  });

  test('a column is all of its kind, or those of some variables', () => {
    expect(namesOf(columnsAlong('backprop', ['w', 'b']))).toEqual(['backprop_w', 'backprop_b']);
    expect(columnsAlong('bound', ['w', 'b'], ['b'])).toEqual([
      { name: 'bound_b', column: 'bound', along: 1 },
    ]);
    expect(namesOf(columnsAlong('x', ['w', 'b'], ['b']))).toEqual(['w', 'b']);
  });

  test('numbers are made numerically along those that are asked for', () => {
    expect([...alongFor('numerical', columnsAlong('numerical', ['w', 'b'], ['b']))]).toEqual([1]);
    expect(alongFor('numerical', columnsAlong('backprop', ['w', 'b'])).size).toBe(0);
  });
});

function one(value: number): Float64Array {
  return Float64Array.of(value);
}

describe('every column is printed', () => {
  const all = `diff --chain square,exp --method best --columns ${ALL_COLUMNS.join()}`;

  test.each(FORMAT_NAMES)('in %s, by its name and with a figure', async (format) => {
    const { status, stdout } = await runMain(words(`${all} --x 0.5 0.7 --format ${format}`));
    expect([status, stdout.includes('undefined')]).toEqual([0, false]);
    const [head, ...rows] = tableOf(format, stdout);
    expect(head).toEqual([...ALL_COLUMNS]);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toHaveLength(ALL_COLUMNS.length);
      for (const cell of row) expect(Number.isFinite(Number(cell)) && cell !== '').toBe(true);
    }
  });

  test.each([...ALL_COLUMNS])(
    '%s alone, as a bare number and on the page of one point',
    async (column) => {
      const method = column === 'bound' ? ' --method best' : '';
      const bare = await runMain(
        words(`diff --chain square,exp --x 0.5 --only ${column}${method}`),
      );
      expect(bare.stdout).toMatch(/^[\d.e-]+\n$/);
      const page = await runMain(
        words(`diff --chain square,exp --x 0.5 --columns ${column}${method}`),
      );
      expect([page.status, page.stderr]).toEqual([0, '']);
      expect(page.stdout).not.toContain('undefined');
    },
  );

  test('and named in the help', async () => {
    const { stdout } = await runMain(['diff', '--help']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      `Columns: ${ALL_COLUMNS.join(', ')} numerical is`,
    );
  });
});

/** The head and the rows of what a format prints. */
function tableOf(format: string, text: string): string[][] {
  if (format === 'json' || format === 'jsonl') {
    const records = (
      format === 'json'
        ? JSON.parse(text)
        : text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as unknown)
    ) as Record<string, number>[];
    return [
      Object.keys(records[0] ?? {}),
      ...records.map((record) => Object.values(record).map(String)),
    ];
  }
  const separator = { table: '│', csv: ',', tsv: '\t' }[format] ?? '';
  const lines = text.split('\n').filter((line) => line.includes(separator));
  return lines.map((line) => line.split(separator).map((cell) => cell.trim()));
}
