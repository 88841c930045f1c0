/** The functions of modules, as the commands use them. */

import { GOOD, WRONG, moduleRuns } from '../support/modules';
import { bash } from '../support/program';
import type { Outcome } from '../support/run-main';

const { beside, directory, write } = moduleRuns();

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
        /1 disagrees: g at 3: the claim is 1\.5 times its derivative\n$/,
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
