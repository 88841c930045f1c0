/** @file The work for all partial derivatives at a point: how often a formula with many variables is evaluated. */

import { type Ball, stated } from '../../../src/math/ball';
import { columnsOfSeveral } from '../../../src/core/differentiate/columns';
import { differentiatePoints } from '../../../src/core/differentiate/differentiate';
import type { FunctionClass } from '../../../src/core/engine/define-function';
import { exactReadingOf } from '../../../src/core/exact/exact-reading';
import { ClaimReading } from '../../../src/core/exact/claim-reading';
import type { Graph } from '../../../src/core/graph/graph';
import { GraphBuilder } from '../../../src/core/graph/graph-builder';
import { Product, Sum } from '../../../src/functions/arithmetic';
import { ownFunction } from '../../support/chains';

/** x^3, which counts how often its formula is evaluated over balls, and how often a block of numbers. */
class CountedCube {
  overBalls = 0;
  readonly f: FunctionClass;
  readonly #forward: jest.SpyInstance;

  constructor(kinks?: FunctionClass['definition']['kinks']) {
    const cube = <T extends Ball<T>>(x: T): T => {
      this.overBalls++;
      return x.times(x).times(x);
    };
    this.f = ownFunction({
      value: stated(cube, (x: number) => x * x * x),
      derivative: stated(
        (x) => x.times(x).times(3),
        (x: number) => 3 * x * x,
      ),
      ...(kinks && { kinks }),
    });
    this.#forward = jest.spyOn(this.f.prototype as { forward: () => unknown }, 'forward');
  }

  get blocks(): number {
    return this.#forward.mock.calls.length;
  }
}

/** x0*f(x1) + x1*f(x2) + ... */
function sumOfProducts(f: FunctionClass, count: number): Graph {
  const names = Array.from({ length: count }, (_, k) => `x${String(k)}`);
  const builder = new GraphBuilder(names);
  let sum = 0;
  for (let k = 1; k < count; k++) {
    const product = builder.apply(Product, [k - 1, builder.apply(f, [k])]);
    sum = k === 1 ? product : builder.apply(Sum, [sum, product]);
  }
  return builder.build(sum, { formula: () => 'f', text: () => 'f' });
}

const COUNT = 80;
const place = Array.from({ length: COUNT }, (_, k) => (k + 1) / 8);
const point = place.map((x) => Float64Array.of(x));
const names = place.map((_, k) => `x${String(k)}`);

/** The partial of x0*x1^3 + x1*x2^3 + ... by the variable k. */
function partial(k: number): number {
  const [before = 0, x, after = 0] = [place[k - 1], place[k] as number, place[k + 1]];
  return 3 * before * x ** 2 + after ** 3;
}

test('a point is compared along 80 variables with a few evaluations of each function', () => {
  const cube = new CountedCube();
  const { columns, measured } = differentiatePoints(sumOfProducts(cube.f, COUNT), point, {
    columns: columnsOfSeveral(['exact'], names),
    compare: true,
    eps: 2 ** -10,
  });
  // The difference of a cube is off by eps^2 times the factor beside it.
  for (const [k, along] of (measured ?? []).entries()) {
    expect(columns[k]?.[0]).toBe(partial(k));
    expect(along[0]?.numerical.parts?.truncation).toBe((place[k - 1] ?? 0) * 2 ** -20);
  }
  expect(measured).toHaveLength(COUNT);
  expect(cube.overBalls).toBeLessThan(8 * COUNT);
});

test('the numerical derivatives along 80 variables are made of two evaluations in blocks', () => {
  const cube = new CountedCube();
  const { columns } = differentiatePoints(sumOfProducts(cube.f, COUNT), point, {
    columns: columnsOfSeveral(['numerical'], names),
  });
  for (const [k, column] of columns.entries()) expect(column[0]).toBeCloseTo(partial(k), 6);
  expect(cube.blocks).toBe(2 * (COUNT - 1));
});

test('the numerical derivatives are the same whether variables share a block or not', () => {
  const graph = sumOfProducts(new CountedCube().f, 7);
  const options = { columns: columnsOfSeveral(['numerical'], names.slice(0, 7)) };
  // 400 points let two of the seven variables share a block, 2,000 points none.
  for (const length of [400, 2000]) {
    const columns = place.slice(0, 7).map((x) => Float64Array.from({ length }, (_, i) => x + i));
    const together = differentiatePoints(graph, columns, options).columns;
    for (const i of [0, 399]) {
      const alone = columns.map((x) => x.subarray(i, i + 1));
      const found = differentiatePoints(graph, alone, options).columns;
      expect(found.map(([figure]) => figure)).toEqual(together.map((column) => column[i]));
    }
  }
});

test('a kink along one of 80 variables is looked at from both sides along that one alone', () => {
  const cube = new CountedCube([{ at: place[5] as number, left: 1, right: 2 }]);
  const { gradient, sides } = exactReadingOf(sumOfProducts(cube.f, COUNT)).at(place);
  expect(gradient).toEqual(names.map((_, k) => ({ kind: 'nearest', value: partial(k) })));
  expect(sides?.filter((side) => side !== undefined) ?? []).toEqual([]);
  expect(cube.overBalls).toBeLessThan(8 * COUNT);
});

test('80 claims at a point are compared with one evaluation of each function', () => {
  const cube = new CountedCube();
  const reading = new ClaimReading(sumOfProducts(cube.f, COUNT));
  for (const k of place.keys()) {
    expect(reading.compare(place, k, partial(k))).toEqual({ kind: 'equal' });
    expect(reading.compare(place, k, partial(k) + 1)).toMatchObject({ kind: 'different' });
  }
  expect(cube.overBalls).toBe(COUNT - 1);
  expect(reading.compare(place.toReversed(), 0, 1)).toMatchObject({ kind: 'different' });
});
