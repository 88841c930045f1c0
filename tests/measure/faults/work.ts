/** @file The run that is disturbed: a stream of numbers, and every byte that it must write. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../support/program';
import { quoted } from './bash';
import { randomFractions } from '../../support/random';

export const FORMATS = ['tsv', 'csv', 'json', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** Some 1.8 MB, which is worth a second thread: some seven reads and writes, each of which fails in turn. */
const LINES = 90_000;
/** The line of the bad input that is no number, far from both ends. */
export const BAD_LINE = 14_567;
const NOISY_EVERY = 1000;

/** Inputs, as a script sees them from its own folder. */
export const INPUTS = {
  /** A number in every line. */
  good: '../x.txt',
  /** One line is no number. */
  bad: '../bad.txt',
  /** The good one with 25 lines in between that are no numbers: to be run with --keep-going. */
  noisy: '../noisy.txt',
} as const;

/** Numbers from -2 to 2 in a fixed order, with 16 to 17 digits. */
function lines(): string[] {
  const next = randomFractions(20261124);
  return Array.from({ length: LINES }, () => String(next() * 4 - 2));
}

/** Where each line of a text ends. */
function lineEnds(text: Buffer): number[] {
  const ends: number[] = [];
  for (let end = text.indexOf(10) + 1; end > 0; end = text.indexOf(10, end) + 1) ends.push(end);
  return ends;
}

/** The program with a format and a number of jobs. */
export class Work {
  readonly #ends: readonly number[];

  /**
   * @param whole what it writes when nothing disturbs it
   */
  constructor(
    readonly format: Format,
    readonly jobs: number,
    readonly whole: Buffer,
    private readonly xEnds: readonly number[],
  ) {
    this.#ends = lineEnds(whole);
    const rows = this.#ends.length - this.#linesBefore - (format === 'json' ? 1 : 0);
    if (rows !== LINES) throw new Error(`${this.name}: ${String(rows)} rows when undisturbed`);
  }

  get name(): string {
    return `${this.format}, --jobs ${String(this.jobs)}`;
  }

  /** The words of a shell that start it. */
  get command(): string {
    return (
      `${quoted(process.execPath)} ${quoted(PROGRAM)}` +
      ` diff --chain square,exp,square --x - --format ${this.format} --jobs ${String(this.jobs)}`
    );
  }

  /** What is written for an input without lines. */
  get ofNothing(): Buffer {
    return this.format === 'json' ? Buffer.from('[]\n') : this.#upToRow(0);
  }

  /** What is written when an error ends the input after so many rows. */
  firstRows(count: number): Buffer {
    if (count === 0) return Buffer.alloc(0);
    const rows = this.#upToRow(count);
    if (this.format !== 'json') return rows;
    const end = rows.length - (count === LINES ? '\n'.length : ',\n'.length);
    return Buffer.concat([rows.subarray(0, end), Buffer.from('\n]\n')]);
  }

  /** The whole lines in so many bytes of the good input. */
  linesIn(bytes: number): number {
    const count = this.xEnds.findIndex((end) => end > bytes);
    return count < 0 ? LINES : count;
  }

  /** The rows in an output that may have ended early. */
  rowsIn(output: Buffer): number {
    const after = this.format === 'json' ? 1 : 0;
    return Math.max(0, lineEnds(output).length - this.#linesBefore - after);
  }

  get #linesBefore(): number {
    return this.format === 'jsonl' ? 0 : 1;
  }

  #upToRow(count: number): Buffer {
    return this.whole.subarray(0, this.#ends[count + this.#linesBefore - 1] ?? 0);
  }
}

/** Writes the inputs into the folder and lets the program, undisturbed, make the outputs. */
export function prepare(folder: string, jobs: readonly number[]): Work[] {
  const good = lines();
  const bad = good.with(BAD_LINE - 1, 'oops');
  const noisy = good.flatMap((line, i) => (i % NOISY_EVERY === 500 ? ['oops', line] : [line]));
  const write = (path: string, some: readonly string[]): void => {
    writeFileSync(join(folder, path.replace('../', '')), `${some.join('\n')}\n`);
  };
  write(INPUTS.good, good);
  write(INPUTS.bad, bad);
  write(INPUTS.noisy, noisy);

  const input = Buffer.from(`${good.join('\n')}\n`);
  const xEnds = lineEnds(input);
  return FORMATS.flatMap((format) => {
    const words = ['diff', '--chain', 'square,exp,square', '--x', '-', '--format', format];
    const whole = execFileSync(process.execPath, [PROGRAM, ...words], {
      input,
      maxBuffer: 1 << 28,
    });
    return jobs.map((count) => new Work(format, count, whole, xEnds));
  });
}
