import { DezeroError } from '../../../src/core/text/errors';
import { numberFault, readNumber } from '../../../src/core/text/parse-number';
import type { Node } from '../../../src/core/graph/vertex';
import { parseChain } from '../../../src/functions/parse';
import { REAL_PI } from '../../../src/math/real';
import { WholeBall } from '../../../src/math/whole/whole-ball';
import { readNumbers, readOneNumber, readReal } from '../../../src/functions/read/read-numbers';
import { badInputs } from '../../support/bad-inputs';

function refusal(text: string, read: (text: string) => unknown = readNumbers): [string, string] {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(DezeroError);
    return [(error as DezeroError).code, (error as DezeroError).message];
  }
  throw new Error(`${text} is accepted`);
}

// The decimals beside them are mpmath's.
test.each([
  ['0.5', 0.5],
  ['-0', -0],
  [' 1e3\t', 1000],
  ['pi', 3.141592653589793],
  ['-pi', -3.141592653589793],
  ['+e', 2.718281828459045],
  ['π', 3.141592653589793],
  ['pi/6', 0.5235987755982989], // 0.52359877559829887308; the double of pi over 6 is ...988
  ['pi/180', 0.017453292519943295],
  ['1/3', 0.3333333333333333],
  ['2*pi', 6.283185307179586],
  ['pi * 2', 6.283185307179586],
  ['1 - 2', -1],
  ['1-2', -1],
  ['-1-2', -3],
  ['1e-3-1', -0.999],
  ['0.1+0.2', 0.3],
  ['0.1*3', 0.3],
  ['0.1+0.2-0.3', 0],
  ['1-1', 0],
  ['-2^2', -4],
  ['2^0.5', 1.4142135623730951],
  ['2²', 4],
  ['2(3+1)', 8],
  ['√2', 1.4142135623730951],
  ['|-5|', 5],
  ['sqrt(2)', 1.4142135623730951],
  ['cbrt(-8)', -2],
  ['exp(1)', 2.718281828459045],
  ['e^pi', 23.14069263277927], // 23.140692632779269006
  ['pi^e', 22.459157718361045],
  ['log(10)', 2.302585092994046],
  ['log10(1000)', 3],
  ['log2(8)', 3],
  ['sin(pi)', 0],
  ['cos(pi/2)', 0],
  ['sin(1e22)', -0.8522008497671888], // -0.85220084976718880177
  ['cos(exp(71.1))', -0.4461062006121307],
  ['tan(pi/4)', 1],
  ['asin(1)', 1.5707963267948966],
  ['acos(1)', 0],
  ['atan(1)*4', 3.141592653589793],
  ['sinh(1)', 1.1752011936438014],
  ['tanh(1)', 0.7615941559557649],
  ['tanh(-1e9)', -1],
  ['(1-2)-3', -4],
  ['(5-1)*(7-2)', 20],
  ['1-2+3-1', 1],
  ['erf(1)', 0.8427007929497149],
  ['hypot(3, 4)', 5],
  ['max(1, 2)', 2],
  ['min(1,2)', 1],
  ['pow(2, 10)', 1024],
  ['0^0', 1],
  ['(-2)^3', -8],
  ['(-1)^4097', -1],
  ['(-2)^(1+2)', -8],
  ['2^-1074', 5e-324],
  ['2^-1075', 0],
  ['9007199254740993/1', 9007199254740992],
  ['2^53+3', 9007199254740996],
  ['1+1e-300', 1],
  ['exp(-1e10)', 0],
  ['1e308*10/100', 1e307],
  ['1/2/4/5', 0.025],
  ['1.5-2-3', -3.5],
  ['1-2.5-3', -4.5],
  ['(1-2)-(3-4)', 0],
  ['max( 1,2 )'.replaceAll(' ', ''), 2],
  ['+pi', 3.141592653589793],
  ['2*π', 6.283185307179586],
  ['π-1', 2.141592653589793],
  ['|-1|-2', -1],
  ['2²-1', 3],
])('%p is %p', (text, expected) => {
  expect(readNumbers(text)).toEqual([expected]);
  expect(readOneNumber(text)).toBe(expected);
});

test.each([
  ['0:1:0.25', [0, 0.25, 0.5, 0.75, 1]],
  ['0:0.5:0.1', [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
  ['0:1:0.3', [0, 0.3, 0.6, 0.9]],
  ['1:0:-0.5', [1, 0.5, 0]],
  ['-1:1:1', [-1, 0, 1]],
  ['0 : 1 : .5', [0, 0.5, 1]],
  ['1e300:3e300:1e300', [1e300, 2e300, 3e300]],
  ['0:1:1/3', [0, 0.3333333333333333, 0.6666666666666666, 1]],
  ['0:pi:pi/2', [0, 1.5707963267948966, 3.141592653589793]],
  ['-pi:pi:pi', [-3.141592653589793, 0, 3.141592653589793]],
  ['0:pi:1', [0, 1, 2, 3]],
  ['1:2:+0.5', [1, 1.5, 2]],
  ['0:2*pi:pi', [0, 3.141592653589793, 6.283185307179586]],
  ['1/3:1:1/3', [0.3333333333333333, 0.6666666666666666, 1]],
  ['-1:0:1/2', [-1, -0.5, 0]],
  ['pi-pi:1:1/2', [0, 0.5, 1]],
  ['0:1:2/3', [0, 0.6666666666666666]],
  ['-0:-1:-1', [0, -1]],
  // The roots are one number, which no digits tell.
  ['0:sqrt(2)+sqrt(3):sqrt(5+2*sqrt(6))', [0, 3.1462643699419726]],
  ['0:2*sqrt(2)+sqrt(12):sqrt(5+2*sqrt(6))', [0, 3.1462643699419726, 6.292528739883945]],
  ['pi:0:-1', [3.141592653589793, 2.141592653589793, 1.1415926535897933, 0.14159265358979323]],
])('%p are the numbers %p', (text, expected) => {
  expect(readNumbers(text)).toEqual(expected);
});

test('a range of a million points is read, each the double nearest to its decimal', () => {
  const points = readNumbers('0.000001:1:0.000001');
  expect(points).toHaveLength(1_000_000);
  for (let i = 0; i < 1_000_000; i += 997) expect(points[i]).toBe(Number(`${String(i + 1)}e-6`));
});

describe('what is refused says "not a number", and why', () => {
  test.each([
    ['2pi', '; write 2*pi'],
    ['- pi', ''],
    ['--pi', ''],
    ['pi *2', '; leave out the spaces, or put one on both sides'],
    ['1 -2', '; it looks like several numbers'],
    ['sqrt 2', ''],
    ['(5)', ''],
    ['2(3)', ''],
    ['x/2', "; unknown name 'x'."],
    ['foo(2)', "; unknown function 'foo'."],
    ['1/2pi', '; write 1/2*pi or 1/(2*pi)'],
    ['1/0', '; it divides by 0'],
    ['0^-1', '; it divides by 0'],
    ['sqrt(-1)', '; a negative number has no square root'],
    ['log(0)', '; only positive numbers have a logarithm'],
    ['asin(2)', '; sines lie between -1 and 1'],
    ['(-8)^(1/3)', '; a negative number has only whole powers; a cube root is cbrt(x)'],
    ['1/(pi-pi)', '; its value cannot be told'],
    ['max(1>0, 2)', '; a comparison is no number'],
    ['2*3 < pi', '; a comparison is no number'],
    ['2*3!=pi', '; a comparison is no number'],
    ['(1+1', '; this parenthesis is not closed'],
    ['0:1', '; a range is start:end:step, as in 0:1:0.1'],
    ['12:30:00', '; the step of a range is not 0'],
    ['1:1:1', '; both ends of the range are the same'],
    [
      '0:0.1:10',
      '; the step is longer than the range; the order is start:end:step, as in 0:10:0.1',
    ],
    ['0:pi/4:pi', /the order is start:end:step, as in 0:pi:pi\/4$/],
    ['1:0:0.1', '; the step leads away from the end; change its sign, as in 1:0:-0.1'],
    ['0:pi:-1', '; the step leads away from the end; change its sign, as in 0:pi:1'],
    ['0:1e9:1', '; a range has at most 1000000 points'],
    ['0:1:0.000001', '; a range has at most 1000000 points'],
    ['0:pi:pi/1e6', '; a range has at most 1000000 points'],
    ['0:pi:1e-400', '; a range has at most 1000000 points'],
    ['0:1e309:1e308', '; it leaves the range of a double, 1.8e308 to either side'],
    ['0:1:-1E-2', '; the step leads away from the end; change its sign, as in 0:1:1E-2'],
    ['0:1:1-2', '; the step leads away from the end; change its sign, as in 0:1:-(1-2)'],
    ['0:1:-1e-1', '; the step leads away from the end; change its sign, as in 0:1:1e-1'],
    ['1:0:+0.1', '; the step leads away from the end; change its sign, as in 1:0:-0.1'],
    ['0:1:pi-pi', '; the step of a range is not 0'],
    ['0:1:1/0', '; it divides by 0'],
    ['0:log(-1):1', '; only positive numbers have a logarithm'],
    [
      '1:00000000000000000000:1',
      '; the step leads away from the end; change its sign, as in 1:00000000000000000000:-1',
    ],
    ['1:000000000000000000000:1', '; the step leads away from the end; change its sign'],
    [
      '0:1:1000000000000000000000',
      '; the step is longer than the range; the order is start:end:step',
    ],
    ['0:1:1/(pi-pi)', '; it divides by 0'],
    ['0:1:1/(sin(1)^2+cos(1)^2-1)', '; its value cannot be told'],
    ['pi:pi:1', '; both ends of the range are the same'],
    ['0:1:2:3', '; a range is start:end:step, as in 0:1:0.1'],
    ['0:pi:1e-9', '; a range has at most 1000000 points'],
    ['y/2', "; unknown name 'y'."],
    ['pi/ 2', '; leave out the spaces, or put one on both sides'],
    ['max(1,2 )', '; leave out the spaces, or put one on both sides'],
    ['3e', ''],
    ['3π', '; write 3*pi'],
    ['x', ''],
    ['asinh(1', '; this parenthesis is not closed'],
    ['acos(-2)', '; sines lie between -1 and 1'],
    ['log1p(-2)', '; only positive numbers have a logarithm'],
    ['log10(-2)', '; only positive numbers have a logarithm'],
    ['log2(0-1)', '; only positive numbers have a logarithm'],
    ['atanh(2)', '; atanh is defined for |x| <= 1'],
    ['reciprocal(0)', '; it divides by 0'],
    ['1::2', ''],
    ['0:1:x', ''],
    ['1>0 ? 1:2', ''],
  ])('%p%s', (text, reason) => {
    const [code, message] = refusal(text);
    expect(code).toBe('not-a-number');
    if (reason instanceof RegExp) expect(message).toMatch(reason);
    else expect(message).toBe(`not a number: '${text}'${reason}`);
  });

  test.each(['2024-01-02', '1-2-3', '2--3', '12/31/2024', '(1-2-3)', '1/2/3', '1-2-3-4'])(
    '%p, a date',
    (text) => {
      expect(refusal(text)[1]).toMatch(/^not a number: '.*'; it looks like a date;/);
    },
  );

  test('a date with spaces keeps the words that it had', () => {
    const [, message] = refusal('2024 - 1 - 2');
    expect(message).toBe("not a number: '2024 - 1 - 2'; it looks like several numbers");
  });

  test.each(['1e999', '-1e999', 'exp(710)', 'exp(1e10)', '9^9^9', '1e308*10'])(
    '%p is out of range',
    (text) => {
      expect(refusal(text)).toEqual([
        'out-of-range',
        `'${text}' is outside the range of a double, 1.8e308 to either side`,
      ]);
    },
  );

  test('where one number is needed, a range is none', () => {
    expect(refusal('0:1:0.1', readOneNumber)[1]).toMatch(/; one number is needed, not a range$/);
  });

  test('a long text is refused at once', () => {
    for (const text of ['1+'.repeat(10_000), '('.repeat(100_000), `${'9'.repeat(10_000)}^2`]) {
      expect(refusal(text)[1]).toMatch(/; it is too long for one$/);
    }
  });

  test('what would take more and more digits is refused', () => {
    for (const text of ['exp('.repeat(70) + '1' + ')'.repeat(70), `${'9^'.repeat(140)}9`]) {
      expect(refusal(text)[0]).not.toBe('');
    }
    expect(refusal(`0*(${'sin('.repeat(50)}1e300${')'.repeat(50)}-1/3)/(pi-pi)`)[0]).not.toBe('');
  });
});

/** The texts after --x in the list of bad inputs, with what is said of them. */
function badNumbers(): [text: string, pattern: string][] {
  return badInputs().flatMap(({ args, expect: { exit, stderr_matches: pattern = '' } }) => {
    const given = args.find((arg) => arg.startsWith('--x='));
    const bad: [string, string][] = given === undefined ? [] : [[given.slice(4), pattern]];
    return exit === 2 ? bad : [];
  });
}

test('whatever was refused stays refused, and where it has words of its own, with the same', () => {
  const bad = badNumbers();
  expect(bad.length).toBeGreaterThan(25);
  for (const [text, pattern] of bad) {
    const [code, message] = refusal(text);
    expect(message).toMatch(new RegExp(pattern));
    const today = numberFault(text);
    expect([text, code]).toEqual([text, today.code]);
    expect(message.startsWith(today.message)).toBe(true);
    expect(Number.isFinite(readNumber(text))).toBe(false);
  }
});

describe('the number itself', () => {
  test.each([
    ['0.1', '0.1000000000000000000000'],
    [' 2.50 ', '2.5000000000000000000000'],
    ['pi/6', '0.5235987755982988730771'],
    ['-sqrt(2)', '-1.4142135623730950488017'],
  ])('%p is %s', (text, digits) => {
    const { nearest, in: within } = readReal(text);
    expect(nearest).toBe(readOneNumber(text));
    const ball = within(WholeBall.of(0, 320)).times(1e22);
    const whole = ball.plus(0.5).floor();
    expect(whole.mantissa << BigInt(whole.exponent)).toBe(BigInt(digits.replace('.', '')));
  });

  test('is what a chain has as a parameter', () => {
    const [vertex] = parseChain('scale(pi/180)').vertices.slice(1);
    const { value } = (vertex as Node).f.definition;
    const ball = value.ball?.(WholeBall.of(180, 320)) as WholeBall;
    expect(Math.abs(ball.minus(REAL_PI.in(ball)).approximation)).toBeLessThan(1e-80);
  });
});
