/**
 * @file How accurate every function is: npm run accuracy [-- NAME ... --points N]; and with
 * `formulas` for a name how accurate whole formulas are read (formulas.ts). A table of the
 * largest errors and the shares correctly rounded, ours and those of naive formulas with JavaScript's
 * Math, against MPFR. The exit status is 1 if one result of ours is not the nearest double, or if a
 * function could not be judged.
 */

import { catalogue } from '../../../src/functions/catalogue';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { FunctionDefinition } from '../../../src/core/engine/define-function';
import { judgeFormulas } from './formulas';
import { judge, type Judgement, type Verdict } from './judge';
import { findPython, type Python } from './python';

/** mpmath is some ten times slower than MPFR. */
const POINTS = { gmpy2: 100_000, mpmath: 10_000 };

const FORMULAS = 1_000_000;

const NAME_WIDTH = 18;
const COLUMN_WIDTH = 20;

/** Those that have one of the names, `pow` or `pow(2.5)`; all where no name is given. */
function chosen(names: readonly string[]): FunctionDefinition[] {
  const all = catalogue.classes.map(({ definition }) => definition);
  const hasName = ({ name, family }: FunctionDefinition, asked: string): boolean =>
    asked === name || asked === family?.name;
  const unknown = names.find((asked) => !all.some((definition) => hasName(definition, asked)));
  if (unknown !== undefined) throw new Error(`the catalogue has no function '${unknown}'`);
  return names.length === 0
    ? all
    : all.filter((definition) => names.some((asked) => hasName(definition, asked)));
}

function formatUlps(ulps: number): string {
  if (!Number.isFinite(ulps)) return 'infinite';
  return ulps < 1e4 ? ulps.toFixed(3) : ulps.toExponential(1);
}

/** Cut, not rounded: 100 % is said only of all. */
function formatShare({ correct, checked }: Verdict): string {
  if (correct === checked) return '100 %';
  return `${(Math.floor((correct / checked) * 1e5) / 1e3).toFixed(3)} %`;
}

function formatVerdict(verdict: Verdict | undefined): string {
  const [ulps, share] =
    verdict === undefined ? ['-', '-'] : [formatUlps(verdict.worst), formatShare(verdict)];
  return ulps.padStart(10) + share.padStart(COLUMN_WIDTH - 10);
}

function formatRow({ name, ours, naive }: Judgement): string {
  const verdicts = [ours?.value, ours?.derivative, naive?.value, naive?.derivative];
  return name.padEnd(NAME_WIDTH) + verdicts.map(formatVerdict).join('');
}

function printHead(count: number, python: Python): void {
  console.log(
    `Largest error in ulps and share correctly rounded, at ${String(count)} points a function;`,
  );
  console.log(
    `the truth is that of ${python.description}. Math is that of Node ${process.version}.`,
  );
  if (python.library === 'mpmath') {
    console.log('gmpy2 (Debian: python3-gmpy2) is not to be had: fewer points with mpmath.');
  }
  console.log('-: JavaScript has no erf.\n');
  const heads = ['value', 'derivative', 'naive value', 'naive derivative'];
  console.log(''.padEnd(NAME_WIDTH) + heads.map((head) => head.padStart(COLUMN_WIDTH)).join(''));
}

/** The results of ours that are wrong, with what they should be, so that they can be mended. */
function printWrong({ name, ours, faults }: Judgement): void {
  for (const fault of faults) console.log(`  ${name}: ${fault}`);
  for (const [figure, verdict] of [
    [name, ours?.value],
    [`${name}'`, ours?.derivative],
  ] as const) {
    if (verdict === undefined || verdict.wrong.length === 0) continue;
    const { checked, correct } = verdict;
    console.log(`  ${figure}: ${String(checked - correct)} of ${String(checked)} are wrong`);
    for (const { x, expected, found, ulps } of verdict.wrong) {
      console.log(
        `    x = ${String(x)}: ${String(expected)} expected, ${String(found)} found,` +
          ` ${formatUlps(ulps)} ulps off`,
      );
    }
  }
}

/** Judges the functions, as many at a time as there are cores, and prints the rows in order. */
async function judgeAll(
  functions: readonly FunctionDefinition[],
  count: number,
  python: Python,
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  let [next, printed] = [0, 0];
  const work = async (): Promise<void> => {
    for (let i = next++; i < functions.length; i = next++) {
      judgements[i] = await judge(functions[i] as FunctionDefinition, count, python);
      progress('');
      for (let row = judgements[printed]; row !== undefined; row = judgements[++printed]) {
        console.log(formatRow(row));
      }
      progress(`${String(printed)} of ${String(functions.length)}`);
    }
  };
  progress(`0 of ${String(functions.length)}`);
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  progress('');
  return judgements;
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { points: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const isOfFormulas = positionals.length === 1 && positionals[0] === 'formulas';
  const functions = chosen(isOfFormulas ? [] : positionals);
  const python = findPython();
  if (python === undefined) {
    console.log(
      'There is no truth to compare with: that needs Python 3 with gmpy2 or mpmath, and neither' +
        ' is here or could be installed. On Debian: apt-get install python3-gmpy2',
    );
    return 1;
  }
  const count = Number(values.points ?? (isOfFormulas ? FORMULAS : POINTS[python.library]));
  if (!Number.isInteger(count) || count < 1) throw new Error('--points needs a whole number');
  if (isOfFormulas) return judgeFormulas(count, Number(values.seed), python);

  printHead(count, python);
  const judgements = await judgeAll(functions, count, python);
  const verdicts = judgements
    .flatMap(({ ours }) => [ours?.value, ours?.derivative])
    .filter((verdict) => verdict !== undefined);
  const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
  const checked = sum(verdicts.map((verdict) => verdict.checked));
  const wrong = checked - sum(verdicts.map((verdict) => verdict.correct));
  const faults = judgements.filter((judgement) => judgement.faults.length > 0).length;
  console.log('');
  judgements.forEach(printWrong);
  if (faults > 0) console.log(`not judged, or not in full: ${String(faults)}`);
  console.log(
    `${String(wrong)} of ${String(checked)} results of ours are not correctly rounded` +
      ` (values and derivatives; functions: ${String(functions.length)})`,
  );
  return wrong > 0 || faults > 0 ? 1 : 0;
}

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(`accuracy: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
