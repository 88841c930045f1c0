/** @file Derivatives of which the values show another one at some steps, or nothing: no bound excludes them. */

import { judge } from '../../../src/core/check/judge';
import { bestOf, type Values } from '../../support/at-point';

/** Every so many places, from 10^from to 10^to. */
function powers(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => 10 ** (from + ((to - from) * k) / (count - 1)));
}

test('a kink in steps of its own rounding accuses neither slope: asin(cos(x)) is pi/2 - |x|', () => {
  const f: Values = (x) => Math.asin(Math.cos(x));
  const accused = powers(-9, -3, 200).filter((x) => judge(-1, bestOf(f, x)).verdict === 'disagree');
  expect(accused).toEqual([]);
});

test('the slope between two steps of a rounding inside f is not that of f', () => {
  // The steps of asin(cos(x)) are some 1e-9 wide here: between two of them f is 66 x.
  const f: Values = (x) => 66 * x - Math.asin(Math.cos(x));
  for (const x of powers(-7.1, -6.3, 100)) {
    expect([x, judge(67, bestOf(f, x)).verdict]).not.toEqual([x, 'disagree']);
  }
});

test('a slope that is there only because x lies beside the middle of all points is within the bound', () => {
  // -tan(x)/3 at 1e-160, where 0.25 + x is 0.25
  const { value, bound } = bestOf((x) => Math.log(Math.cos(x)) / 3, 1e-160);
  expect(Math.abs(value + 1e-160 / 3)).toBeLessThanOrEqual(bound);
});

test('so is that of a function which is flat from here on, and steps back at 0', () => {
  // 1/(1 + x^2)
  const { value, bound } = bestOf(Math.atan, 1e22);
  expect(Math.abs(value - 1e-44)).toBeLessThanOrEqual(bound);
});

test('half of the digits of a number inside f may be lost, and no value shows it', () => {
  // erf(4)^x with erf(4) as a double; at 1e6 the derivative is this, by mpmath.
  const f: Values = (x) => Math.pow(0.9999999845827421, x);
  expect(judge(-1.5181389072494013e-8, bestOf(f, 1e6)).verdict).toBe('agree');
});

test('nor does the last digit of x, which all that is made of x shares', () => {
  // The derivative by mpmath. x/hypot(x, 2) - x is a multiple of the last digit of x: near x its slope is -1.
  const f: Values = (x) => Math.cos(x / Math.hypot(x, 2) - x);
  expect(judge(0.9635409833035059, bestOf(f, 709.7)).verdict).toBe('agree');
});
