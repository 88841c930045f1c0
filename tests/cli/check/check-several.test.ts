/** @file `check` of formulas of several variables. */

import { refused, run, runFormula } from '../../support/run-main';

const F = 'x*exp(y) - y^2';

describe('the partials that somebody claims', () => {
  test.each([
    // (e^2 - 2)/(e^2 - 4)
    ['dx = exp(y); dy = x*exp(y) - y', 'dy at (1, 2) is 1.59 times its derivative'],
    ['exp(y); 1.001*(x*exp(y) - 2y)', 'dy at (1, 2) is 1.001 times its derivative'],
    ['dy = exp(y); dx = x*exp(y) - 2y', 'dx and dy at (1, 2) are swapped'],
    ['exp(y); 2y - x*exp(y)', 'dy at (1, 2) has the wrong sign'],
    ['-exp(y); x*exp(y) - 2y', 'dx at (1, 2) has the wrong sign'],
    ['exp(y); exp(y)', 'dy at (1, 2) is the derivative by x'],
    // 1e-20 is lost in doubles, so that they make e^2 of e^2 + 1, which is 1.135 times as large.
    ['exp(y) + (x+1e-20-x)*1e20; x*exp(y) - 2y', 'dx at (1, 2) is 1.14 times its derivative'],
    ['exp(y); 0', 'dy at (1, 2) gives 0, but its derivative is 3.389056099'],
  ])('are judged one by one: of %s, %s', async (claims, message) => {
    const { status, stdout, stderr } = await runFormula('check %s --at x=1,y=2', `${F}; ${claims}`);
    expect([status, stdout.includes('disagree')]).toEqual([1, true]);
    expect(stderr).toContain(message);
  });

  test('are swapped at all points, also where doubles lose some digits of them', async () => {
    const { stdout } = await runFormula('check %s', `${F}; x*exp(y) - 2y; exp(y)`);
    expect(stdout.match(/dx and dy are swapped/g)).toHaveLength(10);
  });

  test('have the numerical derivative beside them where it is asked for, be they right or wrong', async () => {
    const { stdout } = await runFormula(
      'check %s --at x=1,y=2 --columns numerical --format csv',
      'x*y; 2y; x',
    );
    expect(stdout).toBe('numerical_x,numerical_y\n2,1\n');
  });

  test('may be wrong by a part of themselves that is asked for', async () => {
    const claims = `${F}; 1.000001*exp(y); x*exp(y) - 2y`;
    expect((await runFormula('check %s --at x=1,y=2', claims)).status).toBe(1);
    expect(await runFormula('check %s --at x=1,y=2 --tolerance 2e-6 -q', claims)).toMatchObject({
      status: 0,
    });
    expect((await runFormula('check %s --at x=1,y=2 --tolerance 0.9e-6', claims)).status).toBe(1);
  });

  test.each([
    [
      'f(a,b) = a^2*b^2; da = 2*((a+1e10)-1e10)*b^2; db = 2*a^2*((b+1e10)-1e10)',
      'f(2,x)',
      'x=0.3',
      '(b+1e10)-1e10',
    ],
    ['f(a,b) = a*b^2; da = b^2; db = 2*a*((b+1e10)-1e10)', 'f(x,y)', 'x=2,y=0.3', '(b+1e10)-1e10'],
    ['f(a,b) = a^2*b; da = 2*((a+1e10)-1e10)*b; db = a^2', 'f(x,y)', 'x=0.3,y=2', '(a+1e10)-1e10'],
  ])('that lose digits are told where, in the claim: %s', async (define, formula, at, text) => {
    const { stdout } = await run(`check --define '${define}' '${formula}' --at '${at}'`);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`${text} has 16 to work with and leaves`);
  });

  test('agree where they are right, by order or by name, also of a definition inside', async () => {
    for (const claims of ['exp(y); x*exp(y) - 2y', 'dy = x*exp(y) - 2y; dx = exp(y)']) {
      const { status, stderr } = await runFormula('check %s', `${F}; ${claims}`);
      expect([status, stderr]).toEqual([0, expect.stringMatching(/^dezero-cli: 10 points agree/)]);
    }
    const define = 'f(w, b) = sigmoid(w*2 + b); dw = 2*y*(1 - y); db = y*(1 - y)';
    const inside = await run(`check 'f(x, 1)^2 + z' --define '${define}'`);
    expect([inside.status, inside.stderr]).toEqual([0, expect.stringContaining('agree')]);
  });

  test('of a function inside a formula are named by the function', async () => {
    const define = 'f(w, b) = sigmoid(w*2 + b); dw = 2*y*(1 - y); db = 1';
    const { status, stdout, stderr } = await run(
      `check 'f(x, z)^2' --define '${define}' --at x=1,z=2`,
    );
    expect(status).toBe(1);
    expect(stderr).toContain('dz at (1, 2): f by b at 2: the claim is 56.6 times its derivative');
    expect(stdout).toMatch(/^→ │ f by b .*\n {4}is 56\.6 times its derivative$/m);
  });
});

describe('backprop of a formula', () => {
  test('is checked at points of its own: the same every time, on both sides of 0, off the axes', async () => {
    const points = async (formula: string): Promise<number[][]> => {
      const { stdout } = await runFormula('check %s -f csv --no-header --columns a,b,c', formula);
      return stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(',').map(Number));
    };
    const found = await points('a*b*c');
    expect(found).toHaveLength(10);
    expect(await points('a + b + c')).toEqual(found);
    for (const k of [0, 1, 2]) {
      const column = found.map((point) => point[k] as number);
      expect(Math.min(...column)).toBeLessThan(0);
      expect(Math.max(...column)).toBeGreaterThan(0);
      expect(new Set(column).size).toBe(10);
    }
    for (const point of found) {
      expect(new Set(point.map(Math.abs)).size).toBe(3);
      expect(point).not.toContain(0);
    }
  });

  test('has points also in a small domain', async () => {
    const { status, stderr } = await runFormula('check %s', 'sqrt(1 - x^2 - y^2)');
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^dezero-cli: 10 points agree/)]);
    const none = await runFormula('check %s', 'log(-1 - x^2 - y^2)');
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('nothing to check')]);
  });

  test('is a row for each point, of a table with its columns', async () => {
    const files = { 't.csv': 'id,x,y\na,1,2\nb,0.5,-3\n' };
    const line = 'check %s --input t.csv --columns backprop,verdict';
    expect(await runFormula(line, 'x*y', { files })).toEqual({
      status: 0,
      stdout: 'id,x,y,backprop_x,backprop_y,verdict\na,1,2,2,1,agree\nb,0.5,-3,-3,0.5,agree\n',
      stderr: expect.stringContaining('2 points agree') as string,
    });
    const json = await runFormula('check %s --at x=1,y=2 --json', 'x*y');
    expect(JSON.parse(json.stdout)).toEqual([
      {
        x: 1,
        y: 2,
        value: 2,
        verdict: 'agree',
        note: '',
        exact_x: 2,
        backprop_x: 2,
        verdict_x: 'agree',
        exact_y: 1,
        backprop_y: 1,
        verdict_y: 'agree',
      },
    ]);
  });

  test('outside a domain is an error, at a kink the convention', async () => {
    const outside = await runFormula('check %s --at x=-1,y=2', 'log(x)*y');
    expect(outside.status).toBe(2);
    expect(outside.stderr).toContain('x = -1, y = 2: log(x) gets -1, outside its domain x >= 0');
    const kink = await runFormula('check %s --at x=1,y=1 --only verdict', 'max(x, y)');
    expect([kink.status, kink.stdout]).toEqual([0, 'kink\n']);
  });

  test('quietly says nothing, of a file neither', async () => {
    const files = { 't.csv': 'x,y\n1,2\n' };
    expect(await runFormula('check %s --input t.csv --quiet', 'x*y', { files })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test.each([
    ['--from 0 --to 1', '--from and --to go along one variable: give points with --at'],
    ['--at x=1,y=2 --only backprop', '--only takes one column'],
    ['--at x=1,y=2 --columns backprop,backprop_x', 'backprop_x is named twice'],
    ['--at x=1', 'the variable y has no value'],
  ])('%s is refused', async (options, message) => {
    expect(await refused(runFormula(`check %s ${options}`, 'x*y'))).toContain(message);
  });
});
