/** @file Lines of plain numbers are read straight from their bytes, and say the same as when they are read as texts. */

import fc from 'fast-check';
import type { Chunk } from '../../../../src/cli/stream/input/line-reader';
import { lineForm, tableForm } from '../../../../src/cli/stream/input/forms';
import { pointsIn } from '../../../../src/cli/stream/input/points';
import type { Table } from '../../../../src/cli/stream/input/table';
import type { InputPoints } from '../../../../src/cli/stream/rows';
import { holdsForAll } from '../../../support/holds-for-all';

type Blocks = (
  chunk: Chunk,
  options: { most: number; keepGoing: boolean },
) => Generator<InputPoints, number>;

const ofTwo = { variables: ['x', 'y'], order: [1, 0] };
const csv: Table = {
  delimiter: ',',
  names: ['a', 'x', 'b', 'y'],
  places: [1, 3],
  kept: 'bytes',
};
const tsv: Table = { ...csv, delimiter: '\t' };

/** Lines in the middle of a buffer; without texts nobody can make one of them. */
function chunkOf(text: string, hasTexts = true): Chunk {
  const bytes = Buffer.from(`7\n${text}8\n`, 'latin1');
  if (!hasTexts) {
    bytes.toString = bytes.subarray = () => {
      throw new Error('a text is made');
    };
  }
  return { bytes, start: 2, end: bytes.length - 2, isFirst: false };
}

interface Said {
  readonly points: readonly string[];
  readonly bad: readonly string[];
  readonly lines: number;
}

/** Each point with its line and where its row begins and ends, and what is wrong with others. */
function said(read: Blocks, chunk: Chunk, most = 100): Said {
  const blocks = read(chunk, { most, keepGoing: true });
  const [points, bad]: [string[], string[]] = [[], []];
  for (;;) {
    const { done, value } = blocks.next();
    if (done === true) return { points, bad, lines: value };
    const { point, before, lineOf } = value;
    for (const i of point[0]?.keys() ?? []) {
      const row = before && `, bytes ${String(before.starts[i])} to ${String(before.ends[i])}`;
      points.push(`${String(lineOf(i))}: ${point.map((x) => x[i]).join(' ')}${row ?? ''}`);
    }
    bad.push(...value.bad.map(({ line, message }) => `${String(line)}: ${message}`));
  }
}

const READERS: readonly (readonly [
  name: string,
  read: Blocks,
  lines: readonly string[],
  x: string,
])[] = [
  [
    'numbers',
    (chunk, options) => pointsIn(chunk, lineForm(), options),
    ['1.5', ' 1.5', '\t1.5 \t', '1.5\r', '+1.5', '15e-1'],
    '1.5',
  ],
  [
    'points',
    (chunk, options) => pointsIn(chunk, lineForm(ofTwo), options),
    ['2 1.5', '2,1.5', ' 2 , 1.5 ', '2\t1.5', '2 ,1.5', '2, 1.5', '2 1.5\r', '2  1.5 \r'],
    '1.5 2',
  ],
  [
    'records of csv',
    (chunk, options) => pointsIn(chunk, tableForm(csv), options),
    ['a,1.5,b,2', ',1.5,,2', 'a, 1.5 ,b,\t2\t', 'a,1.5,b,2\r', 'x y,+1.5,\t,2.0', 'é,15e-1,"b,2'],
    '1.5 2',
  ],
  [
    'records of tsv',
    (chunk, options) => pointsIn(chunk, tableForm(tsv), options),
    ['a\t1.5\tb\t2', '\t1.5\t\t2', 'a\t 1.5 \tb\t 2 ', 'a,b\t1.5\tc\t2\r'],
    '1.5 2',
  ],
];

describe.each(READERS)('of plain %s', (_, read, lines, x) => {
  test.each(lines)('%j no text is made', (line) => {
    const length = line.replace(/\r$/, '').length;
    const second = 2 + line.length + 1;
    const { points, bad, lines: count } = said(read, chunkOf(`${line}\n${line}\n`, false));
    expect(points.map((point) => point.replace(/,.*/, ''))).toEqual([`0: ${x}`, `1: ${x}`]);
    if (points[0]?.includes('bytes') === true) {
      expect(points.map((point) => point.replace(/.*bytes /, ''))).toEqual([
        `2 to ${String(2 + length)}`,
        `${String(second)} to ${String(second + length)}`,
      ]);
    }
    expect([bad, count]).toEqual([[], 2]);
  });

  test('the blocks are full', () => {
    const text = `${lines[0] ?? ''}\n`.repeat(7);
    const blocks = [...read(chunkOf(text, false), { most: 3, keepGoing: false })];
    expect(blocks.map(({ point }) => point[0]?.length)).toEqual([3, 3, 1]);
  });

  test('a long one is read as others are', () => {
    const padded = (length: number): string => (lines[0] ?? '').padEnd(length - 1, ' ');
    const text = `${padded(1000)}\n`;
    expect(said(read, chunkOf(text, false)).points).toHaveLength(1);
    expect(() => said(read, chunkOf(`${padded(1001)}\n`, false))).toThrow('a text is made');
    expect(said(read, chunkOf(`${padded(1001)}\n`)).points).toHaveLength(1);
  });
});

/** Lines of pieces of numbers, cells and what separates them. */
const anyLines = fc
  .array(
    fc
      .array(fc.constantFrom('1', '2.5', '-3e2', 'x', '.', ' ', '\t', ',', '\r', '1,2', '4 5'), {
        maxLength: 9,
      })
      .map((pieces) => `${pieces.join('')}\n`),
    { minLength: 1, maxLength: 5 },
  )
  .map((lines) => lines.join(''));

test('several numbers on a line are the same from bytes and from texts', () => {
  holdsForAll(
    fc.property(anyLines, fc.integer({ min: 1, max: 4 }), (text, most) => {
      const fromBytes: Blocks = (chunk, options) => pointsIn(chunk, lineForm(ofTwo), options);
      const fromTexts: Blocks = (chunk, options) =>
        pointsIn(chunk, lineForm(ofTwo), { ...options, needsTexts: true });
      expect(said(fromBytes, chunkOf(text), most)).toEqual(said(fromTexts, chunkOf(text), most));
    }),
    2000,
  );
});

test('records of more digits than bytes are read for have their places, too', () => {
  const read: Blocks = (chunk, options) => pointsIn(chunk, tableForm(ofTwoCells), options);
  const [first, second] = ['1,1234567890123456789', '2,1234567890123456789'];
  expect(said(read, chunkOf(`${first}\r\n${second}\n`)).points).toEqual([
    '0: 1234567890123456800, bytes 2 to 23',
    '1: 1234567890123456800, bytes 25 to 46',
  ]);
});

const ofTwoCells: Table = { ...csv, names: ['a', 'x'], places: [1] };

test.each<[string, Table]>([
  ['csv', ofTwoCells],
  ['tsv', { ...ofTwoCells, delimiter: '\t' }],
  ['two variables', { ...ofTwoCells, places: [0, 1] }],
])('the records of a table are the same from bytes and from texts: %s', (_, table) => {
  const readAs =
    (needsTexts: boolean): Blocks =>
    (chunk, options) =>
      pointsIn(chunk, tableForm(table), { ...options, needsTexts });
  holdsForAll(
    fc.property(anyLines, fc.integer({ min: 1, max: 4 }), (text, most) => {
      const [fromBytes, fromTexts] = [readAs(false), readAs(true)];
      expect(said(fromBytes, chunkOf(text), most)).toEqual(said(fromTexts, chunkOf(text), most));
    }),
    2000,
  );
});
