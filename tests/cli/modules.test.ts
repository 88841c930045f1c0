/** The functions of modules, as the commands use them. */

import { GOOD, WRONG, moduleRuns } from '../support/modules';
import { bash } from '../support/program';
import type { Outcome } from '../support/run-main';

const { beside, directory, sharedAt3, write } = moduleRuns();

describe('the functions of modules', () => {
  const MODULES = {
    'half.cjs': 'exports.half = { value: (x) => x / 2, derivative: () => 0.5 };',
    'good.mjs': GOOD,
    'wrong.mjs': WRONG,
  };
  const dz = (words: string, input?: string): Promise<Outcome> => beside(MODULES, words, input);

  test('of several, and those of formulas, make one chain; a formula may use them', async () => {
    // f(x) = g(x) + 1 = x^2 + 1; half, f at 3: 3.25 with the slope 2 * 1.5 / 2.
    const words = `diff -c half,f -x 3 --columns y,backprop --format csv --define 'f(x) = g(x) + 1; 2*x'`;
    expect(await dz(`${words} --module ./half.cjs --module=./good.mjs`)).toMatchObject({
      status: 0,
      stdout: 'y,backprop\n3.25,1.5\n',
    });
  });

  test('are in diff for one x, for many, and for a stream', async () => {
    expect((await dz('diff -c g -x 3 --module ./good.mjs')).stdout).toMatch(/^g\(x\) at x = 3\n/);
    const rows = ['1\t1\t2', '2\t4\t4', '-3\t9\t-6'];
    const words = '-c g --module ./good.mjs --columns x,y,backprop --no-header --format tsv';
    expect((await dz(`diff ${words} -x 1 2 -3`)).stdout).toBe(`${rows.join('\n')}\n`);
    for (const jobs of ['', '--jobs 2']) {
      const outcome = await dz(`diff ${words} -x - ${jobs}`, '1\n2\n-3\n');
      expect(outcome).toMatchObject({ status: 0, stdout: `${rows.join('\n')}\n`, stderr: '' });
    }
  });

  test('are in check, which finds the wrong one, and in check --all', async () => {
    expect(await dz('check -c g,half -x 3 --module good.mjs --module half.cjs')).toMatchObject({
      status: 0,
      stderr: 'dezero-cli: 1 point agrees\n',
    });
    expect(
      await dz('check -c g,half -x 3 -f csv --module wrong.mjs --module half.cjs'),
    ).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /1 disagrees: g at 3 is 1\.5 times its derivative\n$/,
      ) as string,
    });
    expect((await dz('check --all -q --module good.mjs')).status).toBe(0);
    expect((await dz('check --all -q --module wrong.mjs')).status).toBe(1);
  });

  test('may take the name of a new function, which is said', async () => {
    const text = 'export const hypot = { value: (x, y) => x + y, partials: () => [1, 1] };';
    const words = "diff 'hypot(x, 1)' -x 3 --only backprop --module own.mjs";
    expect(await beside({ 'own.mjs': text }, words)).toMatchObject({
      status: 0,
      stdout: '1\n',
      stderr: "dezero-cli: warning: your hypot takes the place of the catalogue's\n",
    });
  });

  test('are in sweep and in functions', async () => {
    // The central difference of x^2 at 3 with the step 0.5 is (3.5^2 - 2.5^2) / 1.
    const words = '-c g -x 3 --eps-from 0.5 --eps-to 0.5 --only numerical --module good.mjs';
    expect((await dz(`sweep ${words}`)).stdout).toBe('6\n');
    expect((await dz('functions --module half.cjs --format tsv')).stdout).toMatch(
      /\nhalf\t.*from a module/,
    );
  });

  test('are computed on through a pipe whose reader goes', () => {
    write('good.mjs', GOOD);
    const words = 'diff -c g -x - --module good.mjs --only y';
    const { stdout, stderr } = bash(
      `yes 3 | head -300000 | dz ${words} | head -1; echo "\${PIPESTATUS[2]}"`,
      '',
      directory,
    );
    expect([stdout, stderr]).toEqual(['9\n141\n', '']);
  });
});

test('a function that returns no number fails at that point', async () => {
  const results = [
    ["'1'", 'a string'],
    ['1n', 'a bigint'],
    ['undefined', 'undefined'],
    ['null', 'null'],
    ['true', 'a boolean'],
    ['Promise.resolve(1)', 'a promise'],
    ['[1]', 'an array'],
    ['new Number(1)', 'an object'],
    ['new Proxy({}, { has() { throw 1; } })', 'an object'],
  ] as const;
  const text = `const results = [${results.map(([result]) => result).join(', ')}];
     export const g = { value: (x) => results[x], derivative: () => 1 };
     export const h = { value: (x) => x, derivative: (x) => results[x] };`;
  const input = results.map((_, x) => `${String(x)}\n`).join('');
  for (const [f, kernel] of [
    ['g', 'value'],
    ['h', 'derivative'],
  ]) {
    const words = `-c ${String(f)} -x - --keep-going --columns x,backprop --module m.mjs`;
    const { status, stderr } = await beside({ 'm.mjs': text }, `diff ${words}`, input);
    const said = results.map(
      ([, kind], x) =>
        `dezero-cli: line ${String(x + 1)} (x = ${String(x)}): ${String(f)}: its ${String(kernel)} ` +
        `function returned ${kind}, not a number, at ${String(x)}\n`,
    );
    expect([status, stderr]).toEqual([2, said.join('')]);
  }
});

describe('a value that throws at some x', () => {
  const text = `export const g = {
    value(x) { if (x === 2) throw new RangeError('two'); return x * x; },
    derivative: (x) => 2 * x };`;
  const FAULT = "dezero-cli: line 2 (x = 2): g: its value function threw 'two' at 2\n";
  const stream = (words: string): Promise<Outcome> =>
    beside({ 'm.mjs': text }, `${words} -c g -x - --module m.mjs`, '1\n2\n3\n');

  test('ends a stream there', async () => {
    expect(await stream('diff --columns x,y,backprop')).toMatchObject({
      status: 2,
      stdout: 'x\ty\tbackprop\n1\t1\t2\n',
      stderr: FAULT,
    });
  });

  test('is a row of NaN with --keep-going, and the status stays 2', async () => {
    expect(await stream('diff --columns x,y --keep-going')).toMatchObject({
      status: 2,
      stdout: 'x\ty\n1\t1\n2\tNaN\n3\t9\n',
      stderr: FAULT,
    });
  });

  test('is no verdict in check, and the other points have theirs', async () => {
    const { status, stdout, stderr } = await stream('check --columns x,verdict');
    expect([status, stdout]).toEqual([2, 'x\tverdict\n1\tagree\n2\tinconclusive\n3\tagree\n']);
    expect(stderr.startsWith(FAULT)).toBe(true);
  });

  test('that calls itself without end is a fault of its point too', async () => {
    const endless =
      'export const g = { value(x) { return this.value(x) + 1; }, derivative: () => 1 };';
    const { status, stdout, stderr } = await sharedAt3(endless);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /x = 3: g: its value function threw 'Maximum call stack size exceeded' at 3\n$/,
    );
  });
});

describe('a function of several numbers', () => {
  const product = (partials: string): string =>
    `export const g = { value: (a, b) => a * b, partials: ${partials} };`;
  const at = (text: string, words: string): Promise<Outcome> => beside({ 'm.mjs': text }, words);
  const DIFF =
    "diff 'g(x, z) + x' --at x=1,z=2 --at x=3,z=4 --columns backprop -f csv --module ./m.mjs";

  test('has partials, of its arguments and its value', async () => {
    const { status, stdout } = await at(product('(a, b, y) => [y / a, a]'), DIFF);
    expect([status, stdout]).toEqual([0, 'backprop_x,backprop_z\n3,1\n5,3\n']);
    const wrong = await at(product('(a, b) => [b, 2 * a]'), "check 'g(x, z) + x' --module ./m.mjs");
    expect([wrong.status, wrong.stderr]).toEqual([
      1,
      expect.stringMatching(/dz at .*: g by y at .* is 2 times/),
    ]);
  });

  test('has rows with nothing exact in them, as the graph has a black box', async () => {
    const words = "diff 'g(x, z)' --at x=3,z=4 -f csv --module ./m.mjs";
    const { stdout } = await at(product('(a, b) => [b, a]'), words);
    expect(stdout).toMatch(/^x,z,value,numerical_x,backprop_x,absoluteError_x,.*\n3,4,12,.*,4,/);
  });

  test.each([
    [
      'export const g = { value: (a, b) => a * b, derivative: (a) => 1 };',
      'takes 2 arguments; give partials',
    ],
    ['export const g = { value: () => 1, partials: () => [] };', 'its value names no arguments'],
    [
      product('() => [1]'),
      'x = 1, z = 2: g: its partials function returned an array of 1, not an array of 2 numbers, at 1, 2',
    ],
    [product("() => [1, '2']"), 'returned an array, not an array of 2 numbers'],
    [product("() => { throw new Error('no') }"), "g: its partials function threw 'no' at 1, 2"],
    [
      "export const g = { value: (a, b) => { if (a > 2) throw new Error('no'); return a * b; }, partials: (a, b) => [b, a] };",
      "x = 3, z = 4: g: its value function threw 'no' at 3, 4",
    ],
  ])('%s is refused: %s', async (text, message) => {
    const { status, stderr } = await at(text, DIFF);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
