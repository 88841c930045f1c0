/** @file The line that tells how far a run is: when it comes, what it says, when it goes. */

import { stripVTControlCharacters } from 'node:util';
import type { Io, Stream } from '../../../src/cli/process/io';
import { Progress, whileCounting, withoutProgress } from '../../../src/cli/stream/progress';

const CLEAR = '\r\u001b[K';

let now = 0;
let clock: jest.SpyInstance;
beforeEach(() => {
  now = 1_800_000_000_000;
  clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
  clock.mockRestore();
});

/** A world that keeps what is written, in its order. */
function worldOf(terminals: readonly Stream[] = ['error']) {
  const written: string[] = [];
  const io = {
    isTerminal: (stream: Stream) => terminals.includes(stream),
    writeError: (text: string) => written.push(text),
    writeOutput: (text: string) => written.push(`out: ${text}`),
  } as unknown as Io;
  const seen = (): string => stripVTControlCharacters(written.join('')).replaceAll('\r', '');
  return { io, written, seen };
}

interface Run {
  readonly rows?: number;
  readonly done?: number;
  readonly total?: number | undefined;
  readonly isSeen?: boolean;
}

/** What the line says of a run that has taken so many milliseconds. */
function saidAfter(milliseconds: number, run: Run = {}, terminals?: readonly Stream[]): string {
  const { rows = 30, done = rows, total, isSeen = false } = run;
  const { io, seen } = worldOf(terminals);
  const tally = { rows, done, progress: 0 };
  const progress = new Progress(io, tally, total, () => isSeen);
  now += milliseconds;
  progress.show();
  const said = seen();
  expect(tally.progress).toBe(said === '' ? 0 : 1);
  progress.end();
  expect(tally.progress).toBe(0);
  return said;
}

test.each<[string, number, Run, string]>([
  ['nothing before a second', 999, {}, ''],
  ['the rows, and how many a second', 1500, {}, '30 rows, 20 rows/s'],
  ['nothing where rows are seen', 1500, { isSeen: true }, ''],
  [
    'the part that is done, and the time that the rest takes at this pace',
    1500,
    { total: 100 },
    '30 rows, 20 rows/s, 30 %, 4 s left',
  ],
  [
    'the time as soon as a twentieth is done',
    1000,
    { rows: 5, total: 100 },
    '5 rows, 5 rows/s, 5 %, 19 s left',
  ],
  ['no time before that', 1000, { rows: 4, total: 100 }, '4 rows, 4 rows/s, 4 %'],
  [
    'a time by what is done, and not by rows',
    1000,
    { rows: 7, done: 50, total: 100 },
    '7 rows, 7 rows/s, 50 %, 1 s left',
  ],
  [
    'no time below 0 where the input has grown',
    1000,
    { rows: 200, total: 100 },
    '200 rows, 200 rows/s, 100 %, 0 s left',
  ],
])('it says %s', (_, milliseconds, run, said) => {
  expect(saidAfter(milliseconds, run)).toBe(said);
});

test('it says nothing where standard error is no terminal', () => {
  expect(saidAfter(1500, {}, ['output', 'input'])).toBe('');
});

test('it is drawn five times a second at most, anew on the same line', () => {
  const { io, seen, written } = worldOf();
  const tally = { rows: 0, done: 0, progress: 0 };
  const progress = new Progress(io, tally, undefined, () => false, 'steps');
  const isDrawn = [1000, 199, 1, 450].map((milliseconds) => {
    now += milliseconds;
    tally.rows++;
    const before = written.length;
    progress.show();
    return written.length > before;
  });
  expect(isDrawn).toEqual([true, false, true, true]);
  expect(seen()).toMatch(/^1 steps, 1 steps\/s.*4 steps, 2 steps\/s$/s);
  progress.end();
});

test('it leaves an empty line, once, and nothing where it was not shown', () => {
  const { io, written } = worldOf();
  const progress = new Progress(io, { rows: 1, done: 1, progress: 0 }, 2);
  progress.end();
  expect(written).toEqual([]);
  now += 1000;
  progress.show();
  progress.end();
  const count = written.length;
  expect(written.at(-1)).toBe(CLEAR);
  progress.end();
  expect(written).toHaveLength(count);
});

test('what takes long is counted while it works, and its line goes with its result or its error', () => {
  const { io, written, seen } = worldOf();
  const result = whileCounting(io, 'points', 40, (add) => {
    add(3);
    now += 2000;
    add(7);
    return 'done';
  });
  expect([result, written.at(-1)]).toEqual(['done', CLEAR]);
  expect(seen()).toContain('10 points, 5 points/s, 25 %, 6 s left');
  const failing = worldOf();
  const work = (add: (count: number) => void): void => {
    now += 2000;
    add(1);
    throw new Error('at work');
  };
  expect(() => {
    whileCounting(failing.io, 'points', undefined, work);
  }).toThrow('at work');
  expect(failing.seen()).toContain('1 points, 1 points/s');
  expect(failing.written.at(-1)).toBe(CLEAR);
});

test.each<[string, readonly Stream[], number, readonly string[]]>([
  ['a line that is shown', ['error', 'output'], 1, [CLEAR, 'out: row', 'warning']],
  ['a line that is shown where rows go elsewhere', ['error'], 1, ['out: row', `${CLEAR}warning`]],
  ['no line', ['error', 'output'], 0, ['out: row', 'warning']],
])('before what is written %s gives way', (_, terminals, progress, expected) => {
  const { io, written } = worldOf(terminals);
  const tally = { progress };
  const seen = withoutProgress(io, tally);
  seen.writeOutput('row');
  seen.writeError('warning');
  expect(written.filter((text) => text !== '')).toEqual(expected);
  expect(tally.progress).toBe(0);
  seen.writeError('more');
  expect(written.at(-1)).toBe('more');
});
