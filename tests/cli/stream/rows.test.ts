/** @file Points as rows: how they are put together, and what is said of them. */

import { numberRun } from '../../support/number-run';
import {
  type BadLine,
  type InputPoints,
  type RowBatch,
  RowMaker,
  type Run,
} from '../../../src/cli/stream/rows';
import { type Block, type Cell, cellText, type Writer } from '../../../src/report/formats/format';
import { VerdictTally } from '../../../src/report/check/tally';

const MEBIBYTE = 1048576;

/** Writes the cells of each row with nothing between them, and keeps the blocks. */
function writerOf(blocks: Block[] = [], more: Partial<Writer> = {}): Writer {
  return {
    open: () => '',
    separator: '',
    rows(block, text) {
      blocks.push(block);
      for (let i = 0; i < block.length; i++)
        text.text(
          `${block.columns.map((column) => cellText(column[i] as Cell, String)).join(' ')};`,
        );
    },
    close: () => '',
    ...more,
  };
}

const RUN = numberRun({ blockLength: 9, writer: writerOf() });

/** Numbers on consecutive lines, with bad lines where they are said to be. */
const block = (x: number[], more: Partial<InputPoints> & { at?: number } = {}): InputPoints => ({
  point: [Float64Array.from(x)],
  lineOf: (index) => (more.at ?? 0) + index,
  bad: [],
  ...more,
});
const badLines = (...lines: number[]): BadLine[] => lines.map((line) => ({ line, message: 'bad' }));

function* chunkOf(blocks: readonly InputPoints[], lines = 0): Generator<InputPoints, number> {
  yield* blocks;
  return lines;
}

/** What is taken of a batch before the next one is made: its rows and its remarks as texts. */
function taken({ rows, rowCount, remarks, counts, halt }: RowBatch) {
  return {
    rows: Buffer.from(rows).toString(),
    rowCount,
    remarks: remarks.map(({ kind, line, point, message }) =>
      [kind, line, point?.join(' ') ?? '-', message].join(' '),
    ),
    errors: counts.error,
    warnings: counts.warning,
    halt: halt && [halt.kind, halt.line, halt.point?.join(' ') ?? '-', halt.message].join(' '),
  };
}

const batchesOf = (blocks: readonly InputPoints[], run: Partial<Run> = {}) =>
  Array.from(new RowMaker({ ...RUN, ...run }).batches(chunkOf(blocks)), taken);

const NOTHING = { rows: '', rowCount: 0, remarks: [], errors: 0, warnings: 0, halt: undefined };

test('the rows of all blocks are one batch', () => {
  expect(batchesOf([block([1, 2]), block([3])])).toEqual([
    { ...NOTHING, rows: '1;2;3;', rowCount: 3 },
  ]);
});

test('no points make no batch', () => {
  const maker = new RowMaker(RUN);
  expect([...maker.batches(chunkOf([block([])], 7))]).toEqual([]);
  expect(maker.lineCount).toBe(7);
});

test('rows are passed on once they are more than a mebibyte', () => {
  const half = new Uint8Array(MEBIBYTE / 2);
  const writer = writerOf([], {
    rows: (_, text) => {
      text.encoded(half);
    },
  });
  const counts = batchesOf(Array(4).fill(block([1])) as InputPoints[], { writer });
  expect(counts.map(({ rowCount }) => rowCount)).toEqual([3, 1]);
});

test('a remark is passed on with its block, and the rows before', () => {
  expect(batchesOf([block([1]), block([101, 2], { at: 1 }), block([3])])).toEqual([
    { ...NOTHING, rows: '1;101;2;', rowCount: 3, remarks: ['warning 1 101 large'], warnings: 1 },
    { ...NOTHING, rows: '3;', rowCount: 1 },
  ]);
});

describe('an error', () => {
  test('at a point ends the rows before it, and what follows is not read', () => {
    const points = chunkOf([block([101, 1, -1, 102, -2], { bad: badLines(9) }), block([3])]);
    const [batch, ...others] = Array.from(new RowMaker(RUN).batches(points), taken);
    expect(batch).toEqual({
      rows: '101;1;',
      rowCount: 2,
      remarks: ['warning 0 101 large'],
      errors: 0,
      warnings: 1,
      halt: 'error 2 -1 below 0',
    });
    const left = points.next().value as InputPoints;
    expect([others, left.point]).toEqual([[], [Float64Array.of(3)]]);
  });

  test('ends them at the first of several points, whose own warning is not told', () => {
    const fault = { code: 'outside-domain', message: 'no value' } as const;
    const compute: Run['compute'] = (point) => ({
      ...RUN.compute(point),
      faults: new Map([
        [2, fault],
        [1, fault],
      ]),
      notices: [{ index: 1, text: 'large' }],
    });
    expect(batchesOf([block([5, 6, 7])], { compute })).toEqual([
      { ...NOTHING, rows: '5;', rowCount: 1, halt: 'error 1 6 no value' },
    ]);
  });

  test('of a line ends the rows after those before it', () => {
    expect(batchesOf([block([1, 2], { bad: badLines(2) }), block([3])])).toEqual([
      { ...NOTHING, rows: '1;2;', rowCount: 2, halt: 'error 2 - bad' },
    ]);
  });

  test('of a point that keeps its row does not end them; that of a line does', () => {
    const [first, second, ...others] = batchesOf(
      [block([1, -1]), block([2], { bad: badLines(3) }), block([4])],
      { keepsFaulty: true },
    );
    expect(first).toMatchObject({
      rows: '1;-1;',
      remarks: ['error 1 -1 below 0'],
      errors: 1,
      halt: undefined,
    });
    expect([second, others]).toMatchObject([{ rows: '2;', errors: 0, halt: 'error 3 - bad' }, []]);
  });

  test('is one remark among others where the run keeps going, in the order of the lines', () => {
    const lines = [6, 1, 3, 5];
    const mixed = block([101, -1, 102, -2], {
      lineOf: (index) => lines[index],
      bad: badLines(2, 4),
    });
    const [batch] = batchesOf([mixed, block([3])], { keepGoing: true });
    expect(batch).toEqual({
      rows: '101;-1;102;-2;',
      rowCount: 4,
      remarks: [
        'error 1 -1 below 0',
        'error 2 - bad',
        'warning 3 102 large',
        'error 4 - bad',
        'error 5 -2 below 0',
        'warning 6 101 large',
      ],
      errors: 4,
      warnings: 2,
      halt: undefined,
    });
  });

  test('comes before a warning at its point', () => {
    const compute: Run['compute'] = ([x = new Float64Array()]) => ({
      columns: [x],
      faults: new Map([[0, { code: 'outside-domain', message: 'no value' }]]),
      notices: [{ index: 0, text: 'large' }],
    });
    const [batch] = batchesOf([block([1])], { compute, keepGoing: true });
    expect(batch?.remarks).toEqual(['error 0 1 no value', 'warning 0 1 large']);
  });
});

describe('of many remarks', () => {
  const many = (count: number, value: number): number[] => Array<number>(count).fill(value);

  test('ten of a kind are kept of a chunk, and all are counted', () => {
    const chunk = [
      block([...many(7, -1), ...many(12, 101)]),
      block(many(4, -1), { bad: badLines(...many(13, 4)) }),
      block(many(5, 101)),
      block(many(2, -1)),
    ];
    const batches = batchesOf(chunk, { keepGoing: true });
    expect(
      batches.map(({ remarks, errors, warnings }) => [
        remarks.filter((remark) => remark.startsWith('error')).length,
        remarks.filter((remark) => remark.startsWith('warning')).length,
        errors,
        warnings,
      ]),
    ).toEqual([
      [7, 10, 7, 12],
      [3, 0, 17, 0],
      // No remark of the last two blocks is kept: they are one batch.
      [0, 0, 2, 5],
    ]);
  });

  test('those of the next chunk are kept anew', () => {
    const maker = new RowMaker({ ...RUN, keepGoing: true });
    const of = (): number[] =>
      Array.from(maker.batches(chunkOf([block([...many(12, -1), ...many(12, 101)])])), (batch) => {
        return batch.remarks.length;
      });
    expect([of(), of()]).toEqual([[20], [20]]);
  });

  test('those of lines without points are told, too', () => {
    const [first, second, ...others] = batchesOf(
      [block([], { bad: badLines(...many(10, 1)) }), block([], { bad: badLines(11) })],
      { keepGoing: true },
    );
    expect([first, second, others]).toMatchObject([
      { rowCount: 0, errors: 10 },
      { ...NOTHING, errors: 1 },
      [],
    ]);
  });
});

test('a point that has no line is told by its place among the others', () => {
  const known = block([101, -1, 102], { lineOf: () => undefined });
  expect(batchesOf([known], { keepGoing: true })[0]?.remarks).toEqual([
    'warning  101 large',
    'error  -1 below 0',
    'warning  102 large',
  ]);
});

test('a point is told as it was written where that counts', () => {
  const written = block([101, -1], { texts: [['101.0', '-1.00']] });
  const remarksOf = (needsTexts: boolean) =>
    batchesOf([written], { keepGoing: true, needsTexts })[0]?.remarks;
  expect(remarksOf(true)).toEqual(['warning 0 101.0 large', 'error 1 -1.00 below 0']);
  expect(remarksOf(false)).toEqual(['warning 0 101 large', 'error 1 -1 below 0']);
});

describe('of a table', () => {
  test('the cells come first in each row, if they are kept', () => {
    const [blocks, writer] = [[] as Block[], writerOf()];
    const run = { writer: { ...writer, rows: writerOf(blocks).rows } };
    const rowsOf = (more: Partial<InputPoints>) => batchesOf([block([1, 2], more)], run)[0]?.rows;
    expect([rowsOf({ others: [['k', 'l']] }), rowsOf({})]).toEqual(['k 1;l 2;', '1;2;']);
    expect(blocks.map(({ carried }) => carried)).toEqual([1, 0]);
    expect(blocks.map((some) => 'before' in some)).toEqual([false, false]);
  });

  test('the bytes of its rows go to the writer', () => {
    const blocks: Block[] = [];
    const before = {
      bytes: Buffer.from('k,1'),
      starts: Uint32Array.of(0),
      ends: Uint32Array.of(3),
    };
    batchesOf([block([1], { before })], { writer: writerOf(blocks) });
    expect(blocks[0]?.before).toBe(before);
  });
});

test('only points that are chosen have rows', () => {
  const compute: Run['compute'] = (point) => ({ ...RUN.compute(point), rows: [1] });
  expect(batchesOf([block([1, 2, 3])], { compute })).toEqual([
    { ...NOTHING, rows: '2;', rowCount: 1 },
  ]);
});

describe('what others put together', () => {
  const gatheredOf = (run: Partial<Run>, blocks: readonly InputPoints[]) =>
    Array.from(
      new RowMaker({ ...RUN, ...run }).batches(chunkOf(blocks)),
      ({ gathered, rowCount }) => [
        gathered.blocks.map(({ length }) => length),
        gathered.verdicts.length,
        rowCount,
      ],
    );

  test('are blocks, where a writer needs all of them', () => {
    const writer = writerOf([], {
      needsAll: true,
      rows: () => {
        throw new Error('not here');
      },
    });
    expect(gatheredOf({ writer }, [block([1, 2]), block([101]), block([3])])).toEqual([
      [[2, 1], 0, 3],
      [[1], 0, 1],
    ]);
  });

  test('are verdicts, also where no point has a row', () => {
    const { verdicts } = new VerdictTally();
    const compute: Run['compute'] = (point) => ({
      ...RUN.compute(point),
      notices: [],
      verdicts,
      rows: [],
    });
    expect(gatheredOf({ compute }, [block([1]), block([2])])).toEqual([[[], 2, 0]]);
    const told: Run['compute'] = (point) => ({
      ...compute(point),
      notices: RUN.compute(point).notices,
    });
    expect(gatheredOf({ compute: told }, [block([101]), block([2])])).toEqual([
      [[], 1, 0],
      [[], 1, 0],
    ]);
  });
});
