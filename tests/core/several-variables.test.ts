import { check } from '../../src/core/check/check';
import { plot } from '../../src/core/plot/plot';
import { sweep } from '../../src/core/differentiate/sweep';
import { differentiate } from '../../src/core/differentiate/differentiate';
import { gradient } from '../../src/core/differentiate/gradient';
import { parseFormula } from '../../src/functions/parse';

describe('the gradient', () => {
  test.each([
    // That of the book's step 24.
    [
      '0.26*(x^2 + y^2) - 0.48*x*y',
      { x: 1, y: 1 },
      { x: 0.040000000000000036, y: 0.040000000000000036 },
    ],
    // e^2 and e^2 - 4, from mpmath.
    ['x*exp(y) - y^2', { x: 1, y: 2 }, { x: 7.38905609893065, y: 3.3890560989306504 }],
  ])('of %s at %p is %p', (text, point, expected) => {
    expect(gradient(parseFormula(text), point)).toEqual(expected);
  });

  test('by a variable that has no part in the output is 0', () => {
    expect(gradient(parseFormula('f(a, b) = 3*a'), { a: 1, b: 2 })).toEqual({ a: 3, b: 0 });
    expect(gradient(parseFormula('f(a, b) = b'), { a: 1, b: 2 })).toEqual({ a: 0, b: 1 });
    expect(gradient(parseFormula('f(a, b) = 7'), { a: 1, b: 2 })).toEqual({ a: 0, b: 0 });
  });
});

describe('a differentiation by several variables', () => {
  const graph = parseFormula('x*exp(y) - y^2');
  const x = Float64Array.of(1, -0.5, 3);
  const y = Float64Array.of(2, 0.25, -1);

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
    const found = differentiate(parseFormula('a*sqrt(b)'), {
      a: Float64Array.of(2),
      b: Float64Array.of(1e-5),
    });
    expect(found.problems[0]?.message).toContain('b is inside the domain, but');
    expect(found.problems[0]?.message).toContain('needs b - eps');
    expect(found.numerical_b[0]).toBeNaN();
    // sqrt(1e-5), the slope of a line, at steps that are no binary fractions
    expect(found.numerical_a[0]).toBeCloseTo(0.00316227766016838, 12);
  });
});

test('a graph along one of its variables is that of the others held', () => {
  const graph = parseFormula('f(a, b, c) = a - 2*b + c').along(1, [10, NaN, 5]);
  expect(graph.inputs).toEqual(['b']);
  expect(graph.valuesAt(3).at(-1)).toBe(9);
  expect([...graph.evaluate(Float64Array.of(3, 4))]).toEqual([9, 7]);
});

test('what is for graphs of one variable refuses others, and says how to hold the rest', () => {
  const graph = parseFormula('x*exp(y) - y^2');
  const message = 'needs a graph of one variable, and this one has 2: hold the others';
  expect(() => sweep(graph, 1)).toThrow(`sweep ${message}`);
  expect(() => plot(graph, { from: 0, to: 1 })).toThrow(`plot ${message}`);
  expect(() => check(graph, Float64Array.of(1))).toThrow(`check ${message}`);
  expect(() => differentiate(graph, Float64Array.of(1))).toThrow('numbers for each of x, y');
  expect(sweep(graph.along(1, [1, NaN]), 2).best.value).toBeCloseTo(3.3890560989306504, 10);
});
