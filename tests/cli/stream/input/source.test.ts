/** @file Where points come from: what is said before they are read, and what the first line says of them. */

import type { Io } from '../../../../src/cli/process/io';
import { type InputShape, openSource, sourceOf } from '../../../../src/cli/stream/input/source';
import { LineReader } from '../../../../src/cli/stream/input/line-reader';

/** Standard input or a file with this text, and what is said on a terminal. */
function worldOf(text: string, isTerminal = false) {
  const said: string[] = [];
  const opened: string[] = [];
  const readerOf = (): Io['readInput'] => {
    let left = Buffer.from(text);
    return (buffer) => {
      const count = left.copy(buffer);
      left = left.subarray(count);
      return count;
    };
  };
  const io = {
    readInput: readerOf(),
    isTerminal: (stream: string) => isTerminal && stream === 'input',
    columns: () => undefined,
    env: {},
    writeError: (line: string) => said.push(line),
    openInput(path: string) {
      opened.push(path);
      return { ...io, readInput: readerOf() };
    },
  } as unknown as Io;
  return { io, said, opened };
}

const numbers: InputShape = { kind: 'numbers' };
const points: InputShape = { kind: 'points', variables: ['x', 'y'] };
const table: InputShape = { kind: 'table', wanted: [{ variable: 'x', column: 'x' }] };

/** What a source says of its points, and the text that is left of it. */
function opened(text: string, shape: InputShape, path?: string) {
  const { io, turns, ...source } = openSource(worldOf(text).io, path, shape);
  const chunk = new LineReader((buffer) => io.readInput(buffer)).next(turns.carry);
  const left =
    chunk === undefined || chunk === 'later'
      ? undefined
      : chunk.bytes.toString('utf8', chunk.start, chunk.end);
  const { table, hasHeader } = source;
  return { ...source, table, hasHeader, left, linesBefore: turns.tally.lines };
}

test.each([
  [numbers, 'x from standard input, one number a line'],
  [points, 'points from standard input, x y on a line'],
  [table, 'a table'],
])('on a terminal it says what is read, and how to end that: %j', (shape, what) => {
  const { io, said } = worldOf('x\ty\n', true);
  openSource(io, undefined, shape);
  expect(said).toEqual([`dezero-cli: reading ${what}; end with Ctrl-D\n`]);
});

test('of a file, or where nobody types, nothing is said', () => {
  const file = worldOf('1\n', true);
  openSource(file.io, 'x.txt', numbers);
  expect([file.said, file.opened]).toEqual([[], ['x.txt']]);
  const pipe = worldOf('1\n');
  openSource(pipe.io, '-', numbers);
  expect([pipe.said, pipe.opened]).toEqual([[], []]);
});

test('numbers are one a line, and all of them are left to be read', () => {
  expect(opened('1\n2\n', numbers)).toMatchObject({
    table: undefined,
    left: '1\n2\n',
    linesBefore: 0,
  });
});

describe('points', () => {
  test.each([
    ['stand in the order of the variables', '1 2\n3 4\n', [0, 1], '1 2\n3 4\n', 0],
    ['or in that of a first line with their names', 'y x\n1 2\n', [1, 0], '1 2\n', 1],
    ['which need not be more than that', 'x y', [0, 1], undefined, 1],
    ['and may be none', '', [0, 1], undefined, 0],
    ['or be bad', '?\n', [0, 1], '?\n', 0],
  ])('%s', (_, text, order, left, linesBefore) => {
    const found = opened(text, points);
    expect(found).toMatchObject({ table: undefined, left, linesBefore });
    expect(found.lines).toEqual({ variables: ['x', 'y'], order });
  });

  test.each(['k,y,x\n1,2,3\n', '"k"\ty\tx\n1\t2\t3\n'])(
    'stand in a table where the first line is that of one: %j',
    (text) => {
      const found = opened(text, points);
      expect(found.table).toMatchObject({ names: ['k', 'y', 'x'], places: [2, 1] });
      expect([found.lines, found.linesBefore]).toEqual([undefined, 1]);
      expect(found.left).toBe(text.slice(text.indexOf('1')));
    },
  );

  test('that begin with numbers and commas are no table', () => {
    expect(opened('1,2\n', points)).toMatchObject({ table: undefined, left: '1,2\n' });
  });

  test.each([
    ['x z\n', "line 1: there is no variable 'z'; there are x, y."],
    [
      'x;y\n1;2\n',
      "line 1: there is no variable 'x;y'; there are x, y. Cells are separated by commas or tabs, these by semicolons: tr ';' '\\t' < FILE > NEW_FILE; with decimal commas tr ';,' '\\t.'",
    ],
    ['x y x\n', 'line 1: x is there twice'],
    ['y\n', 'line 1 names y, and not x: it needs all of x, y'],
  ])('whose first line is %j are refused', (text, message) => {
    expect(() => opened(text, points)).toThrow(message);
  });
});

describe('a table', () => {
  test('has its names in the first line, and where they are numbers none', () => {
    expect(opened('a,x\n1,2\n', table)).toMatchObject({
      table: { names: ['a', 'x'], places: [1] },
      hasHeader: true,
      linesBefore: 1,
      left: '1,2\n',
    });
    const second: InputShape = { kind: 'table', wanted: [{ variable: 'x', column: '2' }] };
    expect(opened('1,2\n', second)).toMatchObject({ hasHeader: false, linesBefore: 0 });
  });

  test.each([
    ['t.csv', 'a\tb,x\n', ','],
    ['T.CSV', 'a\tb,x\n', ','],
    ['t.tsv', 'x\n', '\t'],
    ['t.tab', 'x\n', '\t'],
    ['t.tsv', 'a,x\n', ','],
    ['t.tsv', 'a,b\tx\n', '\t'],
    ['t.csv', 'a\tx\n', '\t'],
    ['t.txt', 'x\n', ','],
    ['t.txt', 'a,b\tx\n', '\t'],
    [undefined, 'a,b\tx\n', '\t'],
  ])('in %s that begins with %j has cells between %j', (path, text, delimiter) => {
    expect(opened(text, table, path).table?.delimiter).toBe(delimiter);
  });

  test('that is empty is refused', () => {
    expect(() => opened('', table)).toThrow('the table is empty; its first line names the columns');
  });
});

test('points that are known need no memory for lines', () => {
  const { io } = worldOf('');
  const known = { point: [Float64Array.of(1)] };
  const source = sourceOf(io, known);
  expect(source.known).toBe(known);
  expect(source.turns.carry.tail).toHaveLength(0);
});
