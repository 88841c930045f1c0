/** Functions from formulas, `--define`, in the commands that take them. */

import { refused, type Outcome, runMain, words } from '../support/run-main';
import { runs } from '../support/portions';

/** A command, with formulas of its own after it. */
const run = (line: string, ...formulas: readonly string[]): Promise<Outcome> =>
  runMain([...words(line), ...formulas.flatMap((formula) => ['--define', formula])]);

const BUMP = 'bump(x) = x*exp(-x); exp(-x)*(1-x)';
const ONLY = 'diff -c f -x 3 --only backprop';

describe('a formula is a function', () => {
  test('in diff, for one x, for many, and for a stream', async () => {
    const page = (await run('diff -c bump -x 1', BUMP)).stdout;
    expect(page).toMatch(/^bump\(x\) at x = 1\n/);
    const line = 'diff -c f,square --columns x,y,backprop -f csv -x';
    // (x + 1)^2 has the slope 2 (x + 1).
    const rows = 'x,y,backprop\n1,4,4\n-3,4,-4\n';
    const many = await run(`${line} 1 -3`, 'f(x) = x + 1; 1');
    expect(many).toEqual({ status: 0, stdout: rows, stderr: '' });
    const stream = [...words(`${line} -`), '--define', 'f(x) = x + 1; 1'];
    expect(await runMain(stream, { stdin: '1\n-3\n' })).toEqual(many);
  });

  test('in check, without x at points on both sides of 0', async () => {
    const { status, stdout } = await run('check -c bump --only x', BUMP);
    const x = stdout.trimEnd().split('\n').map(Number);
    expect(status).toBe(0);
    expect(x.length).toBeGreaterThanOrEqual(10);
    expect(Math.min(...x)).toBeLessThan(-1);
    expect(Math.max(...x)).toBeGreaterThan(1);
  });

  test('in sweep, with the digits it loses in its round-off', async () => {
    const line =
      'sweep -c f -x 1 --eps-from 1e-9 --eps-to 1e-9 -f csv --columns error,bound,regime';
    const exact = await run(line, 'f(x) = x; 1');
    const lossy = await run(line, 'f(x) = x + 1e8 - 1e8; 1');
    const errorOf = ({ stdout }: Outcome): number => Number(stdout.split('\n')[1]?.split(',')[0]);
    // x + 1e8 is rounded to 2^-26 = 1.5e-8, so a step of 1e-9 shows nothing.
    expect(errorOf(exact)).toBeLessThan(1e-6);
    expect(errorOf(lossy)).toBeGreaterThan(0.5);
    expect(lossy.stdout).toMatch(/round-off\n$/);
  });

  test('in functions, as it was written but for its spaces', async () => {
    const { stdout } = await run('functions f', 'f( x )  =  x ^ 2\n  + 1 ;\t2 * x');
    expect(stdout).toMatch(/^f: defined on the command line\n/);
    expect(stdout).toMatch(/\nf\(x\) +│ x \^ 2 \+ 1\nf'\(x\) +│ 2 \* x\n/);
    expect((await run('functions -f tsv', BUMP)).stdout).toMatch(/\nbump\t/);
  });

  test('of which there may be many, each with those before it', async () => {
    // h(x) = 2 (x + 1) + (x + 1)^2, at 3: 8 + 16, with the slope 2 + 8.
    const formulas = ['f(x) = x + 1; 1', 'g(x) = 2*f(x); 2', 'h(x) = g(x) + f(x)^2; 2 + 2*f(x)'];
    expect((await run('diff -c h -x 3 --columns y,backprop -f csv', ...formulas)).stdout).toBe(
      'y,backprop\n24,10\n',
    );
    const { status, stderr } = await run(ONLY, 'f(x) = g(x); 1', 'g(x) = x; 1');
    expect([status, stderr]).toEqual([
      2,
      "dezero-cli: unknown function 'g'. A definition uses those that come before it\n  f(x) = g(x); 1\n         ^\n",
    ]);
  });
});

describe('what is wrong with a formula is shown, with its place', () => {
  test.each([
    ['f(x) = 1/2x; 1', 'x', 'write 1/2*x or 1/(2*x)'],
    ['f(x) = х; 1', 'х', "'х' has no meaning in a formula"], // a Cyrillic letter
    ['f(x) = x\u{1d7d0}; 1', '\u{1d7d0}', "'\u{1d7d0}' has no meaning in a formula"],
    ['f(x) = \u001b[31mx; 1', '\\u{1b}', "'\\u{1b}' has no meaning in a formula"],
    ['f(x) = x; x+', '', "a number is missing after '+'"],
  ])('as in %j', async (formula, place, message) => {
    const { status, stdout, stderr } = await run(ONLY, formula);
    const [said = '', shown = '', carets = ''] = stderr.split('\n');
    expect([status, stdout]).toEqual([2, '']);
    expect(said.startsWith(`dezero-cli: ${message}`)).toBe(true);
    const from = carets.indexOf('^');
    expect(shown.slice(from, carets.length).trim()).toBe(place);
    expect(stderr.split('\n')).toHaveLength(4);
  });

  test.each([
    ['sin(x) = x; 1', /there is already a function 'sin'/],
    ['e(x) = x; 1', /the name 'e' is not allowed: in formulas it is a number/],
    ["f'(x) = x; 1", /a derivative is written after a semicolon/],
    ['\u{1f600}(x) = x; 1', /'\u{1f600}' is not allowed/u],
    ['', /a definition has a name, its variables and a formula/],
  ])('the name in %j', async (formula, message) => {
    expect(await refused(run(ONLY, formula))).toMatch(message);
  });

  test('a name twice', async () => {
    const { status, stderr } = await run(ONLY, 'f(x) = x; 1', 'f(x) = 2*x; 2');
    expect([status, stderr]).toEqual([
      2,
      "dezero-cli: there is already a function 'f'; give yours another name\n  f(x) = 2*x; 2\n  ^\n",
    ]);
  });

  test('a point outside the domain that the values show', async () => {
    expect(await run('diff -c f -x 1 --only y', 'f(x) = log(x-2); 1/(x-2)')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'dezero-cli: x = 1: f has no value at 1\n',
    });
  });
});

describe('a hostile formula takes neither time nor stack', () => {
  const nested = (open: string, middle: string, close: string, levels: number): string =>
    open.repeat(levels) + middle + close.repeat(levels);

  test.each([
    ['60,000 parentheses', `f(x) = ${nested('(', 'x', ')', 60_000)}; 1`, /120002 characters, more/],
    ['a million letters', `f(x) = ${'a'.repeat(1e6)}; 1`, /1000001 characters, more than 100000/],
    [
      'a million semicolons',
      `f(x) = x${';'.repeat(1e6)}`,
      /there is no derivative after this semicolon/,
    ],
  ])('%s', async (_, formula, message) => {
    const { status, stderr } = await run(ONLY, formula);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.length).toBeLessThan(700);
  });

  test('powers of powers of numbers are computed once each', async () => {
    const formula = `f(x) = x^${nested('(', '1', '^2)', 400)}; 1`;
    expect((await run('diff -c f -x 3 --only y', formula)).stdout).toBe('3\n');
  });

  test('functions that use each other take no stack, however deep they are', async () => {
    // Each has 400 levels of its own, and those of the one before it.
    const chain = (length: number): string[] => [
      'f0(x) = x; 1',
      ...Array.from(
        { length },
        (_, i) => `f${String(i + 1)}(x) = ${'-'.repeat(398)}f${String(i)}(x); 1`,
      ),
    ];
    for (const command of ['diff', 'check', 'sweep']) {
      const { status, stderr } = await run(`${command} -c f5 -x 3`, ...chain(5));
      expect([status, stderr.replace('1 point agrees', '')]).toEqual([
        0,
        command === 'check' ? 'dezero-cli:  (proved)\n' : '',
      ]);
    }
    const many = runs(100, 2);
    const deep = await run(`diff -c f${String(many)} -x 3 --only y`, ...chain(many));
    expect(deep).toMatchObject({ status: 0, stdout: '3\n' });
  });

  test('functions that use the one before twice compute it once', async () => {
    // 2^300 computations would not end
    const doubling = Array.from(
      { length: 300 },
      (_, i) => `f${String(i + 1)}(x) = f${String(i)}(x)/2 + f${String(i)}(x)/2; 1`,
    );
    const { status, stderr } = await run('check -c f300 -x 3', 'f0(x) = x; 1', ...doubling);
    expect([status, stderr]).toEqual([0, 'dezero-cli: 1 point agrees (proved)\n']);
  });
});

describe('the sentences below the table of one x', () => {
  /** Without its line ends, which depend on the width. */
  const sentence = async (formula: string, x: string, more = ''): Promise<string> => {
    const { stdout } = await run(`diff -c f -x ${x} ${more}`, `f(x) = ${formula}`);
    return stdout.replaceAll('\n', ' ');
  };

  test('say what the error of numerical is, beside a right derivative', async () => {
    // The difference of x^2 e^-x at 0.5 is off by f''' eps^2/6: f''' = -(x^2 - 6x + 6) e^-x.
    const text = await sentence('x^2*exp(-x); exp(-x)*(2*x-x^2)', '0.5');
    const expected = ((0.25 - 3 + 6) * Math.exp(-0.5) * 1e-8) / 6;
    expect(text).toContain(`Its error is truncation, ${expected.toExponential(1)}, as`);
    expect(text).toContain('that shrinks with the square of eps');
    expect(text).toContain('│ right to the last digit │');
  });

  test('send a wrong one to check', async () => {
    const text = await sentence('x*exp(-x); exp(-x)', '0.5');
    expect(text).toContain(
      "backprop uses a derivative that was given; 'dezero-cli check' tells whether that is wrong",
    );
    expect(text).toContain('wrong by 0.3 ');
  });

  test('name a kink', async () => {
    expect(await sentence('x > 0 ? 2*x : -x; x > 0 ? 2 : -1', '0')).toContain(
      'numerical goes across a kink: slope -1 on the left, 2 on the right; backprop is between them.',
    );
  });

  test.each(['', '--method best'])('do not blame one that loses digits %s', async (method) => {
    // sinc' at 1e-8 is -x/3 + x^3/30 - ..., and cancels as x cos x - sin x.
    const text = await sentence('sinc(x); (x*cos(x)-sin(x))/x^2', '1e-8', method);
    expect(text).toContain('│ -3.3333333333333334e-9');
    expect(text).toContain('or only loses digits here');
  });
});

describe('--method best bounds the error of numerical', () => {
  // The true derivatives, at the double x, by mpmath 1.3.0 with 50 digits.
  const CASES = [
    ['x*exp(-x); exp(-x)*(1-x)', 0.5, '0.3032653298563167118'],
    ['(exp(x)-1)/x; (exp(x)*x-exp(x)+1)/x^2', 0.001, '0.5003334583666736123'],
    ['sin(x)/x; (x*cos(x)-sin(x))/x^2', 0.001, '-0.0003333333000000011974'],
    ['1/(1+exp(-x)); y*(1-y)', -2.5, '0.07010371654510815693'],
  ] as const;

  test.each(CASES)('of %s at %d: %s', async (formula, x, truth) => {
    const line = `diff -c f -x ${String(x)} --method best --columns numerical,bound,backprop`;
    const { status, stdout, stderr } = await run(`${line} --json`, `f(x) = ${formula}`);
    const [row] = JSON.parse(stdout) as Record<'numerical' | 'bound' | 'backprop', number>[];
    const { numerical, bound } = row as { numerical: number; bound: number };
    expect([status, stderr]).toEqual([0, '']);
    expect(Math.abs(numerical - Number(truth))).toBeLessThanOrEqual(bound);
    // A bound that says nothing would cover everything.
    expect(bound).toBeLessThan(1e-6 * Math.abs(Number(truth)));
  });

  test.each([
    // x is lost in the rounding to multiples of 2.
    ['x+1e16-1e16; 1', 0.3, 1],
    // cos x is 1, or one of few doubles below it; by mpmath the slope is -8.333333333333327e-9.
    ['(1-cos(x))/x^2; sin(x)/x^2-2*(1-cos(x))/x^3', 1e-7, -8.333333333333327e-9],
  ])('of %s at %d, whose values show nothing', async (formula, x, truth) => {
    const line = `diff -c f -x ${String(x)} --method best`;
    const { stdout } = await run(`${line} --columns numerical,bound --json`, `f(x) = ${formula}`);
    const [{ numerical, bound } = {}] = JSON.parse(stdout) as Record<string, unknown>[];
    expect(Math.abs(Number(numerical) - truth)).toBeLessThanOrEqual(Number(bound));
    expect((await run(line, `f(x) = ${formula}`)).stdout).toContain('it knows its\nerror to be');
  });
});
