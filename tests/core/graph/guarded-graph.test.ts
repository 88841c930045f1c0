import { defineFunction } from '../../../src/core/engine/define-function';
import { defineOperation } from '../../../src/core/engine/define-operation';
import type { Graph } from '../../../src/core/graph/graph';
import { GraphBuilder } from '../../../src/core/graph/graph-builder';
import { failureOf, guarding } from '../../../src/core/graph/guarded-graph';
import { DezeroError } from '../../../src/core/text/errors';
import { Variable } from '../../../src/core/engine/variable';
import { Square } from '../../../src/functions/algebraic';
import { Product } from '../../../src/functions/arithmetic';

const failure = new DezeroError('function-failed', 'no number');

/** What a function gives, but for 2, where it fails. */
const exceptAtTwo =
  (error: Error, f: (...x: readonly number[]) => number) =>
  (...x: readonly number[]): number => {
    if (x[0] === 2) throw error;
    return f(...x);
  };

/** x^2 x, whose functions fail at 2, all of them or one. */
function graphThatFails(error: Error, where: 'value' | 'slope'): Graph {
  const { value, derivative } = Square.definition;
  const square = defineFunction({
    ...Square.definition,
    ...(where === 'value' ? { value: exceptAtTwo(error, value) } : {}),
    ...(where === 'slope' ? { derivative: exceptAtTwo(error, derivative) } : {}),
  });
  const product = defineOperation({
    ...Product.definition,
    ...(where === 'value' ? { value: exceptAtTwo(error, Product.definition.value) } : {}),
    partials: Product.definition.partials.map((partial) =>
      where === 'slope' ? exceptAtTwo(error, partial) : partial,
    ),
  });
  const builder = new GraphBuilder(['x']);
  const place = builder.apply(product, [0, builder.apply(square, [0])]);
  return builder.build(place, { formula: () => 'f', text: () => 'f' });
}

/** Values and gradients at three points. */
function passes(graph: Graph): readonly (Float64Array | null)[] {
  const x = Variable.of(1, 2, 3);
  const y = graph.call(x);
  y.backward();
  return [y.data, x.grad];
}

test('where a function fails there is no number, and at the other points there are', () => {
  expect(guarding(graphThatFails(failure, 'value'), passes)).toEqual([
    Float64Array.of(1, NaN, 27),
    Float64Array.of(3, NaN, 27),
  ]);
  expect(guarding(graphThatFails(failure, 'slope'), passes)).toEqual([
    Float64Array.of(1, 8, 27),
    Float64Array.of(3, NaN, 27),
  ]);
});

test('what does not fail is computed once, with the graph itself', () => {
  const graph = graphThatFails(failure, 'value');
  const seen: Graph[] = [];
  guarding(graph, (usable) => seen.push(usable));
  expect(seen).toEqual([graph]);
});

test.each([new RangeError('too deep'), new DezeroError('wrong-type', 'no block')])(
  '%s is no failure of a function, and is thrown on',
  (error) => {
    const fails = (): never => {
      throw error;
    };
    expect(() => guarding(graphThatFails(error, 'value'), passes)).toThrow(error);
    expect(() => failureOf(fails)).toThrow(error);
    // Also if it comes once another function has failed.
    let calls = 0;
    const inside = (): number => {
      throw calls++ === 0 ? failure : error;
    };
    const graph = graphThatFails(failure, 'value').withFunctions(() =>
      defineFunction({ ...Square.definition, value: inside }),
    );
    expect(() => guarding(graph, (usable) => usable.call(Variable.of(1)))).toThrow(error);
  },
);

test('a failure is told by its code and its words, and nothing where there is none', () => {
  expect(
    failureOf(() => {
      throw failure;
    }),
  ).toEqual({ code: 'function-failed', message: 'no number' });
  expect(failureOf(() => undefined)).toBeUndefined();
});
