/** @file Formulas on the command line: what people type, in every command that takes one. */

import { refused, type Outcome, run, runFormula, runMain, words } from '../support/run-main';

const numbersOf = ({ stdout }: Outcome): number[] => stdout.trimEnd().split('\n').map(Number);

/** Formula, x, and the derivative of its value at the double x, by mpmath with 60 digits. */
const SLOPES: readonly (readonly [formula: string, x: number, slope: number])[] = [
  ['x*exp(-x)', 3, -0.09957413673572789],
  ['x^x', 2.5, 18.93701053685423],
  ['sqrt(1+x^2)', -1, -0.7071067811865476],
  ['sqrt(1+x^2)', 0, 0],
  ['sin x / x', 0.1, -0.033300011902557575],
  ['t^2', 2, 4],
  ['-x^2', 3, -6],
  ['square', 2, 4],
  ['square|exp', 1, 5.43656365691809],
  ['cos(x)', 0.1, -0.09983341664682815],
  ['-exp(-x)', 1, 0.36787944117144233],
  ['-cos(x)', 1, 0.8414709848078965],
  ['-floor(x)', 1.5, 0],
  ['atan2(x,1)', 0.5, 0.8],
  ['max(x, 2)^2', 3, 6],
  ['x sin(x)', 2, 0.07700375373139692],
  ['|x|', -2, -1],
  ['√x', 4, 0.25],
  ['π x²', 0.5, Math.PI],
  ['2(x+1)(x-1)', 3, 12],
  ['x**3', 2, 12],
  ['x − 1', 0.5, 1],
  ['1e-3x', 0.5, 0.001],
  ['3', 2, 0],
  ['sin(2)', 1, 0],
];

describe('a formula is the first word', () => {
  test.each(SLOPES)('of diff: %s at %d', async (formula, x, slope) => {
    const { status, stdout, stderr } = await runFormula(
      `diff %s --x ${String(x)} --only backprop`,
      formula,
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(Math.abs(Number(stdout) - slope)).toBeLessThanOrEqual(1e-13 * Math.abs(slope));
  });

  test.each(SLOPES)('of check: %s at %d agrees', async (formula, x) => {
    expect(await runFormula(`check %s --x ${String(x)} --only verdict`, formula)).toEqual({
      status: 0,
      stdout: 'agree\n',
      stderr: 'dezero-cli: 1 point agrees (proved)\n',
    });
  });

  test.each(SLOPES)('of sweep: %s at %d, whose smallest error is small', async (formula, x) => {
    const { status, stdout } = await runFormula(`sweep %s --x ${String(x)} --only error`, formula);
    expect(status).toBe(0);
    const errors = stdout.trimEnd().split('\n').map(Number).filter(Number.isFinite);
    expect(Math.min(...errors)).toBeLessThan(1e-7);
  });

  test.each(SLOPES)('of plot and graph: %s', async (formula, x) => {
    const plot = await runFormula(`plot %s --from ${String(x)} --to ${String(x + 0.25)}`, formula);
    expect([plot.status, plot.stderr]).toEqual([0, '']);
    expect(plot.stdout).toContain('dy/d');
    for (const format of ['text', 'dot', 'mermaid', 'svg']) {
      const graph = await runFormula(`graph %s --format ${format}`, formula);
      expect([format, graph.status, graph.stderr]).toEqual([format, 0, '']);
    }
  });

  test.each(SLOPES)('for a stream and a table: %s at %d', async (formula, x) => {
    const one = await runFormula(`diff %s --x ${String(x)} --columns y,backprop -f csv`, formula);
    const stream = [`diff`, formula, '--x', '-', ...words('--columns y,backprop -f csv')];
    expect(await runMain(stream, { stdin: `${String(x)}\n` })).toEqual(one);
    const table = ['diff', formula, ...words('--input t.csv --column temp')];
    const files = { 't.csv': `id,temp\na,${String(x)}\n` };
    const { status, stdout } = await runMain([...table, '--columns', 'y,backprop'], { files });
    const [, row = ''] = one.stdout.split('\n');
    expect([status, stdout]).toEqual([0, `id,temp,y,backprop\na,${String(x)},${row}\n`]);
  });
});

test('a number by itself is y, with the gradient 1', async () => {
  const { stdout } = await run('diff 3 --x 2');
  expect(stdout).toMatch(/\nx +│ +│ 2 +│ 0 *\ny +│ +│ 3 +│ 1 *\n/);
});

test('a misspelt function that is read as the variable is told, unless it has got its value by name', async () => {
  const told =
    'dezero-cli: warning: sinn is taken for a variable; did you mean the function sin?\n';
  for (const command of ['diff', 'check', 'sweep', 'graph']) {
    expect((await runFormula(`${command} %s --x 1`, 'sinn + 1')).stderr).toContain(told);
  }
  for (const given of ['--x 1 --only y', '--at tau=1 --only y']) {
    expect((await runFormula(`diff %s ${given}`, 'tau + 1')).stderr).toBe('');
  }
  expect((await runFormula('diff %s --at sinn=1 --only y', 'sinn + 1')).stderr).toBe('');
});

test.each([
  ['dx^3/dx', 'the derivative is taken of the formula alone', 'dx=2', '4'],
  ['d^2(x^3)/dx^2', 'only the first derivative is taken', 'd=1,x=2,dx=4', '0.5'],
  ['d²y/dx²', 'only the first derivative is taken', 'd=2,y=3,dx=4', '0.75'],
])('%s is a quotient only where its variables get values', async (formula, why, values, y) => {
  const { status, stdout, stderr } = await runFormula('diff %s --x 2', formula);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(why)]);
  const column = values.includes(',') ? 'value' : 'y';
  const named = await runFormula(`diff %s --at ${values} --only ${column}`, formula);
  expect(named.stdout).toBe(`${y}\n`);
});

test('which they get from the columns of a table that have their names, too', async () => {
  const files = { 't.csv': 'dx,dy\n1,2\n' };
  const { stdout } = await runMain(words('diff dy/dx --input t.csv --columns value'), { files });
  expect(stdout).toBe('dx,dy,value\n1,2,2\n');
  const { stderr } = await runMain(words('diff dx^3/dx --x -'), { stdin: '2\n' });
  expect(stderr).toContain('the derivative is taken of the formula alone');
});

test('a formula with the name of a function is no claim about that function, which is told', async () => {
  const told =
    'dezero-cli: warning: sin is read as the name of this formula, not as the function sin\n';
  for (const command of ['diff', 'check', 'sweep', 'graph']) {
    for (const header of ['sin(x)', 'sin']) {
      const { stderr } = await runFormula(`${command} %s --x 1`, `${header} = -cos(x)`);
      expect(stderr).toContain(told);
    }
  }
  for (const other of ['f(x) = -cos(x)', 'y = sin(x)']) {
    expect((await runFormula('diff %s --x 1 --only y', other)).stderr).toBe('');
  }
});

describe('numbers as formulas of constants', () => {
  test('pi/6, -pi and a range', async () => {
    const run0 = await runFormula('diff %s --x pi/6 -pi 0:1:0.1 --only x', 'cos(x)');
    const tenths = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    // pi/6 as a number is nearest to this double; Math.PI / 6 is its neighbour below.
    expect(numbersOf(run0)).toEqual([0.5235987755982989, -Math.PI, ...tenths]);
  });

  test.each([
    ['diff %s --x 0 -pi --only x', [0, -Math.PI]],
    ['diff %s --x -pi/2 --only backprop', [-Math.PI]],
    ['diff --x 1 2 %s --only backprop', [2, 4]],
    ['diff --only y --x 1 2 %s', [1, 4]],
    // Smaller than any double but for its ends.
    ['diff %s --x 1e-401:1e-401+1:1 --only x', [0, 1]],
  ])('are read wherever numbers are: %s', async (line, expected) => {
    const outcome = await runFormula(line, 'x^2');
    expect([outcome.status, outcome.stderr]).toEqual([0, '']);
    expect(numbersOf(outcome)).toEqual(expected);
  });
});

describe('what is no formula', () => {
  test.each([
    ['sqaure', /unknown function 'sqaure'\. Did you mean 'square'\?/],
    ['sinn(x)', /Did you mean 'sin'\?/],
    ['(x > 0)*x', /a comparison is no number: write x > 0 \? x : 0/],
    ['1/2x', /write 1\/2\*x or 1\/\(2\*x\)/],
  ])('is refused, with what may be meant: %j', async (formula, message) => {
    for (const command of ['diff', 'check', 'sweep', 'graph']) {
      const { status, stdout, stderr } = await runFormula(`${command} %s --x 1`, formula);
      expect([command, status, stdout]).toEqual([command, 2, '']);
      expect(stderr).toMatch(message);
      expect(stderr).toMatch(/\n {2}.*\n {2} *\^+\n/);
    }
  });
});

test.each(['', '  '])('of %j nothing is shown, but what to write', async (formula) => {
  expect(await refused(runFormula('diff %s --x 1', formula))).toBe(
    "dezero-cli: there is no formula: write one, as in 'x*exp(-x)'\n",
  );
});

test('a message of many or long names is short', async () => {
  const names = Array.from({ length: 9000 }, (_, i) => `a${String(i)}`);
  const many = await runFormula('diff %s --x 1', names.join('+'));
  expect(many.stderr).toMatch(
    /^dezero-cli: --x gives the value of one variable, and the formula has 9000 variables, a0, a1, a2, a3, a4, …:/,
  );
  const long = await runFormula('diff %s --x 1', `${'a'.repeat(40_000)}+${'b'.repeat(40_000)}`);
  expect(long.stderr).toMatch(/a name has at most 40 characters/);
  expect(many.stderr.length + long.stderr.length).toBeLessThan(1000);
});
