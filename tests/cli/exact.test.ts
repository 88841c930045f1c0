/** What is exact on the command line. Figures are those of mpmath with 60 digits. */

import { FORMAT_NAMES } from '../../src/report/formats/formats';
import { refused, runMain } from '../support/run-main';

const diff = (args: readonly string[], world = {}) => runMain(['diff', ...args], world);
const LESSON = ['--chain', 'square,exp,square'];
const CANCELLING = '(1-cos(x))/x^2';

describe('the columns exact, exactY and digits', () => {
  test.each([
    ['0.5', '1.6487212707001282,3.2974425414002564,15.8'],
    ['0.7', '2.664456241929417,7.4604774774023666,16'],
    ['-1.5', '90.01713130052181,-540.1027878031309,16'],
    ['2', '2980.9579870417283,23847.663896333826,15.8'],
  ])('are the nearest doubles, at %s', async (x, expected) => {
    const columns = ['--columns', 'exactY,exact,digits', '--format', 'csv', '--no-header'];
    const { status, stdout, stderr } = await diff([...LESSON, '--x', x, ...columns]);
    expect([status, stdout, stderr]).toEqual([0, `${expected}\n`, '']);
  });

  test('are there in streams, along each of several variables, too', async () => {
    const only = ['--at', '-', '--columns', 'exact_x,exactValue', '--no-header'];
    const { stdout } = await diff(['x*y+sin(x)', ...only], { stdin: '1 2\n2 3\n' });
    expect(stdout).toBe(
      '2.5403023058681398\t2.8414709848078967\n2.5838531634528574\t6.909297426825682\n',
    );
  });

  test('are no part of what comes without --columns', async () => {
    const json = await diff(['x^2', '--x', '3', '--json']);
    expect(Object.keys((JSON.parse(json.stdout) as object[])[0] as object)).toEqual([
      'x',
      'y',
      'numerical',
      'backprop',
      'absoluteError',
      'relativeError',
    ]);
    const stream = await diff(['x^2', '--x', '-'], { stdin: '3\n' });
    expect(stream.stdout.split('\n')[0]).toBe(
      'x\ty\tnumerical\tbackprop\tabsoluteError\trelativeError',
    );
  });

  test('--only exact prints what doubles lose', async () => {
    const only = ['--only', 'exact', '--x'];
    expect((await diff([CANCELLING, ...only, '1e-8'])).stdout).toBe('-8.333333333333334e-10\n');
    // x^2 is 0 there for doubles, and 0/0 outside the domain.
    const { status, stdout } = await diff([CANCELLING, ...only, '1e-170']);
    expect([status, stdout]).toEqual([0, '-8.333333333333334e-172\n']);
    expect((await diff(['sin(x)^2+cos(x)^2', ...only, '0.3'])).stdout).toBe('0\n');
    expect((await diff(['0.1*x', ...only, '3'])).stdout).toBe('0.1\n');
  });

  test('a point that certainly has no value is an error as outside a domain', async () => {
    const { status, stdout, stderr } = await diff([
      'log(x)',
      '--x',
      '2',
      '-1',
      '4',
      '--columns',
      'x,exact',
      '--format',
      'csv',
    ]);
    expect([status, stdout]).toEqual([2, 'x,exact\n2,0.5\n']);
    expect(stderr).toBe('dezero-cli: x = -1: log(x) gets -1, outside its domain x >= 0\n');
    const going = await diff(['log(x)', '--x', '-1', '4', '--only', 'exact', '--keep-going']);
    expect([going.status, going.stdout]).toEqual([2, 'NaN\n0.25\n']);
  });

  test('of a formula with a function of a module there are none', async () => {
    const world = { modules: { 'm.js': { g: { value: (x: number) => x, derivative: () => 1 } } } };
    const of = (...more: string[]) =>
      diff(['g(x)+1', '--module', 'm.js', '--x', '3', ...more], world);
    const { status, stderr } = await of('--only', 'exact');
    expect(status).toBe(2);
    expect(stderr).toMatch(/\bg\b/);
    const page = await of();
    expect([page.status, page.stderr]).toEqual([0, '']);
    expect(page.stdout).toContain('numerical          │ backprop │ absoluteError\n');
    expect(page.stdout.replace(/\s+/g, ' ')).toContain(
      'There is no exact derivative: of g only the values are known, no formula.',
    );
  });
});

describe('kinks and holes', () => {
  test('at a kink there are both slopes, and the value of the convention', async () => {
    const { status, stdout, stderr } = await diff(['abs(x)', '--x', '0', '--only', 'exact']);
    expect([status, stdout]).toEqual([0, '0\n']);
    expect(stderr).toContain('slope -1 on the left, 1 on the right');
    const page = await diff(['abs(x)', '--x', '0']);
    expect(page.stderr.match(/slope -1 on the left, 1 on the right/g)).toHaveLength(1);
  });

  test('where both sides agree there is no warning', async () => {
    const { stdout, stderr } = await diff(['relu(x)-relu(-x)', '--x', '0', '--only', 'exact']);
    expect([stdout, stderr]).toEqual(['1\n', '']);
  });

  test('a limit is said beside the error', async () => {
    const { status, stderr } = await diff([CANCELLING, '--x', '0']);
    expect(status).toBe(2);
    expect(stderr).toBe(
      'dezero-cli: x = 0: (1-cos(x))/x^2 gets a = 0 and b = 0, outside its domain b != 0; its limit there is 0.5, with slope 0\n',
    );
  });

  test('where only doubles fail, the error says what they lose', async () => {
    expect(await refused(diff([CANCELLING, '--x', '1e-170']))).toContain(
      'only doubles fail here: exactly, it has the value 0.5 and the derivative -8.333333333333334e-172',
    );
  });

  test('a value so near the middle of two doubles is right or undecided, never wrong', async () => {
    const { status, stdout, stderr } = await diff([
      'x+2^-53+exp(-4000)',
      '--x',
      '1',
      '--only',
      'exactY',
    ]);
    expect(status).toBe(0);
    if (stdout !== '1.0000000000000002\n') {
      expect(stdout).toBe('NaN\n');
      expect(stderr).toContain('it lies between 1 and 1.0000000000000002');
    }
  });
});

describe('the page of one point', () => {
  test.each([
    [['x*exp(-x)', '--x', '3'], 'Its error is round-off, 2.7e-13:'],
    // The third derivative of a square is 0.
    [['square', '--x', '1', '--eps', '1e10'], 'Its error is round-off, 2.0e-7:'],
    [['exp(x)', '--x', '1'], 'and not at a point; that shrinks with the square of eps.'],
    [['exp(x)', '--x', '1', '--method', 'forward'], 'and not at a point; that shrinks with eps.'],
    // f'' jumps there: the error is eps/2 times half of the jump.
    [
      ['x <= 3 ? (x-2)^2 : 2*log(x-2)+1', '--x', '3'],
      '1.0e-4, as it is the slope over a step and not at a point. The',
    ],
    // It is eps^4.
    [['x^5', '--x', '0'], '1.0e-16, as it is the slope over a step and not at a point. exact'],
    [['relu(x)', '--x', '1e-5'], 'Its step goes across a kink'],
    [['floor(x)', '--x', '2.00001'], 'Its step goes across a jump; choose a smaller --eps.'],
    [['1/sqrt(abs(x))', '--x', '1e-5'], 'Its step goes across a pole; choose a smaller --eps.'],
    [['1/x', '--x', '1e-5'], 'Its step goes across a pole; choose a smaller --eps.'],
    [
      ['log(x)', '--x', '1e-4'],
      'eps = 0.0001. f is infinite at an end of its step; choose a smaller --eps.',
    ],
    [
      ['asin(x)', '--x', '0.9999'],
      'At an end of its step f has no exact value; choose a smaller --eps.',
    ],
    [['x^2', '--x', '3', '--method', 'best'], 'by itself it knows its error to be'],
    [[CANCELLING, '--x', '1e-8'], 'No digit of backprop is right: digits cancel on its way.'],
    // |x| - |x|: both functions have a kink, and the whole is 0.
    [['max(x,-x)-abs(x)', '--x', '0'], ' right to the last digit │ wrong by 1 │ '],
    [['max(x,-x)-abs(x)', '--x', '0'], 'it goes through kinks or jumps by convention'],
    // Where more bits cancel than are computed with.
    [['exp(log(x)+700)-exp(700)*x+sin(x)', '--x', '1'], 'digits cancel on its way'],
    [['(x+1e200)-1e200', '--x', '1'], 'Its error is round-off, 1: the last digits of f'],
    [['exp(-x^2)', '--x', '0.1', '--eps', '5'], 'Its error is truncation, 0.2, as it is the slope'],
    [[CANCELLING, '--x', '1e-8'], 'In the same way y is 0.5. No digit of y is right'],
  ])('of %j says: %s', async (args, sentence) => {
    const { status, stdout } = await diff(args);
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(sentence);
  });

  test('does not blame a right derivative that loses digits', async () => {
    const claim = `${CANCELLING}; sin(x)/x^2-2*(1-cos(x))/x^3`;
    const { stdout } = await diff([claim.split(';')[0] as string, '--x', '1e-8']);
    expect(stdout).toContain('No digit of backprop is right');
    expect(stdout).not.toMatch(/derivative that was given|'dezero-cli check' (tells|finds)/);
    const given = await diff(['--define', `f(x) = ${claim}`, '--x', '1e-8']);
    expect(given.stdout.replace(/\s+/g, ' ')).toContain(
      'tells whether that is wrong, or only loses digits here',
    );
  });

  test.each(['-1.2345678901234568e-250', '1e-8', '0.1', '123456789.12345678', '-7e300'])(
    'keeps to 80 columns at %s',
    async (x) => {
      for (const formula of ['x/3', 'sin(x)', '1/x', 'x*1.2345678901234567e+7']) {
        const { stdout } = await diff([formula, '--x', x]);
        for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      }
    },
  );
});

describe('--digits', () => {
  const E50 = '2.7182818284590452353602874713526624977572470937000';

  test('prints so many, rounded to the nearest', async () => {
    const only = ['exp(x)', '--x', '1', '--digits', '50', '--only', 'exact'];
    expect(await diff(only)).toEqual({ status: 0, stdout: `${E50}\n`, stderr: '' });
    const thousand = await diff([...only.slice(0, 3), '--digits', '1000', '--only', 'exact']);
    expect(thousand.stdout).toHaveLength(1002);
    expect(thousand.stdout.startsWith(E50.slice(0, -4))).toBe(true);
  });

  test('takes parameters as they are written, in value and derivative alike', async () => {
    for (const [formula, x, y, slope] of [
      [
        'scale(x, 1.00000000000000000001)',
        '1',
        '1.0000000000000000000100000',
        '1.0000000000000000000100000',
      ],
      [
        'scale(x, 1e-400)',
        '1e10',
        '1.0000000000000000000000000e-390',
        '1.0000000000000000000000000e-400',
      ],
      [
        'scale(x, 1+1e-20) - x',
        '3',
        '3.0000000000000000000000000e-20',
        '1.0000000000000000000000000e-20',
      ],
    ] as const) {
      const words = [formula, '--x', x, '--digits', '26', '--columns', 'exactY,exact', '-f', 'csv'];
      expect((await diff([...words, '--no-header'])).stdout).toBe(`${y},${slope}\n`);
    }
  });

  test('takes x as it is written', async () => {
    const of = async (formula: string, x: string, digits: string) =>
      (await diff([formula, '--x', x, '--digits', digits, '--only', 'exactY'])).stdout;
    // Of the double next to a tenth it is 0.09048374180359596183699591365...
    expect(await of('x*exp(-x)', '0.1', '25')).toBe('0.09048374180359595731642491\n');
    expect(await of('cos(x)', 'pi/6', '30')).toBe('0.866025403784438646763723170753\n');
    const range = await diff(['x', '--x', '0:0.3:0.1', '--digits', '20', '--only', 'exactY']);
    expect(range.stdout.split('\n')[3]).toMatch(/^0\.30*$/);
    const refused = await diff(['x', '--x', '0:pi:pi/4', '--digits', '20']);
    expect([refused.status, refused.stderr.includes('a range has decimals only')]).toEqual([
      2,
      true,
    ]);
  });

  test('has texts in every format, several points and streams', async () => {
    const args = ['x*exp(-x)', '--x', '2', '0.1', '--digits', '31'];
    const value = '0.2706705664732253837879989899450';
    for (const format of FORMAT_NAMES) {
      const { status, stdout } = await diff([...args, '--format', format]);
      expect([format, status, stdout.includes(value)]).toEqual([format, 0, true]);
    }
    const json = await diff([...args, '--format', 'json']);
    expect(JSON.parse(json.stdout)).toEqual([
      { x: '2', exactY: value, exact: '-0.1353352832366126918939994949725' },
      {
        x: '0.1',
        exactY: '0.09048374180359595731642490594464',
        exact: '0.8143536762323636158478241535018',
      },
    ]);
    const stream = await diff(
      ['x*exp(-x)', '--x', '-', '--digits', '31', '--keep-going', '--no-header'],
      { stdin: '2\nnone\n0.1\r\n' },
    );
    expect(stream.stdout).toBe(
      `2\t${value}\t-0.1353352832366126918939994949725\n0.1\t0.09048374180359595731642490594464\t0.8143536762323636158478241535018\n`,
    );
    expect(stream.stderr).toContain('line 2: not a number');
    const table = await diff(
      ['x*y', '--input', 't.csv', '--digits', '20', '--columns', 'exact_y'],
      { files: { 't.csv': 'id,x,y\na,0.1,3\n' } },
    );
    expect(table.stdout).toBe('id,x,y,exact_y\na,0.1,3,0.10000000000000000000\n');
  });

  test('is a page for one point, which says what x is', async () => {
    const { status, stdout } = await diff(['exp(x)', '--x', '1', '--digits', '50']);
    expect(status).toBe(0);
    expect(stdout).toBe(`\
exp(x) at x = 1

exactY
  ${E50}

exact
  ${E50}

To 50 digits, the last of them rounded: each is certain. Here x is the number as
written, 0.1 a tenth, and not the nearest double.
`);
  });

  test('calls no digit certain where the figure is not decided', async () => {
    // 0 at every x, which no finite number of bits tells.
    const { stdout } = await diff(['abs(sin(x)^2 + cos(x)^2 - 1)', '--x', '1', '--digits', '20']);
    expect(stdout).toContain('exact\n  NaN\n');
    expect(stdout).toContain('NaN is what could not be decided. Here x is the number as written');
    expect(stdout).not.toContain('certain');
  });

  test.each([
    [['--digits', '0'], "--digits: a whole number from 1 to 1000 is needed, not '0'"],
    [['--digits', '1001'], "--digits: a whole number from 1 to 1000 is needed, not '1001'"],
    [['--digits', '1.5'], "--digits: a whole number from 1 to 1000 is needed, not '1.5'"],
    [['--digits', '20', '--only', 'backprop'], 'the column backprop has the digits of a double'],
    [['--digits', '20', '--eps', '1e-3'], '--digits is for exact figures, so --eps does not go'],
    [['--digits', '20', '--trace'], '--digits is for exact figures, so --trace does not go'],
  ])('is refused where it cannot be meant: %j', async (args, message) => {
    expect(await refused(diff(['exp(x)', '--x', '1', ...args]))).toContain(message);
  });
});
