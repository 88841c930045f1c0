import { backprop } from '../../../src/core/engine/backprop';
import { Chain } from '../../../src/core/graph/chain';
import type { AnyFunctionClass } from '../../../src/core/engine/define-operation';
import { Graph } from '../../../src/core/graph/graph';
import type { Constant, Node } from '../../../src/core/graph/vertex';
import { GraphBuilder } from '../../../src/core/graph/graph-builder';
import { Variable } from '../../../src/core/engine/variable';
import { Scale, Sqrt, Square } from '../../../src/functions/algebraic';
import { Difference, Product, Quotient, Sum } from '../../../src/functions/arithmetic';
import { Exp, Log } from '../../../src/functions/exponential';
import { Maximum } from '../../../src/functions/extremes';
import { type Counts, counted } from '../../support/counted';

const spelling = { formula: () => 'f', text: () => 'f' };

function kindsOf({ vertices }: Graph): string[] {
  return vertices.map(({ kind }) => kind);
}

/** x, then 400 times what is before, halved, plus the same. */
function doublings(levels: number, sum: AnyFunctionClass, half: AnyFunctionClass): Graph {
  const builder = new GraphBuilder(['x']);
  let y = 0;
  for (let level = 0; level < levels; level++) {
    y = builder.apply(sum, [builder.apply(half, [y]), builder.apply(half, [y])]);
  }
  return builder.build(y, spelling);
}

describe('equal nodes are one', () => {
  const builder = new GraphBuilder(['x', 'y']);

  test('for the same function of the same vertices', () => {
    const sum = builder.apply(Sum, [0, 1]);
    expect(builder.apply(Sum, [0, 1])).toBe(sum);
    const deeper = builder.apply(Exp, [sum]);
    expect(builder.apply(Exp, [builder.apply(Sum, [0, 1])])).toBe(deeper);
  });

  test('and not for another order, another function, other vertices, or more of them', () => {
    const places = [
      builder.apply(Difference, [0, 1]),
      builder.apply(Difference, [1, 0]),
      builder.apply(Difference, [0, 0]),
      builder.apply(Product, [0, 1]),
      builder.apply(Square, [0]),
      builder.apply(Square, [1]),
      builder.apply(Square, [placeEleven()]),
      builder.apply(Sum, [1, placeEleven()]),
      builder.apply(Sum, [placeEleven(), 1]),
    ];
    expect(new Set(places).size).toBe(places.length);

    /** Of two digits: neither 1, 11 nor 11, 1 is 111. */
    function placeEleven(): number {
      let place = 0;
      while (place !== 11) place = builder.apply(Exp, [place]);
      return place;
    }
  });

  test('and constants that are written alike and mean the same are one', () => {
    const two = builder.constant(2, '2');
    expect(builder.constant(2, '2')).toBe(two);
    expect(builder.constant(3, '3')).not.toBe(two);
    expect(builder.constant(2, '2.0')).not.toBe(two);
    expect(builder.at(builder.constant(5, '2'))).toMatchObject({ value: 5 });
    expect(builder.at(two)).toMatchObject({ kind: 'constant', value: 2, text: '2' });
  });

  test('and keep the text of the first', () => {
    const place = builder.apply(Maximum, [0, 1], 'max(x, y)');
    expect(builder.apply(Maximum, [0, 1], 'max(x,y)')).toBe(place);
    expect(builder.at(place)).toEqual({
      kind: 'node',
      f: Maximum,
      inputs: [0, 1],
      text: 'max(x, y)',
    });
    expect(builder.at(builder.apply(Sum, [0, 1]))).not.toHaveProperty('text');
  });
});

describe('400 doublings x/2 + x/2', () => {
  const Half = Scale.of(0.5);

  test('are two nodes a level', () => {
    const graph = doublings(400, Sum, Half);
    expect(graph.vertices).toHaveLength(801);
    expect(graph.functionCount).toBe(800);
    expect(graph.inputs).toEqual(['x']);
  });

  test.each([100, 400])('of %d levels ask each function once for value and slope', (levels) => {
    const counts: Counts = { values: 0, derivatives: 0 };
    const graph = doublings(levels, counted(Sum, counts), counted(Half, counts));
    const x = Variable.of(0.3);
    const applied = graph.forward(x);
    expect([applied.at(-1)?.output.item(), counts.values]).toEqual([0.3, 2 * levels]);
    expect(backprop(x, applied)).toEqual(Float64Array.of(1));
    expect(counts.derivatives).toBe(3 * levels);
    counts.derivatives = 0;
    graph.call(x).backward();
    expect([x.grad, counts]).toEqual([
      Float64Array.of(1),
      { values: 4 * levels, derivatives: 3 * levels },
    ]);
    counts.values = 0;
    expect(graph.evaluate(Float64Array.of(0.3))).toEqual(Float64Array.of(0.3));
    expect(graph.valuesAt(0.3).at(-1)).toBe(0.3);
    expect(counts.values).toBe(4 * levels);
  });

  test('included in each other grow by their sum, not by their product', () => {
    const level = doublings(1, Sum, Half);
    const builder = new GraphBuilder(['x']);
    let y = 0;
    for (let i = 0; i < 400; i++) y = builder.include(level, [y]);
    const graph = builder.build(y, spelling);
    expect(graph.vertices).toHaveLength(801);
    expect(graph.valuesAt(0.7).at(-1)).toBe(0.7);
  });
});

describe('constants', () => {
  test('fold, and keep what they were made of', () => {
    const builder = new GraphBuilder(['x']);
    const third = builder.apply(Quotient, [builder.constant(1, '1'), builder.constant(3, '3')]);
    const made = {
      f: Quotient,
      from: [
        { kind: 'constant', value: 1, text: '1' },
        { kind: 'constant', value: 3, text: '3' },
      ],
    };
    expect(builder.at(third)).toMatchObject({
      kind: 'constant',
      value: 1 / 3,
      text: 'div(1, 3)',
      made,
    });
    const root = builder.apply(Sqrt, [third], 'sqrt(1/3)');
    expect(builder.at(root)).toMatchObject({
      value: Math.sqrt(1 / 3),
      text: 'sqrt(1/3)',
      made: { f: Sqrt, from: [{ made }] },
    });
    const graph = builder.build(builder.apply(Product, [root, 0]), spelling);
    expect(kindsOf(graph)).toEqual(['input', 'constant', 'node']);
    expect(graph.valuesAt(3)).toEqual([3, Math.sqrt(1 / 3), 3 * Math.sqrt(1 / 3)]);
  });

  test.each<[string, AnyFunctionClass, number[]]>([
    ['1/0', Quotient, [1, 0]],
    ['log(-1)', Log, [-1]],
    ['log(0)', Log, [0]],
    ['exp(1000)', Exp, [1000]],
  ])('that have no finite value stay functions, to be told of: %s', (text, f, numbers) => {
    const builder = new GraphBuilder(['x']);
    const place = builder.apply(
      f,
      numbers.map((value) => builder.constant(value, String(value))),
      text,
    );
    expect(builder.at(place)).toMatchObject({ kind: 'node', f, text });
  });

  test('are there without a gradient, and as often as there are numbers', () => {
    const builder = new GraphBuilder(['x']);
    const graph = builder.build(builder.apply(Product, [0, builder.constant(7, '7')]), spelling);
    const x = Variable.of(1, 2, 3);
    const { variables, applied } = graph.forwardPass(x);
    expect(variables.map(({ data, isConstant }) => [[...data], isConstant])).toEqual([
      [[1, 2, 3], false],
      [[7, 7, 7], true],
      [[7, 14, 21], false],
    ]);
    expect(backprop(x, applied)).toEqual(Float64Array.of(7, 7, 7));
    expect(variables.map(({ grad }) => grad && [...grad])).toEqual([[7, 7, 7], null, [1, 1, 1]]);
  });
});

describe('what is built', () => {
  test('has what the output needs, in the order in which it was applied, and all inputs', () => {
    const builder = new GraphBuilder(['x', 'y', 'z']);
    builder.apply(Exp, [1]);
    const five = builder.constant(5, '5');
    builder.constant(6, '6');
    const squared = builder.apply(Square, [2]);
    builder.apply(Product, [squared, five]);
    const output = builder.apply(Difference, [five, squared]);
    builder.apply(Sqrt, [output]);
    const graph = builder.build(output, spelling);
    expect(graph.inputs).toEqual(['x', 'y', 'z']);
    expect(graph.vertices.slice(3)).toMatchObject([
      { kind: 'constant', value: 5, text: '5' },
      { kind: 'node', f: Square, inputs: [2] },
      { kind: 'node', f: Difference, inputs: [3, 4] },
    ]);
    expect(graph.evaluate(...[1, 2, 3].map((value) => Float64Array.of(value)))).toEqual(
      Float64Array.of(-4),
    );
  });

  test('can be built again, of another output, and says how it is written', () => {
    const builder = new GraphBuilder(['x']);
    const [a, b] = [builder.apply(Exp, [0]), builder.apply(Square, [0])];
    const [f, g] = ['exp(x)', 'x^2'].map((text, i) =>
      builder.build([a, b][i] as number, { formula: () => text, text: () => `${text}!` }),
    ) as [Graph, Graph];
    expect([f.formula, g.formula, String(f), String(g)]).toEqual([
      'exp(x)',
      'x^2',
      'exp(x)!',
      'x^2!',
    ]);
    expect([f.valuesAt(3).at(-1), g.valuesAt(3).at(-1)]).toEqual([Math.exp(3), 9]);
  });

  test.each([0, 1, 2])('of input %d alone is that input, whichever others there are', (place) => {
    const graph = new GraphBuilder(['x', 'y', 'z']).build(place, spelling);
    const [point, batch] = [[2, 3, 5], [2, 3, 5].map((value) => Variable.of(value))];
    expect(graph.inputs).toEqual(['x', 'y', 'z']);
    expect(graph.valuesAt(...point).at(-1)).toBe(point[place]);
    expect(graph.call(...batch).item()).toBe(point[place]);
    expect(graph.evaluate(...batch.map(({ data }) => data))).toEqual(batch[place]?.data);
    expect(new GraphBuilder(['x']).build(0, spelling).vertices).toHaveLength(1);
  });

  test('of a constant alone is that number, with the gradient 0', () => {
    const builder = new GraphBuilder(['x', 'y']);
    const graph = builder.build(builder.constant(4, '4'), spelling);
    expect(graph.valuesAt(1, 2)).toEqual([1, 2, 4]);
    expect(graph.evaluate(Float64Array.of(1, 2), Float64Array.of(3, 4))).toEqual(
      Float64Array.of(4, 4),
    );
  });
});

describe('another graph that is included', () => {
  function difference(): Graph {
    const builder = new GraphBuilder(['a', 'b']);
    const scaled = builder.apply(Product, [0, builder.constant(2, '2')], '2*a');
    return builder.build(builder.apply(Difference, [scaled, 1], '2*a - b'), spelling);
  }

  test('is applied to what takes the place of its inputs, and shares what is equal', () => {
    const builder = new GraphBuilder(['x']);
    const two = builder.constant(2, '2');
    const twice = builder.apply(Product, [0, two]);
    const squared = builder.apply(Square, [0]);
    const first = builder.include(difference(), [0, squared]);
    expect(builder.include(difference(), [0, squared])).toBe(first);
    const graph = builder.build(
      builder.apply(Product, [first, builder.include(difference(), [squared, 0])]),
      spelling,
    );
    expect(graph.valuesAt(3).at(-1)).toBe((2 * 3 - 9) * (2 * 9 - 3));
    expect((builder.at(first) as Node).inputs).toEqual([twice, squared]);
    // x, 2, 2x, x^2, their difference; 2x^2, the other difference; the product.
    expect(graph.vertices).toHaveLength(8);
  });

  test('may be a chain, or an input alone', () => {
    const builder = new GraphBuilder(['x']);
    const place = builder.include(new Chain([Square, Exp]), [builder.apply(Sqrt, [0])]);
    expect(builder.build(place, spelling).isChain).toBe(true);
    expect(builder.include(new Chain([]), [place])).toBe(place);
    expect(builder.build(place, spelling).valuesAt(4)).toEqual([4, 2, 4, Math.exp(4)]);
  });

  test('of constants folds, and its constants keep what they were made of', () => {
    const inner = new GraphBuilder(['a']);
    const third = inner.apply(Quotient, [inner.constant(1, '1'), inner.constant(3, '3')], '1/3');
    const graph = inner.build(inner.apply(Sum, [0, third], 'a + 1/3'), spelling);
    const builder = new GraphBuilder(['x']);
    const place = builder.include(graph, [builder.constant(1, '1')]);
    const { value, made } = builder.at(place) as Constant;
    expect([value, made?.f, made?.from[1]?.made?.f]).toEqual([4 / 3, Sum, Quotient]);
  });
});

test('a graph is a chain only if each function takes what the one before it made', () => {
  const graph = (build: (builder: GraphBuilder) => number, inputs = ['x']): Graph => {
    const builder = new GraphBuilder(inputs);
    return builder.build(build(builder), spelling);
  };
  expect(graph((b) => b.apply(Exp, [b.apply(Square, [0])])).isChain).toBe(true);
  expect(graph(() => 0).isChain).toBe(true);
  expect(graph((b) => b.apply(Sum, [0, 0])).isChain).toBe(false);
  expect(graph((b) => b.apply(Product, [0, b.constant(2, '2')])).isChain).toBe(false);
  expect(graph((b) => b.apply(Exp, [1]), ['x', 'y']).isChain).toBe(false);
  expect(graph((b) => b.apply(Sum, [b.apply(Exp, [0]), b.apply(Square, [0])])).isChain).toBe(false);
  const beside = [Exp, Square].map((f): Node => ({ kind: 'node', f, inputs: [0] }));
  expect(new Graph([{ kind: 'input', name: 'x' }, ...beside], spelling).isChain).toBe(false);
});

test.each([
  [40, '1'.repeat(33)],
  [41, '…'],
])('a constant that is made of %d characters or more is spelled with %s', (length, spelled) => {
  const builder = new GraphBuilder(['x']);
  const [long, five] = ['1'.repeat(length - 7), '22222'];
  const place = builder.apply(Sum, [builder.constant(1, long), builder.constant(2, five)]);
  expect((builder.at(place) as Constant).text).toBe(
    length === 40 ? `add(${spelled}, ${five})` : 'add(…)',
  );
});

test('an input that is the output, and not the last, is the value of the identity', () => {
  const graph = new GraphBuilder(['x', 'y']).build(0, spelling);
  const [f] = graph.vertices.flatMap((vertex) => (vertex.kind === 'node' ? [vertex.f] : []));
  expect(f?.definition).toMatchObject({
    name: 'identity',
    formula: 'x',
    derivativeFormula: '1',
    summary: 'x itself',
    isExact: true,
  });
  const [x, y] = [Variable.of(3, NaN), Variable.of(1, 1)];
  graph.call(x, y).backward();
  expect(x.grad).toEqual(Float64Array.of(1, NaN));
});

test('names are a list, and functions of a chain are one of classes', () => {
  expect(() => new GraphBuilder('x' as never)).toThrow(
    /^a GraphBuilder needs a list of names\b.*\['x'\]/,
  );
  expect(() => new Chain(Square as never)).toThrow(
    /^a Chain is made of a list of functions\b.*new Chain\(\[Square, Exp\]\)/,
  );
  expect(() => new Chain([Math.sin as never])).toThrow(
    /^a Chain is made of classes of functions\b.*new Chain/,
  );
});
