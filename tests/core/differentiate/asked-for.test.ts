import { Chain } from '../../../src/core/graph/chain';
/** @file What is asked for is computed and told, by the names of variables, too; what is not is not. */

import {
  columnsOfOne,
  columnsOfSeveral,
  DIGITS_COLUMNS,
  isExactColumn,
} from '../../../src/core/differentiate/columns';
import type { DifferentiateOptions } from '../../../src/core/differentiate/derivatives';
import { differentiate, differentiatePoints } from '../../../src/core/differentiate/differentiate';
import { numericalDiff } from '../../../src/core/differentiate/numerical-diff';
import { defineFunction } from '../../../src/core/engine/define-function';
import { Variable } from '../../../src/core/engine/variable';
import { Square } from '../../../src/functions/algebraic';
import { parseFormula } from '../../../src/functions/parse';
import { chainOf, times } from '../../support/chains';

const at = (text: string, x: number, options: DifferentiateOptions) =>
  differentiate(parseFormula(text), Float64Array.of(x), options);

describe('by the names of variables', () => {
  const product = parseFormula('x*y^2');
  const point = { x: Float64Array.of(2, 3), y: Float64Array.of(5, 7) };

  test('there are points, values and derivatives', () => {
    const found = differentiate(product, point);
    expect(Object.keys(found).filter((name) => !['problems', 'notices'].includes(name))).toEqual([
      ...'x y value numerical_x backprop_x absoluteError_x relativeError_x'.split(' '),
      ...'numerical_y backprop_y absoluteError_y relativeError_y'.split(' '),
    ]);
    expect(found).toMatchObject({
      ...point,
      value: Float64Array.of(50, 147),
      backprop_x: Float64Array.of(25, 49),
      backprop_y: Float64Array.of(20, 42),
      problems: [],
      notices: [],
    });
  });

  test('there are the columns and the trace that are asked for', () => {
    const found = differentiate(product, point, { columns: ['exactY', 'exact'], trace: true });
    expect(found).toMatchObject({
      exactValue: Float64Array.of(50, 147),
      exact_y: Float64Array.of(20, 42),
    });
    expect(found.trace?.map(({ variable }) => variable).slice(0, 2)).toEqual(['x', 'y']);
    expect('trace' in differentiate(product, point)).toBe(false);
    expect('value' in found).toBe(false);
  });

  test.each([
    [1, 'all of them at once'],
    [300, 'some of them at once'],
    [1100, 'one by one'],
  ])('the numerical derivatives of %d points are those along each variable: %s', (count) => {
    const graph = parseFormula('a*b^2 + b*c^2 + c*d^2 + d*e^2 + e*a^2');
    const point = graph.inputs.map((_, k) =>
      Float64Array.from({ length: count }, (_, i) => Math.sin(k + 7 * i) + k),
    );
    const named = Object.fromEntries(graph.inputs.map((name, k) => [name, point[k]]));
    const found = differentiate(graph, named as Record<string, Float64Array>, {
      columns: ['numerical'],
    }) as unknown as Record<string, Float64Array>;
    for (const i of [0, count >> 1, count - 1]) {
      const here = point.map((x) => x[i] as number);
      for (const [k, name] of graph.inputs.entries()) {
        const alone = numericalDiff(graph.along(k, here), Variable.of(here[k] as number));
        expect([i, name, found[`numerical_${name}`]?.[i]]).toEqual([i, name, alone[0]]);
      }
    }
  });

  test('a step that is lost along one variable leaves those along the others', () => {
    const found = differentiate(
      product,
      { x: Float64Array.of(2, 1e17), y: Float64Array.of(5, 7) },
      { columns: ['numerical'] },
    );
    expect(found.numerical_x?.[1]).toBeNaN();
    expect(found.numerical_y?.[1]).toBeCloseTo(14e17, -8);
    expect(found.numerical_x?.[0]).toBeCloseTo(25, 6);
    expect(found.problems.map(({ index, code }) => [index, code])).toEqual([[1, 'step-lost']]);
  });

  test('one variable may be given, too', () => {
    const found = differentiate(parseFormula('t^2'), { t: Float64Array.of(3) });
    expect(found).toMatchObject({ t: Float64Array.of(3), backprop_t: Float64Array.of(6) });
  });

  test('the problems of points come in their order', () => {
    const { problems } = differentiate(parseFormula('log(x)*y'), {
      x: Float64Array.of(-1, 1, -2),
      y: Float64Array.of(1, 1, 1),
    });
    expect(problems.map(({ index, code }) => [index, code])).toEqual([
      [0, 'outside-domain'],
      [2, 'outside-domain'],
    ]);
  });
});

describe('what is exact', () => {
  // Figures of mpmath with 60 digits.
  const CANCELLING = '(1-cos(x))/x^2';

  test('is there in columns of its own, each by itself', () => {
    const both = at(CANCELLING, 1e-8, { columns: ['exact', 'exactY'] });
    expect([both.exact?.[0], both.exactY?.[0]]).toEqual([-8.333333333333334e-10, 0.5]);
    const value = at(CANCELLING, 1e-8, { columns: ['exactY'] });
    expect([value.exact, value.exactY?.[0]]).toEqual([undefined, 0.5]);
    expect(at(CANCELLING, 1e-8, { columns: ['backprop', 'digits'] }).digits?.[0]).toBe(0);
  });

  test('has its problems where nothing else is computed', () => {
    const options: DifferentiateOptions = { columns: ['exact'] };
    expect(at('log(x)', -1, options).problems).toMatchObject([{ code: 'outside-domain' }]);
    expect(at('floor(x)', 2, options).problems).toMatchObject([{ code: 'no-derivative' }]);
    expect(at('log(x)', 1, options).problems).toEqual([]);
  });

  test('is known by the names of its columns, of which some have any number of digits', () => {
    const columns = ['exact', 'exactY', 'digits', 'x', 'y', 'numerical', 'backprop'] as const;
    expect(columns.filter(isExactColumn)).toEqual(['exact', 'exactY', 'digits']);
    expect(DIGITS_COLUMNS).toEqual(['x', 'exactY', 'exact']);
  });
});

describe('the best derivative', () => {
  test('is the numerical one, with a bound, and takes no step', () => {
    const { numerical, bound, problems } = at('x^3', 2, {
      columns: ['numerical', 'bound'],
      method: 'best',
      eps: 0,
    });
    const error = Math.abs((numerical[0] as number) - 12);
    expect(error).toBeLessThanOrEqual(bound?.[0] as number);
    expect(bound?.[0]).toBeLessThan(1e-8);
    expect(problems).toEqual([]);
    expect(() => at('x^3', 2, { columns: ['numerical'], eps: 0 })).toThrow(/^eps = 0/);
  });

  test('is not looked for, nor told to be uncertain, where other columns are asked for', () => {
    const [jump, method] = ['x > 1 ? 1 : 0', 'best'] as const;
    expect(at(jump, 1, { columns: ['y'], method }).notices).toEqual([]);
    expect(at(jump, 1, { columns: ['numerical'], method }).notices).toHaveLength(1);
  });

  test('that is NaN has its finding for a reason', () => {
    const { notices } = at('exp(x)', 1000, { columns: ['numerical'], method: 'best' });
    expect(notices.map(({ text }) => text.slice(0, 23))).toEqual(['numerical is uncertain:']);
  });

  test('has its bound beside its error, where both derivatives are compared', () => {
    const { measured } = at('x^3', 2, {
      columns: ['numerical', 'backprop', 'exact'],
      method: 'best',
      compare: true,
    });
    expect(measured?.[0]?.numerical.bound).toBeLessThan(1e-8);
    expect(measured?.[0]?.numerical.error).toBeLessThan(1e-8);
  });
});

describe('a comparison', () => {
  test('needs no column of what it compares', () => {
    const { measured, agreements } = at('x^2', 3, { columns: ['exact'], compare: true });
    expect(measured?.[0]?.backprop.digits).toBe(16);
    expect(measured?.[0]?.numerical.error).toBeLessThan(1e-6);
    expect(agreements).toEqual([undefined]);
  });

  test('tells where the value loses its digits', () => {
    const options: DifferentiateOptions = {
      columns: ['backprop', 'exact', 'exactY'],
      compare: true,
    };
    const lossOf = (text: string) => at(text, 1.3, options).measured?.[0]?.loss;
    expect(lossOf('(x + 1e16) - 1e16')).toBeDefined();
    expect(lossOf('(x + 1) - 1')).toBeUndefined();
  });

  test('excuses a claimed derivative with the round-off of all of its parts', () => {
    // Doubles know the argument of cos to some 3e-11.
    const { measured } = at('sin(1e6*x)/1e6; cos(1e6*x)', 0.3, {
      columns: ['backprop', 'exact'],
      compare: true,
    });
    expect(measured?.[0]?.backprop.isClaimDoubtful).toBe(false);
  });

  test('bounds the round-off of a function that says its own', () => {
    const roundOffs = (more: object) => {
      const mine = defineFunction({ ...Square.definition, name: 'mine', ...more });
      const graph = new Chain([mine]);
      const options: DifferentiateOptions = { columns: ['backprop'], roundOff: 'own' };
      return differentiate(graph, Float64Array.of(3), options).roundOff;
    };
    expect(roundOffs({ derivativeRoundOff: () => 0.25 })).toEqual(Float64Array.of(0.25));
    expect(roundOffs({})).toEqual(Float64Array.of(0));
  });
});

describe('what is said of a point', () => {
  test('names a gradient that is NaN once, whatever the number of variables', () => {
    const { notices } = differentiatePoints(
      parseFormula('sqrt((x*y)^2)'),
      [Float64Array.of(0, 1), Float64Array.of(0, 1)],
      { columns: columnsOfSeveral(['backprop'], ['x', 'y']) },
    );
    expect(notices.filter(({ text }) => text.startsWith('backprop is NaN'))).toHaveLength(1);
  });

  test('of a kink is said by one of several who know the same slopes', () => {
    const said = (text: string, x: number) =>
      differentiatePoints(parseFormula(text), [Float64Array.of(7, x)], {
        columns: columnsOfOne(['backprop', 'exact']),
      }).notices.filter(({ text }) => text.includes('slope -1 on the left, 1 on the right'));
    // It is told by relu and abs of themselves; the whole has the slopes of abs.
    expect(said('abs(x) + relu(relu(x))*0', 0)).toHaveLength(1);
  });
});

test('a chain of one function that is known by its values alone is compared by these', () => {
  const { agreements, measured } = differentiate(chainOf(times(2)), Float64Array.of(4), {
    columns: ['backprop'],
    compare: true,
  });
  expect([agreements?.[0]?.verdict, measured]).toEqual(['agree', [undefined]]);
});
