/** @file The error of finite differences: truncation as algebra gives it, and round-off. */

import { differenceErrorsAt } from '../../../src/core/exact/difference-error';
import type { Method } from '../../../src/math/finite-differences';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';
import { chainOf, times } from '../../support/chains';

const errorsAt = (text: string, x: number) => differenceErrorsAt(parseGraph(text, catalogue), x);

const H = 2 ** -10;

test.each<[Method, number]>([
  // ((x+h)^3 - (x-h)^3)/2h = 3x^2 + h^2, and so on.
  ['central', H * H],
  ['forward', 6 * H + H * H],
  ['backward', -6 * H + H * H],
])('%s differences of x^3 at 2 are off by their truncation error', (method, truncation) => {
  const errors = errorsAt('x^3', 2);
  expect(errors?.exact).toBe(12);
  expect(errors?.of(12 + truncation, H, method)).toEqual({
    error: truncation,
    truncation,
    roundOff: 0,
  });
  expect(errors?.of(12.5, H, method)).toEqual({
    error: 0.5,
    truncation,
    roundOff: 0.5 - truncation,
  });
});

test.each<[string, number, Method, number]>([
  ['x^3', 2, 'central', 6],
  ['x^3', 2, 'forward', 12],
  ['-x^3', 2, 'backward', 12],
  ['x^3', 0, 'central', 6],
  ['x^3', 1e6, 'forward', 6e6],
  ['x^3', -0.001, 'central', 6],
  ['x^2', 3, 'central', 0],
  ['x^2', 3, 'forward', 2],
  ['5*x', 3, 'forward', 0],
  // All derivatives of e^x are e^x; those of log are 1, -1 and 2 at 1.
  ['exp(x)', 1, 'central', Math.E],
  ['exp(x)', 1, 'backward', Math.E],
  ['log(x)', 1, 'central', 2],
  // f'' is -1/x^2; f''' is 2/x^3
  ['log(x)', 1e-12, 'forward', 1e24],
  ['log(x)', 1e-12, 'central', 2e36],
  ['log(x)', 1e-20, 'forward', 1e40],
  // Here the steps that are tried first lead out of its domain.
  ['log(x)', 1e-60, 'central', 2e180],
  // f'' is 0 at 0, and f''' is not what is asked for.
  ['x^3', 0, 'forward', 0],
  // The third derivative is 0; the fifth must not be taken for it.
  ['x^5', 0, 'central', 0],
])('the truncation of %s at %d, %s differences, has the factor %d', (text, x, method, size) => {
  const found = errorsAt(text, x)?.higherDerivative(method);
  if (size === 0) expect(found).toBe(0);
  else expect((found ?? NaN) / size).toBeCloseTo(1, 6);
});

test.each<[string, number, number, boolean]>([
  // ((x+h)^3 - (x-h)^3)/2h = 3x^2 + h^2: a quarter is left of it.
  ['x^3', 2, 0.25, true],
  // 0.2 and 0.4 for 1: 3/4 are left of 0.8.
  ['abs(x)', 0.1, 0.8, false],
  // 0.58 and 0.41 for 0.4: an 18th is left of 0.18.
  ['x*abs(x)', 0.2, 0.18, false],
])(
  'half of the step 0.5 leaves a quarter of the truncation of %s at %d, %d: %p',
  (text, x, truncation, is) => {
    expect(errorsAt(text, x)?.isOfLeadingTerm(truncation, 0.5, 'central')).toBe(is);
  },
);

test('an error that is not to be told from 0 is 0', () => {
  // A line has no truncation error, though e is known to some bits alone.
  expect(errorsAt('exp(1)*x', 3)?.of(Math.E, H, 'central')?.truncation).toBe(0);
});

test('the slope at a singularity is the limit from both sides', () => {
  // sqrt(x^4) is x^2, whose central difference is exact.
  expect(errorsAt('sqrt(x^4)', 0)?.of(0.25, H, 'central')).toEqual({
    error: 0.25,
    truncation: 0,
    roundOff: 0.25,
  });
});

test('there is no error if a point of the stencil has no value, or the difference is not finite', () => {
  const errors = errorsAt('log(x)', 0.5);
  expect(errors?.of(2, 1, 'central')).toBeUndefined();
  expect(errors?.of(2, 1, 'backward')).toBeUndefined();
  expect(errors?.of(2, 1, 'forward')?.error).toBe(0);
  expect(errors?.of(NaN, H, 'central')).toBeUndefined();
  expect(errors?.of(Infinity, H, 'central')).toBeUndefined();
});

test('a higher derivative is unknown if values beside x are missing', () => {
  const errors = errorsAt('log(1e-120 - x^2)', 0);
  expect(errors?.exact).toBe(0);
  expect(errors?.higherDerivative('central')).toBeUndefined();
  expect(errors?.higherDerivative('forward')).toBeUndefined();
});

test.each([
  ['a kink', 'abs(x)', 0],
  ['a pole', '1/x', 0],
  ['a slope without end', 'sqrt(x)', 0],
  ['a slope without end on both sides', 'cbrt(x)', 0],
  ['a jump', 'floor(x)', 1],
  ['a point outside', 'log(x)', -1],
])('at %s there are no difference errors, as there is no single slope', (_, text, x) => {
  expect(errorsAt(text, x)).toBeUndefined();
});

test.each<[string, Method]>([
  // The second derivative jumps from 2 to -2.
  ['x/(1+abs(x))', 'central'],
  ['abs(x)^(5/3)', 'forward'],
  ['x*abs(x)^1.6', 'central'],
  ['x*abs(x)^1.9', 'central'],
])('there is no higher derivative of %s at 0 to be told', (text, method) => {
  const errors = errorsAt(text, 0) as NonNullable<ReturnType<typeof errorsAt>>;
  expect(errors.higherDerivative(method)).toBeUndefined();
});

test('a higher derivative that vanishes slowly is 0', () => {
  expect(errorsAt('abs(x)^2.5', 0)?.higherDerivative('forward')).toBe(0);
});

test('a function without a formula has no difference errors', () => {
  expect(differenceErrorsAt(chainOf(times(2)), 1)).toBeUndefined();
});
