import { lossOf } from '../../../src/core/exact/loss';
import { parseFormula } from '../../../src/functions/parse';

/** The part of a formula that loses its digits at x, and how many it gets and leaves. */
function lossAt(formula: string, x: number) {
  const { graph, at = -1, digitsBefore, digitsAfter } = lossOf(parseFormula(formula), [x]) ?? {};
  const vertex = graph?.vertices[at];
  return { text: vertex?.kind === 'node' ? vertex.text : undefined, digitsBefore, digitsAfter };
}

test('a value loses its digits at the function with the largest drop from its arguments', () => {
  const { text, digitsBefore, digitsAfter } = lossAt('((x + 1e16) - 1e16)/3', 1.3);
  expect(text).toBe('(x + 1e16) - 1e16');
  // 1.3 becomes 2: none of 16 digits is right.
  expect(digitsBefore).toBeGreaterThan(15);
  expect(digitsAfter).toBeLessThan(1);
});

test.each([
  ['(1-cos(x))/x^2', 1e-8, '1-cos(x)', 16, 0],
  // Python: a = (1.3 + 1e4) - 1e4 is off by 5.6e-13 of it, a - 1.299999 by 7.3e-7.
  ['((x + 1e4) - 1e4) - 1.299999', 1.3, '((x + 1e4) - 1e4) - 1.299999', 12.2, 6.1],
  // Where a number is too large or too small for doubles.
  ['sin(x^3)', 1e103, 'x^3', 16, 0],
  ['exp(-x)/exp(-x - 1)', 800, 'exp(-x)', 16, 0],
])('in %s at %d it is %s, from %d to %d digits', (formula, x, text, digitsBefore, digitsAfter) => {
  expect(lossAt(formula, x)).toEqual({ text, digitsBefore, digitsAfter });
});

test('what is not used has no say, however much it loses', () => {
  const { text } = lossAt('x > 0 ? (x + 1e10) - 1e10 : (x + 1e16) - 1e16', 1.3);
  expect(text).toBe('(x + 1e10) - 1e10');
});

test.each([
  ['exp(x) + 1', 1.3],
  ['log(x)', -1],
  ['x > 0 ? exp(x) : (x + 1e16) - 1e16', 1.3],
])('%s at %d loses none, or has no value', (formula, x) => {
  expect(lossOf(parseFormula(formula), [x])).toBeUndefined();
});

test.each([
  ['log(1+exp(x))', 800, 'large'],
  ['log(exp(x))', -800, 'small'],
  ['log(1+x)-x', 1e-17, undefined],
])('no digit is left of the value of %s at %p, as a part of it is too %s', (text, x, beyond) => {
  expect(lossOf(parseFormula(text), [x])?.beyond).toBe(beyond);
});
