/** @file Formulas of several variables on the command line. */

import { refused, runFormula } from '../support/run-main';

const F = 'x*exp(y) - y^2';

describe('a point by the names of its variables', () => {
  test('has the value, and of each variable the numerical derivative, backprop, the exact one and the errors', async () => {
    const { status, stdout, stderr } = await runFormula('diff %s --at x=1,y=2 --json', F);
    expect([status, stderr]).toEqual([0, '']);
    const [row] = JSON.parse(stdout) as [Record<string, number>];
    expect(Object.keys(row)).toEqual([
      ...'x y value numerical_x backprop_x exact_x absoluteError_x relativeError_x'.split(' '),
      ...'numerical_y backprop_y exact_y absoluteError_y relativeError_y'.split(' '),
    ]);
    // e^2 - 4 and e^2
    expect(row).toMatchObject({
      value: 3.3890560989306504,
      backprop_x: 7.38905609893065,
      backprop_y: 3.3890560989306504,
      exact_x: 7.38905609893065,
      exact_y: 3.3890560989306504,
    });
  });

  test('is a page with a row for each variable, of no more than 80 columns', async () => {
    const { stdout } = await runFormula('diff %s --at x=1,y=2', F);
    expect(stdout).toContain(`${F} at x = 1, y = 2\n`);
    expect(stdout).toMatch(/^by │ numerical +│ backprop +│ exact\n/m);
    // x e^y - 2y by mpmath.
    expect(stdout).toMatch(/^y {2}│ [\d.]+ │ 3\.3890560989306504 │ 3\.3890560989306504\n/m);
    expect(stdout).toMatch(/It is wrong by [\d.e-]+ at most, backprop by [\d.e-]+\./);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test.each([
    ['abs(x)*y', 'x=0,y=1', 'By y it is wrong by 0 at most, backprop by 0. By y exact is the'],
    [
      'abs(x)*y',
      'x=0,y=1',
      'By x: numerical goes across a kink: slope -1 on the left, 1 on the right',
    ],
    [
      'log(x)*y',
      'x=0.0001,y=2',
      'By y it is wrong by 2.8e-12 at most, backprop by 0. exact is the',
    ],
    ['log(x)*y', 'x=0.0001,y=2', 'By x: f is infinite at an end of its step'],
    ['sqrt(x*exp(-800*y))', 'x=1,y=1', 'By x: backprop is no number here. By y: backprop is no'],
    ['log(x*1e-300)+y', 'x=1e-30,y=1', 'backprop is infinite here, and the derivative is not.'],
    ['log(x*1e-300)+y', 'x=1e-30,y=1', 'By y: numerical is no number here.'],
    ['max(x*y, 1)', 'x=0.99995,y=1', 'It is wrong by 0.25 at most, backprop by 0. exact is'],
    ['max(x*y, 1)', 'x=0.99995,y=1', 'By x: the step goes across a kink; choose a smaller --eps.'],
  ])('of %s at %s says of which partials it is true: %s', async (formula, at, said) => {
    const { stdout } = await runFormula(`diff %s --at ${at}`, formula);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(stdout).not.toMatch(/by (?:NaN|Infinity)/);
  });

  test('has one warning where numerical is no number by several variables', async () => {
    const { stderr } = await runFormula('diff %s --at x=709.7,y=3', 'exp(x)*y');
    expect(stderr.match(/numerical is NaN/g)).toHaveLength(1);
  });

  test('may be one of several, with constants as values, and calls with commas', async () => {
    const line = 'diff %s --at x=pi/6,y=1 --at y=max(1,2),x=-1 --columns x,y,backprop -f csv';
    const { stdout } = await runFormula(line, 'x*y');
    expect(stdout).toBe(
      'x,y,backprop_x,backprop_y\n0.5235987755982989,1,1,0.5235987755982989\n-1,2,2,-1\n',
    );
  });

  test('of one variable is the same as --x', async () => {
    for (const place of ['--x 3', '--at t=3', '--at 3', '--at - ']) {
      const { stdout } = await runFormula(`diff %s ${place} --columns t,y -f csv`, 't^2', {
        stdin: '3\n',
      });
      expect(stdout).toBe('t,y\n3,9\n');
    }
  });

  test('may be differentiated by some of the variables', async () => {
    const { stdout } = await runFormula('diff %s --at x=1,y=2 --wrt y -f csv --no-header', F);
    expect(stdout.split(',')).toHaveLength(8);
    const other = await runFormula('diff %s --at x=1,y=2 --wrt z', F);
    expect(other.stderr).toContain("--wrt: 'z' is none of x, y");
  });

  test.each([
    ['--at x=1', 'the variable y has no value; a point is written --at x=1,y=2'],
    ['--at x=1,z=2', "the formula has no variable 'z'; it has x and y"],
    ['--at x=1,y=2,x=3', 'x is given twice'],
    ['--at 1,2', "'1' says no variable; a point is written --at x=1,y=2"],
    ['--at x=1,y=two', "--at: y: not a number: 'two'"],
    ['--at x=0:1:0.5,y=2', '--at: x: '],
    [
      '--x 3',
      '--x gives the value of one variable, and the formula has 2 variables, x and y: --at x=3,y=2',
    ],
    ['--x x=1', 'x and y: --at x=1,y=2'],
    ["--at 'x=1 y=2'", 'the variable y has no value; a point is written --at x=1,y=2'],
    ['--x -', 'use --at -'],
    ['', '--at is missing: the formula has 2 variables, x and y; for example --at x=1,y=2'],
    ['--x 3 --at x=1,y=2', '--x and --at both say where'],
    ['--y 2', 'a variable gets its value by --at, as in --at x=1,y=2'],
    [
      '--at x=1,y=2 --only backprop',
      '--only takes one column, and backprop is backprop_x, backprop_y',
    ],
    ['--at x=1,y=2 --columns backprop,backprop_x', '--columns: backprop_x is named twice'],
    ['--at x=1,y=2 --columns y,numerical_z', "'numerical_z' is none of"],
  ])('%s is refused, with what mends it', async (place, message) => {
    expect(await refused(runFormula(`diff %s ${place}`, F))).toContain(message);
  });

  test('that has a misspelt function, or a product without a sign, for a variable', async () => {
    const slip = await runFormula('diff %s --at x=1', 'sinn + x');
    expect(slip.stderr).toMatch(/the variable sinn has no value; .* Did you mean 'sin'\?/);
    const none = await runFormula('diff %s', 'sinn + x');
    expect(none.stderr).toMatch(/--at is missing: .* Did you mean 'sin'\?/);
    const product = await runFormula('diff %s --at x=1,y=2', 'xy + x - y');
    expect(product.stderr).toContain('For a product write x*y');
    const power = await runFormula('diff %s --at x=1', 'x2 + x');
    expect(power.stderr).toContain('For a power write x^2');
  });

  test.each(['value*y', 'numerical*y', 'backprop_y*y', 'trace + y'])(
    '%s has a variable called like a column',
    async (formula) => {
      expect(await refused(runFormula('diff %s --at x=1', formula))).toContain(
        'is called like a column',
      );
    },
  );
});

describe('points on standard input', () => {
  test('are numbers in the order of the variables, or in that of a first line', async () => {
    const rows = '2\t1\t1\t-2\n4\t3\t1\t-6\n';
    const line = 'diff %s --at - --columns x,y,backprop --no-header';
    for (const stdin of ['2 1\n4 3\n', '2,1\r\n 4 ,\t3\r\n', 'y x\n1 2\n3\t4']) {
      expect(await runFormula(line, 'x - y^2', { stdin })).toEqual({
        status: 0,
        stdout: rows,
        stderr: '',
      });
    }
  });

  test('with a header of a table are that table', async () => {
    const stdin = 'y,id,x\n1,a,2\n3,"b,c",4\n';
    const { stdout } = await runFormula('diff %s --at - --columns backprop', 'x - y^2', { stdin });
    expect(stdout).toBe('y,id,x,backprop_x,backprop_y\n1,a,2,1,-2\n3,"b,c",4,1,-6\n');
  });

  test('that are none are named by their lines; the rows before are written', async () => {
    const line = 'diff %s --at - --only backprop_y';
    const stdin = 'x y\n1 2\n3\n4 five\n6 7 8\n\n1 0.30000000000000000000001\n';
    const stopped = await runFormula(line, 'x - y^2', { stdin });
    expect(stopped).toEqual({
      status: 2,
      stdout: '-4\n',
      stderr: expect.stringContaining(
        'line 3: there is 1 number here, and there are 2 variables: x, y',
      ) as string,
    });
    const all = await runFormula(`${line} --keep-going`, 'x - y^2', { stdin });
    expect(all.stdout).toBe('-4\n-0.6\n');
    expect(all.stderr).toContain("line 4: not a number: 'five'");
    expect(all.stderr).toContain('line 5: there are 3 numbers here');
    expect(all.stderr).toContain('line 6: this line is empty');
  });

  test.each([
    ['1;2\n', "these by semicolons: tr ';' '\\t' < FILE > NEW_FILE"],
    ['1|2\n', "these by bars: tr '|' '\\t' < FILE > NEW_FILE"],
    ['[1, 2]\n', "The input is JSON: jq -r '@tsv' FILE makes of it a point a line, for --at -"],
    ['[[1,2],[3,4]]\n', "JSON: jq -r '.[] | @tsv' FILE makes of it a point a line, for --at -"],
    ['{"x":1,"y":2}\n', "jq -r '[.x, .y] | @tsv' FILE makes of it a point a line, for --at -"],
    ['# by hand\n1 2\n', "Line 1 is a comment: grep -v '^#' FILE > NEW_FILE leaves such lines out"],
  ])('a first line such as %j is answered with the command that mends it', async (stdin, hint) => {
    expect(await refused(runFormula('diff %s --at -', 'x - y^2', { stdin }))).toContain(hint);
  });

  test('with a first line of other names are refused', async () => {
    const from = (stdin: string) => runFormula('diff %s --at -', 'x - y^2', { stdin });
    expect((await from('x z\n1 2\n')).stderr).toContain("line 1: there is no variable 'z'");
    expect((await from('x x\n1 2\n')).stderr).toContain('line 1: x is there twice');
    expect((await from('x\n1\n')).stderr).toContain('line 1 names x, and not y');
  });
});

describe('a table', () => {
  const files = { 't.csv': 'id,x,y\na,1,2\n b ,3 ,4\r\nc,5,6\n' };

  test('keeps its columns to the byte and gets ours', async () => {
    const { stdout } = await runFormula('diff %s --input t.csv --columns backprop', 'x - y^2', {
      files,
    });
    expect(stdout).toBe('id,x,y,backprop_x,backprop_y\na,1,2,1,-4\n b ,3 ,4,1,-8\nc,5,6,1,-12\n');
  });

  test('in other formats, and with quotes, has the same figures', async () => {
    const line = 'diff %s --input t.csv --columns backprop';
    const json = await runFormula(`${line} -f jsonl`, 'x - y^2', { files });
    expect(json.stdout.split('\n')[0]).toBe(
      '{"id":"a","x":1,"y":2,"backprop_x":1,"backprop_y":-4}',
    );
    const quoted = { 't.csv': 'id,x,y\n"a,b",1,2\nb,3,4\n' };
    const { stdout } = await runFormula(line, 'x - y^2', { files: quoted });
    expect(stdout).toBe('id,x,y,backprop_x,backprop_y\n"a,b",1,2,1,-4\nb,3,4,1,-8\n');
  });

  test('may call the variables otherwise, or only number its columns', async () => {
    const named = { 't.csv': 'temp,y\n1,2\n' };
    const line = 'diff %s --columns value --input t.csv';
    const other = await runFormula(`${line} --column x=temp`, 'x - y^2', { files: named });
    expect(other.stdout).toBe('temp,y,value\n1,2,-3\n');
    const bare = { 't.csv': '1,2\n3,4\n' };
    const numbered = await runFormula(`${line} --column y=1 --column x=2`, 'x - y^2', {
      files: bare,
    });
    expect(numbered.stdout).toBe('1,2,1\n3,4,-5\n');
    const same = await runFormula(`${line} --column y=temp --column x=temp`, 'x - y^2', {
      files: named,
    });
    expect(same.stdout).toBe('temp,y,value\n1,2,0\n');
  });

  test.each([
    ['id,x\na,1\n', '', "there is no column 'y'; there are 'id', 'x'.", 'x,y'],
    ['x,y,y\n1,2,3\n', '', "several columns are named 'y'; give its number: --column y=2", ''],
    ['x,y\n1,2\n', '--column x', "--column 'x' says no variable", ''],
    ['x,y\n1,2\n', '--column z=x', "the formula has no variable 'z'; it has x and y", ''],
    ['x,y\n1,2\n', '--column x=y --column x=x', '--column: x is given twice', ''],
    ['', '', 'the table is empty', ''],
  ])('%j with %s is refused: %s', async (text, options, message) => {
    expect(
      await refused(
        runFormula(`diff %s --input t.csv ${options}`, 'x - y^2', {
          files: { 't.csv': text },
        }),
      ),
    ).toContain(message);
  });

  test.each(['csv', 'jsonl'])('names bad rows by their lines, in %s', async (format) => {
    const text = 'id,x,y\na,1,2\nb,3\nc,4,five\nd,,1\ne,1e999,2\nf,1,2\n';
    const line = `diff %s --input t.csv --columns backprop_y -f ${format}`;
    const stopped = await runFormula(line, 'x - y^2', { files: { 't.csv': text } });
    expect(stopped.stdout).toContain('-4');
    expect(stopped.stderr).toBe(
      'dezero-cli: line 3: there are 2 cells here, and the table has 3 columns\n',
    );
    const { status, stdout, stderr } = await runFormula(`${line} --keep-going`, 'x - y^2', {
      files: { 't.csv': text },
    });
    expect([status, stdout.split('-4').length - 1]).toEqual([2, 2]);
    expect(stderr).toContain("line 4: in the column y: not a number: 'five'");
    expect(stderr).toContain('line 5: in the column x: ');
    expect(stderr).toContain('line 6: in the column x: ');
  });
});

describe('one variable with the others held', () => {
  test('is swept and plotted', async () => {
    const sweep = await runFormula(
      'sweep %s --at k=2 --x 0.5 --columns eps,numerical',
      'x*exp(-x*k)',
    );
    expect(sweep.stdout).toContain('x*exp(-x*k) at x = 0.5, k = 2, central difference');
    const along = 'sweep %s --at k=2,x=1 --along k --eps-to 1e-2 --only numerical';
    // -exp(-2) and what truncation adds
    expect(Number((await runFormula(along, 'x*exp(-x*k)')).stdout.split('\n')[1])).toBeCloseTo(
      -0.135338,
      5,
    );
    const plot = await runFormula('plot %s --at k=2 --from 0 --to 3', 'x*exp(-x*k)');
    expect(plot.stdout).toContain('y = x*exp(-x*k), k = 2');
  });

  test.each([
    [
      'plot',
      'the formula has several variables without a value, x and k: hold all but one, as in --at k=1',
    ],
    ['plot --at x=1,k=2', '--at holds all of x and k, so none is left to go along'],
    ['plot --at x=1 --along x', 'nothing is left to go along'],
    ['plot --along x', 'the variable k has no value'],
    ['plot --at z=2', "the formula has no variable 'z'"],
    ['sweep --at x=1,k=2', 'which variable to go along? --along x'],
    ['sweep --at k=2', '--x is missing: for example --x 0.5 (the value of x)'],
    ['sweep --at x=1,k=2 --along x --x 3', '--x and --at both give a value of x'],
    ['sweep --at x=1,k=2 --along z', "the formula has no variable 'z'"],
  ])('%s is refused', async (line, message) => {
    const [command = '', ...rest] = line.split(' ');
    expect(await refused(runFormula([command, '%s', ...rest].join(' '), 'x*exp(-x*k)'))).toContain(
      message,
    );
  });
});

test('a graph has several inputs, and both passes at a point', async () => {
  const { stdout } = await runFormula('graph %s --at x=2,y=3', 'square(x) + square(y)');
  expect(stdout).toMatch(/^x +│ +│ 2 +│ 4$/m);
  expect(stdout).toMatch(/^y +│ +│ 3 +│ 6$/m);
  expect(stdout).toMatch(/^value +│ a \+ b +│ 13 +│ 1$/m);
  const dot = await runFormula('graph %s --format dot', 'x*y');
  expect(dot.stdout).toContain('label="y"');
  const one = await runFormula('graph %s --at x=1', 'x*y');
  expect(one.stderr).toContain('the variable y has no value');
});
