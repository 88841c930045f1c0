/** Programs in several languages, checked as real processes; expected numbers are those of the formula. */

import { gzipSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { ask, programOf } from '../../support/own-program';
import { describeWith, testWith } from '../../support/machine';
import { bash, type ProcessOutcome } from '../../support/program';
import { refused, run, runMain } from '../../support/run-main';
import { runs } from '../../support/portions';
import { tempFolder } from '../../support/temp-folder';

const dz = (line: string, input = ''): ProcessOutcome => bash(`dz ${line}`, input, directory);

/** Variables of which each may be the wrong one: the program is asked so many times so many numbers. */
const FEWER = runs(300, 5);
/** Variables of which all are right. */
const MANY = runs(1000, 4);

const FILES = {
  // x exp(y) - y^2, the second partial times a factor.
  'm.py': `import sys, math
factor = float(sys.argv[1])
for line in sys.stdin:
    x, y = map(float, line.split())
    print(x * math.exp(y) - y * y, math.exp(y), factor * (x * math.exp(y) - 2 * y))
`,
  'm.cpp': `#include <cmath>
#include <cstdio>
#include <cstdlib>
int main(int, char **words) {
  double x, y, factor = atof(words[1]);
  while (scanf("%lf %lf", &x, &y) == 2)
    printf("%.17g %.17g %.17g\\n", x * exp(y) - y * y, exp(y), factor * (x * exp(y) - 2 * y));
}
`,
  'm.awk': `{ printf "%.17g %.17g %.17g\\n", $1 * exp($2) - $2^2, exp($2), factor * ($1 * exp($2) - 2 * $2) }\n`,
  // A sum of log(1 + exp(x_i - x_i+1)) and of x_i^2/2; one partial 0.1 % off, and noise in the value.
  'many.py': `import sys, math, random
bug, noise = int(sys.argv[1]), float(sys.argv[2])
lines = sys.stdin.readlines()
random.seed(''.join(lines))
for line in lines:
    x = [float(t) for t in line.split()]
    v, g = 0.0, list(x)
    for i in range(len(x) - 1):
        z = x[i] - x[i + 1]
        s = 1 / (1 + math.exp(-z))
        v += math.log1p(math.exp(z))
        g[i] += s
        g[i + 1] -= s
    v += 0.5 * sum(t * t for t in x)
    if bug >= 0: g[bug] *= 1.001
    print(v * (1 + noise * random.uniform(-1, 1)), *g)
`,
  point: pointOf(MANY),
  'a shorter point': pointOf(FEWER),
};

function pointOf(count: number): string {
  const numbers = Array.from({ length: count }, (_, i) => Math.fround(Math.sin(i * i + 1)));
  return `${numbers.join(' ')}\n`;
}

const directory = tempFolder(FILES);

/** Python without its packages starts several times as fast. */
const LANGUAGES = [
  ['python3', (factor: string) => `python3 -S m.py ${factor}`],
  ['g++', (factor: string) => `./m ${factor}`],
  ['awk', (factor: string) => `awk -v factor=${factor} -f m.awk`],
] as const;

for (const [language, command] of LANGUAGES) {
  testWith(language)(
    `a program for ${language}: a partial 0.1 % off is named with its factor`,
    () => {
      if (language === 'g++') {
        expect(spawnSync('g++', ['-o', 'm', 'm.cpp'], { cwd: directory }).status).toBe(0);
      }
      const right = dz(`check --program '${command('1')}' --at 0.5,2 --only verdict`);
      expect(right).toMatchObject({ status: 0, stdout: 'agree\nagree\n' });
      expect(right.stderr).toBe('dezero-cli: 1 point agrees (2 partials)\n');
      const wrong = dz(
        `check --program '${command('1.001')}' --at 0.5,2 --names w,b --only verdict`,
      );
      expect(wrong).toMatchObject({ status: 1, stdout: 'agree\ndisagree\n' });
      expect(wrong.stderr).toBe(
        'dezero-cli: the derivatives do not agree: 0 points agree, 1 disagrees (2 partials): ' +
          'partial 2 (b) at point 1 is 1.001 times its derivative\n',
      );
    },
  );
}

describeWith('python3')('many variables in Python', () => {
  const check = (bug: number, noise: string, options: string): ProcessOutcome =>
    dz(`check --program 'python3 -S many.py ${String(bug)} ${noise}' ${options} --only verdict`);

  test('a right gradient of many agrees, along two directions', () => {
    const { status, stderr } = check(-1, '0', '--input point');
    expect([status, stderr]).toEqual([
      0,
      `dezero-cli: 1 point agrees (${String(MANY)} partials, along 2 random directions)\n`,
    ]);
  });

  const U = (FEWER * 2) / 5;
  const wrong = U + 17;
  const checkWrong = (noise: string): ProcessOutcome =>
    check(
      wrong,
      noise,
      `--input 'a shorter point' --names 'u[${String(U)}],w[${String(FEWER - U)}]'`,
    );

  test.each(['0', '1e-10'])('one of many that is 0.1 %% off is named, with noise %s', (noise) => {
    const { status, stderr } = checkWrong(noise);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      new RegExp(
        `: partial ${String(wrong + 1)} \\(w\\[17\\]\\) at point 1 is 1\\.00\\d+ times its derivative\n$`,
      ),
    );
  });

  test('with noise of 1e-4 nothing is decided, and that is the reason', () => {
    const { status, stderr } = checkWrong('1e-4');
    expect(status).toBe(1);
    const few = dz(`check --program 'python3 -S many.py -1 1e-4' --at 1,2,3 --only note`);
    expect(few.stdout).toMatch(
      /^(?:the same point gives values that differ by [\d.e-]+ of them, which hides the derivative\n){3}$/,
    );
    expect(stderr).toMatch(/the program is not deterministic: asked again/);
    expect(stderr).toMatch(
      /not decided: .* at point 1, the same point gives values that differ by/,
    );
  });
});

describe('what is wrong is said in words', () => {
  const at = '--at 0.5,2 --at 3,-1';
  test.each([
    [
      'the sign',
      ([x = 0, y = 0]: number[]) => [x * y * y, -y * y, 2 * x * y],
      'partial 1 at point 1 has the wrong sign: its derivative is 4',
    ],
    [
      '0',
      ([x = 0, y = 0]: number[]) => [x * y * y, y * y, 0],
      'partial 2 at point 1 is 0, but its derivative is 2',
    ],
    [
      'swapped',
      ([x = 0, y = 0]: number[]) => [x * y * y, 2 * x * y, y * y],
      'partial 1 and partial 2 at point 1 are swapped',
    ],
    [
      'a constant',
      ([x = 0, y = 0]: number[]) => [x * y * y + 3 * x, y * y, 2 * x * y],
      'partial 1 at point 1 is 3 less than its derivative, at every point',
    ],
    [
      'a factor',
      ([x = 0, y = 0]: number[]) => [x * y * y, y * y, x * y],
      'partial 2 at point 1 is 0.5 times its derivative',
    ],
  ] as const)('%s', async (_, f, message) => {
    const { status, stderr } = await ask(`check --program ./model ${at}`, (x) => [...f(x)]);
    expect(status).toBe(1);
    expect(stderr.trimEnd().endsWith(`: ${message}`) ? message : stderr).toBe(message);
  });
});

describe('points', () => {
  const product = ([x = 0, y = 0]: number[]): number[] => [x * y, y, x];

  test('are numbers in order, names, lines of input, or a table with more columns', async () => {
    const rows = '1,1,a,3,6\n1,2,b,2,6\n';
    const line =
      'check --program ./model --columns point,partial,variable,x,value --no-header -f csv';
    expect((await ask(`${line} --names a,b --at 3,2`, product)).stdout).toBe(rows);
    expect((await ask(`${line} --names a,b --at b=1+1,a=3`, product)).stdout).toBe(rows);
    expect((await ask(`${line} --names a,b --at -`, product, '3 2\n')).stdout).toBe(rows);
    expect((await ask(`${line} --at -`, product, 'a,b\n3,2\n')).stdout).toBe(rows);
    expect((await ask(`${line} --names a,b --at -`, product, 'b,id,a\n2,7,3\n')).stdout).toBe(rows);
  });

  test.each([
    ['--at 1,2 --at 3', '--at: point 2 has 1 number, and the first one 2'],
    ['--at 1,2 --names a', '--names: 1 name for 2 numbers; each number of a point needs one'],
    [
      '--at a=1,b=2',
      "--at 'a=1,b=2': names need --names, which says their order; or give the numbers alone",
    ],
    ['--at a=1 --names a,b', "--at 'a=1': b has no value"],
    ['--at a=1,2 --names a,b', "--at 'a=1,2': '2' has no name"],
    ['--at a=1,c=2 --names a,b', "--at 'a=1,c=2': 'c' is none of --names"],
    ['--at a=1,a=2 --names a,b', "--at 'a=1,a=2': a is given twice"],
    ['--at 1,2 --names a,a', '--names: a is named twice'],
    ['--at 1,2 --names a,1b', "--names: '1b' is no name; names are such as w,b or w[10],b"],
    ['--at 1,2 --names w[0]', "--names: 'w[0]' stands for no usable number of names"],
    ['--at - --at 3', '--at - reads standard input and cannot be mixed with other values'],
    ['--at -', 'the input has no points'],
    ['--at 1,2 --x 3', '--at and --x both say where; use one of them'],
    ['--at 1,2 --chain exp', '--chain does not go with --program'],
    ['--at 1,2 --digits-needed 3', '--digits-needed needs --against'],
    [
      '',
      '--at is missing: the numbers of a point in the order of the program, for example --at 0.5,2',
    ],
  ])('%s is refused', async (words, message) => {
    const { status, stderr } = await ask(`check --program ./model ${words}`.trimEnd(), product);
    expect([status, stderr.split('\n')[0]]).toEqual([2, `dezero-cli: ${message}`]);
  });

  test.each([
    ['w;b\n1;2\n', "line 1: not a number: 'w;b'. Cells are separated by commas or tabs"],
    ['1;2\n', "line 1: not a number: '1;2'; it looks like several numbers. Cells are separated"],
    ['[[1,2],[3,4]]\n', "line 1: not a number: '[[1'. The input is JSON: jq -r '.[] | @tsv'"],
    ['# of today\n1 2\n', "line 1: not a number: '#'. Line 1 is a comment"],
  ])('the first line of %j, no names and no point, is told as what it is', async (stdin, told) => {
    expect(await refused(ask('check --program ./model --at -', product, stdin))).toContain(told);
  });

  test('names may have bars and hashes in them', async () => {
    const stdin = '#a p|q\n1 2\n';
    const { stdout } = await ask('check --program ./model --at - -f csv', product, stdin);
    expect(
      stdout
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')[2]),
    ).toEqual(['#a', 'p|q', undefined]);
  });

  test.each([
    ['two columns', 'a,b\n1,2\n', 'a, b'],
    ['six', 'a,b,d,e,f,g\n1,2,3,4,5,6\n', 'a, b, d, e, f, …'],
  ])('a column that a table of %s has not is refused', async (_, table, columns) => {
    const line = 'check --program ./model --names a,c --at -';
    const { status, stderr } = await ask(line, product, table);
    const message = `dezero-cli: the table has no column 'c'; it has ${columns}`;
    expect([status, stderr.split('\n')[0]]).toEqual([2, message]);
  });

  test('a line with too few numbers is named, and without a good one there is nothing to ask', async () => {
    const short = await ask('check --program ./model --only x --at -', product, '1 2\n3\n');
    expect(short).toMatchObject({ status: 2, stdout: '1\n2\n' });
    expect(short.stderr).toContain('line 2: 1 number, and the lines before it have 2');
    for (const command of ['check', 'diff']) {
      expect(
        await refused(ask(`${command} --program ./model --at -`, product, 'x\ny z\n')),
      ).toContain('line 2: ');
    }
  });

  test('a bad line is named; the rows before it are written, with --keep-going those after it too', async () => {
    const line = 'check --program ./model --only x --at -';
    const stdin = '1 2\n3 x\n5 6\n';
    expect(await ask(line, product, stdin)).toMatchObject({ status: 2, stdout: '1\n2\n' });
    const all = await ask(`${line} --keep-going`, product, stdin);
    expect(all).toMatchObject({ status: 2, stdout: '1\n2\n5\n6\n' });
    expect(all.stderr).toContain("line 2: not a number: 'x'");
  });

  test('input that is compressed is named so, as everywhere', async () => {
    const program = programOf(product);
    const line = 'check --program ./model --at -'.split(' ');
    const { stderr } = await runMain(line, { program, stdin: gzipSync('1 2\n') });
    expect(stderr).toContain('the input is compressed: gunzip -c FILE > NEW_FILE');
  });

  test('with --failing a kink at which the claim lies between the slopes has no row, as with a formula', async () => {
    const relu: (x: number[]) => number[] = ([x = 0]) => [Math.max(x, 0), 0.5];
    const line = 'check --program ./model --failing --at 0 --at 1';
    const { stdout, stderr } = await ask(line, relu);
    expect(stderr).toContain('at a kink, 1 disagrees');
    expect(stdout.split('\n').filter((row) => row.includes('kink'))).toEqual([]);
    expect(stdout).toContain('disagree');
  });

  test('of very many bad lines ten are told, and how many more there are', async () => {
    const stdin = `1 2\n${'q\n'.repeat(150_000)}`;
    const { status, stderr } = await ask(
      'check --program ./model --only x --at - --keep-going',
      product,
      stdin,
    );
    expect(status).toBe(2);
    expect(stderr.match(/not a number/g)).toHaveLength(10);
    expect(stderr).toContain('dezero-cli: and 149990 more errors\n');
  });

  test('options of programs need one', async () => {
    const { status, stderr } = await run('check --chain exp --each');
    expect([status, stderr.split('\n')[0]]).toEqual([
      2,
      'dezero-cli: --each belongs to --program, which is missing',
    ]);
  });
});

test.each([
  ["check x^2 --program './model 3' --x 1", "to compare the two: --against 'x^2'"],
  ['check --program python3 model.py --x 1', "in quotes: --program 'python3 model.py'"],
  ["diff x^2 --program './model 3' --x 1", "in quotes: --program './model 3 x^2'"],
])('a formula beside a program: %s', async (line, hint) => {
  const { status, stderr } = await run(line);
  expect([status, stderr]).toEqual([2, expect.stringContaining('so does the formula; ')]);
  expect(stderr).toContain(hint);
});

test('diff shows the numerical gradient of values alone, with its bound', async () => {
  const { stdout, status } = await ask(
    'diff --program ./model --at 3,2 --json',
    ([x = 0, y = 0]) => [x * x * y],
  );
  const records = JSON.parse(stdout) as { numerical: number; bound: number }[];
  expect([status, records.length]).toEqual([0, 2]);
  expect(Object.keys(records[0] ?? {})).not.toContain('claim');
  for (const [i, truth] of [12, 9].entries()) {
    const { numerical, bound } = records[i] as (typeof records)[number];
    expect(Math.abs(numerical - truth)).toBeLessThanOrEqual(bound);
    // Half of the digits of a number inside the program may be lost: a part of 1e-8.
    expect(bound).toBeLessThanOrEqual(1.1e-8 * Math.max(1, Math.abs(truth)));
  }
});

describe('against a formula', () => {
  test('a program in float32 has about 7 digits', async () => {
    const sigmoid = ([x = 0]: number[]): number[] => {
      const e = Math.fround(Math.exp(-Math.fround(x)));
      return [Math.fround(1 / Math.fround(1 + e))];
    };
    const line = 'check --program ./model --x 0.5 1 2 --against sigmoid(x)';
    const { stdout, status } = await ask(`${line} --only digits`, sigmoid);
    expect(status).toBe(0);
    for (const digits of stdout.trimEnd().split('\n').map(Number)) {
      expect(digits).toBeGreaterThan(6);
      expect(digits).toBeLessThan(9);
    }
    expect(await ask(`${line} --digits-needed 6`, sigmoid)).toMatchObject({ status: 0 });
    expect(await ask(`${line} --digits-needed 10`, sigmoid)).toMatchObject({ status: 1 });
  });

  test('a naive log(1+x) shows its loss at 1e-10', async () => {
    // x - x^2/2 + x^3/3 in fractions, of the double 1e-10; 1 + 1e-10 as a double is 1.00000000010000000827.
    const { stdout, stderr } = await ask(
      'check --program ./model --x 1e-10 --against log(1+x) --columns exact,digits -f csv --no-header',
      ([x = 0]) => [Math.log(1 + x)],
    );
    expect(stdout).toBe('9.999999999500001e-11,7\n');
    expect(stderr).toMatch(
      /^dezero-cli: 7 of 16 digits at the worst of 1 point, 6\.4e\+8 ulps off: the value at point 1/,
    );
  });

  test('partials are compared too, and names say which variable is which', async () => {
    const f = ([b = 0, w = 0]: number[]): number[] => [w * b * b, 2 * w * b, b * b];
    const line = 'check --program ./model --names b,w --at 3,5 --against w*b^2 --only ulps';
    expect(await ask(line, f)).toMatchObject({ status: 0, stdout: '0\n0\n0\n' });
    const { stderr } = await ask('check --program ./model --at 3,5 --against x^2', f);
    expect(stderr).toMatch(
      /^dezero-cli: --against: the formula has 1 variable, x, and a point of the program 2/,
    );
  });
});
