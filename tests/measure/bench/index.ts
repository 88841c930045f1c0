/**
 * @file The benchmarks: npm run bench [-- SECTION ... --rows N --runs N --before DIRECTORY]. Whole
 * processes and single functions, side by side. Rows and runs are for a quick try of the sections
 * `stream` and `exact`; before is an older src/math, compiled, for `wholeNumbers`.
 */

import { parseArgs } from 'node:util';
import { Chain } from '../../../src/core/graph/chain';
import { backprop } from '../../../src/core/engine/backprop';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import { Variable } from '../../../src/core/engine/variable';
import { Square } from '../../../src/functions/algebraic';
import { parseChain } from '../../../src/functions/parse';
import { benchExact } from './exact';
import { benchFunctions } from './functions';
import { median, printHead, printTable, timeCommands } from './measure';
import { numbers } from './numbers';
import { LESSON, NODE, OURS } from './ours';
import { benchStream } from './stream';
import { benchWholeNumbers } from './whole-numbers';

function startUp(): void {
  const commands = {
    'node -e 0': `${NODE} -e 0`,
    'diff, one x, json': `${LESSON} --x 0.5 --json`,
    'diff, one x, table': `${LESSON} --x 0.5`,
    functions: `${OURS} functions`,
    '--help': `${OURS} --help`,
  };
  printTable('Start-up, whole processes', 'ms', timeCommands(commands, 20));
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

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} needs a whole number`);
  return number;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '1000000' },
      runs: { type: 'string', default: '5' },
      before: { type: 'string' },
    },
  });
  const size = {
    rows: wholeNumber('rows', values.rows),
    runs: wholeNumber('runs', values.runs),
  };
  const sections = {
    startUp,
    stream: () => {
      benchStream(size);
    },
    exact: () => {
      benchExact(size);
    },
    functions: benchFunctions,
    wholeNumbers: () => {
      benchWholeNumbers(values.before);
    },
    engine,
    longChains,
  };
  const unknown = positionals.find((name) => !Object.hasOwn(sections, name));
  if (unknown !== undefined) {
    throw new Error(`no section '${unknown}'; there are ${Object.keys(sections).join(', ')}`);
  }
  printHead();
  for (const [name, run] of Object.entries(sections)) {
    if (positionals.length === 0 || positionals.includes(name)) run();
  }
}

try {
  main();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
