import { check } from '../../src/core/check/check';
import { plot } from '../../src/core/plot/plot';
import { sweep } from '../../src/core/differentiate/sweep';
import { parseFormula as parse } from '../../src/functions/parse';
import { differentiate } from '../../src/core/differentiate/differentiate';
import { gradient } from '../../src/core/differentiate/gradient';
import { Graph } from '../../src/core/graph/graph';
import { GraphBuilder } from '../../src/core/graph/graph-builder';
import { catalogue } from '../../src/functions/catalogue';
import { catalogueNames } from '../../src/functions/read/formula/names';
import { parseFormula } from '../../src/functions/read/formula/parse-formula';
import { formulaGraph } from '../../src/functions/read/formula/formula-graph';

/** The graph of a formula of these variables. */
function graphOfText(text: string, inputs: readonly string[]): Graph {
  const spelling = { formula: () => text, text: () => text };
  const formula = parseFormula(
    { text, start: 0, end: text.length },
    catalogueNames(catalogue, inputs),
  );
  return formulaGraph(formula, spelling, { catalogue, inputs, isOfValues: false });
}

const GOLDSTEIN_PRICE =
  '(1 + (x + y + 1)^2 * (19 - 14x + 3x^2 - 14y + 6x*y + 3y^2)) * ' +
  '(30 + (2x - 3y)^2 * (18 - 32x + 12x^2 + 48y - 36x*y + 27y^2))';

describe('the gradient', () => {
  test.each([
    // The figures of the book's steps 15, 16 and 24.
    ['x^2 + y^2', { x: 1, y: 1 }, { x: 2, y: 2 }],
    ['square(x) + square(y)', { x: 2, y: 3 }, { x: 4, y: 6 }],
    [
      '0.26*(x^2 + y^2) - 0.48*x*y',
      { x: 1, y: 1 },
      { x: 0.040000000000000036, y: 0.040000000000000036 },
    ],
    [GOLDSTEIN_PRICE, { x: 1, y: 1 }, { x: -5376, y: 8064 }],
    // e^2 and e^2 - 4, from mpmath.
    ['x*exp(y) - y^2', { x: 1, y: 2 }, { x: 7.38905609893065, y: 3.3890560989306504 }],
  ])('of %s at %p is %p', (text, point, expected) => {
    expect(gradient(graphOfText(text, ['x', 'y']), point)).toEqual(expected);
  });

  test('by a variable that has no part in the output is 0', () => {
    expect(gradient(graphOfText('3*a', ['a', 'b']), { a: 1, b: 2 })).toEqual({ a: 3, b: 0 });
    const builder = new GraphBuilder(['a', 'b']);
    const spelling = { formula: () => 'b', text: () => 'b' };
    expect(gradient(builder.build(1, spelling), { a: 1, b: 2 })).toEqual({ a: 0, b: 1 });
    expect(gradient(graphOfText('7', ['a', 'b']), { a: 1, b: 2 })).toEqual({ a: 0, b: 0 });
  });

  test('outside a domain is an error that says which function it is', () => {
    expect(() => gradient(graphOfText('log(x)*y', ['x', 'y']), { x: -1, y: 2 })).toThrow(
      'log(x) gets -1, outside its domain x >= 0',
    );
  });

  test('of another point than one of its variables is refused', () => {
    const graph = graphOfText('x*y', ['x', 'y']);
    expect(() => gradient(graph, { x: 1 })).toThrow('the variable y has no value');
    expect(() => gradient(graph, { x: 1, y: 2, z: 3 })).toThrow("there is no variable 'z'");
    expect(() => gradient(graph, { x: 1, y: '2' as never })).toThrow('the variable y is a number');
  });
});

describe('a differentiation by several variables', () => {
  const graph = graphOfText('x*exp(y) - y^2', ['x', 'y']);
  const x = Float64Array.of(1, -0.5, 3);
  const y = Float64Array.of(2, 0.25, -1);

  test('has the figures of each, and one value', () => {
    const found = differentiate(graph, { x, y });
    expect(Object.keys(found)).toEqual([
      ...'x y value numerical_x backprop_x absoluteError_x relativeError_x'.split(' '),
      ...'numerical_y backprop_y absoluteError_y relativeError_y notices problems'.split(' '),
    ]);
    expect(found.backprop_y[0]).toBe(3.3890560989306504);
    // (exp(2.0001) - exp(1.9999)) / 2e-4 - 4, whose truncation is exp(2)/6e8.
    expect(found.numerical_y[0]).toBeCloseTo(3.3890560989306504 + 1.2315e-8, 11);
    expect(found.absoluteError_y[0]).toBe(
      Math.abs((found.numerical_y[0] as number) - (found.backprop_y[0] as number)),
    );
    expect([found.problems, found.notices]).toEqual([[], []]);
  });

  test('of a block is the same as one point at a time', () => {
    const block = differentiate(graph, { x, y });
    for (const i of x.keys()) {
      const alone = differentiate(graph, { x: x.subarray(i, i + 1), y: y.subarray(i, i + 1) });
      for (const name of ['value', 'numerical_x', 'numerical_y', 'backprop_y'] as const) {
        expect(block[name][i]).toBe(alone[name][0]);
      }
    }
  });

  test('gives the best derivative along each, with its bound', () => {
    const { numerical_x, bound_y, numerical_y } = differentiate(
      graph,
      { x, y },
      { method: 'best', columns: ['numerical', 'bound'] },
    );
    expect(numerical_x?.[0]).toBeCloseTo(7.38905609893065, 11);
    expect(Math.abs((numerical_y?.[0] as number) - 3.3890560989306504)).toBeLessThanOrEqual(
      bound_y?.[0] as number,
    );
  });

  test('says along which variable a step leaves the domain; the other has its figure', () => {
    const found = differentiate(graphOfText('a*sqrt(b)', ['a', 'b']), {
      a: Float64Array.of(2),
      b: Float64Array.of(1e-5),
    });
    expect(found.problems[0]?.message).toContain('b is inside the domain, but');
    expect(found.problems[0]?.message).toContain('needs b - eps');
    expect(found.numerical_b[0]).toBeNaN();
    // sqrt(1e-5), the slope of a line, at steps that are no binary fractions
    expect(found.numerical_a[0]).toBeCloseTo(0.00316227766016838, 12);
    const lost = differentiate(graphOfText('a + b', ['a', 'b']), {
      a: Float64Array.of(1e-5),
      b: Float64Array.of(1e20),
    });
    expect(lost.problems[0]?.code).toBe('step-lost');
    expect(lost.numerical_b[0]).toBeNaN();
  });

  test('traces every variable with its gradient', () => {
    const { trace } = differentiate(
      graphOfText('square(x) + square(y)', ['x', 'y']),
      { x: Float64Array.of(2), y: Float64Array.of(3) },
      { trace: true },
    );
    expect(trace?.map(({ variable, data, grad }) => [variable, data[0], grad[0]])).toEqual([
      ['x', 2, 4],
      ['y', 3, 6],
      ['a', 4, 1],
      ['b', 9, 1],
      ['value', 13, 1],
    ]);
  });

  test('refuses blocks that do not fit, and names of parts of the result', () => {
    expect(() => differentiate(graph, { x, y: Float64Array.of(1) })).toThrow(
      'x has 3 numbers and y 1: each variable needs as many',
    );
    expect(() => differentiate(graph, { x, y: [1] as never })).toThrow('y holds a Float64Array');
    const problems = graphOfText('problems + 1', ['problems']);
    expect(() => differentiate(problems, { problems: x })).toThrow('like a part of the result');
  });
});

test('a graph along one of its variables is that of the others held', () => {
  const graph = graphOfText('a - 2*b + c', ['a', 'b', 'c']).along(1, [10, NaN, 5]);
  expect(graph.inputs).toEqual(['b']);
  expect(graph.valuesAt(3).at(-1)).toBe(9);
  expect([...graph.evaluate(Float64Array.of(3, 4))]).toEqual([9, 7]);
});

test('what is for graphs of one variable refuses others, and says how to hold the rest', () => {
  const graph = parse('x*exp(y) - y^2');
  const message = 'needs a graph of one variable, and this one has 2: hold the others';
  expect(() => sweep(graph, 1)).toThrow(`sweep ${message}`);
  expect(() => plot(graph, { from: 0, to: 1 })).toThrow(`plot ${message}`);
  expect(() => check(graph, Float64Array.of(1))).toThrow(`check ${message}`);
  expect(() => differentiate(graph, Float64Array.of(1))).toThrow('numbers for each of x, y');
  expect(sweep(graph.along(1, [1, NaN]), 2).best.value).toBeCloseTo(3.3890560989306504, 10);
});
