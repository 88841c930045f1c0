/** @file `check` by several threads: rows, notes, summary and errors are those of one. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bash } from '../../support/program';

/** So many points pay for a thread with these formulas. */
const MANY = 6000;
const RIGHT = `'sin(x)*exp(-y^2) + log(1+x^2)/(2+cos(y)) - sqrt(1+x^2*y^2)*tanh(x-y)'`;
const WRONG = `'x*exp(y)-y^2; dx = exp(y); dy = x*exp(y)-y'`;
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'jobs-of-check-'));
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

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(directory, name), `${lines.join('\n')}\n`);
}

test.each([
  ['a table', `check ${RIGHT} --input table.csv`],
  ['a table, for people', `check ${RIGHT} --input table.csv -f table`],
  ['points on standard input', `check ${RIGHT} --at - <points`],
  ['points on the command line', `check ${RIGHT} $(cat words)`],
  ['a wrong claim, with its note', `check ${WRONG} --at - -f jsonl <few`],
  [
    'a wrong function, with the pages of the first points and the number of others',
    `check 'f(x)*y' --define 'f(x) = x*exp(-x); exp(-x)*(1-2x)' --at - -f table <few`,
  ],
  ['what does not agree', `check 'abs(x)*y; dx = y*x; dy = abs(x)' --at - --failing <few`],
  ['nothing but the status', `check ${WRONG} --at - --quiet <few`],
  ['an error in colour', `check 'log(x)*y' --at - --color always <few`],
  ['a bad line, at which the run ends', `check ${RIGHT} --at - <bad`],
  ['a bad line in a table for people', `check ${RIGHT} --at - -f table <bad`],
  ['even distances', `check tanh,exp,sin,square --from -3 --to 3 --points 14001`],
  ['points of diff that are known', `diff 'exp(sin(x))/x' --x -3:3:0.0001 -f csv --keep-going`],
])('%s', (_, command) => {
  const { stdout, stderr } = bash(
    `for jobs in 1 3; do
      dz ${command.replace(/( <\w+)?$/, ' -j $jobs$1')} >rows.$jobs 2>said.$jobs
      echo $? >>said.$jobs
      cmp rows.1 rows.$jobs && cmp said.1 said.$jobs
    done
    cat said.1`,
    '',
    directory,
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^(?:[^]*\n)?[012]\n$/);
});
