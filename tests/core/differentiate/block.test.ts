/** @file What blocks of points have beside their columns: comparisons, round-off, and what is said of them. */

import { columnsOfOne, columnsOfSeveral } from '../../../src/core/differentiate/columns';
import { differentiatePoints } from '../../../src/core/differentiate/differentiate';
import { neighboursOf } from '../../../src/math/finite-differences';
import { checkEps, numericalDiff } from '../../../src/core/differentiate/numerical-diff';
import { sweep } from '../../../src/core/differentiate/sweep';
import { Variable } from '../../../src/core/engine/variable';
import { parseFormula } from '../../../src/functions/parse';
import { chainOf, times } from '../../support/own-function';

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

test.each([
  [0, 'eps = 0 is not a positive number: choose --eps between'],
  [NaN, 'eps = NaN is not a positive number'],
  [1e-320, 'eps = 1e-320 is too small'],
  [1e308, 'eps = 1e+308 is too large'],
])('a step of %d is refused, with why', (eps, message) => {
  expect(() => {
    checkEps(eps);
  }).toThrow(message);
});

test('what a numerical derivative cannot be taken of is refused', () => {
  const halved = (): unknown => numericalDiff(() => Variable.of(1), Variable.of(1, 2));
  expect(halved).toThrow('an f that keeps the length of its input');
  expect(halved).toThrow(expect.objectContaining({ code: 'wrong-type' }) as Error);
  expect(() => sweep(parseFormula('x'), '1' as never)).toThrow(
    /^sweep needs a number x, not a string: use 0.5$/,
  );
  expect(() => sweep(parseFormula('x'), 1, { steps: 1 as never })).toThrow(
    /^sweep needs a list of steps, not a number: use \[1e-3, 1e-4\]$/,
  );
});
