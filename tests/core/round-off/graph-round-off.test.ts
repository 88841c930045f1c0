import { Chain } from '../../../src/core/graph/chain';
import type { Graph } from '../../../src/core/graph/graph';
import { GraphBuilder } from '../../../src/core/graph/graph-builder';
import type { FunctionClass } from '../../../src/core/engine/define-function';
import { catalogue } from '../../../src/functions/catalogue';
import { parseFormula } from '../../../src/functions/parse';
import { defineFunction } from '../../../src/core/engine/define-function';
import { defineOperation } from '../../../src/core/engine/define-operation';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import type { Constant } from '../../../src/core/graph/vertex';
import { backpropRoundOff } from '../../../src/core/round-off/backprop-round-off';
import { DERIVED, OBSERVED, valueRoundOff } from '../../../src/core/round-off/graph-round-off';
import { Neg, Scale, Square } from '../../../src/functions/algebraic';
import { Product, Sum } from '../../../src/functions/arithmetic';
import { Exp } from '../../../src/functions/exponential';
import { type Counts, counted } from '../../support/counted';

const U = 2 ** -53;

/** Of (e^x - 1)/x = 1 + x/2! + x^2/3! + ..., term by term. */
function slopeOfExpm1OverX(x: number): number {
  let [sum, factorial] = [0, 1];
  for (let n = 1; n < 20; n++) {
    factorial *= n + 1;
    sum += (n * x ** (n - 1)) / factorial;
  }
  return sum;
}

describe('the round-off of backprop', () => {
  const graph = parseFormula('(exp(x) - 1)/x');

  test('of (exp(x)-1)/x at 1e-5 covers that half of the digits are wrong, and not much more', () => {
    const { backprop, roundOff } = differentiate(graph, Float64Array.of(1e-5), { roundOff: 'all' });
    const error = Math.abs((backprop[0] as number) - slopeOfExpm1OverX(1e-5));
    expect(backprop[0]).toBeCloseTo(0.5000043, 7);
    expect(error).toBeGreaterThan(9e-7);
    expect(roundOff?.[0]).toBeGreaterThan(error);
    expect(roundOff?.[0]).toBeLessThan(10 * error);
  });

  test('covers it at all sizes of x, and tells where there is none to speak of', () => {
    for (let e = -1; e > -25; e--) {
      const x = 1.37 * 2 ** e;
      const { backprop, roundOff } = differentiate(graph, Float64Array.of(x), { roundOff: 'all' });
      const error = Math.abs((backprop[0] as number) - slopeOfExpm1OverX(x));
      // Of exp(x)/x - (exp(x)-1)/x^2, each rounded some times.
      const products = (6 * U) / x;
      expect([e, error < (roundOff?.[0] as number) + products]).toEqual([e, true]);
      expect([e, (roundOff?.[0] as number) < (16 * U) / x ** 2 + 3 * products]).toEqual([e, true]);
    }
  });

  test('is none of its own business where no function says that its derivative loses digits', () => {
    const { roundOff } = differentiate(graph, Float64Array.of(1e-5), { roundOff: 'own' });
    expect(roundOff).toEqual(Float64Array.of(0));
  });

  test('of a derivative that says so is carried back and summed where the variable is used again', () => {
    const Rough = defineFunction({
      ...Neg.definition,
      name: 'rough',
      derivativeRoundOff: () => 0.125,
    });
    const known = catalogue.with([Rough]);
    const rough = parseFormula('(rough(square(x)) + rough(square(x)))*5', known);
    // Built of equal nodes, so one; used twice: 2 * 5 * 0.125 at a, times 2x at x.
    const { roundOff } = differentiate(rough, Float64Array.of(3), { roundOff: 'own' });
    expect(roundOff).toEqual(Float64Array.of(2 * 5 * 0.125 * 6));
  });

  test('is none where all is exact, even where the gradient is infinite', () => {
    const root = parseFormula('sqrt(-x)');
    const options = { columns: ['backprop'], roundOff: 'all' } as const;
    const { backprop, roundOff } = differentiate(root, Float64Array.of(0), options);
    expect([backprop[0], roundOff?.[0]]).toEqual([-Infinity, 0]);
  });

  test('of a point in a block is that of the point alone', () => {
    const squared = parseFormula('square(exp(exp(x))/x)');
    const points = [1e-5, 0.3, -2, 1e-8];
    const of = (...x: number[]): number[] => [
      ...(differentiate(squared, Float64Array.from(x), { roundOff: 'all' }).roundOff ?? []),
    ];
    expect(of(...points)).toEqual(points.flatMap((x) => of(x)));
  });

  test('that nobody knows is infinite, even if it is multiplied by 0', () => {
    const Unknown = defineFunction({ ...Neg.definition, derivativeRoundOff: () => NaN });
    const unknown = new Chain([Unknown, Square]);
    expect(differentiate(unknown, Float64Array.of(0), { roundOff: 'own' }).roundOff).toEqual(
      Float64Array.of(Infinity),
    );
    const values = [0, 0, 0];
    expect(backpropRoundOff(unknown, values, [0, 0, 1], 'own')).toEqual([Infinity]);
  });
});

describe('the round-off of values', () => {
  /** Of the last value at x, where x itself is wrong by so much. */
  const lastOf = (graph: Graph, x: number, model = DERIVED, wrong = 0): number =>
    valueRoundOff(graph, graph.valuesAt(x), model, [wrong]).at(-1) as number;

  test.each([
    ['of what is exact is none', '-x', 0.3, 0],
    ['of what is exact is none', 'max(x, 2)', 3, 0],
    ['of a number as it is written is none', '0.1', 3, 0],
    ['of one function is half a unit', 'exp(x)', 1, U * Math.E],
    ['of a function of two is the same', 'x/3', 1, U / 3],
    ['of a number that has been folded is that of the division', '1/3', 1, U / 3],
    ['of a product of such is that of all three', '1/3*(1/3)', 1, (3 * U) / 9],
    [
      'grows by the slope',
      'sqrt(square(x) + 1)',
      2,
      (9 * U) / (2 * Math.sqrt(5)) + Math.sqrt(5) * U,
    ],
    ['adds up where a variable is used again', 'square(x) - square(x)', 3, 2 * 9 * U],
  ])('%s: %s at %d', (_, text, x, expected) => {
    expect(lastOf(parseFormula(text), x)).toBeCloseTo(expected, 30);
  });

  test('by derivatives hands the value to them, of which some are made', () => {
    const OwnProduct = defineOperation({
      ...Product.definition,
      name: 'own',
      partials: [(a = NaN, _, y = NaN) => y / a, (_, b = NaN, y = NaN) => y / b],
    });
    const product = parseFormula('own(x, 3)', catalogue.with([OwnProduct]));
    expect(lastOf(product, 2, DERIVED, 2 ** -20)).toBeCloseTo(3 * 2 ** -20, 14);
  });

  test('of a number that was made of another one twice, a hundred times over, asks once for each', () => {
    const counts: Counts = { values: 0, derivatives: 0 };
    const [sum, half] = [counted(Sum, counts), counted(Scale.of(0.5), counts)];
    const builder = new GraphBuilder(['x']);
    let one = builder.constant(1, '1');
    for (let i = 0; i < 100; i++)
      one = builder.apply(sum, [builder.apply(half, [one]), builder.apply(half, [one])]);
    const spelling = { formula: () => 'f(x)', text: () => 'f(x)' };
    const graph = builder.build(builder.apply(Product, [one, 0]), spelling);
    expect(counts).toEqual({ values: 200, derivatives: 0 });
    expect(graph.vertices[1]).toMatchObject({ kind: 'constant', value: 1 });
    expect((graph.vertices[1] as Constant).text.length).toBeLessThan(80);
    // Each level rounds half of it and all of it, and hands on what it gets.
    expect(valueRoundOff(graph, graph.valuesAt(1), DERIVED)[1]).toBeCloseTo(200 * U, 20);
    // The first half is of a number that is exact.
    expect(counts).toEqual({ values: 200, derivatives: 299 });
  });

  test('by values alone believes no derivative, not even a wrong one', () => {
    const Wrong = defineFunction({ ...Square.definition, derivative: () => 1e6 });
    const square = (f: FunctionClass): number => lastOf(new Chain([f]), 3, OBSERVED, 1e-8);
    expect(square(Wrong)).toBe(square(Square));
    expect(square(Square)).toBeCloseTo(6e-8, 13);
    expect(lastOf(new Chain([Wrong]), 3, DERIVED, 1e-8)).toBeCloseTo(1e-2, 10);
  });

  test('by values alone takes the steeper side of a kink, and what is a number where one side is not', () => {
    const observed = (text: string, wrong: number): number =>
      lastOf(parseFormula(text), 0, OBSERVED, wrong);
    expect(observed('max(8*x, x)', 1e-3)).toBeCloseTo(8e-3, 10);
    expect(observed('min(8*x, x)', 1e-3)).toBeCloseTo(8e-3, 10);
    expect(observed('sqrt(x)', 1e-6)).toBeCloseTo(1e-3, 10);
    expect(observed('log(x)', 1e-6)).toBe(Infinity);
  });

  test('that a function says of itself counts, and is Infinity where it cannot tell', () => {
    const rough = (own: number): Graph =>
      new Chain([defineFunction({ ...Exp.definition, roundOff: () => own })]);
    for (const model of [OBSERVED, DERIVED]) {
      expect(lastOf(rough(0.25), 0, model)).toBe(0.25);
      expect(lastOf(rough(NaN), 0, model)).toBe(Infinity);
    }
    // Values are taken to be off by two units at least.
    expect(lastOf(rough(0), 0, OBSERVED)).toBe(2 * U);
    expect(lastOf(rough(0), 0, DERIVED)).toBe(0);
  });
});

test('a constant that is made of 20,000 others, one of the other, has the round-off of all of them', () => {
  const graph = parseFormula(`x + (1${'+0.1'.repeat(20_000)})`);
  const roundOff = valueRoundOff(graph, graph.valuesAt(1), DERIVED).at(-1) as number;
  // Each of these sums, 1001 on average, is rounded by half of its last digit at most.
  expect(roundOff / U).toBeGreaterThan(20_000 * 1000);
  expect(roundOff / U).toBeLessThan(20_000 * 1002 + 4003);
});
