/** @file The check of formulas, whose derivatives are proved: all numbers and reasons of a point. */

import type { FunctionClass } from '../../../src/core/engine/define-function';
import { check, type CheckOptions } from '../../../src/core/check/check';
import type { CheckedPoint } from '../../../src/core/check/checked';
import { Chain } from '../../../src/core/graph/chain';
import { defineFormula, parseChain, parseFormula } from '../../../src/functions/parse';
import { functionsOf } from '../../support/chains';

const checked = (text: string, x: readonly number[], options: CheckOptions = {}) =>
  check(parseFormula(text), Float64Array.from(x), options);

const checkedAt = (text: string, x: number): CheckedPoint =>
  checked(text, [x]).points[0] as CheckedPoint;

describe('the numerical derivative', () => {
  test('is computed with its bound if it is asked for', () => {
    const [first, second] = checked('x^2', [3, -1], { numerical: true }).points;
    expect(first?.numerical).toBeCloseTo(6, 12);
    expect(second?.numerical).toBeCloseTo(-2, 12);
    expect(Math.abs((first?.numerical as number) - 6)).toBeLessThanOrEqual(first?.bound as number);
  });

  test('is NaN otherwise, as a proof does not need it', () => {
    expect(checked('x^2', [3]).points).toEqual([
      { x: 3, y: 9, backprop: 6, exact: 6, numerical: NaN, bound: NaN, verdict: 'agree' },
    ]);
    expect(check(parseFormula('x^2'), Float64Array.of(3)).points[0]?.numerical).toBeNaN();
  });
});

describe('a chain that disagrees', () => {
  const definition = 'wrong(x) = exp(x); x > 1 ? exp(x) : 1.01*exp(x)';
  const wrong = defineFormula(definition) as FunctionClass;
  const chain = new Chain([...functionsOf(parseChain('square')), wrong]);

  test('has its wrong function named, and all functions listed, only at the points that disagree', () => {
    const { points } = check(chain, Float64Array.of(2, 0.5));
    expect(points[0]).toMatchObject({ verdict: 'agree' });
    expect(points[0]).not.toHaveProperty('functions');
    expect(points[1]).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index: 1 },
      functions: [
        { name: 'square', x: 0.5, verdict: 'agree' },
        { name: 'wrong', x: 0.25, verdict: 'disagree', reason: { kind: 'factor' } },
      ],
    });
  });

  test('has no functions listed at a point where the whole agrees, as at 0', () => {
    const [point] = check(chain, Float64Array.of(0)).points;
    expect(point).toMatchObject({ verdict: 'agree', backprop: 0 });
    expect(point).not.toHaveProperty('reason');
    expect(point).not.toHaveProperty('functions');
  });

  test('has the first of two wrong functions named', () => {
    const { points } = check(new Chain([wrong, wrong]), Float64Array.of(-0.5));
    expect(points[0]?.reason).toEqual({ kind: 'wrong-function', index: 0 });
  });

  test('of a single function has the factor as its reason, and no list', () => {
    const { points } = check(new Chain([wrong]), Float64Array.of(0.5));
    expect(points[0]).toMatchObject({ verdict: 'disagree', reason: { kind: 'factor' } });
    expect(points[0]).not.toHaveProperty('functions');
  });

  test('only because of conventions at kinks, as relu(x) - relu(-x), has no wrong function', () => {
    const point = checkedAt('relu(x) - relu(-x)', 0);
    expect(point).toMatchObject({ verdict: 'disagree', reason: { kind: 'factor', factor: 0 } });
    expect(point).not.toHaveProperty('functions');
  });
});

describe('where there is no derivative', () => {
  test('a point outside a domain is a fault, and the others are checked', () => {
    const { points, faults } = checked('log(x)', [1, -1, 2]);
    const message = 'log(x) gets -1, outside its domain x >= 0';
    expect(points.map(({ verdict }) => verdict)).toEqual(['agree', 'inconclusive', 'agree']);
    expect(points[1]?.reason).toEqual({ kind: 'fault', message });
    expect([...faults]).toEqual([[1, { code: 'outside-domain', message }]]);
  });

  test('a pole is not a fault, as doubles have a value there', () => {
    const { points, faults } = checked('log(x)', [0]);
    expect(points[0]).toMatchObject({ y: -Infinity, reason: { kind: 'no-derivative' } });
    expect(faults.size).toBe(0);
  });

  test('a jump is not a fault', () => {
    const { points, faults } = checked('floor(x)', [1]);
    expect(points[0]?.reason).toEqual({
      kind: 'no-derivative',
      why: 'a jump from 0 to 1',
      isOutside: false,
    });
    expect(faults.size).toBe(0);
  });
});

test.each([
  // sin^2 + cos^2 - 1 is 0, which no number of digits proves; the rest is |x - 1|.
  [
    'abs(sin(x)^2 + cos(x)^2 - 1 + abs(x - 1))',
    1,
    { kind: 'kink', left: expect.closeTo(-1, 9) as number, right: expect.closeTo(1, 9) as number },
  ],
  // Here the values lie on a line, and show no finding.
  ['abs(sin(x)^2 + cos(x)^2 - 1) + x', 1e-3, { kind: 'undecided' }],
])('if no proof decides %s, the finding of its values is the reason', (text, x, reason) => {
  expect(checkedAt(text, x)).toMatchObject({ verdict: 'inconclusive', reason });
});

describe('an imprecise derivative', () => {
  test.each([
    // The claim is analysed by itself: it does not contain the 1 + x of the value.
    ['log(1+x)/x; 1/(x*(1+x)) - log(1+x)/x^2', 1e-15, 'log(1+x)'],
    ['(1 - cos(x))/x', 1e-9, '1 - cos(x)'],
  ])('of %s names the part that loses the digits', (text, x, lost) => {
    expect(checkedAt(text, x)).toMatchObject({
      verdict: 'imprecise',
      reason: { kind: 'imprecise', digits: 0, loss: { text: lost, before: 16 } },
    });
  });

  test('of a claim for one function names a part of the claim, not of the value', () => {
    const f = defineFormula('f(x) = x^2; 2*x + (1 + x - 1 - x)') as FunctionClass;
    const [point] = check(new Chain([f]), Float64Array.of(1e-12)).points;
    // 1 + 1e-12 keeps 4 digits of 1e-12.
    expect(point).toMatchObject({ verdict: 'imprecise', reason: { kind: 'imprecise' } });
    expect(point?.reason).toHaveProperty('loss.text', '1 + x - 1');
  });

  test('of a claim that contains y names a part of that: 1e20 + 1e10 loses digits of 1e10', () => {
    const f = defineFormula('f(x) = x^2; (y + x) - y + x') as FunctionClass;
    const [point] = check(new Chain([f]), Float64Array.of(1e10)).points;
    expect(point?.verdict).toBe('imprecise');
    expect(point?.reason).toHaveProperty('loss.text', '(y + x) - y');
  });

  test('of a chain names no part if its claims lose digits, but its values do not', () => {
    const f = defineFormula('f(x) = x^2; 2*x + (1 + x - 1 - x)') as FunctionClass;
    const chain = new Chain([f, ...functionsOf(parseChain('exp'))]);
    const [point] = check(chain, Float64Array.of(1e-12)).points;
    expect(point?.verdict).toBe('imprecise');
    expect(point?.reason).not.toHaveProperty('loss');
  });

  test('at a kink that only the rounded x hits has that kink as its reason: 0.3 is a double below 3/10', () => {
    expect(checkedAt('abs(x - 0.3); x < 0.3 ? -1 : 1', 0.3)).toMatchObject({
      exact: -1,
      backprop: 1,
      verdict: 'kink',
      reason: {
        kind: 'kink-of-doubles',
        text: expect.stringMatching(/^abs\(x - 0\.3\)/) as string,
      },
    });
  });
});

test.each([
  // Both arguments are the number itself, and the slope is 1 on both sides.
  ['log(1+x)/x + max(x, x); 1 + 1/(x*(1+x)) - log(1+x)/x^2', 1e-15, 'log(1+x)'],
  // The kink of the number is at 0, far away.
  ['abs(x + 1e16 - 1e16); sign(x + 1e16 - 1e16)', 0.5, 'x + 1e16 - 1e16'],
])('a kink that doubles hit excuses no digits that are lost: %s at %p', (text, x, lost) => {
  const { verdict, reason } = checkedAt(text, x);
  expect(verdict).toBe('imprecise');
  expect(reason).toHaveProperty('loss.text', lost);
});

describe('a tolerance', () => {
  const verdicts = (text: string, tolerance: number, x = [1]): unknown[] =>
    checked(text, x, { tolerance }).points.map(({ verdict }) => verdict);

  test.each([
    [0.499, 'disagree'],
    [0.5, 'agree'],
    [0.501, 'agree'],
  ])('of %p makes a claim of 3x, which is 3/2 of 2x, %p', (tolerance, verdict) => {
    expect(verdicts('x^2; 3*x', tolerance)).toEqual([verdict]);
    expect(verdicts('-x^2; -3*x', tolerance, [8])).toEqual([verdict]);
    expect(verdicts('x^2; 3*x', tolerance, [-1])).toEqual([verdict]);
  });

  test('removes the reason of a disagreement that it excuses', () => {
    const [point] = checked('x^2; 3*x', [1], { numerical: true, tolerance: 0.5 }).points;
    expect(point).toMatchObject({ x: 1, y: 1, backprop: 3, exact: 2, verdict: 'agree' });
    expect(point?.numerical).toBeCloseTo(2, 12);
    expect(point).not.toHaveProperty('reason');
  });

  test('changes neither other verdicts nor their reasons', () => {
    const texts = [
      ['abs(x)', 0],
      ['sqrt(x^3)', 0],
      ['log(x)', 0],
      ['(1 - cos(x))/x', 1e-9],
    ] as const;
    for (const [text, x] of texts) {
      expect(checked(text, [x], { tolerance: 0.5 })).toEqual(checked(text, [x]));
    }
  });

  test('of 0 does not excuse a wrong formula whose value in doubles happens to be right', () => {
    const text = '2*x; 2 + (0.001 + 1e20 - 1e20)';
    expect(checkedAt(text, 1)).toMatchObject({ backprop: 2, exact: 2, verdict: 'disagree' });
    expect(verdicts(text, 1e-6)).toEqual(['agree']);
  });
});
