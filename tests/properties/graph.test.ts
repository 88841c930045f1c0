import { backprop } from '../../src/core/engine/backprop';
import { Chain } from '../../src/core/graph/chain';
import { defineFunction } from '../../src/core/engine/define-function';
import type { AnyFunctionClass } from '../../src/core/engine/define-operation';
import { valueAt } from '../../src/core/engine/at-point';
import type { Graph } from '../../src/core/graph/graph';
import { inputsOf, nodesOf, usedVertices } from '../../src/core/graph/vertex';
import { Variable } from '../../src/core/engine/variable';
import { Identity, Square } from '../../src/functions/algebraic';
import { Choice } from '../../src/functions/logic';
import fc from 'fast-check';
import { forwardMode } from '../support/forward-mode';
import {
  anyNode,
  anyNodeOrChoice,
  type GraphPoint,
  graphPoints,
  ordinaryNumber,
  wildNumber,
} from './graphs';
import { holdsForAll } from '../support/holds-for-all';
import { runs } from '../support/portions';

/** A batch of copies of a point, with something else in front. */
function batchOf(point: readonly number[]): Variable[] {
  return point.map((value) => Variable.of(0.5, value, value));
}

function secondOf(variables: readonly Variable[]): number[] {
  return variables.map(({ data }) => data[1] as number);
}

/** As toEqual, which takes longer; 0 and -0 differ, NaN is NaN. */
function haveSameBits(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}

/** Every function once per vertex, by its own definition, in the order in which they stand. */
function plainValues(graph: Graph, point: readonly number[]): number[] {
  const values: number[] = [];
  for (const [at, vertex] of graph.vertices.entries()) {
    if (vertex.kind === 'input') values.push(point[at] as number);
    else if (vertex.kind === 'constant') values.push(vertex.value);
    else values.push(valueAt(vertex.f, inputsOf(vertex, values)));
  }
  return values;
}

/** Both passes over a graph: what both backprops leave in all variables, and in which. */
function bothBackprops({ graph, point }: GraphPoint): [manual: number[], automatic: number[]] {
  const [first, ...others] = batchOf(point) as [Variable];
  const { variables, applied } = graph.forwardPass(first, ...others);
  const grads = (): number[] => variables.flatMap(({ grad }, at) => (grad ? [at, ...grad] : []));
  const run = (back: () => void): number[] => {
    for (const variable of variables) variable.grad = null;
    back();
    first.grad ??= new Float64Array(first.data.length);
    return grads();
  };
  return [
    run(() => backprop(first, applied)),
    run(() => {
      variables.at(-1)?.backward();
    }),
  ];
}

describe('a graph', () => {
  test.each([
    ['of whatever functions', graphPoints(anyNode, wildNumber)],
    ['with choices', graphPoints(anyNodeOrChoice, wildNumber)],
  ])('%s has the same value, bit for bit, by every way through it', (_, points) => {
    holdsForAll(
      fc.property(points, ({ graph, point }) => {
        const values = plainValues(graph, point);
        const [y, batch] = [values.at(-1) as number, batchOf(point)];
        const { variables, applied } = graph.forwardPass(...batch);
        const made = [...nodesOf(graph)].map(([, at]) => values[at] as number);
        const evaluated = graph.evaluate(...batch.map(({ data }) => data));
        const single = graph.valuesAt(...point);
        const used = usedVertices(graph, single);
        const usedOf = (all: readonly number[]): number[] => all.filter((_, at) => used[at]);
        return (
          haveSameBits(secondOf(variables), values) &&
          haveSameBits(secondOf(applied.map(({ output }) => output)), made) &&
          haveSameBits(secondOf([graph.call(...batch)]), [y]) &&
          haveSameBits(Array.from(evaluated.slice(1)), [y, y]) &&
          haveSameBits([single.at(-1) as number], [y]) &&
          haveSameBits(usedOf(single), usedOf(values))
        );
      }),
      1500,
    );
  });

  test('without choices has values of all its vertices at a point', () => {
    holdsForAll(
      fc.property(
        graphPoints(fc.constantFrom<AnyFunctionClass>(Square, Identity), wildNumber),
        ({ graph, point }) => {
          expect(graph.valuesAt(...point)).toEqual(plainValues(graph, point));
        },
      ),
      100,
    );
  });

  test('of other functions is the same graph of those', () => {
    holdsForAll(
      fc.property(graphPoints(anyNode, ordinaryNumber), ({ graph, point }) => {
        const squares = graph.withFunctions((f) => ('partials' in f.definition ? f : Square));
        expect(squares.vertices.map((vertex) => vertex.kind === 'node' && vertex.inputs)).toEqual(
          graph.vertices.map((vertex) => vertex.kind === 'node' && vertex.inputs),
        );
        expect(squares.formula).toBe(graph.formula);
        expect(squares.valuesAt(...point).at(-1)).toBe(plainValues(squares, point).at(-1));
      }),
      100,
    );
  });
});

describe('the gradient of a graph', () => {
  test.each([
    ['of whatever functions', graphPoints(anyNode, wildNumber)],
    ['with choices', graphPoints(anyNodeOrChoice, wildNumber)],
  ])('%s has the same bits in every variable by both backprops', (_, points) => {
    holdsForAll(
      fc.property(points, (graphPoint) => {
        const [manual, automatic] = bothBackprops(graphPoint);
        return haveSameBits(automatic, manual);
      }),
      1500,
    );
  });

  test('by reverse mode is that of dual numbers, up to the roundings of its products and sums', () => {
    let [told, shared] = [0, 0];
    const tried = holdsForAll(
      fc.property(graphPoints(anyNodeOrChoice, ordinaryNumber, 10), ({ graph, point }) => {
        const values = plainValues(graph, point);
        const truth = forwardMode(graph, values);
        const isOrdinary = truth.every(
          ({ size }) => size < 2 ** 300 && !(size < 2 ** -300 && size > 0),
        );
        if (!isOrdinary || !values.every((value) => Math.abs(value) < 2 ** 300)) return;
        const inputs = point.map((value) => Variable.of(value));
        graph.call(...inputs).backward();
        for (const [k, { slope, size }] of truth.entries()) {
          const found = inputs[k]?.grad?.[0] ?? 0;
          // Each product and each sum rounds once, each of the rules above some times.
          const bound = 8 * graph.functionCount * 2 ** -53 * size;
          expect({
            k,
            slope,
            bound,
            isNear: Math.abs(found - slope) <= bound,
            found,
          }).toMatchObject({ isNear: true });
          if (slope !== 0) told++;
          if (size > 1.5 * Math.abs(slope)) shared++;
        }
      }),
      3000,
    );
    expect([told > tried / 4, shared > tried / 20]).toEqual([true, true]);
  });

  test('with a Choice comes from the branch that is taken', () => {
    holdsForAll(
      fc.property(ordinaryNumber, ordinaryNumber, ordinaryNumber, (test, a, b) => {
        const [t, x, y] = [test, a, b].map((value) => Variable.of(value, 0)) as [
          Variable,
          Variable,
          Variable,
        ];
        new Choice().call(t, x, y).backward();
        expect([t, x, y].map(({ grad }) => grad)).toEqual([
          Float64Array.of(0, 0),
          Float64Array.of(1, 0),
          Float64Array.of(0, 1),
        ]);
      }),
      20,
    );
  });
});

describe('evaluate', () => {
  test('lets go of values that are not needed any more', () => {
    const [length, count] = [65_536, 600]; // 300 MiB, if all were kept
    let most = 0;
    const start = process.memoryUsage().arrayBuffers;
    const Watching = defineFunction({
      ...Identity.definition,
      value: (x) => {
        if (x === 7) most = Math.max(most, process.memoryUsage().arrayBuffers - start);
        return x;
      },
    });
    const x = new Float64Array(length).fill(1);
    x[0] = 7;
    const functions = Array.from({ length: count }, () => Watching);
    expect(new Chain(functions).evaluate(x)).toEqual(x);
    expect(most).toBeLessThan((length * 8 * count) / 3);
  });

  test('goes through a chain of very many functions', () => {
    const length = runs(1_000_000, 10);
    const functions = Array.from({ length }, (_, i) =>
      i % (0.4 * length) === 7 ? Square : Identity,
    );
    const chain = new Chain(functions);
    expect(chain.evaluate(Float64Array.of(3, -2))).toEqual(Float64Array.of(3 ** 8, 2 ** 8));
  });
});
