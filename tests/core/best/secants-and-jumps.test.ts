/** @file How often f is evaluated for the best derivative, and the secants and jumps that are seen. */

import { bestDerivatives, type KnownRoundOff } from '../../../src/core/best/best-derivative';
import { bestOf, type Values } from '../../support/by-values';

const { abs, exp, log, sign, sin } = Math;

/** Values with this round-off everywhere, and no other error. */
const wrongBy = (roundOff: number): KnownRoundOff => ({
  roundOff: (x) => x.map(() => roundOff),
  isUneven: false,
  isWhole: true,
});

describe('f is evaluated', () => {
  /** The number of blocks, and of points. */
  const asked = (f: Values, x: readonly number[], known?: KnownRoundOff): [number, number] => {
    let [blocks, points] = [0, 0];
    const counted = (some: Float64Array): Float64Array => {
      blocks++;
      points += some.length;
      return some.map(f);
    };
    bestDerivatives(counted, Float64Array.from(x), known);
    return [blocks, points];
  };
  const identity: Values = (x) => x;

  test.each([
    [0.95e-3, 1],
    [1.05e-3, 2],
  ])('at refinement steps if the bound exceeds a thousandth: %p takes %p', (part, blocks) => {
    // The bound of a line is 3 times 2 round-offs over a step of 1/8.
    const known = wrongBy((part * 0.125) / (3 * 2));
    expect(asked(identity, [1], known)[0]).toBe(blocks);
    expect(asked((x) => -8 * x, [1], wrongBy((8 * part * 0.125) / (3 * 2)))[0]).toBe(blocks);
  });

  test('again if there is a finding, but not if f(x) is NaN', () => {
    expect(asked(abs, [0], wrongBy(0))[0]).toBeGreaterThan(1);
    expect(asked(() => NaN, [0], wrongBy(0))[0]).toBe(2);
    expect(asked(log, [0], wrongBy(0))[0]).toBeLessThan(asked(abs, [0], wrongBy(0))[0] + 1);
  });

  test('at x, 54 points of steps and 12 of probes if its round-off is known, else at 18 more', () => {
    // 27 steps and 6 probes on both sides, and x.
    expect(asked(identity, [1], wrongBy(0))).toEqual([1, 2 * 27 + 2 * 6 + 1]);
    // The local noise of a function of the user takes nine values on both sides.
    expect(asked(identity, [1])).toEqual([2, 2 * 27 + 2 * 6 + 1 + 2 * 9]);
  });

  test('once at a pole, and never for an empty block', () => {
    expect(asked((x) => 1 / ((x - 1) * (x - 1)), [1], wrongBy(0))[0]).toBe(1);
    expect(asked(identity, [], wrongBy(0))).toEqual([0, 0]);
  });

  test('at the points of many x in one block', () => {
    const x = Array.from({ length: 60 }, (_, k) => 1 + k / 100);
    expect(asked(identity, x, wrongBy(0))).toEqual([1, 60 * 67]);
  });
});

describe('the derivative of a function of the user', () => {
  test('is never known to more than eight digits', () => {
    expect(bestOf((x) => 3 * x, 1).bound).toBeCloseTo(3e-8, 20);
    expect(bestOf((x) => -3 * x, 1).bound).toBeCloseTo(3e-8, 20);
    expect(bestOf((x) => 3 * x, 1, wrongBy(0)).bound).toBeLessThan(1e-13);
  });
});

describe('the secants from x', () => {
  test.each([
    [3, 3],
    [-3, 3],
  ])('have, for the function %p x, the slope %p', (slope, steepness) => {
    expect(bestOf((x) => slope * x, 1)).toMatchObject({ steepest: steepness, usual: steepness });
  });

  test.each([1, -1])('beyond 2^-10 of the largest step give the usual slope: side %p', (side) => {
    // A jump right beside 1; steps go from 2^-2 to 2^-28.
    const { steepest, usual } = bestOf((x) => x + (side * (x - 1) > 1e-9 ? side * 1e-3 : 0), 1);
    expect(usual).toBeCloseTo(1 + 1e-3 * 2 ** 12, 6);
    expect(steepest / (1e-3 * 2 ** 28)).toBeCloseTo(1, 3);
  });

  test('are those of both ladders if there are two', () => {
    // sin has the slope 1 near 0, and steps of 2^38 beside 2^40 show next to nothing of it.
    const { steepest, usual } = bestOf((x) => sin(x) + 1e-3 * x, 2 ** 40);
    expect(steepest).toBeGreaterThan(0.5);
    expect(usual).toBeLessThan(0.1);
  });
});

describe('a jump at x', () => {
  /** Jumps of these heights on both sides; at 2^-49, the smallest refinement step, only a part of them. */
  const jump =
    (left: number, right: number, part = 1): Values =>
    (x) => {
      if (x === 1) return 0;
      return (x > 1 ? right : left) * (abs(x - 1) === 2 ** -49 ? part : 1);
    };

  test.each<[number, number, number, 'left' | 'right']>([
    [0, 2, 2, 'right'],
    [-2, 0, 2, 'left'],
    [-1, 3, 3, 'right'],
    [3, -1, 3, 'left'],
    [2, 2, 2, 'right'],
  ])('of %p and %p is told as the higher one: %p to the %s', (left, right, height, side) => {
    expect(bestOf(jump(left, right), 1).finding).toEqual({
      kind: 'jump',
      height,
      distance: 2 ** -49,
      side,
    });
  });

  test('must have nearly the same height at the three smallest steps', () => {
    expect(bestOf(jump(0, 1, 0.91), 1).finding).toMatchObject({ kind: 'jump', height: 0.91 });
    expect(bestOf(jump(0, 1, 0.89), 1).finding).toEqual({ kind: 'rough' });
    expect(bestOf(jump(0, 1, 1.09), 1).finding).toMatchObject({ kind: 'jump', height: 1 });
    expect(bestOf(jump(0, 1, 1.13), 1).finding).toEqual({ kind: 'rough' });
  });
});

describe('a slope that comes from the rounding inside f', () => {
  // (exp(x) - 1)/x has the slope 1/2 at 0; near 0 the rounded exp(x) - 1 stays constant while x changes.
  const quotient: Values = (x) => (exp(x) - 1) / x;

  test('is not the derivative: larger steps are sure of another', () => {
    for (const x of [1e-13, 3e-12]) {
      const { finding, bound } = bestOf(quotient, x);
      if (finding === undefined) expect(bound).toBeGreaterThan(0.1);
    }
  });

  test('is distinguished from a slope that f really has', () => {
    const { value, bound, finding } = bestOf(quotient, 1e-3);
    expect(finding).toBeUndefined();
    // The derivative is (e^x (x - 1) + 1)/x^2 = 1/2 + x/3 + x^2/8 + ...
    expect(abs(value - (0.5 + 1e-3 / 3 + 1e-6 / 8))).toBeLessThanOrEqual(bound + 1e-9);
  });
});

test('noise beside the step of the estimate counts, even if the halved steps show none', () => {
  const noisy: Values = (x) => {
    const distance = abs(x - 1);
    const isHidden = distance < 0.05 || Number.isInteger(Math.log2(distance));
    return x + (isHidden ? 0 : 1e-6 * sin(1e9 * x));
  };
  // The noise is some 1e-6 around x - 1/4 and x + 1/4.
  const { value, bound } = bestOf(noisy, 1);
  expect(value).toBe(1);
  expect(bound).toBeGreaterThan(1e-6 / 0.25);
  expect(bestOf((x) => x, 1).bound).toBeLessThan(2e-8);
});

test('the value at a kink is the mean of both slopes, and the bound is half their difference', () => {
  const { value, bound, finding } = bestOf((x) => (x > 0 ? 4 * x : -x), 0, wrongBy(0));
  expect(finding).toMatchObject({ kind: 'kink', left: -1, right: 4 });
  expect(value).toBe(1.5);
  expect(bound).toBeCloseTo(2.5, 9);
  const steep = bestOf((x) => sign(x) * Math.sqrt(abs(x)), 0);
  expect(steep).toMatchObject({ finding: { kind: 'steep' }, bound: Infinity });
});
