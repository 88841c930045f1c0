import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Threads } from '../../src/cli/process/io';
import type { WorkerData } from '../../src/cli/stream/stream';
import { Turns } from '../../src/cli/stream/turns';
import { refused, type Outcome, runMain, words } from '../support/run-main';
import { bash, plainWords, start } from '../support/program';
import { byThreads, sharedProcess } from '../support/one-process';
import { some } from '../support/portions';
import { tempFolder } from '../support/temp-folder';

const CHAIN = '--chain square,exp,square';
/** Enough for several threads: they start from some 1.3 MB on, and a line has 61 bytes. */
const COUNT = 25_000;
const directory = tempFolder();
const shared = sharedProcess();
let numbers: string[];

beforeAll(() => {
  numbers = Array.from({ length: COUNT }, (_, i) =>
    String(Math.fround(Math.sin(i)) * 2).padEnd(60),
  );
  write('x', numbers);
});

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(directory, name), `${lines.join('\n')}\n`);
}

/** A script of bash in the directory. */
function inDirectory(script: string): ReturnType<typeof bash> {
  return bash(script, '', directory);
}

/** What one thread writes of these lines of input in the directory, and several write too. */
function several(command: string, lines?: readonly string[], jobs?: number): Promise<Outcome> {
  const input = lines && `${lines.join('\n')}\n`;
  return byThreads(shared, { words: plainWords(command) ?? [], directory, input }, jobs);
}

describe('several threads print what one prints', () => {
  const FORMATS = [
    ['tsv', ''],
    ['csv of some columns', '-f csv --columns y,backprop'],
    ['json', '-f json --columns x,y'],
    ['jsonl', '-f jsonl --columns y'],
    ['bare numbers', '--only numerical'],
    ['forward differences', '--method forward --eps 1e-5 --columns numerical'],
  ] as const;

  test.each(FORMATS)('in %s, of a file', async (_, options) => {
    const { status } = await several(`diff ${CHAIN} --x - ${options}`, numbers);
    expect(status).toBe(0);
  });

  test.each(some(FORMATS, 3))('in %s, of a pipe', async (_, options) => {
    const line = `diff ${CHAIN} --x - ${options}`;
    const stdin = readFileSync(join(directory, 'x'));
    writeFileSync(join(directory, 'one'), (await runMain(words(line), { stdin })).stdout);
    const run = `cat x | dz ${line} -j 3 | cmp - one && echo same`;
    expect(inDirectory(run)).toMatchObject({ stdout: 'same\n', stderr: '' });
  });

  test('of a formula', async () => {
    const { status, stderr } = await several(
      `diff 'x*exp(-x)' --x - --columns x,backprop`,
      Array.from({ length: 60_000 }, (_, i) => `${String(i + 1)}e-3`.padStart(25)),
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  test('of functions from formulas', async () => {
    const half = `--define 'half(x) = x/2; 0.5'`;
    const f = `--define 'f(x) = x < 0 ? -x : half(x); x < 0 ? -1 : 0.5'`;
    const { stdout, stderr } = await several(
      `diff -c f,square -x - ${half} ${f}`,
      Array.from({ length: 30_000 }, (_, i) => `${String((i % 4001) - 2000)}e-3`.padStart(49)),
    );
    expect(stderr).toBe('');
    expect(stdout.match(/\n/g)).toHaveLength(30_001);
    expect(stdout).toMatch(/^.*\n-2\t4\t/);
  });

  test('from tables, with quotes and lines in their cells', async () => {
    const rows = numbers.map((x, i) => (i % 7 === 0 ? `"a ""b""\n${String(i)}",${x}` : `c,${x}`));
    write('table.csv', ['name,t', ...rows]);
    const { stdout } = await several(
      `diff ${CHAIN} --input table.csv --column t --columns y`,
      undefined,
      3,
    );
    const lines = stdout.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^c,-?\d\.\d+ *,\d/);
    expect(lines).toHaveLength(COUNT + Math.ceil(COUNT / 7) + 1);
  });
});

describe('what is said by several threads is what one says', () => {
  test('of a bad line far down: its number, and all rows before it', async () => {
    const line = `diff ${CHAIN} --x - --only y`;
    const { status, stdout, stderr } = await several(line, numbers.with(20_000, 'x17'), 3);
    expect([status, stderr]).toEqual([2, "dezero-cli: line 20001: not a number: 'x17'\n"]);
    expect(stdout.match(/\n/g)).toHaveLength(20_000);
  });

  test('of many bad lines and points: ten in full, then their number', async () => {
    const { status, stderr } = await several(
      'diff --chain sqrt,relu --x - --only backprop --keep-going',
      numbers.map((x, i) => (i % 1000 === 999 ? 'bad' : x)),
      3,
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/\ndezero-cli: .*\ndezero-cli: and \d+ more errors\n$/);
  });

  test('of a reader that has gone: nothing, and 141', () => {
    const { stdout, stderr } = inDirectory(
      `dz diff ${CHAIN} --x - -j 3 <x | head -n 1 >first; echo "\${PIPESTATUS[0]}"`,
    );
    expect([stdout, stderr]).toEqual(['141\n', '']);
  });

  test('of a full disk: once, and 2', () => {
    const { status, stderr } = inDirectory(`dz diff ${CHAIN} --x - -j 3 <x >/dev/full`);
    expect([status, stderr]).toEqual([
      2,
      'dezero-cli: write error: ENOSPC: no space left on device\n',
    ]);
  });
});

test('a bad line ends the run although the producer has gone silent', async () => {
  const args = ['diff', ...words(CHAIN), '--x', '-', '--only', 'y', '-j', '2'];
  const child = start(...args);
  child.stdout.resume();
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  // Never ended: only the bad line can end the run.
  child.stdin.write(`${readFileSync(join(directory, 'x'), 'latin1')}oops\n`);
  const [status] = (await once(child, 'close')) as [number];
  expect([status, errors]).toEqual([
    2,
    `dezero-cli: line ${String(COUNT + 1)}: not a number: 'oops'\n`,
  ]);
});

test('rows come before the next read, also when there are several threads', async () => {
  const args = ['diff', ...words(CHAIN), '--x', '-', '--only', 'x', '-j', '2'];
  const child = start(...args);
  let rows = 0;
  let isComplete = (): void => undefined;
  child.stdout.on('data', (text: Buffer) => {
    rows += text.toString().split('\n').length - 1;
    if (rows >= COUNT) isComplete();
  });
  const complete = new Promise<void>((resolve) => (isComplete = resolve));
  child.stdin.write(readFileSync(join(directory, 'x')));
  await complete;
  for (const expected of [COUNT + 1, COUNT + 2]) {
    const next = new Promise<void>((resolve) => (isComplete = resolve));
    child.stdin.write('0.5\n');
    await next;
    expect(rows).toBe(expected);
  }
  child.stdin.end();
  await once(child, 'close');
});

/** A thread that does nothing. */
const idle = { received: () => [], terminate: () => undefined };

/** A run in this process, on pieces of input, with threads that are what `start` makes of them. */
function runIn(
  stdin: readonly string[],
  inputBytes: number | undefined,
  start: Threads['start'],
  cores = 2,
  options = '',
  command = 'diff -c square -x - --columns y --no-header',
): Promise<Outcome> {
  return runMain(words(`${command} ${options}`), {
    stdin,
    ...(inputBytes !== undefined && { inputBytes }),
    threads: { count: () => cores, start },
  });
}

const HALF_A_MILLION = Array.from({ length: 50 }, () => '0.5\n'.repeat(10_000));

describe('threads are started', () => {
  const count = async (
    bytes: number | undefined,
    chunks: number,
    options = '',
    start: Threads['start'] = () => idle,
    cores = 4,
    command?: string,
  ): Promise<[started: number, status: number]> => {
    let started = 0;
    const counted: Threads['start'] = (...args) => {
      started++;
      return start(...args);
    };
    const pieces = Array.from({ length: chunks }, () => '0.25\n'.repeat(20_000));
    const { status } = await runIn(pieces, bytes, counted, cores, options, command);
    return [started, status];
  };

  test('for long files at once, one for each part of it that pays, up to the number of jobs', async () => {
    expect(await count(1000, 1)).toEqual([0, 0]);
    expect(await count(1_000_000, 1)).toEqual([0, 0]);
    expect(await count(1_300_000, 1)).toEqual([1, 0]);
    expect(await count(2_500_000, 1)).toEqual([2, 0]);
    expect(await count(1e9, 1)).toEqual([3, 0]);
    expect(await count(1e9, 1, '-j 2')).toEqual([1, 0]);
    expect(await count(1e9, 1, '-j 1')).toEqual([0, 0]);
  });

  test('for pipes when so much has come', async () => {
    expect(await count(undefined, 5)).toEqual([0, 0]);
    expect(await count(undefined, 15)).toEqual([1, 0]);
    expect(await count(undefined, 100)).toEqual([3, 0]);
  });

  test('for check where more of its work is worth it, and on the last core much more', async () => {
    const check = async (bytes: number, cores: number, options = ''): Promise<number> => {
      const command = `check square -x - --only verdict`;
      const [started] = await count(bytes, 1, options, undefined, cores, command);
      return started;
    };
    expect(await check(400_000, 4)).toBe(0);
    expect(await check(600_000, 4)).toBe(1);
    expect(await check(600_000, 2)).toBe(0);
    expect(await check(600_000, 2, '-j 2')).toBe(1);
    expect(await check(2_000_000, 4)).toBe(2);
    expect(await check(6_000_000, 4)).toBe(3);
    expect(await check(6_000_000, 2)).toBe(1);
  });

  test('not for tables, which one thread collects', async () => {
    expect(await count(1e9, 1, '-f table')).toEqual([0, 0]);
  });

  test('and where they cannot be, those that are there do the work', async () => {
    const fail = (): never => {
      throw new Error('ERR_WORKER_INIT_FAILED');
    };
    expect(await count(1e9, 20, '', fail)).toEqual([1, 0]);
  });
});

describe('a thread that dies', () => {
  test('with a chunk in its hands ends the run with 70; what is written is a prefix', async () => {
    const { status, stdout, stderr } = await runIn(HALF_A_MILLION, 1e9, (data, onDeath) => {
      const turns = new Turns((data as WorkerData).memory);
      turns.arrive((data as WorkerData).thread);
      void turns.enter().then(() => {
        turns.leave();
        setTimeout(() => {
          onDeath(new Error('out of memory'));
        }, 100);
      });
      return idle;
    });
    expect(status).toBe(70);
    expect(stderr).toMatch(/^dezero-cli: internal error: .*out of memory/);
    expect('0.25\n'.repeat(500_000).startsWith(stdout)).toBe(true);
  });
});

test.each(['0', '257', '1.5', 'two'])('%s threads are refused', async (jobs) => {
  const stderr = await refused(
    runMain(words(`diff -c square -x - --jobs ${jobs}`), {
      stdin: '1\n',
    }),
  );
  expect(stderr).toMatch(/^dezero-cli: --jobs: /);
  expect(stderr).toContain(`'${jobs}'`);
});
