import {
  type Block,
  type Paint,
  plainPaint,
  type Writer,
} from '../../../src/report/formats/format';
import { printBlocks } from '../../support/print';
import { FORMAT_NAMES, type FormatName, writerOf } from '../../../src/report/formats/formats';

const COLUMNS = ['x', 'y'];

function writer(format: FormatName, columns = COLUMNS, header = true, precision?: number): Writer {
  const options = { header, paint: plainPaint, ...(precision !== undefined && { precision }) };
  return writerOf(format)(columns, options);
}

function block(...columns: number[][]): Block {
  return {
    length: columns[0]?.length ?? 0,
    columns: columns.map((column) => Float64Array.from(column)),
  };
}

function print(format: FormatName, ...blocks: Block[]): string {
  return printBlocks(writer(format), ...blocks);
}

const FIGURES = block([0.5, -0, 1e-7], [NaN, Infinity, -Infinity]);

describe('numbers', () => {
  test('in json: one array, an object a line, what JSON lacks as strings', () => {
    expect(print('json', FIGURES)).toBe(
      '[\n{"x":0.5,"y":"NaN"},\n{"x":-0,"y":"Infinity"},\n{"x":1e-7,"y":"-Infinity"}\n]\n',
    );
  });

  test('in jsonl: an object a line', () => {
    expect(print('jsonl', FIGURES)).toBe(
      '{"x":0.5,"y":"NaN"}\n{"x":-0,"y":"Infinity"}\n{"x":1e-7,"y":"-Infinity"}\n',
    );
  });

  test('in csv and tsv: a header and bare numbers', () => {
    expect(print('csv', FIGURES)).toBe('x,y\n0.5,NaN\n-0,Infinity\n1e-7,-Infinity\n');
    expect(print('tsv', FIGURES)).toBe('x\ty\n0.5\tNaN\n-0\tInfinity\n1e-7\t-Infinity\n');
  });

  test('in a table: aligned, under a rule', () => {
    expect(print('table', FIGURES)).toBe(
      [
        'x    │ y',
        '─────┼──────────',
        '0.5  │ NaN',
        '-0   │ Infinity',
        '1e-7 │ -Infinity',
        '',
      ].join('\n'),
    );
  });

  test.each(FORMAT_NAMES)('in %s: blocks print as one block of all rows does', (format) => {
    const apart = [block([1], [2]), block([3, 4], [5, 6]), block([7], [8])];
    expect(print(format, ...apart)).toBe(print(format, block([1, 3, 4, 7], [2, 5, 6, 8])));
  });

  test.each<[FormatName, string]>([
    ['json', '[]\n'],
    ['jsonl', ''],
    ['csv', 'x,y\n'],
    ['tsv', 'x\ty\n'],
    ['table', ''],
  ])('no rows in %s are %j', (format, expected) => {
    expect(print(format)).toBe(expected);
  });

  test.each<[FormatName, string]>([
    ['csv', '1,2\n'],
    ['tsv', '1\t2\n'],
    ['table', '1 │ 2\n'],
    ['jsonl', '{"x":1,"y":2}\n'],
  ])('without header in %s are %j', (format, expected) => {
    expect(printBlocks(writer(format, COLUMNS, false), block([1], [2]))).toBe(expected);
  });

  test('every json line reads back as JSON', () => {
    for (const line of print('jsonl', FIGURES).trimEnd().split('\n')) {
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    }
    expect(JSON.parse(print('json', FIGURES))).toHaveLength(3);
  });
});

describe('texts', () => {
  const texts: Block = {
    length: 1,
    columns: [
      ['max(x, 0) "or" so'],
      [
        [
          { at: 0, left: NaN },
          { at: 1, left: true },
        ],
      ],
    ],
  };

  test('in csv are quoted as RFC 4180 says, nested ones as words', () => {
    expect(print('csv', texts)).toBe('x,y\n"max(x, 0) ""or"" so",0 NaN 1 true\n');
  });

  test('in csv are written as they are, short or long, in ASCII or not, many times the same or not', () => {
    const words = ['agree', 'agree', 'é', 'a, b', 'agree', 'a, b', 'x'.repeat(100), '', 'agree'];
    const block = { length: words.length, columns: [words, Float64Array.from(words, (_, i) => i)] };
    expect(print('csv', block)).toBe(
      'x,y\nagree,0\nagree,1\né,2\n"a, b",3\nagree,4\n"a, b",5\n' +
        `${'x'.repeat(100)},6\n,7\nagree,8\n`,
    );
  });

  test('in json keep their structure', () => {
    expect(JSON.parse(print('json', texts))).toEqual([
      {
        x: 'max(x, 0) "or" so',
        y: [
          { at: 0, left: 'NaN' },
          { at: 1, left: true },
        ],
      },
    ]);
  });

  test('in a table are shown as they are', () => {
    expect(print('table', texts)).toContain('max(x, 0) "or" so │ 0 NaN 1 true\n');
  });
});

describe('precision in tables', () => {
  test.each([
    [3.2974426293330694, 6, '3.29744'],
    [0.5, 6, '0.5'],
    [100, 2, '1e+2'],
    [100, 3, '100'],
    [1200, 3, '1.2e+3'],
    [8.793281347507786e-8, 3, '8.79e-8'],
    [-0, 3, '-0'],
    [NaN, 3, 'NaN'],
    [-Infinity, 3, '-Infinity'],
    [1.7976931348623157e308, 2, '1.8e+308'],
  ])('%d to %d digits is %s', (value, digits, expected) => {
    const table = writer('table', ['x'], false, digits);
    expect(printBlocks(table, block([value]))).toBe(`${expected}\n`);
  });
});

test.each([
  ['table', '1.2345678 │ 1.2 │ 0.13 │ 1.23\n'],
  ['tsv', '1.2345678\t1.23\t0.123\t1.23\n'],
] as const)('in %s points have all digits; only tables round bounds up', (format, row) => {
  const options = {
    header: false,
    paint: plainPaint,
    precision: 3,
    styles: { x: 'full', size: 'size', bound: 'bound' },
  } as const;
  const styled = writerOf(format)(['x', 'size', 'bound', 'y'], options);
  expect(printBlocks(styled, block([1.2345678], [1.2345678], [0.1234], [1.2345678]))).toBe(row);
});

test('all rows of a long table are drawn alike', () => {
  const numbers = Array.from({ length: 300 }, (_, i) => (i % 7) / 8);
  const [, rule = '', ...lines] = print('table', block(numbers, numbers)).trimEnd().split('\n');
  expect(lines).toHaveLength(300);
  for (const [i, line] of lines.entries()) {
    expect(line).toBe(lines[i % 7]);
    expect(line.indexOf('│')).toBe(rule.indexOf('┼'));
  }
});

test('headings and nothing else are painted in a table', () => {
  const paint: Paint = { ...plainPaint, heading: (text) => `\u001b[1m${text}\u001b[22m` };
  const table = writerOf('table')(['x'], { header: true, paint });
  expect(printBlocks(table, block([1]))).toBe('\u001b[1mx\u001b[22m\n─\n1\n');
});
