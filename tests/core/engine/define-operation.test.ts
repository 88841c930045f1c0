import { defineFamily, everywhere } from '../../../src/core/engine/define-function';
import { defineOperation } from '../../../src/core/engine/define-operation';
import { isUsedAt, partialAt, valueAt } from '../../../src/core/engine/at-point';
import { fillerOf, joined, pointsWhere } from '../../../src/core/engine/fill-column';
import { figuresAt, passesOf } from '../../../src/core/differentiate/passes';
import { Variable } from '../../../src/core/engine/variable';
import { GraphBuilder } from '../../../src/core/graph/graph-builder';
import { Abs, Sqrt, Square } from '../../../src/functions/algebraic';
import { Product } from '../../../src/functions/arithmetic';

/** (a + 2 b) c of three, wherever c is not below 0; d has a say where a > 0. */
const Weighted = defineOperation({
  name: 'weighted',
  arguments: ['a', 'b', 'c', 'd'],
  formula: '(a + 2b)c',
  partialFormulas: ['c', '2c', 'a + 2b', '-1'],
  summary: '',
  domain: { text: 'c >= 0', contains: (_, __, c = NaN) => c >= 0 },
  value: (a, b, c, d) => (c < 0 ? NaN : (a + 2 * b) * c - d),
  partials: [
    (_: number, __: number, c: number) => (c < 0 ? NaN : c),
    (_: number, __: number, c: number) => 2 * c,
    (a: number, b: number) => a + 2 * b,
    () => -1,
  ],
  uses: [() => true, () => true, () => true, (a = NaN) => a > 0],
  samples: [[1, 2, 3, 4]],
});

describe('an operation', () => {
  test('has the gradient of each argument, as its partial derivatives say', () => {
    const [a, b, c, d] = [
      Variable.of(1, 1),
      Variable.of(10, 10),
      Variable.of(100, -1),
      Variable.of(5, 5),
    ] as const;
    const f = new Weighted();
    const y = f.call(a, b, c, d);
    expect(y.data).toEqual(Float64Array.of(2095, NaN));
    expect(f.backward(Float64Array.of(3, 3))).toEqual([
      Float64Array.of(300, NaN),
      Float64Array.of(600, -6),
      Float64Array.of(63, 63),
      Float64Array.of(-3, -3),
    ]);
  });

  test('has no gradient for a number, and a class of its name', () => {
    const f = new Weighted();
    f.call(Variable.of(1), Variable.of(2), Variable.constant(3, 1), Variable.of(4));
    expect(f.backward(Float64Array.of(1))[2]).toEqual(Float64Array.of(0));
    expect(Weighted.name).toBe('Weighted');
    expect(Variable.constant(3, 2)).toMatchObject({
      isConstant: true,
      data: Float64Array.of(3, 3),
    });
  });

  test('asks of each point once which arguments have a say', () => {
    const f = new Weighted();
    f.call(Variable.of(1, -1), Variable.of(0, 0), Variable.of(0, 0), Variable.of(0, 0));
    expect(f.usedAt?.(3)).toEqual(Uint8Array.of(1, 0));
    expect(f.usedAt?.(3)).toBe(f.usedAt?.(3));
    expect(f.usedAt?.(4)).toBeUndefined();
  });

  test.each([
    [1, /^weighted takes 4 Variables, a and b and c and d, not 1 Variable$/],
    [2, /not 2 Variables$/],
  ])('of %d arguments too few is refused', (count, message) => {
    const given = Array.from({ length: count }, () => Variable.of(1));
    expect(() => new Weighted().call(...given)).toThrow(
      expect.objectContaining({
        code: 'wrong-type',
        message: expect.stringMatching(message) as string,
      }) as Error,
    );
  });

  test('of blocks that differ in length is refused, and so is one without any', () => {
    const [one, two] = [Variable.of(1), Variable.of(1, 2)];
    expect(() => new Weighted().call(one, two, one, one)).toThrow(
      expect.objectContaining({
        code: 'wrong-type',
        message: expect.stringContaining('have 1 and 2 numbers') as string,
      }) as Error,
    );
    expect(() => new Weighted().call()).toThrow('use Variable.of(0.5)');
  });

  test.each(['name', 'arguments', 'partialFormulas', 'value', 'partials', 'domain'])(
    'needs its %s',
    (part) => {
      const definition = { ...Weighted.definition, [part]: undefined };
      expect(() => defineOperation(definition)).toThrow(
        `the ${part} that defineOperation is given must be`,
      );
    },
  );
});

test('a point has its value, its partials and what has a say, of one argument or several', () => {
  expect([valueAt(Square, [3]), valueAt(Weighted, [1, 10, 100, 5])]).toEqual([9, 2095]);
  expect([partialAt(Square, 0, [3], 9), partialAt(Weighted, 1, [1, 2, 3, 4], 11)]).toEqual([6, 6]);
  expect(partialAt(Weighted, 7, [1, 2, 3, 4], 11)).toBeNaN();
  expect([-1, 1].map((a) => isUsedAt(Weighted, 3, [a]))).toEqual([false, true]);
  expect([isUsedAt(Square, 0, [1]), isUsedAt(Weighted, 9, [1])]).toEqual([true, true]);
});

test('a column is filled from any number of others, and only its own length', () => {
  const columns = [1, 10, 100, 1000].map((n) => Float64Array.of(n, 2 * n, 3 * n));
  const sum = (...x: readonly number[]): number => x.reduce((a, b) => a + b, 0);
  const sums = [1, 2, 3, 4].map((count) => {
    const to = new Float64Array(2);
    fillerOf(sum, count)(to, ...columns.slice(0, count));
    return [...to];
  });
  expect(sums).toEqual([
    [1, 2],
    [11, 22],
    [111, 222],
    [1111, 2222],
  ]);
  expect(pointsWhere((x = NaN) => x > 1, columns.slice(0, 1))).toEqual(Uint8Array.of(0, 1, 1));
});

describe('a function that fills many lists', () => {
  const x = [1, 10, 100, 1000].map((n) => Float64Array.from({ length: 5000 }, (_, i) => n * i));
  const sum = (...each: readonly number[]): number => each.reduce((a, b) => a + b, 0);

  test.each([1, 2, 3, 4])('of %i arguments does so with short ones and long ones', (count) => {
    const fill = fillerOf(sum, count);
    for (const length of [0, 1, 5000]) {
      const to = new Float64Array(length);
      fill(to, ...x.slice(0, count));
      const total = Number('1111'.slice(0, count));
      expect(to).toEqual(Float64Array.from({ length }, (_, i) => total * i));
    }
  });

  test('has a loop of its own, which is not that of another', () => {
    const doubled = fillerOf((a = NaN) => 2 * a, 1);
    const negated = fillerOf((a = NaN) => -a, 1);
    const to = new Float64Array(5000);
    for (const [fill, last] of [
      [doubled, 9998],
      [negated, -4999],
      [doubled, 9998],
    ] as const) {
      fill(to, x[0] as Float64Array);
      expect(to[4999]).toBe(last);
    }
  });

  test('does so where Node may not make code from text', () => {
    const refused = jest.spyOn(globalThis, 'Function').mockImplementation(() => {
      throw new EvalError('Code generation from strings disallowed for this context');
    });
    const to = new Float64Array(5000);
    fillerOf(sum, 2)(to, ...x.slice(0, 2));
    expect(refused).toHaveBeenCalledTimes(1);
    refused.mockRestore();
    expect(to[4999]).toBe(11 * 4999);
  });
});

const familyOf = (parameters: readonly string[], more: object) =>
  defineFamily({
    name: 'line',
    parameters,
    formula: 'a x + b',
    derivativeFormula: 'a',
    summary: '',
    domain: everywhere,
    examples: [],
    define: ({ nearest: a }, ...[b]) => ({
      value: (x) => a * x + (b?.nearest ?? 0),
      derivative: () => a,
      samples: [],
    }),
    ...more,
  });

test('a family takes its usual parameters, and only where none is given', () => {
  const Line = familyOf(['a'], { defaults: [2] });
  expect([Line.of(), Line.of(-3)].map(({ definition }) => definition.formula)).toEqual([
    '2 x + b',
    '(-3) x + b',
  ]);
  const noExample = /^line needs a number in parentheses, line\(a\): for example line\(\)$/;
  expect(() => Line.of(1, 2)).toThrow(noExample);
  expect(() => Line.of(Infinity)).toThrow(noExample);
  expect(() => familyOf(['a'], {}).of()).toThrow(noExample);
});

test('a family of two parameters needs both, finite', () => {
  const Line = familyOf(['a', 'b'], {
    examples: [
      [1, 0.5],
      [3, 4],
    ],
  });
  expect(Line.of(2, 0.5).definition).toMatchObject({ name: 'line(2,0.5)', formula: '2 x + 0.5' });
  for (const given of [[1], [1, NaN], [NaN, 1], [1, 2, 3]]) {
    expect(() => Line.of(...given)).toThrow(
      expect.objectContaining({
        code: 'bad-parameter',
        message: 'line needs 2 numbers in parentheses, line(a,b): for example line(1,0.5)',
      }) as Error,
    );
  }
});

test('everywhere is all numbers, but for what is none', () => {
  expect(everywhere.text).toBe('all x');
  expect([-Infinity, 0, 1e308, NaN].map(everywhere.contains)).toEqual([true, true, true, false]);
});

test('of both passes a point has the values, and the gradients of all but numbers', () => {
  const builder = new GraphBuilder(['x']);
  const product = builder.apply(Product, [builder.constant(5, '5'), 0]);
  const graph = builder.build(product, { formula: () => 'f', text: () => 'f' });
  const passes = passesOf(graph, [Float64Array.of(2, 3)], true);
  expect(figuresAt(passes, 1)).toEqual([
    [3, 5, 15],
    [5, 0, 1],
  ]);
  expect(passes.gradient).toEqual([Float64Array.of(5, 5)]);
  const number = builder.build(builder.constant(5, '5'), { formula: () => '5', text: () => '5' });
  const both = passesOf(number, [Float64Array.of(2)], true);
  expect([both.gradient, both.variables[1]?.grad]).toEqual([[Float64Array.of(0)], null]);
});

test('without a backward pass there is no gradient, nor a word on kinks', () => {
  const graph = new GraphBuilder(['x']);
  const built = graph.build(graph.apply(Sqrt, [graph.apply(Abs, [0])]), {
    formula: () => 'f',
    text: () => 'f',
  });
  const point = [Float64Array.of(0)];
  const forward = passesOf(built, point, false);
  expect([forward.gradient, forward.notices]).toEqual([undefined, []]);
  expect(passesOf(built, point, true).notices.length).toBeGreaterThan(0);
});

test('outside a domain is said of the points that are', () => {
  const graph = new GraphBuilder(['x']);
  const spelling = { formula: () => 'f', text: () => 'f' };
  const root = graph.build(graph.apply(Sqrt, [0]), spelling);
  const { faults } = passesOf(root, [Float64Array.of(4, -4)], true);
  expect([...faults.keys()]).toEqual([1]);
});

test.each(['name', 'parameters', 'examples', 'define'])('a family needs its %s', (part) => {
  expect(() => familyOf(['a'], { [part]: undefined })).toThrow(
    `the ${part} that defineFamily is given must be`,
  );
});

test('lists are joined one after the other, a single one is left as it is', () => {
  const lists = [Float64Array.of(2), Float64Array.of(), Float64Array.of(0, 1)];
  expect([...joined(lists)]).toEqual([2, 0, 1]);
  expect(joined(lists.slice(0, 1))).toBe(lists[0]);
  expect(joined([]).length).toBe(0);
});
