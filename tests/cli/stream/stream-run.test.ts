/** @file The whole of a run: its status, its threads and what these send, its progress and its end. */

import { numberRun } from '../../support/number-run';
import { stripVTControlCharacters } from 'node:util';
import { type Io, IoError, type Stream, type Threads } from '../../../src/cli/process/io';
import { openSource, sourceOf } from '../../../src/cli/stream/input/source';
import type { Recipe } from '../../../src/cli/stream/recipe';
import type { Run } from '../../../src/cli/stream/rows';
import { type WorkerMessage, stream, type WorkerData } from '../../../src/cli/stream/stream';
import { Turns } from '../../../src/cli/stream/turns';
import { VerdictTally } from '../../../src/report/check/tally';
import type { Writer } from '../../../src/report/formats/format';

/** Writes numbers one after the other, the text of all at the end. */
const wholeWriter = (): Writer => {
  const kept: number[] = [];
  return {
    needsAll: true,
    open: () => '',
    separator: '',
    rows: ({ columns: [column = []], length }) => {
      for (let i = 0; i < length; i++) kept.push(column[i] as number);
    },
    close: () => `${kept.join(' ')}\n`,
  };
};
const lineWriter: Writer = {
  open: () => '',
  separator: '',
  rows({ columns: [column = []], length }, text) {
    for (const x of (column as Float64Array).subarray(0, length)) text.text(`${String(x)}\n`);
  },
  close: () => '',
};

// A byte of input is work for 4 + 2, and 6 million are worth a thread.
const runOf = (more: Partial<Run> = {}): Run =>
  numberRun({ blockLength: 100_000, weight: 2, writer: lineWriter, ...more });

interface World {
  readonly reads?: readonly (string | Error)[];
  readonly bytes?: number;
  readonly terminals?: readonly Stream[];
  readonly canTry?: boolean;
  /** What a thread does as soon as it is started, and what it sends. */
  readonly thread?: (data: WorkerData, turns: Turns) => readonly WorkerMessage[];
}

const recipe = { command: 'diff' } as unknown as Recipe;
const MEGABYTE = 1_000_000;
const lines = (...x: number[]): string => x.map((value) => `${String(value)}\n`).join('');

function worldOf({ reads = [], bytes, terminals = [], canTry = true, thread }: World) {
  const left = [...reads];
  const seen = { out: '', errors: '', ended: 0, tried: 0 };
  const started: WorkerData[] = [];
  const readInput = (buffer: Buffer): number => {
    const next = left.shift() ?? '';
    if (typeof next !== 'string') throw next;
    return buffer.write(next);
  };
  const threads: Threads = {
    descriptor: 5,
    inputName: 'x.txt',
    count: () => 3,
    tryReadInput: () => {
      seen.tried++;
      return canTry ? readInput : undefined;
    },
    start(data) {
      const own = data as WorkerData;
      started.push(own);
      const sent = [...(thread?.(own, new Turns(own.memory)) ?? [])];
      return {
        received: () => sent.splice(0),
        terminate: () => {
          seen.ended++;
        },
      };
    },
  };
  const io = {
    readInput,
    inputBytes: () => bytes,
    isTerminal: (name: Stream) => terminals.includes(name),
    columns: () => undefined,
    env: {},
    color: 'never',
    writeOutput(written: string | Uint8Array) {
      seen.out += Buffer.from(written as Uint8Array).toString();
    },
    writeError: (text: string) => {
      seen.errors += text;
    },
    threads,
  } as unknown as Io;
  return { io, started, seen };
}

/** A run over what is read. */
async function streamed(world: World, run: Partial<Run> = {}, jobs?: number, isShared = true) {
  const { io, started, seen } = worldOf(world);
  const source = openSource(io, undefined, { kind: 'numbers' });
  const end = stream(runOf(run), source, isShared ? recipe : undefined, jobs);
  const status = await end.catch((error: unknown) => error);
  return { status, started, ...seen, turns: source.turns };
}

describe('the status of a run', () => {
  test('is 0 where all is written, and 2 after an error', async () => {
    expect(await streamed({ reads: [lines(1, 2, 3)] })).toMatchObject({
      status: 0,
      out: lines(1, 2, 3),
      errors: '',
    });
    expect(await streamed({ reads: [lines(1, -2, 3)] })).toMatchObject({
      status: 2,
      out: lines(1),
      errors: 'dezero-cli: line 2 (x = -2): below 0\n',
    });
  });

  test('is 2 after errors that have not ended it, which are counted at its end', async () => {
    const bad = Array<number>(12).fill(-1);
    const { status, errors } = await streamed(
      { reads: [lines(...bad, 5)] },
      { keepGoing: true, blockLength: 99 },
    );
    expect(status).toBe(2);
    expect(errors).toMatch(/line 10 \(x = -1\): below 0\ndezero-cli: and 2 more errors\n$/);
  });

  test('is that of a thread that has failed, and no more is said', async () => {
    const { status, errors, ended } = await streamed({
      bytes: MEGABYTE,
      reads: [lines(1)],
      thread(_, turns) {
        turns.fail(141);
        return [];
      },
    });
    expect([status, errors, ended]).toEqual([141, '', 1]);
  });
});

test('a read that fails ends all threads, and is told by whoever asked for the run', async () => {
  const failure = new IoError('read error', new Error('EIO: i/o error'));
  const found = await streamed({ bytes: MEGABYTE, reads: [lines(1), failure] });
  expect(found.status).toBe(failure);
  expect([found.out, found.ended, found.turns.isOver]).toEqual([lines(1), 1, true]);
});

describe('threads', () => {
  const startedFor = async (world: World, jobs?: number, isShared?: boolean): Promise<number> =>
    (await streamed({ reads: [lines(1)], ...world }, {}, jobs, isShared)).started.length;

  test('are as many as the input is worth, cores there are, and are asked for', async () => {
    expect(await startedFor({ bytes: MEGABYTE - 1 })).toBe(0);
    expect(await startedFor({ bytes: MEGABYTE })).toBe(1);
    expect(await startedFor({ bytes: 9 * MEGABYTE })).toBe(2);
    expect(await startedFor({ bytes: 9 * MEGABYTE }, 2)).toBe(1);
    expect(await startedFor({ bytes: 9 * MEGABYTE }, 1)).toBe(0);
  });

  test('come with what is read, where it is not known how much that will be', async () => {
    const piece = '1.25\n'.repeat(50_000);
    expect(await startedFor({ reads: Array<string>(4).fill(piece) })).toBe(1);
    expect(await startedFor({ reads: Array<string>(3).fill(piece) })).toBe(0);
  });

  test('are none where they cannot make the run, or cannot read', async () => {
    expect(await startedFor({ bytes: MEGABYTE }, undefined, false)).toBe(0);
    expect(await startedFor({ bytes: MEGABYTE, canTry: false })).toBe(0);
  });

  test('get what they need for the same run', async () => {
    const { started, tried, turns } = await streamed({ bytes: 9 * MEGABYTE, reads: [lines(1)] });
    expect(started.map(({ thread }) => thread)).toEqual([0, 1]);
    expect(started[0]).toMatchObject({
      recipe,
      descriptor: 5,
      inputName: 'x.txt',
      color: 'never',
      known: undefined,
    });
    new Turns((started[0] as WorkerData).memory).abort();
    expect([turns.isOver, tried]).toEqual([true, 1]);
  });

  test('of points that are known are by their number, and read nothing', async () => {
    const countOf = async (count: number, variables = 1) => {
      const { io, started, seen } = worldOf({ canTry: false });
      const known = { point: Array.from({ length: variables }, () => new Float64Array(count)) };
      const run = runOf({ blockLength: count, writer: { ...lineWriter, rows: () => undefined } });
      expect(await stream(run, sourceOf(io, known), recipe)).toBe(0);
      expect(seen.tried).toBe(0);
      expect(started.every((data) => data.known === known)).toBe(true);
      return started.length;
    };
    // A number counts as 16 bytes.
    expect(await countOf(MEGABYTE / 16 - 1)).toBe(0);
    expect(await countOf(MEGABYTE / 16)).toBe(1);
    expect(await countOf(MEGABYTE / 16, 2)).toBe(2);
  });
});

describe('what threads send', () => {
  const block = (...x: number[]) => ({ length: x.length, columns: [Float64Array.from(x)] });
  const sent = (chunk: number, ...x: number[]): WorkerMessage => ({
    chunk,
    gathered: { blocks: [block(...x)], verdicts: [] },
  });

  test('is put together in the order of the points, with what is made here', async () => {
    const { status, out } = await streamed(
      {
        bytes: MEGABYTE,
        reads: [lines(5)],
        thread(_, turns) {
          // It has read and written the first two chunks.
          for (const chunk of [0, 1]) {
            void turns.enter();
            turns.leave();
            turns.pass(chunk);
          }
          return [sent(1, 3, 4), sent(0, 1, 2)];
        },
      },
      { writer: wholeWriter() },
    );
    expect([status, out]).toEqual([0, '1 2 3 4 5\n']);
  });

  test('is written here at the end, where a thread has read that', async () => {
    const { out } = await streamed(
      {
        bytes: MEGABYTE,
        thread(_, turns) {
          void turns.enter();
          turns.carry.isEnded = true;
          turns.tally.rows = 2;
          turns.leave();
          turns.pass(0);
          return [sent(0, 1, 2)];
        },
      },
      { writer: wholeWriter() },
    );
    expect(out).toBe('1 2\n');
  });

  test('is not ended once more, where a thread that has read the end has written it', async () => {
    const { status, out } = await streamed(
      {
        bytes: MEGABYTE,
        thread(_, turns) {
          void turns.enter();
          turns.carry.isEnded = true;
          turns.leave();
          turns.pass(0);
          return [];
        },
      },
      { writer: { ...lineWriter, close: () => 'end\n' } },
    );
    expect([status, out]).toEqual([0, '']);
  });

  test('may be verdicts, which are passed on in that order', async () => {
    const { verdicts } = new VerdictTally();
    const proved = (count: number) => ({ ...verdicts, proved: count });
    const found: number[] = [];
    await streamed(
      {
        bytes: MEGABYTE,
        reads: [lines(5)],
        thread(_, turns) {
          void turns.enter();
          turns.leave();
          turns.pass(0);
          return [{ chunk: 0, gathered: { blocks: [], verdicts: [proved(1), proved(2)] } }];
        },
      },
      {
        compute: (point) => ({ ...runOf().compute(point), verdicts: proved(3) }),
        onVerdicts: (some) => found.push(some.proved),
      },
    );
    expect(found).toEqual([1, 2, 3]);
  });
});

describe('the progress of a run', () => {
  /** What stands on the terminal, where each read takes two seconds. */
  const progressOf = async (terminals: readonly Stream[], run: Partial<Run> = {}) => {
    let now = 1_800_000_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => (now += 2000));
    const world = { terminals, bytes: 6, reads: [lines(1, 2), lines(3)] };
    const { errors } = await streamed(world, run, 1);
    jest.restoreAllMocks();
    const said = stripVTControlCharacters(errors);
    return /(\d+) rows, .*%/.exec(said)?.[0].replace(/, \d+ rows\/s/, '') ?? said;
  };

  test('is told on a terminal, with the part of the input that is done', async () => {
    expect(await progressOf(['error'])).toMatch(/^2 rows, 66 %/);
    expect(await progressOf([])).toBe('');
  });

  test('is not told where rows show it, which they do not before all of them are there', async () => {
    expect(await progressOf(['error', 'output'])).toBe('');
    const writer = wholeWriter();
    expect(await progressOf(['error', 'output'], { writer })).toMatch(/^2 rows, 66 %/);
  });

  test('is not told to whoever types the points', async () => {
    const said = await progressOf(['error', 'input']);
    expect(said).toMatch(/^dezero-cli: reading x from standard input/);
    expect(said).not.toContain('rows');
  });
});
