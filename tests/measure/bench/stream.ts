/** @file The stream against programs that do the same: whole processes, file to file. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBaselines } from './baselines';
import { median, timeCommands } from './measure';
import { longNumberLines } from './numbers';
import { OUR_PROGRAMS, type Program } from './ours';

/** One program's last digits are not another's: ours rounds exp correctly, others nearly. */
const TOLERANCE = 1e-9;
const COLUMNS = ['x', 'y', 'numerical', 'backprop'];

interface Output {
  readonly header: string;
  readonly rows: number;
  readonly last: readonly number[];
}

function readOutput(path: string): Output {
  const bytes = readFileSync(path);
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  const last = bytes.subarray(bytes.lastIndexOf(10, -2) + 1).toString();
  return {
    header: bytes.subarray(0, bytes.indexOf(10)).toString(),
    rows: lines - 1,
    last: last.split('\t').map(Number),
  };
}

/** Times mean something only where the work is the same: every x has its row, and the last agrees. */
function checkOutput(name: string, output: Output, ours: Output, rows: number): void {
  const { header, last } = output;
  if (header !== COLUMNS.join('\t')) throw new Error(`${name}: the header is '${header}'`);
  if (output.rows !== rows) {
    throw new Error(`${name}: ${String(output.rows)} rows, not ${String(rows)}`);
  }
  for (const [i, column] of COLUMNS.entries()) {
    const [figure, expected] = [last[i] ?? NaN, ours.last[i] ?? NaN];
    if (!(Math.abs(figure - expected) <= TOLERANCE * Math.abs(expected))) {
      throw new Error(
        `${name}: ${column} of the last row is ${String(figure)}, ours ${String(expected)}`,
      );
    }
  }
}

function printRow(name: string, cells: readonly string[]): void {
  console.log(`  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}

function printTimes(
  times: ReadonlyMap<string, readonly number[]>,
  mawk: Program | undefined,
  cpp: Program | undefined,
): void {
  const ratio = (values: readonly number[], base: Program | undefined): string => {
    const of = base === undefined ? undefined : times.get(base.name);
    return of === undefined ? '-' : (median(values) / median(of)).toFixed(2);
  };
  printRow('', ['median', 'least', 'most', '/ mawk', '/ C++']);
  for (const [name, values] of times) {
    const figures = [median(values), Math.min(...values), Math.max(...values)];
    printRow(name, [
      ...figures.map((value) => value.toFixed(0)),
      ratio(values, mawk),
      ratio(values, cpp),
    ]);
  }
}

/** Prints a row for each program: ms for all rows, and the ratios to mawk and to C++. */
export function benchStream({ rows, runs }: { rows: number; runs: number }): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const { all, mawk, cpp, missing } = findBaselines(folder);
    const ours = OUR_PROGRAMS;
    const input = join(folder, 'x.txt');
    writeFileSync(input, longNumberLines(rows));
    const output = join(folder, 'y.tsv');
    const commands = [...ours, ...all].map(({ name, command }) => [
      name,
      `${command} <"${input}" >"${output}"`,
    ]);
    let reference: Output | undefined;
    const times = timeCommands(
      Object.fromEntries(commands) as Record<string, string>,
      runs,
      (name) => {
        const written = readOutput(output);
        reference ??= written;
        checkOutput(name, written, reference, rows);
        // The next program finds as little on the disk as this one did.
        rmSync(output);
      },
    );
    console.log(
      `\nsquare,exp,square at ${rows.toLocaleString('en')} x, file to file, runs: ${String(runs)}; ms`,
    );
    printTimes(times, mawk, cpp);
    if (missing.length > 0) console.log(`  not to be had: ${missing.join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
