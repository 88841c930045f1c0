/** @file `check` by several threads: rows, notes, summary and errors are those of one. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byThreads, sharedProcess } from '../../support/one-process';
import { plainWords } from '../../support/program';
import { tempFolder } from '../../support/temp-folder';

/** So many points pay for a thread with these formulas. */
const MANY = 6000;
const RIGHT = `'sin(x)*exp(-y^2) + log(1+x^2)/(2+cos(y)) - sqrt(1+x^2*y^2)*tanh(x-y)'`;
const WRONG = `'x*exp(y)-y^2; dx = exp(y); dy = x*exp(y)-y'`;
const directory = tempFolder();
const shared = sharedProcess();

beforeAll(() => {
  const points = Array.from({ length: MANY }, (_, i) => [3 * Math.sin(i), 2 * Math.cos(2 * i)]);
  // The length of the input says how many threads it pays for: blanks are quicker than points.
  const lines = (count: number, blanks: number): string[] =>
    points.slice(0, count).map((point) => point.join(' ') + ' '.repeat(blanks));
  write('points', lines(1200, 160));
  write('bad', lines(1200, 160).with(800, '1 oops'));
  write('few', lines(150, 6400));
  const rows = lines(1200, 0).map((line) => `${line.replace(' ', ',')},${'z'.repeat(160)}`);
  write('table.csv', ['x,y,z', ...rows]);
  write(
    'words',
    points.map(([x, y]) => `--at x=${String(x)},y=${String(y)}`),
  );
});

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(directory, name), `${lines.join('\n')}\n`);
}

interface Given {
  /** The file that is standard input. */
  readonly input?: string;
  /** The file that has more words of the command line. */
  readonly more?: string;
}

test.each<[string, string, Given?]>([
  ['a table', `check ${RIGHT} --input table.csv`],
  ['a table, for people', `check ${RIGHT} --input table.csv -f table`],
  ['points on standard input', `check ${RIGHT} --at -`, { input: 'points' }],
  ['points on the command line', `check ${RIGHT}`, { more: 'words' }],
  ['a wrong claim, with its note', `check ${WRONG} --at - -f jsonl`, { input: 'few' }],
  [
    'a wrong function, with the pages of the first points and the number of others',
    `check 'f(x)*y' --define 'f(x) = x*exp(-x); exp(-x)*(1-2x)' --at - -f table`,
    { input: 'few' },
  ],
  [
    'what does not agree',
    `check 'abs(x)*y; dx = y*x; dy = abs(x)' --at - --failing`,
    { input: 'few' },
  ],
  ['nothing but the status', `check ${WRONG} --at - --quiet`, { input: 'few' }],
  ['an error in colour', `check 'log(x)*y' --at - --color always`, { input: 'few' }],
  ['a bad line, at which the run ends', `check ${RIGHT} --at -`, { input: 'bad' }],
  ['a bad line in a table for people', `check ${RIGHT} --at - -f table`, { input: 'bad' }],
  ['even distances', `check tanh,exp,sin,square --from -3 --to 3 --points 14001`],
  ['points of diff that are known', `diff 'exp(sin(x))/x' --x -3:3:0.0001 -f csv --keep-going`],
])('%s', async (_, command, { input, more } = {}) => {
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  const words = plainWords(command) ?? [];
  if (more !== undefined) words.push(...read(more).trim().split(/\s/));
  const line = { words, directory, ...(input !== undefined && { input: read(input) }) };
  const { status } = await byThreads(shared, line, 3);
  expect([0, 1, 2]).toContain(status);
});
