import { runMain, words, type World } from '../support/run-main';
import { runs } from '../support/portions';

const diff = (line: string, world = {}) => runMain(['diff', ...words(line)], world);
const LESSON = '--chain square,exp,square';

describe('diff for one x', () => {
  test('prints the lesson: call, steps, comparison', async () => {
    const { status, stdout, stderr } = await diff(`${LESSON} --x 0.5`);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('square(exp(square(x))) at x = 0.5\n');
    expect(stdout).toMatch(/\nb +│ exp +│ 1\.2840254166877414 │ 2\.568050833375483\n/);
    expect(stdout).toMatch(/\n3\.2974426293330694 │ 3\.297442541400256 │ 3\.2974425414002564\n/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.each([
    ['numerical', '3.2974426293330694\n'],
    ['backprop', '3.297442541400256\n'],
    ['y', '1.648721270700128\n'],
    ['x', '0.5\n'],
    ['absoluteError', '8.793281347507786e-8\n'],
  ])('--only %s prints the bare number', async (column, expected) => {
    for (const chain of ['square,exp,square', 'square|exp|square']) {
      const run = await runMain(['diff', '--chain', chain, '--x', '0.5', '--only', column]);
      expect(run).toEqual({ status: 0, stdout: expected, stderr: '' });
    }
  });

  test('json is an array of one record with all columns', async () => {
    const { stdout } = await diff(`${LESSON} --x 0.5 --json`);
    expect(JSON.parse(stdout)).toEqual([
      {
        x: 0.5,
        y: 1.648721270700128,
        numerical: 3.2974426293330694,
        backprop: 3.297442541400256,
        absoluteError: 8.793281347507786e-8,
        relativeError: 2.6666972972585995e-8,
      },
    ]);
  });

  test('--columns makes a table of those, in that order', async () => {
    const { stdout } = await diff(`${LESSON} --x 0.5 --columns backprop,x`);
    expect(stdout).toBe(
      'backprop          │ x\n──────────────────┼────\n3.297442541400256 │ 0.5\n',
    );
  });

  test.each([
    ['--x=-1e-4', '-0.0001'],
    ['--x -.5', '-0.5'],
    ['-x -3', '-3'],
    ['-x5.', '5'],
    ['--x=-0', '-0'],
  ])('%s is the number %s', async (option, expected) => {
    const { stdout } = await diff(`-c square ${option} --only x`);
    expect(stdout).toBe(`${expected}\n`);
  });
});

describe('diff for several x', () => {
  test('prints a row each', async () => {
    const { stdout } = await diff(`${LESSON} --x 0.5 -1`);
    expect(stdout).toBe(
      [
        'x   │ y                  │ numerical          │ backprop',
        '────┼────────────────────┼────────────────────┼────────────────────',
        '0.5 │ 1.648721270700128  │ 3.2974426293330694 │ 3.297442541400256',
        '-1  │ 7.3890560989306495 │ -29.55622577500261 │ -29.556224395722598',
        '',
      ].join('\n'),
    );
  });

  test('takes negative numbers in every notation, also after others', async () => {
    const { status, stdout } = await diff('-c square -x 0 -1E5 -5. -.5e1 -2.5E-1 --only x');
    expect([status, stdout]).toEqual([0, '0\n-100000\n-5\n-5\n-0.25\n']);
  });

  test('takes many of them', async () => {
    const values = Array.from({ length: 30_000 }, (_, i) => String(i));
    const { stdout } = await runMain(['diff', '-c', 'identity', '--only', 'y', '-x', ...values]);
    expect(stdout).toBe(`${values.join('\n')}\n`);
  });

  test('takes --x more than once', async () => {
    expect((await diff('-c square -x 1 2 -x 3 --only y')).stdout).toBe('1\n4\n9\n');
  });

  test('--trace adds the steps to json and jsonl', async () => {
    const { stdout } = await diff('-c square,exp -x 0 1 -f jsonl --columns x --trace');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      {
        x: 0,
        trace: [
          { variable: 'x', creator: null, data: 0, grad: 0 },
          { variable: 'a', creator: 'square', data: 0, grad: 1 },
          { variable: 'y', creator: 'exp', data: 1, grad: 1 },
        ],
      },
      {
        x: 1,
        trace: [
          { variable: 'x', creator: null, data: 1, grad: 5.43656365691809 },
          { variable: 'a', creator: 'square', data: 1, grad: 2.718281828459045 },
          { variable: 'y', creator: 'exp', data: 2.718281828459045, grad: 1 },
        ],
      },
    ]);
  });

  test('--trace makes a page of each in the table', async () => {
    const { stdout } = await diff('-c square,exp -x 0 1 --trace');
    expect(stdout).toContain('exp(square(x)) at x = 0\n');
    expect(stdout).toContain('exp(square(x)) at x = 1\n');
  });

  test('--precision rounds in the table', async () => {
    const { stdout } = await diff(`${LESSON} --x 0.5 1 --precision 4 --no-header`);
    expect(stdout).toBe('0.5 │ 1.649 │ 3.297 │ 3.297\n1   │ 7.389 │ 29.56 │ 29.56\n');
  });

  test('a point outside a domain ends the run; the rows before it are printed', async () => {
    expect(await diff('-c add(-2),sqrt --x 6 1 11 --only y')).toEqual({
      status: 2,
      stdout: '2\n',
      stderr:
        'dezero-cli: x = 1: sqrt, function 2 of the chain, gets -1, outside its domain x >= 0\n',
    });
  });

  test('--keep-going gives it a row of NaN and goes on, with the same status', async () => {
    const { status, stdout, stderr } = await diff(
      '-c sqrt --x 4 -1 9 --keep-going -f csv --columns x,y,numerical,backprop',
    );
    expect(status).toBe(2);
    expect(stdout.split('\n')[2]).toBe('-1,NaN,NaN,NaN');
    expect(stdout.split('\n')).toHaveLength(5);
    expect(stderr).toBe('dezero-cli: x = -1: sqrt gets -1, outside its domain x >= 0\n');
  });

  test('--keep-going tells errors and warnings in the order of the points', async () => {
    const { stderr } = await diff('sqrt(x)+abs(x-1) --x 1 -1 --keep-going');
    expect(stderr.split('\n').map((line) => /x = -?1/.exec(line)?.[0])).toEqual([
      'x = 1',
      'x = -1',
      undefined,
    ]);
  });

  test('the table of rows before an error is printed before the error', async () => {
    const { stdout } = await diff('-c sqrt --x 4 -1 9 --columns x,y');
    expect(stdout).toBe('x │ y\n──┼──\n4 │ 2\n');
  });

  test('the first point outside prints nothing, not even a header', async () => {
    for (const format of ['table', 'json', 'jsonl', 'csv', 'tsv']) {
      const { status, stdout } = await diff(`-c sqrt --x -1 1 -f ${format}`);
      expect([status, stdout]).toEqual([2, '']);
    }
  });
});

describe('the numerical method', () => {
  test.each([
    ['--method central --eps 0.25', '12.0625'],
    ['--method forward --eps 0.25', '13.5625'],
    ['--method backward --eps 0.25', '10.5625'],
    ['', '12.00000001'],
  ])('cube at 2 with %j', async (options, expected) => {
    const { stdout } = await diff(`-c cube -x 2 --only numerical ${options}`);
    expect(stdout.startsWith(expected)).toBe(true);
  });

  test('is named under the table', async () => {
    const { stdout } = await diff('-c cube -x 2 --method forward --eps 1e-3');
    expect(stdout).toContain('numerical is the forward difference, eps = 0.001.');
  });
});

describe('warnings', () => {
  test('name the kink, on standard error, with status 0', async () => {
    expect(await diff('-c relu -x 0 --only backprop')).toEqual({
      status: 0,
      stdout: '0\n',
      stderr:
        'dezero-cli: warning: x = 0: relu has a kink at 0: slope 0 on the left, 1 on the right; ' +
        'backprop uses 0\n',
    });
  });

  test('explain a numerical derivative that is lost in an overflow', async () => {
    expect((await diff('-c exp -x 1000 --only numerical')).stderr).toBe(
      'dezero-cli: warning: x = 1000: numerical is NaN: the function overflows; ' +
        'it is the difference of Infinity and Infinity\n',
    );
  });

  test('are left out where the derivative is not asked for', async () => {
    expect((await diff('-c relu -x 0 --only y')).stderr).toBe('');
  });

  test('after the tenth are counted', async () => {
    const { stderr } = await diff('-c relu -x -', { stdin: '0\n'.repeat(1000) });
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[9]).toMatch(/^dezero-cli: warning: line 10 \(x = 0\): relu has a kink/);
    expect(lines[10]).toBe('dezero-cli: and 990 more warnings');
  });
});

describe('the chain', () => {
  test('is read from a file', async () => {
    const files = { 'chain.txt': '\ufeffsquare,\n  exp,\n  square\n' };
    const { stdout } = await diff('--chain-file chain.txt -x 0.5 --only y', { files });
    expect(stdout).toBe('1.648721270700128\n');
  });

  test('with an error in the file names the file', async () => {
    const files = { 'chain.txt': 'square,sqaure' };
    const { status, stderr } = await diff('--chain-file chain.txt -x 1', { files });
    expect([status, stderr.split('\n')[0]]).toEqual([
      2,
      "dezero-cli: in 'chain.txt': unknown function 'sqaure'. Did you mean 'square'?",
    ]);
  });

  test('of thousands of functions runs, and its page shows both ends', async () => {
    const count = runs(30_000, 5);
    const files = { long: Array<string>(count).fill('square').join('|') };
    const { status, stdout } = await diff('--chain-file long -x 1', { files });
    expect(status).toBe(0);
    expect(stdout).toContain(`│ ${String(count - 15)} more │ all of them: --trace │`);
  });

  test('of thousands of functions is shown step by step with --trace', async () => {
    const count = runs(10_000, 5);
    const files = { long: Array<string>(count).fill('relu').join(',') };
    const { status, stdout, stderr } = await diff('--chain-file long -x 0 --trace', { files });
    expect([status, stdout.split('\n').length]).toEqual([0, count + 14]);
    expect(stderr).toMatch(new RegExp(`and ${String(count - 10)} more warnings\n$`));
  });

  test('that is long takes its points in small blocks, and gives the same rows', async () => {
    const files = { long: Array<string>(runs(20_000, 2)).fill('identity').join(',') };
    const stdin = Array.from({ length: 500 }, (_, i) => `${String(i / 4)}\n`).join('');
    const { stdout } = await diff('--chain-file long -x - --only y', { files, stdin });
    expect(stdout).toBe(stdin);
  });
});

describe('two points never look alike, however few digits are asked for', () => {
  const two = 'x^2 --x 0.123456 0.123457 --precision 2';
  const files = { 't.csv': 'x,y\n0.123456,1\n0.123457,1\n' };

  test.each([
    ...['table', 'json', 'jsonl', 'csv', 'tsv'].flatMap((format) => [
      `diff ${two} --format ${format}`,
      `diff ${two} --columns y,x --format ${format}`,
      `check ${two} --format ${format}`,
      `diff x*y --at x=0.123456,y=1 --at x=0.123457,y=1 --precision 2 --format ${format}`,
      `check x*y --at x=0.123456,y=1 --at x=0.123457,y=1 --precision 2 --format ${format}`,
    ]),
    `diff ${two} --only x`,
    `diff ${two} --trace`,
    'diff x^2 --input t.csv --column x --columns y,x --precision 2',
    'diff x*y --input t.csv --precision 2',
  ])('in %s', async (line) => {
    const { status, stdout } = await runMain(words(line), { files });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/0\.123456\b.*0\.123457\b/s)]);
    // The derivative is 2x, the value x^2; with y = 1 both are x.
    if (!line.includes('--only')) expect(stdout).toMatch(/\b(?:0\.25|0\.015|0\.12)\b/);
  });

  test('nor do two steps of a sweep', async () => {
    const line = 'sweep x^2 --x 1 --eps-to 1e-2 --per-decade 40 --precision 1 -f csv --columns eps';
    const { stdout } = await runMain(words(line));
    const steps = stdout.trim().split('\n').slice(1);
    expect(new Set(steps).size).toBe(41);
  });

  test('nor two points of a program', async () => {
    const program: World['program'] = (_, input) => {
      const stdout = input.replace(/.+/g, '1 1');
      return Promise.resolve({ stdout, ended: { kind: 'status', status: 0 } });
    };
    const line = 'diff --program model --x 0.123456 0.123457 --precision 2 -f csv';
    const { stdout } = await runMain(words(line), { program });
    expect(stdout).toMatch(/0\.123456\b.*0\.123457\b/s);
  });
});
