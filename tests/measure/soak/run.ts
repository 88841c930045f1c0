/** @file One soak: a generator, the program, and a reader that checks what comes. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROGRAM, REPOSITORY } from '../../support/program';
import { lineOf } from './lines';
import { peakOf } from './memory';
import { Rows } from './rows';

const DIFF = [PROGRAM, 'diff', '--chain', 'square,exp,square', '--format', 'tsv'];
const TS_NODE = ['node_modules/ts-node/dist/bin.js', '-T', '-P', 'tests/tsconfig.json'];
const PAUSE_SECONDS = 3;
const SAMPLE_MILLISECONDS = 50;
/** Of each job: until then its code is compiled and its heap grows, once. */
const WARM_UP_LINES = 1_000_000;

export interface Soak {
  readonly name: string;
  readonly lines: number;
  readonly jobs: number;
  /** Further options of the program. */
  readonly options: readonly string[];
  /** Where the reader stops for a while: shares of the rows. */
  readonly pauses: readonly number[];
}

export interface Measurement {
  readonly rows: number;
  /** From the first row to the last. */
  readonly seconds: number;
  /** The most memory until the end, and until a tenth of the rows was there, in MB; where known. */
  readonly peak: number | undefined;
  readonly earlyPeak: number | undefined;
  /** What is wrong with the rows, or with the end of the program. */
  readonly problems: readonly string[];
}

function command(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
}

/** The rows that are not what the program says of the same x alone, all of them in one call. */
function differencesFromAlone(kept: ReadonlyMap<number, string>): string[] {
  const x = [...kept.keys()].map(lineOf);
  const { stdout } = spawnSync(process.execPath, [...DIFF, '--no-header', '--x', ...x], {
    encoding: 'utf8',
  });
  const alone = stdout.split('\n');
  return [...kept].flatMap(([index, row], i) =>
    row === alone[i] ? [] : [`row ${String(index + 1)} is '${row}', alone '${String(alone[i])}'`],
  );
}

/** @param folder for a FIFO: between processes, Node's own pipes are sockets */
export async function run(soak: Soak, folder: string): Promise<Measurement> {
  const fifo = join(folder, 'rows');
  rmSync(fifo, { force: true });
  spawnSync('mkfifo', [fifo]);
  const generator = [
    process.execPath,
    ...TS_NODE,
    'tests/measure/soak/generator.ts',
    String(soak.lines),
  ];
  const program = [process.execPath, ...DIFF, '--x', '-', ...soak.options];
  // The shell becomes the program, so that its process and its end are those of the program.
  const script = `exec ${command(program)} < <(${command(generator)}) >${command([fifo])}`;
  const child = spawn('bash', ['-c', script], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));

  let peak: number | undefined;
  const sample = (): number | undefined => (peak = peakOf(child.pid) ?? peak);
  const sampler = setInterval(sample, SAMPLE_MILLISECONDS);
  const rows = new Rows(soak.lines);
  const pauses = soak.pauses.map((share) => share * soak.lines);
  const problems: string[] = [];
  const early = Math.max(soak.lines / 10, soak.jobs * WARM_UP_LINES);
  let earlyPeak: number | undefined;
  let start: number | undefined;
  try {
    for await (const chunk of createReadStream(fifo)) {
      start ??= performance.now();
      rows.take(chunk as Buffer);
      if (rows.count >= early) earlyPeak ??= sample();
      if (rows.count >= (pauses[0] ?? Infinity)) {
        pauses.shift();
        await sleep(PAUSE_SECONDS * 1000);
      }
    }
    if (!rows.isComplete) problems.push(`ends within or after row ${String(rows.count)}`);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  const seconds = (performance.now() - (start ?? NaN)) / 1000;
  const [status, signal] = await closed;
  clearInterval(sampler);
  if (status !== 0) problems.push(`ends with ${String(status ?? signal)}`);
  if (errors !== '') problems.push(`says ${JSON.stringify(errors.slice(0, 500))}`);
  problems.push(...differencesFromAlone(rows.kept));
  return { rows: rows.count, seconds, peak, earlyPeak, problems };
}
