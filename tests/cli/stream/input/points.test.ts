/** @file The lines of a chunk as points: numbers, several of them, their texts, the records of a table. */

import { recordsIn, LONGEST_LINE } from '../../../../src/cli/stream/input/csv-records';
import type { Chunk } from '../../../../src/cli/stream/input/line-reader';
import { lineForm, tableForm } from '../../../../src/cli/stream/input/forms';
import { pointsIn } from '../../../../src/cli/stream/input/points';
import type { LineShape, Table } from '../../../../src/cli/stream/input/table';
import type { InputPoints } from '../../../../src/cli/stream/rows';

/** A chunk in the middle of a buffer, so that places are those of the buffer. */
function chunkOf(text: string, more: Partial<Chunk> = {}): Chunk {
  const bytes = Buffer.from(`7\n${text}8\n`, 'latin1');
  return { bytes, start: 2, end: bytes.length - 2, isFirst: true, ...more };
}

const ALL: Parameters<typeof pointsIn>[2] = { most: 100, keepGoing: true };

const pointLines = (
  chunk: Chunk,
  shape: LineShape | undefined,
  options: Parameters<typeof pointsIn>[2],
) => pointsIn(chunk, lineForm(shape), options);
const textLines = (
  chunk: Chunk,
  shape: LineShape | undefined,
  options: Parameters<typeof pointsIn>[2],
) => pointsIn(chunk, lineForm(shape), { ...options, needsTexts: true });
const tableLines = (chunk: Chunk, table: Table, options: Parameters<typeof pointsIn>[2]) =>
  pointsIn(chunk, tableForm(table), options);

interface Said {
  /** "line: numbers" of each point, with what its row begins with. */
  readonly points: readonly string[];
  readonly bad: readonly string[];
  readonly lines: number;
  readonly blocks: number;
}

/** All that the blocks of a chunk have. */
function said(blocks: Generator<InputPoints, number>): Said {
  const [points, bad]: [string[], string[]] = [[], []];
  for (let count = 0; ; count++) {
    const { done, value } = blocks.next();
    if (done === true) return { points, bad, lines: value, blocks: count };
    for (const i of value.point[0]?.keys() ?? []) {
      const { texts, before, others } = value;
      const written = texts?.map((column) => column[i]) ?? value.point.map((x) => x[i]);
      const start = Buffer.from(before?.bytes ?? []).toString(
        'latin1',
        before?.starts[i],
        before?.ends[i],
      );
      const cells = others?.map((column) => column[i] as string).join('|') ?? '';
      points.push(`${String(value.lineOf(i))}: ${written.join(' ')}${start}${cells}`);
    }
    bad.push(...value.bad.map(({ line, message }) => `${String(line)}: ${message}`));
  }
}

describe('lines of numbers', () => {
  test('are read in blocks, bad ones among them', () => {
    const text = '1\nx\n 2.5\r\n\n3\n';
    const expected = {
      points: ['0: 1', '2: 2.5', '4: 3'],
      bad: ["1: not a number: 'x'", "3: not a number: ''; a number is needed, and this is empty"],
      lines: 5,
    };
    expect(said(pointLines(chunkOf(text), undefined, ALL))).toEqual({ ...expected, blocks: 1 });
    for (const most of [1, 2, 3]) {
      expect(said(pointLines(chunkOf(text), undefined, { ...ALL, most }))).toMatchObject(expected);
    }
  });

  test('take no more room than they can fill', () => {
    const [block] = pointLines(chunkOf('1\n2\n3\n'), undefined, { ...ALL, most: 1000 });
    expect(block?.point[0]?.buffer.byteLength).toBe(3 * 8);
  });

  test('end a block with the first bad one, unless the run keeps going', () => {
    for (const [keepGoing, blocks] of [
      [false, 2],
      [true, 1],
    ] as const) {
      const found = said(pointLines(chunkOf('1\nx\n2\ny\n'), undefined, { ...ALL, keepGoing }));
      expect(found).toMatchObject({ points: ['0: 1', '2: 2'], blocks, lines: 4 });
    }
  });

  test('are told what is wrong with them ten times; others are counted', () => {
    const { bad } = said(pointLines(chunkOf('x\n'.repeat(12)), undefined, ALL));
    expect(bad.map((line) => line.length > 5)).toEqual([
      ...Array<boolean>(10).fill(true),
      false,
      false,
    ]);
    expect(bad.at(-1)).toBe('11: ');
  });

  test('may be as long as the longest, and no longer', () => {
    const most = ' '.repeat(LONGEST_LINE - 1);
    expect(said(pointLines(chunkOf(`${most}1\r\n`), undefined, ALL)).points).toEqual(['0: 1']);
    const tooLong = /^0: not a number: longer than 1048576 bytes, it begins with '1 {19}'$/;
    expect(said(pointLines(chunkOf(`1 ${most}\n`), undefined, ALL)).bad[0]).toMatch(tooLong);
    const unread = chunkOf('5\n', { longLine: Buffer.from(`1${' '.repeat(50)}`) });
    const found = said(pointLines(unread, undefined, ALL));
    expect([found.points, found.lines, found.blocks]).toEqual([['0: 5'], 2, 2]);
    expect(found.bad[0]).toMatch(/^1: not a number: longer than/);
  });

  test.each([
    ['name,x\n', true, '--column x'],
    ['name,z\n', true, '--column name'],
    ['"a b",z\n', true, '--column 1'],
    ['1;2\n', true, '--column 1'],
    ['_x\n', true, '--column _x'],
    ['1x\n', true, ''],
    ['nan\n', true, ''],
    ['name,x\n', false, ''],
  ])('that begin with %j (as the first: %p) are those of a table: %p', (text, isFirst, hint) => {
    const { bad } = said(pointLines(chunkOf(text, { isFirst }), undefined, ALL));
    expect(bad[0]?.split('; of a table say which column x is, as in ')[1] ?? '').toBe(hint);
  });

  test.each([
    ['1\xc3\xa9', '1é'],
    ['1\xc3\xa9\xff', '1\xc3\xa9\xff'],
  ])('that are not ASCII, %j, are told as UTF-8, or else byte by byte', (text, shown) => {
    const { bad } = said(pointLines(chunkOf(`${text}\n`), undefined, ALL));
    expect(bad[0]).toContain(`not a number: '${shown}'`);
  });

  test('that begin with JSON are named as such', () => {
    const { bad } = said(pointLines(chunkOf('[{"x":1},{"x":2}]\n'), undefined, ALL));
    expect(bad[0]).toMatch(
      /\. The input is JSON, .*: jq '\.\[\]\.x' FILE makes of it a number a line/,
    );
  });
});

describe('lines of points', () => {
  const shape = { variables: ['x', 'y'], order: [1, 0] };

  test.each([
    ['1 2\n', '0: 2 1'],
    [' 1 , 2 \r\n', '0: 2 1'],
    ['1\t2\n', '0: 2 1'],
    ['1,2\n', '0: 2 1'],
    ['+1 -2e3\n', '0: -2000 1'],
    ['1 12345678901234567890\n', '0: 12345678901234567000 1'],
  ])('%j is the point %j, in the order that was said', (text, point) => {
    expect(said(pointLines(chunkOf(text), shape, ALL)).points).toEqual([point]);
    const { points } = said(textLines(chunkOf(text), shape, ALL));
    expect(points[0]?.split(' ').slice(1).map(Number)).toEqual(
      point.split(' ').slice(1).map(Number),
    );
  });

  test.each([
    ['1\n', 'there is 1 number here, and there are 2 variables: x, y'],
    ['1 2 3\n', 'there are 3 numbers here, and there are 2 variables: x, y'],
    ['\n', 'this line is empty'],
    [',1 2\n', 'there are 3 numbers here, and there are 2 variables: x, y'],
    ['1,,2\n', 'there are 3 numbers here, and there are 2 variables: x, y'],
    ['1 z\n', "not a number: 'z'"],
    ['1-2\n', 'there is 1 number here, and there are 2 variables: x, y'],
    [`1 2${' '.repeat(LONGEST_LINE)}\n`, /longer than 1048576 bytes, it begins with '1 2/],
  ])('%.10j is no point: %p', (text, message) => {
    for (const read of [pointLines, textLines]) {
      const { bad, points } = said(read(chunkOf(`${text}3 4\n`), shape, ALL));
      expect(bad[0]).toMatch(message);
      expect(points).toEqual(['1: 4 3']);
    }
  });

  test('may be as long as the longest, and a CR', () => {
    const longest = `1${' '.repeat(LONGEST_LINE - 2)}2`;
    for (const read of [pointLines, textLines])
      expect(said(read(chunkOf(`${longest}\r\n`), shape, ALL)).points).toEqual(['0: 2 1']);
  });

  test('that are read as texts keep them as they are written', () => {
    expect(said(textLines(chunkOf('1 2\n'), undefined, ALL)).bad).toEqual([
      "0: not a number: '1 2'; it looks like several numbers",
    ]);
    expect(said(textLines(chunkOf('1.50 , 2\n'), shape, ALL)).points).toEqual(['0: 2 1.50']);
    expect(said(textLines(chunkOf(' 1.50 \r\n2\n'), undefined, ALL)).points).toEqual([
      '0: 1.50',
      '1: 2',
    ]);
  });
});

describe('the records of a table', () => {
  const table: Table = {
    delimiter: ',',
    names: ['a', 'b', 'c'],
    places: [2, 0],
    kept: 'bytes',
  };
  const read = (text: string, more: Partial<Table> = {}, options = ALL): Said =>
    said(tableLines(chunkOf(text), { ...table, ...more }, options));

  test('are points by their columns, and stay as they came', () => {
    expect(read('1,x,3\n 4 ,y, 6\r\n').points).toEqual(['0: 3 11,x,3', '1: 6 4 4 ,y, 6']);
    expect(read('1,x,3\n', { kept: undefined }).points).toEqual(['0: 3 1']);
    // In another format each cell is told by itself.
    expect(read('1,x,3\n', { kept: 'cells' }).points).toEqual(['0: 3 11|x|3']);
    expect(read('1\tx\t3\n', { delimiter: '\t' }).points).toEqual(['0: 3 11\tx\t3']);
    expect(read('1,x,3\n', { places: [2, 2] }).points).toEqual(['0: 3 31,x,3']);
  });

  test('with quotes among them may be of several lines', () => {
    const chunk = chunkOf('1,"x,\ny",3\n4,"y",z\n7,,9\r\n');
    const records = recordsIn(chunk.bytes, chunk.start, chunk.end, ',', true);
    const { points, bad, lines } = said(tableLines({ ...chunk, records }, table, ALL));
    expect(points).toEqual(['0: 3 11,"x,\ny",3', '3: 9 77,,9']);
    expect([bad, lines]).toEqual([["2: in the column c: not a number: 'z'"], 4]);
  });

  test('that are none are told by their first lines, and how they begin where they are too long', () => {
    const text = `1,"x"y,3\n"${'z'.repeat(LONGEST_LINE)}",x,3\n1,x,3\n`;
    const chunk = chunkOf(text, { longLine: Buffer.from('9,x') });
    const records = recordsIn(chunk.bytes, chunk.start, chunk.end, ',', true);
    const { points, bad, lines } = said(tableLines({ ...chunk, records }, table, ALL));
    const tooLong = 'a record is longer than 1048576 bytes, it begins with';
    expect(bad).toEqual([
      '0: not CSV: text follows a closing quote; a quote inside a cell is written twice',
      `1: ${tooLong} '"${'z'.repeat(19)}'`,
      `3: ${tooLong} '9,x'`,
    ]);
    expect([points, lines]).toEqual([['2: 3 11,x,3'], 4]);
  });

  test.each([
    ['1,2\n', 'there are 2 cells here, and the table has 3 columns'],
    ['1\n', 'there is 1 cell here, and the table has 3 columns'],
    ['1,2,3,4\n', 'there are 4 cells here, and the table has 3 columns'],
    ['1,x,\n', "in the column c: not a number: ''; a number is needed, and this is empty"],
    ['z,x,3\n', "in the column a: not a number: 'z'"],
  ])('%j is no record of it: %s', (text, message) => {
    const found = read(`${text}1,2,3\n`);
    expect([found.points, found.lines]).toEqual([['1: 3 11,2,3'], 2]);
    expect(found.bad).toEqual([`0: ${message}`]);
  });

  test('keep the bytes of their cells, also those that are no UTF-8', () => {
    const found = read('1,\xc3\xa9\xff,3\n2,x,4\n', { kept: 'cells' });
    expect(found.points).toEqual(['0: 3 11|é\udcff|3', '1: 4 22|x|4']);
  });

  test('of one column are not told which one it is', () => {
    expect(read('z,x,y\n', { places: [0] }).bad).toEqual(["0: not a number: 'z'"]);
  });

  test('end a block as lines do', () => {
    const text = '1,x,3\n1,x,z\n4,x,6\n';
    for (const kept of ['bytes', 'cells'] as const) {
      expect(read(text, { kept }, { most: 1, keepGoing: true }).points).toHaveLength(2);
      const halted = read(text, { kept }, { most: 9, keepGoing: false });
      expect([halted.points.length, halted.lines, halted.blocks]).toEqual([2, 3, 2]);
      expect(read('1,x,3\n'.repeat(5), { kept }, { ...ALL, most: 2 }).blocks).toBe(3);
    }
  });

  test('may be as long as a line', () => {
    const long = `1,${'x'.repeat(LONGEST_LINE)},3\n`;
    for (const kept of ['bytes', 'cells'] as const) {
      expect(read(`${long}1,x,3\n`, { kept }).bad[0]).toMatch(
        /^0: a record is longer than 1048576 bytes, it begins with '1,x/,
      );
    }
  });
});
