/**
 * @file The benchmarks: npm run bench [-- SECTION ...]. Whole processes and single functions, side
 * by side.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chain } from '../../src/core/chain';
import { backprop } from '../../src/core/backprop';
import { differentiate } from '../../src/core/differentiate';
import { Variable } from '../../src/core/variable';
import { Square } from '../../src/functions/algebraic';
import { parseChain } from '../../src/functions/catalogue';
import { PROGRAM } from '../support/program';
import { benchFunctions } from './functions';
import { median, printHead, printTable, timeCommands } from './measure';

const LESSON = '--chain square,exp,square';
const NODE = `"${process.execPath}"`;
const DIFF = `${NODE} "${PROGRAM}" diff ${LESSON}`;

/** Numbers from -2 to 2 in a fixed order, with 16 to 17 digits. */
function numbers(count: number): Float64Array {
  let state = 20261123;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * 4 - 2 + state / 2 ** 62;
  });
}

function startUp(): void {
  const commands = {
    'node -e 0': `${NODE} -e 0`,
    'diff, one x, json': `${DIFF} --x 0.5 --json`,
    'diff, one x, table': `${DIFF} --x 0.5`,
    functions: `${NODE} "${PROGRAM}" functions`,
    '--help': `${NODE} "${PROGRAM}" --help`,
  };
  printTable('Start-up, whole processes', 'ms', timeCommands(commands, 20));
}

function stream(): void {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  const input = join(directory, 'x.txt');
  writeFileSync(input, `${numbers(1_000_000).join('\n')}\n`);
  const awk =
    '{ a = exp($1 * $1); u = exp(($1 + 1e-4) * ($1 + 1e-4)); v = exp(($1 - 1e-4) * ($1 - 1e-4));' +
    ' printf "%.17g\\t%.17g\\t%.17g\\t%.17g\\n", $1, a * a, (u * u - v * v) / 2e-4, 4 * $1 * a * a }';
  const commands: Record<string, string> = {
    'dezero-cli': `${DIFF} --x - --columns x,y,numerical,backprop <"${input}" >"${directory}/ours"`,
  };
  try {
    execFileSync('which', ['mawk']);
    commands['mawk'] = `mawk '${awk}' "${input}" >"${directory}/theirs"`;
  } catch {
    console.log('\nmawk is not installed; the stream is timed alone');
  }
  printTable('1,000,000 x, file to file', 'ms', timeCommands(commands, 5));
  rmSync(directory, { recursive: true });
}

function engine(): void {
  const chain = parseChain('square,exp,square');
  const block = numbers(8192);
  const times = new Map<string, number[]>();
  for (const columns of [['y'], ['y', 'backprop'], ['y', 'numerical', 'backprop']] as const) {
    const values: number[] = [];
    for (let run = -20; run < 60; run++) {
      const start = process.hrtime.bigint();
      differentiate(chain, block, { columns });
      if (run >= 0) values.push(Number(process.hrtime.bigint() - start) / block.length);
    }
    times.set(columns.join(', '), values);
  }
  printTable('square,exp,square in blocks of 8192', 'ns per x', times);
}

function longChains(): void {
  console.log('\nLong chains of square, forward and backward');
  for (const length of [10_000, 100_000, 1_000_000]) {
    const chain = new Chain(Array<typeof Square>(length).fill(Square));
    const times = Array.from({ length: 3 }, () => {
      const start = process.hrtime.bigint();
      const x = Variable.of(1);
      backprop(x, chain.forward(x));
      return Number(process.hrtime.bigint() - start) / length;
    });
    console.log(
      `  ${String(length).padStart(9)} functions ${median(times).toFixed(0).padStart(8)} ns each`,
    );
  }
}

const SECTIONS = { startUp, stream, functions: benchFunctions, engine, longChains };

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown === undefined) {
  printHead();
  for (const [name, run] of Object.entries(SECTIONS)) {
    if (asked.length === 0 || asked.includes(name)) run();
  }
} else {
  console.error(`bench: no section '${unknown}'; there are ${Object.keys(SECTIONS).join(', ')}`);
  process.exitCode = 2;
}
