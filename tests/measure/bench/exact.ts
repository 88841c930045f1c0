/**
 * @file The exact reading: its streams against awk with the derivative worked out by hand, and single
 * points against PARI and Arb, which give more digits than a double but no nearest double.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exactReadingOf } from '../../../src/core/exact/exact-reading';
import { parseFormula } from '../../../src/functions/parse';
import { PYTHONS } from '../accuracy/python';
import { aptInstall, succeeds } from '../../measure/debian';
import { median, printTable, timeCommands } from './measure';
import { longNumberLines } from './numbers';
import { OURS } from './ours';

const PROGRAMS = join(__dirname, 'programs');
/** Beside npm's packages, so that nothing outside this folder changes. */
const PIP_FOLDER = join(__dirname, '../../../node_modules/.cache/bench');

/** A formula as our command line has it, and the program of awk for its derivative. */
const STREAMS = [
  { formula: 'x*exp(-x)', words: "'x*exp(-x)'", awk: 'exact-x-exp.awk' },
  {
    formula: 'square,exp,square',
    words: '--chain square,exp,square',
    awk: 'exact-square-exp-square.awk',
  },
];

/** The last digits of awk are not proved. */
const TOLERANCE = 1e-13;

function benchStreams({ rows, runs }: { rows: number; runs: number }): void {
  if (!succeeds('mawk', '-W', 'version')) aptInstall('mawk');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const input = join(folder, 'x.txt');
    const output = join(folder, 'y.tsv');
    writeFileSync(input, longNumberLines(rows));
    for (const { formula, words, awk } of STREAMS) {
      const files = `<"${input}" >"${output}"`;
      const exact = `${OURS} diff ${words} --x - --columns x,exact`;
      const commands = {
        'mawk, derivative by hand': `mawk -f "${join(PROGRAMS, awk)}" ${files}`,
        'dezero-cli, exact': `${exact} ${files}`,
        'dezero-cli, exact, --jobs 1': `${exact} --jobs 1 ${files}`,
      };
      let expected: number | undefined;
      const times = timeCommands(commands, runs, (name) => {
        const text = readFileSync(output, 'utf8');
        const last = Number(text.slice(text.lastIndexOf('\t') + 1));
        expected ??= last;
        if (Math.abs(last - expected) > TOLERANCE * Math.abs(expected)) {
          throw new Error(`${name}: the last row has ${String(last)}, not ${String(expected)}`);
        }
      });
      printTable(`${formula}: x and exact of ${String(rows)} lines, file to file`, 'ms', times);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Those of the programs in `programs/points.*`, in their order. */
const POINTS = [
  { formula: 'x*exp(-x)', at: 0.7 },
  { formula: 'x^x', at: 0.7 },
  { formula: '(1-cos(x))/x^2', at: 1e-8 },
  { formula: 'exp((x^2)^2)', at: 0.7 },
];
const COUNT = 20_000;

/** Microseconds a point, value and derivative as nearest doubles. */
function oursAt(formula: string, at: number): number {
  const reading = exactReadingOf(parseFormula(formula));
  // No two are equal, so that nothing can be computed only once.
  const x = Float64Array.from({ length: COUNT }, (_, i) => at * (1 + i / 2 ** 30));
  const times: number[] = [];
  for (let run = -1; run < 5; run++) {
    const start = process.hrtime.bigint();
    reading.columns([x], { value: true, gradient: [true] });
    if (run >= 0) times.push(Number(process.hrtime.bigint() - start) / 1e3 / COUNT);
  }
  return median(times);
}

function outputOf(program: string, words: readonly string[]): string[] | undefined {
  const env = { ...process.env, PYTHONPATH: PIP_FOLDER };
  const { status, stdout } = spawnSync(program, words, {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim().split('\n') : undefined;
}

function pari(): string[] | undefined {
  if (!succeeds('gp', '--version')) aptInstall('pari-gp');
  return outputOf('gp', ['-q', join(PROGRAMS, 'points.gp')]);
}

function flint(): string[] | undefined {
  for (const python of PYTHONS) {
    const words = ['-m', 'pip', 'install', '--target', PIP_FOLDER, 'python-flint'];
    const times = (): string[] | undefined => outputOf(python, [join(PROGRAMS, 'points.py')]);
    const found = times() ?? (succeeds(python, ...words) ? times() : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function benchPoints(): void {
  console.log('\nValue and derivative of one point, microseconds');
  const rows: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['nearest doubles, ours', POINTS.map(({ formula, at }) => oursAt(formula, at).toFixed(3))],
    ['Arb by python-flint, 128 bits', flint()],
    ['PARI derivnum, 38 digits', pari()],
  ];
  const print = (name: string, cells: readonly string[]): void => {
    console.log(`  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(16)).join('')}`);
  };
  print(
    '',
    POINTS.map(({ formula }) => formula),
  );
  for (const [name, cells] of rows) print(name, cells ?? ['not to be had']);
}

export function benchExact(size: { rows: number; runs: number }): void {
  benchStreams(size);
  benchPoints();
}
