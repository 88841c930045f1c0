/** @file The part of one thread in a run: what it takes, writes, tells and leaves to others. */

import { numberRun } from '../../support/number-run';
import { type Io, IoError, type TryRead } from '../../../src/cli/process/io';
import { knownFeed, lineFeed } from '../../../src/cli/stream/feed';
import { Part } from '../../../src/cli/stream/part';
import {
  countOf,
  type Gathered,
  type InputPoints,
  type KnownPoints,
  type Run,
} from '../../../src/cli/stream/rows';
import { newSharedMemory, Turns } from '../../../src/cli/stream/turns';
import { plainPaint } from '../../../src/report/formats/format';
import { writerOf } from '../../../src/report/formats/formats';

const csv = () => writerOf('csv')(['x'], { header: true, paint: plainPaint });

const runOf = (more: Partial<Run> = {}): Run =>
  numberRun({ blockLength: 2, writer: csv(), ...more });

interface World {
  /** What each read returns: a text, an error, or nothing at the end. */
  readonly reads?: readonly (string | Error)[];
  readonly known?: KnownPoints;
  readonly run?: Partial<Run>;
  readonly breathe?: (turns: Turns) => void;
  readonly writeFails?: boolean;
  /** How it reads without waiting. */
  readonly tryRead?: TryRead;
}

/** A part alone, with all that it does. */
function partOf({ reads = [], known, run, breathe, writeFails = false, tryRead }: World) {
  const left = [...reads];
  let [out, errors] = ['', ''];
  const io = {
    isTerminal: () => false,
    columns: () => undefined,
    env: {},
    threads: { tryReadInput: () => tryRead },
    readInput(buffer: Buffer) {
      const next = left.shift() ?? '';
      if (typeof next !== 'string') throw next;
      return buffer.write(next, 'latin1');
    },
    writeOutput(bytes: string | Uint8Array) {
      if (writeFails) throw new IoError('write error', new Error('EIO: i/o error'));
      out += Buffer.from(bytes as Uint8Array).toString();
    },
    writeError: (text: string) => {
      errors += text;
    },
  } as unknown as Io;
  const turns: Turns = new Turns(newSharedMemory(), () => {
    breathe?.(turns);
    return Promise.resolve();
  });
  const gathered: [number, Gathered | undefined][] = [];
  const part = new Part(runOf(run), { io, turns, known }, (chunk, some) => {
    gathered.push([chunk, some]);
  });
  const sizes: number[] = [];
  return {
    part,
    turns,
    sizes,
    gathered,
    run: () => part.run((size) => sizes.push(size)),
    said: () => ({ out, errors }),
  };
}

const points = (...x: number[]): KnownPoints => ({ point: [Float64Array.from(x)] });

test('points that are known are taken a block at a time, and written in their order', async () => {
  const { run, said, sizes, turns } = partOf({ known: points(1, 2, 3, 4, 5) });
  await run();
  expect(said()).toEqual({ out: 'x\n1\n2\n3\n4\n5\n', errors: '' });
  expect([sizes, turns.tally.rows, turns.tally.done, turns.tally.lines]).toEqual([
    [2, 2, 1],
    5,
    5,
    0,
  ]);
  expect(turns.isOver).toBe(false);
});

test('without points there is a header alone', async () => {
  for (const world of [{ known: points() }, { reads: [] }]) {
    const { run, said, sizes } = partOf(world);
    await run();
    expect([said(), sizes]).toEqual([{ out: 'x\n', errors: '' }, []]);
  }
});

test('lines are taken as they come, and counted with their bytes', async () => {
  const { run, said, sizes, turns } = partOf({ reads: ['1\n2\n', '30\n4', '0\n'] });
  await run();
  expect(said()).toEqual({ out: 'x\n1\n2\n30\n40\n', errors: '' });
  expect([sizes, turns.tally.done, turns.tally.lines]).toEqual([[4, 3, 3], 10, 4]);
});

test('a bad line ends the run: rows before it are complete, and nothing follows', async () => {
  const { run, said, sizes, turns } = partOf({ reads: ['1\n2\n', 'y\n3\n', '4\n'] });
  await run();
  expect(said().out).toBe('x\n1\n2\n');
  expect(said().errors).toMatch(/^dezero-cli: line 3: not a number: 'y'/);
  expect([turns.isOver, turns.tally.error, sizes]).toEqual([true, 1, [4]]);
});

test('a point that is an error ends the run, too, and no rows at all have no header', async () => {
  const { run, said, turns } = partOf({ known: points(-1, 2) });
  await run();
  expect(said().out).toBe('');
  expect(said().errors).toContain('x = -1: below 0');
  expect(turns.isOver).toBe(true);
});

test('a run that keeps going tells ten errors in full, and at the end how many more', async () => {
  const { run, said, part, turns } = partOf({
    reads: ['y\n'.repeat(7), `1\n${'z\n'.repeat(5)}`],
    run: { keepGoing: true, blockLength: 100 },
  });
  await run();
  part.finish();
  const { out, errors } = said();
  expect([out, turns.isOver, turns.tally.error]).toEqual(['x\n1\n', false, 12]);
  expect(errors.match(/line \d+: not a number/g)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 9, 10, 11].map((line) => `line ${String(line)}: not a number`),
  );
  expect(errors).toContain('and 2 more errors');
});

test('warnings have the line and the number', async () => {
  const { run, said } = partOf({ reads: ['1\n', '2\n101\n'] });
  await run();
  expect(said().errors).toMatch(/warning: line 3 \(x = 101\): large/);
});

test('a read that fails ends the run: rows before it are complete, and remarks are counted', async () => {
  const failure = new IoError('read error', new Error('EIO: i/o error'));
  const { run, said, turns } = partOf({
    reads: [`7\n${'y\n'.repeat(11)}`, failure],
    run: { keepGoing: true },
  });
  await expect(run()).rejects.toBe(failure);
  expect(said().out).toBe('x\n7\n');
  expect(said().errors).toContain('and 1 more error');
  expect(turns.carry.isEnded).toBe(true);
  expect(await turns.enter()).toBeUndefined();
});

test('where rows cannot be written it is not told how many errors there were', async () => {
  const { run, said, part } = partOf({
    reads: ['y\n'.repeat(11), '1\n'],
    run: { keepGoing: true, blockLength: 100 },
    writeFails: true,
  });
  await expect(run()).rejects.toThrow('write error');
  part.finish();
  const { out, errors } = said();
  expect([out, errors.match(/not a number/g)?.length]).toEqual(['', 10]);
  expect(errors).not.toContain('more');
});

test('rows that an error cuts short are a whole document', async () => {
  const json = () => writerOf('json')(['x'], { header: true, paint: plainPaint });
  const whole = '[\n{"x":1},\n{"x":2}\n]\n';
  const halted = partOf({ reads: ['1\n2\ny\n'], run: { writer: json() } });
  await halted.run();
  expect([halted.said().out, halted.sizes]).toEqual([whole, []]);
  const failure = new IoError('read error', new Error('EIO: i/o error'));
  const failed = partOf({ reads: ['1\n2\n', failure], run: { writer: json() } });
  await expect(failed.run()).rejects.toBe(failure);
  expect(failed.said().out).toBe(whole);
});

test('a run that another thread has ended gets no end of its document', async () => {
  const { run, said, turns } = partOf({
    run: { writer: writerOf('json')(['x'], { header: true, paint: plainPaint }) },
    breathe: (turns) => {
      turns.abort();
    },
  });
  await turns.enter();
  turns.leave();
  await run();
  expect([said().out, turns.isNext(0)]).toEqual(['', true]);
});

test('a part that waits for its input looks for it again after twice as long, 16 ms at most', async () => {
  const { part, run, turns } = partOf({ reads: ['8\n'], tryRead: () => undefined });
  const pauses: number[] = [];
  jest.spyOn(turns, 'pause').mockImplementation((milliseconds) => {
    if (pauses.push(milliseconds) === 7) turns.pass(0);
    return Promise.resolve();
  });
  expect(part.share()).toBe(true);
  await turns.enter();
  turns.leave();
  await run();
  expect(pauses).toEqual([1, 2, 4, 8, 16, 16, 16]);
});

test('what one thread puts together comes in turn, with the number of its chunk', async () => {
  const whole = { ...csv(), needsAll: true };
  const { run, gathered } = partOf({ known: points(1, 2, 3), run: { writer: whole } });
  await run();
  expect(
    gathered.map(([chunk, some]) => [chunk, some?.blocks.map(({ length }) => length)]),
  ).toEqual([
    [0, [2]],
    [0, undefined],
    [1, [1]],
    [1, undefined],
  ]);
});

test('a part that shares its input waits for none while others have rows to write', async () => {
  const tried: number[] = [];
  const { part, run, said, turns } = partOf({
    reads: ['8\n'],
    // The other one writes its chunk when this one has looked twice.
    breathe: (turns) => {
      if (tried.length === 2) turns.pass(0);
    },
    tryRead: () => {
      tried.push(1);
      return undefined;
    },
  });
  expect(part.share()).toBe(true);
  expect(await turns.enter()).toBe(0);
  turns.leave();
  await run();
  expect([said().out, tried.length]).toEqual(['x\n8\n', 2]);
});

test('a part shares points that are known, and input that it can read without waiting', () => {
  expect(partOf({ known: points(1) }).part.share()).toBe(true);
  expect(partOf({ reads: ['8\n'] }).part.share()).toBe(false);
});

test('a part that waits for its input goes when the run is over', async () => {
  const { part, run, said, turns } = partOf({
    reads: ['8\n'],
    breathe: (turns) => {
      turns.abort();
    },
    tryRead: () => undefined,
  });
  part.share();
  await turns.enter();
  turns.leave();
  await run();
  expect([said().out, turns.isOver]).toEqual(['', true]);
});

test('a part writes nothing after the run is over', async () => {
  const { run, said, turns, sizes } = partOf({
    known: points(1, 2, 3),
    breathe: (turns) => {
      turns.abort();
    },
  });
  await turns.enter();
  turns.leave();
  await run();
  expect([said().out, sizes]).toEqual(['', []]);
});

test('at the end a writer writes what it has kept', async () => {
  const kept = { ...csv(), close: () => 'end\n' };
  const { part, said } = partOf({ run: { writer: kept } });
  await Promise.resolve();
  part.end();
  part.end();
  expect(said().out).toBe('x\nend\n');
});

describe('what is taken', () => {
  const carryOf = () => new Turns(newSharedMemory()).carry;
  const first = (taken: ReturnType<ReturnType<typeof knownFeed>>): InputPoints => {
    if (taken === undefined || taken === 'later') throw new Error('nothing is taken');
    return taken.points.next().value as InputPoints;
  };

  test('of known points is some of each variable, with the texts of the same', () => {
    const known = {
      point: [Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6)],
      texts: [
        ['1', '2', '3.0'],
        ['4', '5', '6'],
      ],
    };
    const carry = carryOf();
    const feed = knownFeed(known, runOf());
    expect(first(feed(carry, 0)).point).toEqual([Float64Array.of(1, 2), Float64Array.of(4, 5)]);
    expect(carry.isEnded).toBe(false);
    const last = feed(carry, 1);
    expect([carry.isEnded, last]).toMatchObject([true, { size: 1 }]);
    const { point, texts, lineOf, bad } = first(last);
    expect([point, texts]).toEqual([
      [Float64Array.of(3), Float64Array.of(6)],
      [['3.0'], ['6']],
    ]);
    expect([lineOf(0), bad]).toEqual([undefined, []]);
    const { texts: none } = first(knownFeed(points(1), runOf())(carryOf(), 0));
    expect(none).toBeUndefined();
  });

  test('of known points is the last where none are left', () => {
    const carry = carryOf();
    expect(knownFeed(points(1, 2), runOf())(carry, 0)).toMatchObject({ size: 2 });
    expect(carry.isEnded).toBe(true);
  });

  test('of known points is nothing where there are none', () => {
    const carry = carryOf();
    expect(knownFeed(points(), runOf())(carry, 0)).toBeUndefined();
    expect(carry.isEnded).toBe(true);
    expect([countOf(points()), countOf({ point: [] }), countOf(points(1, 2))]).toEqual([0, 0, 2]);
  });

  test('of lines is as much as they are, without a byte order mark', () => {
    const read = (buffer: Buffer): number => buffer.write('\ufeff1\n20\n3');
    expect(lineFeed(read, runOf())(carryOf(), 0)).toMatchObject({ size: 5 });
  });

  const two = { variables: ['x', 'y'], order: [0, 1] };
  const table = {
    delimiter: ',' as const,
    names: ['a', 'x'],
    places: [1],
    kept: 'cells' as const,
  };
  test.each<[string, string, Partial<Run>, object]>([
    ['numbers', '1\n2\n', {}, { point: [Float64Array.of(1, 2)] }],
    [
      'points',
      '1 2\n3 4\n',
      { lines: two },
      { point: [Float64Array.of(1, 3), Float64Array.of(2, 4)] },
    ],
    ['texts of numbers', '1.0\n', { needsTexts: true }, { texts: [['1.0']] }],
    ['texts of points', '1.0 2\n', { needsTexts: true, lines: two }, { texts: [['1.0'], ['2']] }],
    [
      'the records of a table',
      'k,1\nl,2\n',
      { table },
      {
        point: [Float64Array.of(1, 2)],
        others: [
          ['k', 'l'],
          ['1', '2'],
        ],
      },
    ],
    ['the texts of a table', 'k,1.0\n', { table, needsTexts: true }, { texts: [['1.0']] }],
  ])('of lines is %s', (_, text, run, expected) => {
    let isRead = false;
    const feed = lineFeed((buffer) => {
      if (isRead) return 0;
      isRead = true;
      return buffer.write(text);
    }, runOf(run));
    const carry = carryOf();
    const taken = feed(carry, 0);
    expect(taken).toMatchObject({ size: text.length });
    expect(first(taken)).toMatchObject(expected);
    expect([feed(carry, 1), carry.isEnded]).toEqual([undefined, true]);
    expect(lineFeed(() => undefined, runOf(run))(carryOf(), 0)).toBe('later');
  });
});
