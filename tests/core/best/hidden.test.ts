/** @file Derivatives that the values hide, or misstate at some steps: the bound must not exclude them. */

import { judge } from '../../../src/core/best/judge';
import { bestOf, type Values } from '../../support/by-values';

/** `count` numbers from 10^from to 10^to, at equal ratios. */
function powers(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => 10 ** (from + ((to - from) * k) / (count - 1)));
}

test('near a kink blurred by rounding, as of asin(cos(x)) = pi/2 - |x|, the right slope is never accused', () => {
  const f: Values = (x) => Math.asin(Math.cos(x));
  const accused = powers(-9, -3, 200).filter((x) => judge(-1, bestOf(f, x)).verdict === 'disagree');
  expect(accused).toEqual([]);
});

test('the slope of f between two jumps of a rounding inside it is not its derivative', () => {
  // asin(cos(x)) is piecewise constant here, on intervals of some 1e-9: within one f has the slope 66.
  const f: Values = (x) => 66 * x - Math.asin(Math.cos(x));
  for (const x of powers(-7.1, -6.3, 100)) {
    expect([x, judge(67, bestOf(f, x)).verdict]).not.toEqual([x, 'disagree']);
  }
});

test('the bound covers a slope that arises from the midpoint of the sample points being off x', () => {
  // -tan(x)/3 at 1e-160, where 0.25 + x is 0.25
  const { value, bound } = bestOf((x) => Math.log(Math.cos(x)) / 3, 1e-160);
  expect(Math.abs(value + 1e-160 / 3)).toBeLessThanOrEqual(bound);
});

test('the bound covers the tiny slope of a function that is flat here and changes far away at 0', () => {
  // 1/(1 + x^2)
  const { value, bound } = bestOf(Math.atan, 1e22);
  expect(Math.abs(value - 1e-44)).toBeLessThanOrEqual(bound);
});

test('the bound allows that a constant inside f has lost half of its digits', () => {
  // erf(4)^x with erf(4) as a double; its derivative at 1e6 by mpmath.
  const f: Values = (x) => Math.pow(0.9999999845827421, x);
  expect(judge(-1.5181389072494013e-8, bestOf(f, 1e6)).verdict).toBe('agree');
});

test('the bound allows for the rounding of the last digit of x', () => {
  // The derivative by mpmath. x/hypot(x, 2) - x is a multiple of the last digit of x: near x its slope is -1.
  const f: Values = (x) => Math.cos(x / Math.hypot(x, 2) - x);
  expect(judge(0.9635409833035059, bestOf(f, 709.7)).verdict).toBe('agree');
});

test('a plateau that only refinement steps are small enough to show is found', () => {
  // A jump at a distance of 1e-10, nearer than the smallest step of the ladder.
  for (const side of [-1, 1]) {
    const { value, bound } = bestOf((x) => (x > 0.3 ? 1 : 0), 0.3 + side * 1e-10);
    expect(value).toBe(0);
    expect(bound).toBeLessThan(1e-12);
  }
});

test('one change that is small by chance, as of rounded values, is not taken for slow convergence', () => {
  // The derivative of atan(x - 1/2) at 1/2 is 1.
  const { value, bound } = bestOf((x) => Number(Math.atan(x - 0.5).toPrecision(12)), 0.5);
  expect(Math.abs(value - 1)).toBeLessThanOrEqual(bound);
  expect(bound).toBeLessThan(1e-7);
});

test('a power whose curvature is unbounded beside x widens the bound, also at steps a factor of 8 apart', () => {
  const f: Values = (x) => Number((0.125 * Math.abs(x - 1000) ** 1.6).toPrecision(6));
  // By mpmath.
  const exact = -3.4233878701836824e-9;
  const { value, bound } = bestOf(f, 999.9999999999999);
  expect(Math.abs(value - exact)).toBeLessThanOrEqual(bound);
});
