/** @file What is said of points at which a formula has two slopes, or figures that are no numbers. */

import { differentiate } from '../../../src/core/differentiate/differentiate';
import { parseChain, parseFormula } from '../../../src/functions/parse';
import { saidOf } from '../../support/said-of';

describe('at kinks and jumps', () => {
  test.each([
    ['max(x, 2)', 2, 'has a kink at a = 2 and b = 2 (a = b); backprop uses 1 and 0'],
    ['min(2, x)', 2, 'has a kink at a = 2 and b = 2 (a = b); backprop uses 1 and 0'],
    ['hypot(x, 0)', 0, 'has a kink at a = 0 and b = 0; backprop uses 0 and 0'],
    ['mod(x, 3)', 6, 'has a jump at a = 6 and b = 3 (a/b a whole number); backprop uses 1 and -2'],
    [
      'atan2(x, -1)',
      0,
      'has a jump at y = 0 and x = -1 in atan2(y, x) (y = 0, x < 0); backprop uses -1 and -0',
    ],
    ['floor(x)', 3, 'has a jump at 3 (every whole number); backprop uses 0'],
    [
      'cbrt(x)',
      0,
      'has a vertical tangent at 0: slope Infinity on the left, Infinity on the right; backprop uses Infinity',
    ],
  ])('of %s, at %d but not beside it, all arguments and slopes are said', (text, x, message) => {
    expect(saidOf(text, x + 1.25, x)).toEqual([`1: ${text} ${message}`]);
  });

  test('of a power of 0 with the exponent 0 both are said, beside that its derivative is no number', () => {
    const [said] = saidOf('x^x', 1.25, 0);
    expect(said).toBe('1: x^x has a jump at a = 0 and b = 0; backprop uses 0 and -Infinity');
  });

  test('one that the value does not depend on is told of no more than one that is not hit', () => {
    expect(saidOf('x == 2 ? 5 : max(x, 2)', 2, 3)).toEqual([]);
  });

  test('a second function at the same point is told of too, in the order of the points', () => {
    const said = saidOf('max(x, 1) + min(x, 1) + max(x, -1)', 1, -1);
    expect(said.map((text) => text.slice(0, 13))).toEqual([
      '0: max(x, 1) ',
      '0: min(x, 1) ',
      '1: max(x, -1)',
    ]);
  });
});

describe('NaN that is nobody’s fault', () => {
  const ZERO_TIMES_INFINITY =
    '0: backprop is NaN: sqrt(x) has the derivative Infinity here and gets back the gradient 0; zero times infinity has no value';

  test.each([
    [
      'by zero times infinity names the function that multiplies them',
      'sqrt(x)^2 + 1',
      ZERO_TIMES_INFINITY,
    ],
    ['and not one that has no say', '(x > 0 ? cbrt(x) : 7) + sqrt(x)^2', ZERO_TIMES_INFINITY],
    [
      'by Infinity - Infinity says that gradients of both add up to no value',
      'sqrt(x) - cbrt(x)',
      '0: backprop is NaN: gradients of Infinity and -Infinity add up to no value',
    ],
  ])('%s: %s', (_, text, message) => {
    expect(saidOf(text, 0, 4).filter((said) => said.includes('NaN'))).toEqual([message]);
  });

  test.each([
    ['exp(x) - exp(2*x)', 'gets a = Infinity and b = Infinity, an overflow'],
    ['exp(x)/exp(x)', 'gets a = Infinity and b = Infinity, an overflow'],
    ['exp(x)*exp(-x)', 'gets a = Infinity and b = 0, an overflow'],
  ])('in the value is told of: %s %s', (text, message) => {
    expect(saidOf(text, 800)).toEqual([`0: y is NaN: ${text} ${message}`]);
  });

  test('of a formula is told of as such beside the point, of a chain as of a chain', () => {
    const big = parseFormula('exp(700*x^2) - exp(700*x^2)*2');
    const beside = { columns: ['numerical'] } as const;
    expect(differentiate(big, Float64Array.of(1), { eps: 0.5, ...beside }).notices).toEqual([
      {
        index: 0,
        text: expect.stringMatching(
          /^numerical is NaN: y is NaN beside x; it is the difference of NaN and -\d/,
        ) as string,
      },
    ]);
    const chain = parseChain('reciprocal,square,exp,add(1)');
    expect(differentiate(chain, Float64Array.of(0.01), { eps: 0.001, ...beside }).notices).toEqual([
      {
        index: 0,
        text: 'numerical is NaN: the function overflows; it is the difference of Infinity and Infinity',
      },
    ]);
  });
});
