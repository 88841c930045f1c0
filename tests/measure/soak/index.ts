/**
 * @file Long streams: npm run measure -- soak [--lines N]. The built program reads distinct numbers, and
 * every row it writes is checked: its x by the byte, every millionth in full. Memory must stay within
 * limits and must not grow, behind a slow reader too. The exit status is 1 if one of that fails.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MOST_LINES } from './lines';
import { type Measurement, run, type Soak } from './run';

const LINES = 100_000_000;
/** As many as a slow reader gets at most; without a limit they would be gigabytes in memory. */
const SLOW_LINES = 10_000_000;
const SLOW_PAUSES = [0.2, 0.4, 0.6, 0.8];

/** Limits of memory, in MB. */
const FIRST_JOB = 150;
const FURTHER_JOB = 60;
const GROWTH = 10;

const NAME_WIDTH = 26;
const COLUMN_WIDTH = 13;

function soaks(lines: number): Soak[] {
  const most = availableParallelism();
  const variants = [
    { name: '--jobs 1', jobs: 1, options: ['--jobs', '1'] },
    { name: 'default jobs', jobs: most, options: [] },
  ];
  return variants.flatMap((variant) => [
    { ...variant, lines, pauses: [] },
    {
      ...variant,
      name: `${variant.name}, slow reader`,
      lines: Math.min(lines, SLOW_LINES),
      pauses: SLOW_PAUSES,
    },
  ]);
}

const memoryLimit = ({ jobs }: Soak): number => FIRST_JOB + (jobs - 1) * FURTHER_JOB;

function problemsOf(soak: Soak, { peak, earlyPeak, problems }: Measurement): string[] {
  const limit = memoryLimit(soak);
  const all = [...problems];
  if (peak !== undefined && peak > limit) {
    all.push(`${peak.toFixed(0)} MB, more than ${String(limit)}`);
  }
  if (peak !== undefined && earlyPeak !== undefined && peak > earlyPeak + GROWTH) {
    all.push(`memory grows: ${earlyPeak.toFixed(0)} MB early, ${peak.toFixed(0)} at the end`);
  }
  return all;
}

function formatColumns(columns: readonly string[]): string {
  return columns.map((text) => text.padStart(COLUMN_WIDTH)).join('');
}

function formatRow(soak: Soak, { rows, seconds, peak, earlyPeak }: Measurement): string {
  const megabytes = (value: number | undefined): string => value?.toFixed(1) ?? '-';
  return (
    soak.name.padEnd(NAME_WIDTH) +
    formatColumns([
      String(rows),
      seconds.toFixed(1),
      (rows / seconds).toFixed(0),
      megabytes(earlyPeak),
      megabytes(peak),
      String(memoryLimit(soak)),
    ])
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { lines: { type: 'string' } } });
  const lines = Number(values.lines ?? LINES);
  if (!Number.isInteger(lines) || lines < 1 || lines > MOST_LINES) {
    throw new Error(`--lines needs a whole number from 1 to ${String(MOST_LINES)}`);
  }
  console.log(`diff --chain square,exp,square --x -; Node ${process.version}`);
  console.log(
    'Peaks of memory: early is at a tenth of the rows, at a million for each job at least.\n',
  );
  const heads = ['rows', 'seconds', 'rows/s', 'early MB', 'peak MB', 'limit MB'];
  console.log(''.padEnd(NAME_WIDTH) + formatColumns(heads));
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  let violations = 0;
  try {
    for (const soak of soaks(lines)) {
      const measurement = await run(soak, folder);
      console.log(formatRow(soak, measurement));
      for (const problem of problemsOf(soak, measurement)) {
        console.log(`  ${problem}`);
        violations++;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return violations === 0 ? 0 : 1;
}

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(`soak: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
