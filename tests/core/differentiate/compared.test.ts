/** @file Both derivatives of one point beside each other, and beside that of the formula itself. */

import type { BestDerivative } from '../../../src/core/best/best-at';
import {
  agreementWithBest,
  agreementWithDifference,
} from '../../../src/core/differentiate/agreement';
import { differentiate, differentiatePoints } from '../../../src/core/differentiate/differentiate';
import { columnsOfOne } from '../../../src/core/differentiate/columns';
import type { Method } from '../../../src/math/finite-differences';
import { evenlySpaced } from '../../../src/core/differentiate/grid';
import {
  type Measured,
  measuredGraph,
  MeasuredPoint,
} from '../../../src/core/differentiate/measured';
import { pointOf } from '../../../src/core/differentiate/named-point';
import { defineFunction } from '../../../src/core/engine/define-function';
import type { Graph } from '../../../src/core/graph/graph';
import { DezeroError } from '../../../src/core/text/errors';
import { Neg, Square } from '../../../src/functions/algebraic';
import { parseFormula } from '../../../src/functions/parse';
import { graphOfParts } from '../../support/formulas';

describe('beside the derivative of the formula', () => {
  const cube = parseFormula('x^3');
  const claimed = parseFormula('x^3; 3*x^2');
  const at = { x: 2, y: 8, exactY: 8, exact: 12, numerical: 12.5, backprop: 12, roundOff: 0 };
  const measuredAt = (
    graph: Graph,
    figures: typeof at & { readonly bound?: number },
    eps: number,
    method: Method | 'best',
  ): Measured =>
    new MeasuredPoint(measuredGraph(graph), [figures.x]).along(0, figures, eps, method);

  test('an error is the distance, and of a finite difference what makes it so', () => {
    expect(measuredAt(cube, at, 0.5, 'central')).toEqual({
      numerical: { error: 0.5, regime: 'truncation', parts: { truncation: 0.25, roundOff: 0.25 } },
      isShrinking: true,
      backprop: { error: 0, digits: 16, isClaimDoubtful: false, isConvention: false },
    });
    expect(measuredAt(cube, { ...at, bound: 1 }, 0.5, 'best').numerical).toEqual({
      error: 0.5,
      bound: 1,
    });
    expect(measuredAt(cube, at, 0.5, 'best').numerical).toEqual({ error: 0.5 });
  });

  test('equal infinities are no distance apart', () => {
    const infinite = { ...at, exact: Infinity, numerical: Infinity, backprop: Infinity };
    const { numerical, backprop } = measuredAt(cube, infinite, 0.5, 'best');
    expect([numerical.error, backprop.error]).toEqual([0, 0]);
  });

  test.each<[string, Graph, number, number, boolean]>([
    ['what is given and right is not doubtful', claimed, 12, 0, false],
    [
      'nor what roundings explain: 16 units of a few products',
      claimed,
      12 + 12 * 2 ** -49,
      0,
      false,
    ],
    ['more is', claimed, 12 + 14 * 2 ** -49, 0, true],
    ['unless the round-off that is known covers it', claimed, 12.00000001, 2e-8, false],
    ['which excuses no more than 8 digits', claimed, 12.1, 1, true],
    ['what nobody has given is not', cube, 13, 0, false],
    ['nor what is no number', claimed, NaN, 0, false],
  ])('%s', (_, graph, backprop, roundOff, isDoubtful) => {
    const found = measuredAt(graph, { ...at, backprop, roundOff }, 0.5, 'central').backprop;
    expect(found.isClaimDoubtful).toBe(isDoubtful);
  });

  test('a kink in the step is told, and where a value loses its digits', () => {
    const kinked = parseFormula('abs(x) + x');
    const beside = { ...at, x: 0.1, y: 0.2, exactY: 0.2, exact: 2 };
    // (0.6 + 0.6 + 0.4 - 0.4)/(2*0.5)
    const across = { ...beside, numerical: 1.2 };
    const kink = { kind: 'kink', isBeside: false };
    expect(measuredAt(kinked, across, 0.5, 'central').breakInStep).toEqual(kink);
    expect(measuredAt(kinked, across, 0.5, 'best').breakInStep).toBeUndefined();
    expect(measuredAt(kinked, beside, 0.05, 'central').breakInStep).toBeUndefined();
    const lossy = parseFormula('(x + 1e16) - 1e16');
    const [y, x] = [2, 1.3];
    expect(measuredAt(lossy, { ...at, x, y, exactY: x }, 0.5, 'best').loss).toBeDefined();
    expect(measuredAt(lossy, { ...at, x, y: x, exactY: x }, 0.5, 'best').loss).toBeUndefined();
  });
});

describe('where the formula has no derivative that is known, both are judged', () => {
  const best: BestDerivative = { value: 6, bound: 1e-10, steepest: 6, usual: 6 };
  const compared = { x: 3, numerical: 6, backprop: 6, roundOff: 0 };

  test.each([
    ['agrees', compared, { verdict: 'agree', bound: 1e-10 }],
    ['disagrees', { ...compared, backprop: 7 }, { verdict: 'disagree', bound: 1e-10 }],
    [
      'is no finite number',
      { ...compared, backprop: NaN },
      { verdict: 'inconclusive', reason: { kind: 'not-finite', which: 'backprop' } },
    ],
    [
      'has a best one that is none',
      { ...compared, numerical: Infinity, backprop: NaN },
      { verdict: 'inconclusive', reason: { kind: 'not-finite', which: 'numerical' } },
    ],
    [
      'agrees as far as its own digits go',
      { ...compared, backprop: 6.001, roundOff: 0.1 },
      { verdict: 'agree', reason: { kind: 'cancellation', roundOff: 0.1 } },
    ],
    [
      'has roundings of its own, beside the bound',
      { ...compared, backprop: 6 + 1e-10 + 3 * 2 ** -50 },
      { verdict: 'agree' },
    ],
  ])('backprop %s', (_, given, expected) => {
    const found = agreementWithBest(given, best);
    expect(found).toMatchObject(expected);
    if (!('reason' in expected)) expect(found.reason).toBeUndefined();
  });

  test('a finite difference has its error, and the kink in its step', () => {
    const graph = parseFormula('abs(x)');
    const given = { x: 0.25, numerical: 0.5, backprop: 1, roundOff: 0 };
    const found = agreementWithDifference(graph, given, 0.5, 'central');
    const kink = { kind: 'kink', isBeside: false };
    expect(found).toMatchObject({ verdict: 'agree', breakInStep: kink });
    expect(found.difference?.error).toBeCloseTo(0.5, 9);
    const inside = { ...given, numerical: 1 };
    expect(agreementWithDifference(graph, inside, 0.125, 'central')).not.toHaveProperty(
      'breakInStep',
    );
  });
});

test.each([
  [0, 1, 11, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  [-1, 3, 3, [-1, 1, 3]],
  [5, 9, 1, [5]],
  [5, 9, 2, [5, 9]],
  [-1.5e308, 1.5e308, 3, [-1.5e308, 0, 1.5e308]],
  [1e308, 1.6e308, 4, [1e308, 1.2e308, 1.4e308, 1.6e308]],
])('numbers from %d to %d, %d of them, are at even distances', (from, to, count, expected) => {
  const found = evenlySpaced(from, to, count);
  expect(found).toHaveLength(count);
  for (const [i, value] of expected.entries()) {
    expect(Math.abs((found[i] as number) - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -52);
  }
});

test.each([
  [{ x: 1 }, 'bad', /^the variable x holds a Float64Array, not a number: use Float64Array.of/],
  [{}, 'bad', /^the variable x has no value: give one for each of x, y$/],
  [
    { x: [1], y: [1], xx: [1] },
    '',
    /^there is no variable 'xx'; there are x, y. Did you mean 'x'\?$/,
  ],
  [{ x: [1, 2], y: [1] }, '', /^x has 2 numbers and y 1: each variable needs as many$/],
])('%j is no point of x and y', (given, _, message) => {
  const blocks = Object.fromEntries(
    Object.entries(given).map(([name, x]) => [name, Array.isArray(x) ? Float64Array.from(x) : x]),
  );
  const point = {
    ...('x' in given && !('y' in given) ? { y: Float64Array.of(1) } : {}),
    ...blocks,
  };
  const read = (): unknown => pointOf(['x', 'y'], point);
  expect(read).toThrow(message);
  expect(read).toThrow(expect.objectContaining({ code: 'wrong-type' }) as Error);
});

test.each(['value', 'trace', 'problems', 'notices'])('no variable is called %s', (name) => {
  const read = (): unknown => pointOf([name], { [name]: Float64Array.of(1) });
  expect(read).toThrow(`the variable ${name} is called like a part of the result`);
  expect(read).toThrow(expect.objectContaining({ code: 'bad-name' }) as Error);
});

describe('a function of a user that fails at some points', () => {
  const failing = defineFunction({
    ...Square.definition,
    name: 'failing',
    value: (x) => {
      if (x === 2) throw new DezeroError('function-failed', 'not 2');
      return x === 4 ? NaN : x * x;
    },
    derivative: (x) => {
      if (x === 3) throw new DezeroError('function-failed', 'not 3');
      return 2 * x;
    },
  });
  const graph = graphOfParts((f, x) => f.apply(Neg, [f.apply(failing, [x])]));
  const x = Float64Array.of(1, 2, 3, 4, 5);

  test('has its faults there, and figures at all others', () => {
    const { y, backprop, problems } = differentiate(graph, x, { columns: ['y', 'backprop'] });
    expect([...(backprop ?? [])]).toEqual([-2, NaN, NaN, NaN, -10]);
    expect([...(y ?? [])]).toEqual([-1, NaN, -9, NaN, -25]);
    expect(problems.map(({ index, message }) => [index, message])).toEqual([
      [1, 'not 2'],
      [2, 'not 3'],
    ]);
  });

  test('has no faults of what is not asked for', () => {
    const options = { columns: columnsOfOne(['y']) };
    const { faults } = differentiatePoints(graph, [x], options);
    expect([...faults.keys()]).toEqual([1]);
  });
});
