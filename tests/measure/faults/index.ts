/**
 * @file Fault injection: npm run measure -- faults [WORD ...], for all faults or those whose names have one of
 * the words. The built program reads a stream while reads and writes fail one by one, disks fill,
 * readers go and signals come. Whatever happens, the output is a beginning of the whole, to the byte;
 * status 0 is only for all of it, and every other end says why, or is silent where that is usual. The
 * exit status is 1 if that fails once, or where strace is not to be had.
 */

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toRepeat } from './bash';
import { type Fault, faultsOf } from './plan';
import { Strace } from './strace';
import { FORMATS, prepare } from './work';

const RUNS_AT_ONCE = 2;
/** Of each fault, those that are told in full. */
const MOST_FAILURES = 5;

const NAME_WIDTH = 44;
const COLUMN_WIDTH = 10;

/** What came of a fault. */
interface Row {
  runs: number;
  readonly failures: string[];
}

/** Runs the tasks of all faults, some at a time, and prints each row when it is complete. */
async function runAll(faults: readonly Fault[], folder: string): Promise<Row[]> {
  const rows = faults.map((): Row => ({ runs: 0, failures: [] }));
  const left = faults.map(({ tasks }) => tasks.length);
  const queue = faults.flatMap(({ tasks }, index) => tasks.map((task) => ({ task, index })));
  let printed = 0;
  const print = (): void => {
    progress('');
    for (; left[printed] === 0; printed++) {
      console.log(formatRow(faults[printed]?.name ?? '', rows[printed] as Row));
    }
    progress(faults[printed]?.name ?? '');
  };
  const worker = async (_: unknown, own: number): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { task, index } = next;
      const row = rows[index] as Row;
      const ownFolder = join(folder, String(own));
      for await (const { work, script, problem } of task(ownFolder)) {
        row.runs++;
        if (problem === undefined) continue;
        row.failures.push(`${work.name}: ${problem}\n    ${toRepeat(script, ownFolder)}`);
      }
      left[index] = (left[index] ?? 0) - 1;
      print();
    }
  };
  await Promise.all(Array.from({ length: RUNS_AT_ONCE }, worker));
  progress('');
  return rows;
}

function formatRow(name: string, { runs, failures }: Row): string {
  const counts = [runs, failures.length].map((count) => String(count).padStart(COLUMN_WIDTH));
  return name.padEnd(NAME_WIDTH) + counts.join('');
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function printFailures(faults: readonly Fault[], rows: readonly Row[]): void {
  for (const [i, { failures }] of rows.entries()) {
    if (failures.length === 0) continue;
    console.log(`\n${faults[i]?.name ?? ''}`);
    for (const failure of failures.slice(0, MOST_FAILURES)) console.log(`  ${failure}`);
    const more = failures.length - MOST_FAILURES;
    if (more > 0) console.log(`  and ${String(more)} more`);
  }
}

const JOBS = [1, 2];

/** Tries the faults with one of the words and prints the table; returns the number of failures. */
async function tryFaults(
  words: readonly string[],
  strace: Strace,
  folder: string,
): Promise<number> {
  const start = Date.now();
  const works = prepare(folder, JOBS);
  const faults = (await faultsOf(works, strace, join(folder, 'probe'))).filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  if (faults.length === 0) throw new Error(`no fault has one of the words ${words.join(' ')}`);

  console.log(
    `diff --chain square,exp,square --x - --jobs ${JOBS.join(' and ')}, ` +
      `as ${FORMATS.join(', ')}; reads and writes of pipes: tsv\n`,
  );
  const heads = ['runs', 'failures'].map((head) => head.padStart(COLUMN_WIDTH));
  console.log('fault'.padEnd(NAME_WIDTH) + heads.join(''));
  const rows = await runAll(faults, folder);
  const runs = rows.reduce((sum, row) => sum + row.runs, 0);
  const failures = rows.flatMap((row) => row.failures);
  console.log(formatRow('all', { runs, failures }));
  console.log(`\n${((Date.now() - start) / 1000).toFixed(0)} s`);
  printFailures(faults, rows);
  return failures.length;
}

async function main(): Promise<number> {
  const strace = Strace.find();
  if (typeof strace === 'string') {
    console.log(`This needs strace, which is missing or cannot work here: ${strace}`);
    console.log('On Debian: apt-get install strace');
    return 1;
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'faults-')));
  let failures = 0;
  try {
    failures = await tryFaults(process.argv.slice(2), strace, folder);
  } finally {
    // The commands that repeat a failure need its inputs.
    if (failures === 0) rmSync(folder, { recursive: true });
  }
  return failures === 0 ? 0 : 1;
}

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(`faults: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
