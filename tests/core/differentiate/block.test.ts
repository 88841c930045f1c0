/** @file What blocks of points have beside their columns: comparisons, round-off, and what is said of them. */

import { columnsOfOne, columnsOfSeveral } from '../../../src/core/differentiate/columns';
import { differentiate, differentiatePoints } from '../../../src/core/differentiate/differentiate';
import { neighboursOf } from '../../../src/math/finite-differences';
import { defineFunction } from '../../../src/core/engine/define-function';
import { DezeroError } from '../../../src/core/text/errors';
import { Neg, Square } from '../../../src/functions/algebraic';
import { Chain } from '../../../src/core/graph/chain';
import { parseFormula } from '../../../src/functions/parse';
import { chainOf, times } from '../../support/chains';

const both = columnsOfOne(['y', 'numerical', 'backprop']);
const beside = columnsOfOne(['y', 'numerical', 'backprop', 'exact', 'exactY']);

describe('each point of a block is compared', () => {
  test('with the truth where that is known, and not at all where it has a fault', () => {
    const options = { columns: beside, compare: true };
    const { measured, agreements } = differentiatePoints(
      parseFormula('sqrt(x)'),
      [Float64Array.of(4, -4, 9)],
      options,
    );
    expect(measured?.[0]?.map((found) => found?.backprop.error)).toEqual([0, undefined, 0]);
    expect(measured?.[0]?.[2]?.numerical.regime).toBe('truncation');
    expect(agreements?.[0]).toEqual([undefined, undefined, undefined]);
  });

  test('with the best derivative where only values are known', () => {
    const graph = chainOf(times(2, { name: 'mine' }));
    const { measured, agreements } = differentiatePoints(graph, [Float64Array.of(4, 5)], {
      columns: both,
      compare: true,
    });
    expect(measured?.[0]).toEqual([undefined, undefined]);
    expect(agreements?.[0]?.map((found) => found?.verdict)).toEqual(['agree', 'agree']);
    expect(agreements?.[0]?.[0]?.difference).toBeDefined();
    const best = differentiatePoints(graph, [Float64Array.of(4)], {
      columns: both,
      compare: true,
      method: 'best',
    });
    expect(best.agreements?.[0]?.[0]).toMatchObject({ verdict: 'agree' });
    expect(best.agreements?.[0]?.[0]?.difference).toBeUndefined();
  });

  test('along each variable, with the round-off of each', () => {
    const found = differentiatePoints(
      parseFormula('x*y^2'),
      [Float64Array.of(2, 3), Float64Array.of(5, 7)],
      {
        columns: columnsOfSeveral(['numerical', 'backprop', 'exact'], ['x', 'y']),
        compare: true,
        roundOff: 'all',
      },
    );
    const digits = found.measured?.map((along) => along.map((each) => each?.backprop.digits));
    expect(digits).toEqual([
      [16, 16],
      [16, 16],
    ]);
    expect(found.roundOff?.flatMap((along) => [...along]).every((each) => each > 0)).toBe(true);
  });

  test('only where that is asked for', () => {
    const found = differentiatePoints(parseFormula('x^2'), [Float64Array.of(2)], { columns: both });
    expect([found.measured, found.agreements, found.roundOff, found.trace]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what is to be said of a point is said once', () => {
  const notices = (text: string, x: number[], method: 'best' | 'central' = 'central') =>
    differentiatePoints(parseFormula(text), [Float64Array.from(x)], { columns: beside, method })
      .notices;

  test('in the order of the points', () => {
    // Of the function, and of the whole.
    expect(notices('abs(x) + abs(x - 1)', [1, 5, 0]).map(({ index }) => index)).toEqual([
      0, 0, 2, 2,
    ]);
  });

  test('the slopes of a kink by one of those who know them', () => {
    expect(notices('abs(x)', [0]).filter(({ text }) => text.includes('-1'))).toHaveLength(1);
    // What the whole has is not what its function has, and is told besides.
    expect(notices('abs(x) + x', [0]).map(({ text }) => /slope 0 .*2 /.test(text))).toContain(true);
  });

  test('that the best derivative is uncertain, unless more is known', () => {
    const jump = differentiatePoints(
      parseFormula('x*y > 1 ? 1 : 0'),
      [Float64Array.of(1, 3), Float64Array.of(1, 3)],
      { columns: columnsOfSeveral(['numerical'], ['x', 'y']), method: 'best' },
    );
    expect(jump.notices.map(({ index, text }) => [index, text.slice(0, 22)])).toEqual([
      [0, 'numerical is uncertain'],
    ]);
  });
});

test('a method is told by the points that it needs beside x', () => {
  expect((['central', 'forward', 'backward'] as const).map(neighboursOf)).toEqual([
    ['x + eps', 'x - eps'],
    ['x + eps'],
    ['x - eps'],
  ]);
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
  const graph = new Chain([failing, Neg]);
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
