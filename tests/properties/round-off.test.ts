/** @file What is said of round-off in graphs, against exact fractions. */

import fc from 'fast-check';
import type { AnyFunctionClass } from '../../src/core/engine/define-operation';
import type { Graph } from '../../src/core/graph/graph';
import { inputsOf, nodesOf } from '../../src/core/graph/vertex';
import { backpropRoundOff } from '../../src/core/round-off/backprop-round-off';
import { gradientRoundOff } from '../../src/core/round-off/gradient-round-off';
import { DERIVED, OBSERVED, valueRoundOff } from '../../src/core/round-off/graph-round-off';
import { Variable } from '../../src/core/engine/variable';
import { forwardMode } from '../support/forward-mode';
import { magnitudeRatio, minus, ofDouble, plus, type Rational, times } from '../support/rational';
import { doubleBetweenPowers } from '../support/arbitraries';
import { ARITHMETIC, type GraphPoint, graphPoints } from './graphs';
import { holdsForAll } from '../support/holds-for-all';

/** A number and its derivative, exactly. */
interface Dual {
  readonly value: Rational;
  readonly slope: Rational;
}

const [ZERO, ONE] = [ofDouble(0), ofDouble(1)];

function over(a: Rational, b: Rational): Rational {
  const sign = b.numerator < 0n ? -1n : 1n;
  return times(a, { numerator: sign * b.denominator, denominator: sign * b.numerator });
}

const RULES: Readonly<Record<string, (a: Dual, b: Dual) => Dual>> = {
  add: (a, b) => ({ value: plus(a.value, b.value), slope: plus(a.slope, b.slope) }),
  sub: (a, b) => ({ value: minus(a.value, b.value), slope: minus(a.slope, b.slope) }),
  mul: (a, b) => ({
    value: times(a.value, b.value),
    slope: plus(times(a.slope, b.value), times(a.value, b.slope)),
  }),
  div(a, b) {
    const value = over(a.value, b.value);
    return { value, slope: over(minus(a.slope, times(value, b.slope)), b.value) };
  },
};

/** Values and derivatives by the first input, as mathematics has them; undefined where there are none. */
function exactly(graph: Graph, point: readonly number[]): Dual[] | undefined {
  const duals: Dual[] = [];
  for (const [at, vertex] of graph.vertices.entries()) {
    if (vertex.kind !== 'node') {
      const value = vertex.kind === 'input' ? (point[at] as number) : vertex.value;
      duals.push({ value: ofDouble(value), slope: at === 0 ? ONE : ZERO });
      continue;
    }
    const { name } = vertex.f.definition;
    const [a, b] = inputsOf(vertex, duals) as [Dual, Dual];
    if (name === 'div' && b.value.numerator === 0n) return undefined;
    duals.push((RULES[name] as (typeof RULES)[string])(a, b));
  }
  return duals;
}

/** |computed - exact| */
function errorOf(computed: number, exact: Rational): number {
  return magnitudeRatio(minus(ofDouble(computed), exact), ONE);
}

/** The errors of first order are all there is to it where all of them are small. */
const SLACK = 1 + 1e-4;

function isSmall(errors: readonly number[], values: readonly number[]): boolean {
  return values.every((value, at) => (errors[at] as number) <= 1e-6 * Math.abs(value));
}

/** Of numbers near 1 the digits cancel in differences of what is made of them. */
const nearOne = fc.double({ min: 1 - 2 ** -16, max: 1 + 2 ** -16, noNaN: true });

const formulas = graphPoints(
  fc.constantFrom<AnyFunctionClass>(...ARITHMETIC),
  fc.oneof(doubleBetweenPowers(-4, 4), nearOne),
  7,
);

/** Goes through formulas at points where they are finite. @returns the share at which `holds` said something, and how many were tried */
function checkFormulas(
  holds: (formula: GraphPoint & { values: number[]; exact: Dual[] }) => boolean | undefined,
  most = 2000,
): { readonly share: number; readonly tried: number } {
  let count = 0;
  const tried = holdsForAll(
    fc.property(formulas, ({ graph, point }) => {
      const exact = exactly(graph, point);
      const values = graph.valuesAt(...point);
      if (exact === undefined || !values.every(Number.isFinite)) return true;
      const holding = holds({ graph, point, values, exact });
      if (holding !== undefined) count++;
      return holding ?? true;
    }),
    most,
  );
  return { share: count / tried, tried };
}

describe.each<[string, typeof OBSERVED]>([
  ['by values alone', OBSERVED],
  ['by derivatives', DERIVED],
])('the round-off of the value of a formula, %s,', (_, model) => {
  test('covers its error, and is seldom far above it', () => {
    let [far, lossy] = [0, 0];
    const { share, tried } = checkFormulas(({ graph, values, exact }) => {
      const errors = valueRoundOff(graph, values, model);
      if (!isSmall(errors, values)) return undefined;
      const [bound, y] = [errors.at(-1) as number, values.at(-1) as number];
      const error = errorOf(y, (exact.at(-1) as Dual).value);
      if (error > 0 && error < bound / 100) far++;
      if (error > 2 ** -51 * Math.abs(y)) lossy++;
      return error <= bound * SLACK;
    });
    expect(share).toBeGreaterThan(0.7);
    expect(far / tried).toBeLessThan(0.1);
    expect(lossy / tried).toBeGreaterThan(0.01);
  });

  test('grows by the slope with what an input is wrong by', () => {
    const { share } = checkFormulas(({ graph, point, values }) => {
      const [x] = point as [number];
      const wrong = Math.abs(x) * 2 ** -30;
      const errors = valueRoundOff(graph, values, model, [wrong]);
      if (!isSmall(errors, values)) return undefined;
      // Another x, as far away as it may be wrong.
      const beside = exactly(graph, [x + wrong, ...point.slice(1)]);
      if (beside === undefined) return undefined;
      const error = errorOf(values.at(-1) as number, (beside.at(-1) as Dual).value);
      const { size } = forwardMode(graph, values)[0] as { size: number };
      const own = valueRoundOff(graph, values, model).at(-1) as number;
      return (
        error <= (errors.at(-1) as number) * SLACK &&
        (errors.at(-1) as number) <= (wrong * size + 2 * own) * 1.01
      );
    }, 500);
    expect(share).toBeGreaterThan(0.5);
  });
});

describe('the round-off of backprop', () => {
  test('with the roundings of its products covers its error', () => {
    let lossy = 0;
    const { share } = checkFormulas(({ graph, point, values, exact }) => {
      const errors = valueRoundOff(graph, values, OBSERVED);
      if (!isSmall(errors, values)) return undefined;
      const inputs = point.map((value) => Variable.of(value));
      const { variables } = graph.forwardPass(...inputs);
      variables.at(-1)?.backward();
      const grads = variables.map(({ grad }) => grad?.[0] ?? 0);
      const [roundOff = NaN] = backpropRoundOff(graph, values, grads, 'all');
      const { size } = forwardMode(graph, values)[0] as { size: number };
      const products = 3 * graph.functionCount * 2 ** -53 * size;
      const error = errorOf(grads[0] as number, (exact.at(-1) as Dual).slope);
      if (error > products) lossy++;
      return error <= roundOff * SLACK + products;
    }, 32_000);
    expect(share).toBeGreaterThan(0.7);
    // Without it, these would be called wrong.
    expect(lossy).toBeGreaterThan(5);
  });

  test('is 0 where nothing is rounded on the way', () => {
    const { share } = checkFormulas(({ graph, values }) => {
      const grads = values.map(() => 1);
      const errors = values.map(() => 0);
      return gradientRoundOff(graph, values, grads, errors, 0).every((found) => found === 0);
    }, 200);
    expect(share).toBeGreaterThan(0.8);
  });

  test('is that of sums alone where no slope is rounded', () => {
    const { share } = checkFormulas(({ graph, values }) => {
      const isLinear = [...nodesOf(graph)].every(([{ f }]) =>
        ['add', 'sub'].includes(f.definition.name),
      );
      if (!isLinear) return undefined;
      const grads = values.map(() => 1);
      // As many shares of 1 as there are, each rounded once or twice, at most.
      const most = 8 * (graph.functionCount + 1) ** 2 * 2 ** -53;
      const [all = NaN] = backpropRoundOff(graph, values, grads, 'all');
      return all <= most && backpropRoundOff(graph, values, grads, 'own')[0] === 0;
    }, 200);
    expect(share).toBeGreaterThan(0.05);
  });
});
