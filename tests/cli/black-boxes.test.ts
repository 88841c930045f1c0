/** Functions that are known by their values alone, as those of modules, in what the commands show. */

import { type Outcome, run } from '../support/run-main';

const square = { value: (x: number) => x * x, derivative: (x: number) => 2 * x };
/** Its derivative is 1.5 times what it should be. */
const wrong = { value: (x: number) => x * x, derivative: (x: number) => 3 * x };
const product = {
  value: (a: number, b: number) => a * b,
  partials: (a: number, b: number) => [b, a],
};
const half = { value: (a: number, b: number) => a * b, partials: (a: number) => [1, a] };
const modules = { 'm.mjs': { square2: square, wrong, product, half } };

const dz = (line: string): Promise<Outcome> => run(`${line} --module m.mjs`, { modules });

describe('check', () => {
  test('shows each function with its numerical derivative, and which is wrong', async () => {
    const { status, stdout } = await dz('check -c square2,wrong -x 2 -f table');
    expect(status).toBe(1);
    expect(stdout).toMatch(/ {2}│ square2 +│ 2 +│ 4 +│/);
    expect(stdout).toMatch(/→ │ wrong +│ 4 +│ 8 +│/);
  });

  test('says how many points are left out of that table', async () => {
    const { stdout } = await dz('check -c square2,wrong -x 1:12:1 -f table');
    const shown = stdout.match(/, each function by itself:/g)?.length ?? 0;
    expect(stdout).toContain(
      `and the functions of ${String(12 - shown)} more points: --json --columns x,functions has them all`,
    );
  });

  test('shows no more functions of a long chain than a page has room for', async () => {
    const chain = Array.from({ length: 30 }, () => 'wrong,sqrt').join(',');
    const { stdout } = await dz(`check -c ${chain} -x 2 -f table`);
    expect(stdout.match(/│ wrong +│/g)).toHaveLength(24);
    expect(stdout).toContain('and 36 more functions\n');
  });

  test('has the functions of each partial that does not agree', async () => {
    const line = "check 'half(x, z) + x' --at x=2,z=3 --json --columns functions";
    const [record] = JSON.parse((await dz(line)).stdout) as [{ functions: { by: string }[] }];
    expect(record.functions.map(({ by }) => by)).toEqual(['x']);
    expect(record.functions[0]).toMatchObject({
      functions: [{ function: 'half by x', backprop: 1, verdict: 'disagree' }, {}, {}],
    });
    const right = "check 'product(x, z) + x' --at x=2,z=3 --json --columns functions";
    expect(JSON.parse((await dz(right)).stdout)).toEqual([{ functions: null }]);
  });

  test('has the numerical derivatives of the functions of a chain, and none where all agree', async () => {
    const line = 'check -c square2,wrong -x 2 --json --columns functions';
    const [record] = JSON.parse((await dz(line)).stdout) as [{ functions: object[] }];
    expect(record.functions[1]).toMatchObject({ function: 'wrong', x: 4, numerical: 8 });
    const right = 'check -c square2 -x 2 --json --columns functions';
    expect(JSON.parse((await dz(right)).stdout)).toEqual([{ functions: null }]);
  });
});

describe('diff', () => {
  test('says that all partials agree, or which does not', async () => {
    const right = await dz("diff 'product(x, z) + x' --at x=2,z=3 -f table");
    expect(right.stdout).toContain('All partials agree within the error of numerical.');
    const { stdout } = await dz("diff 'half(x, z) + x' --at x=2,z=3 -f table");
    expect(stdout).toContain('By x: That is more than the error of numerical');
    expect(stdout).not.toContain('By z');
  });

  test('leaves out heads, and draws the steps of each point', async () => {
    const { stdout } = await dz('diff -c square2 -x 2 3 --trace -f table --no-header');
    expect(stdout).not.toMatch(/variable|backprop +│/);
    expect(stdout.match(/square2\(x\) at x = /g)).toHaveLength(2);
  });

  test('has inputs in the steps of several variables', async () => {
    const line = "diff 'product(x, z)' --at x=2,z=3 --json --columns backprop --trace";
    const [record] = JSON.parse((await dz(line)).stdout) as [{ trace: object[] }];
    expect(record.trace.at(-1)).toMatchObject({ creator: 'product(x, z)', inputs: ['x', 'z'] });
  });
});
