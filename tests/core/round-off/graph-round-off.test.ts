import { defineFunction } from '../../../src/core/engine/define-function';
import { type AnyFunctionClass, defineOperation } from '../../../src/core/engine/define-operation';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import type { Constant } from '../../../src/core/graph/vertex';
import { backpropRoundOff } from '../../../src/core/round-off/backprop-round-off';
import { DERIVED, OBSERVED, valueRoundOff } from '../../../src/core/round-off/graph-round-off';
import { Neg, Scale, Sqrt, Square } from '../../../src/functions/algebraic';
import { Difference, Product, Quotient, Sum } from '../../../src/functions/arithmetic';
import { Exp, Log } from '../../../src/functions/exponential';
import { Maximum, Minimum } from '../../../src/functions/extremes';
import { type Counts, counted } from '../../support/counted';
import { graphOfParts } from '../../support/formulas';

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
  const graph = graphOfParts((f, x) =>
    f.apply(Quotient, [f.apply(Difference, [f.apply(Exp, [x]), f.number(1)]), x]),
  );

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
    const Rough = defineFunction({ ...Neg.definition, derivativeRoundOff: () => 0.125 });
    const rough = graphOfParts((f, x) => {
      const a = f.apply(Square, [x]);
      return f.apply(Product, [
        f.apply(Sum, [f.apply(Rough, [a]), f.apply(Rough, [a])]),
        f.number(5),
      ]);
    });
    // Built of equal nodes, so one; used twice: 2 * 5 * 0.125 at a, times 2x at x.
    const { roundOff } = differentiate(rough, Float64Array.of(3), { roundOff: 'own' });
    expect(roundOff).toEqual(Float64Array.of(2 * 5 * 0.125 * 6));
  });

  test('is none where all is exact, even where the gradient is infinite', () => {
    const root = graphOfParts((f, x) => f.apply(Sqrt, [f.apply(Neg, [x])]));
    const options = { columns: ['backprop'], roundOff: 'all' } as const;
    const { backprop, roundOff } = differentiate(root, Float64Array.of(0), options);
    expect([backprop[0], roundOff?.[0]]).toEqual([-Infinity, 0]);
  });

  test('of a point in a block is that of the point alone', () => {
    const squared = graphOfParts((f, x) =>
      f.apply(Square, [f.apply(Quotient, [f.apply(Exp, [f.apply(Exp, [x])]), x])]),
    );
    const points = [1e-5, 0.3, -2, 1e-8];
    const of = (...x: number[]): number[] => [
      ...(differentiate(squared, Float64Array.from(x), { roundOff: 'all' }).roundOff ?? []),
    ];
    expect(of(...points)).toEqual(points.flatMap((x) => of(x)));
  });

  test('that nobody knows is infinite, even if it is multiplied by 0', () => {
    const Unknown = defineFunction({ ...Neg.definition, derivativeRoundOff: () => NaN });
    const unknown = graphOfParts((f, x) => f.apply(Square, [f.apply(Unknown, [x])]));
    expect(differentiate(unknown, Float64Array.of(0), { roundOff: 'own' }).roundOff).toEqual(
      Float64Array.of(Infinity),
    );
    const values = [0, 0, 0];
    expect(backpropRoundOff(unknown, values, [0, 0, 1], 'own')).toEqual([Infinity]);
  });
});

describe('the round-off of values', () => {
  const lastOf = (
    f: Parameters<typeof graphOfParts>[0],
    x: number,
    model = DERIVED,
    wrong?: number,
  ): number => {
    const graph = graphOfParts(f);
    return valueRoundOff(graph, graph.valuesAt(x), model, wrong === undefined ? [] : [wrong]).at(
      -1,
    ) as number;
  };
  const unary =
    (F: AnyFunctionClass) => (f: Parameters<Parameters<typeof graphOfParts>[0]>[0], x: number) =>
      f.apply(F, [x]);

  test.each<[string, Parameters<typeof graphOfParts>[0], number, number]>([
    ['of what is exact is none: -x', unary(Neg), 0.3, 0],
    ['of what is exact is none: max(x, 2)', (f, x) => f.apply(Maximum, [x, f.number(2)]), 3, 0],
    ['of a number as it is written is none', (f) => f.number(0.1), 3, 0],
    ['of one function is half a unit', unary(Exp), 1, U * Math.E],
    ['of a function of two is the same', (f, x) => f.apply(Quotient, [x, f.number(3)]), 1, U / 3],
    [
      'of 1/3 that has been folded is that of the division',
      (f) => f.apply(Quotient, [f.number(1), f.number(3)]),
      1,
      U / 3,
    ],
    [
      'of 1/3 * 1/3 that of all three',
      (f) => {
        const third = f.apply(Quotient, [f.number(1), f.number(3)]);
        return f.apply(Product, [third, third]);
      },
      1,
      (3 * U) / 9,
    ],
    [
      'grows by the slope: sqrt(x^2 + 1)',
      (f, x) => f.apply(Sqrt, [f.apply(Sum, [f.apply(Square, [x]), f.number(1)])]),
      2,
      (4 * U + 5 * U) / (2 * Math.sqrt(5)) + Math.sqrt(5) * U,
    ],
    [
      'adds up where a variable is used again: x^2 - x^2',
      (f, x) => {
        const square = f.apply(Square, [x]);
        return f.apply(Difference, [square, square]);
      },
      3,
      2 * 9 * U,
    ],
  ])('%s', (_, make, x, expected) => {
    expect(lastOf(make, x)).toBeCloseTo(expected, 30);
  });

  test('by derivatives hands the value to them, of which some are made', () => {
    const OwnProduct = defineOperation({
      ...Product.definition,
      partials: [(a = NaN, _, y = NaN) => y / a, (_, b = NaN, y = NaN) => y / b],
    });
    const product: Parameters<typeof graphOfParts>[0] = (f, x) =>
      f.apply(OwnProduct, [x, f.number(3)]);
    expect(lastOf(product, 2, DERIVED, 2 ** -20)).toBeCloseTo(3 * 2 ** -20, 14);
  });

  test('of a number that was made of another one twice, a hundred times over, asks once for each', () => {
    const counts: Counts = { values: 0, derivatives: 0 };
    const [sum, half] = [counted(Sum, counts), counted(Scale.of(0.5), counts)];
    const graph = graphOfParts((f, x) => {
      let one = f.number(1);
      for (let i = 0; i < 100; i++)
        one = f.apply(sum, [f.apply(half, [one]), f.apply(half, [one])]);
      return f.apply(Product, [one, x]);
    });
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
    const square = (f: AnyFunctionClass): number =>
      lastOf((b, x) => b.apply(f, [x]), 3, OBSERVED, 1e-8);
    expect(square(Wrong)).toBe(square(Square));
    expect(square(Square)).toBeCloseTo(6e-8, 13);
    expect(lastOf((b, x) => b.apply(Wrong, [x]), 3, DERIVED, 1e-8)).toBeCloseTo(1e-2, 10);
  });

  test('by values alone takes the steeper side of a kink, and what is a number where one side is not', () => {
    const bend =
      (F: AnyFunctionClass): Parameters<typeof graphOfParts>[0] =>
      (f, x) =>
        f.apply(F, [f.apply(Product, [x, f.number(8)]), x]);
    expect(lastOf(bend(Maximum), 0, OBSERVED, 1e-3)).toBeCloseTo(8e-3, 10);
    expect(lastOf(bend(Minimum), 0, OBSERVED, 1e-3)).toBeCloseTo(8e-3, 10);
    expect(lastOf(unary(Sqrt), 0, OBSERVED, 1e-6)).toBeCloseTo(1e-3, 10);
    expect(lastOf(unary(Log), 0, OBSERVED, 1e-6)).toBe(Infinity);
  });

  test('that a function says of itself counts, and is Infinity where it cannot tell', () => {
    const Rough = (own: number): AnyFunctionClass =>
      defineFunction({ ...Exp.definition, roundOff: () => own });
    for (const model of [OBSERVED, DERIVED]) {
      expect(lastOf(unary(Rough(0.25)), 0, model)).toBe(0.25);
      expect(lastOf(unary(Rough(NaN)), 0, model)).toBe(Infinity);
    }
    // Values are taken to be off by two units at least.
    expect(lastOf(unary(Rough(0)), 0, OBSERVED)).toBe(2 * U);
    expect(lastOf(unary(Rough(0)), 0, DERIVED)).toBe(0);
  });
});

test('a constant that is made of 20,000 others, one of the other, has the round-off of all of them', () => {
  const graph = graphOfParts((f, x) => {
    let sum = f.number(1);
    for (let k = 0; k < 20_000; k++) sum = f.apply(Sum, [sum, f.number(0.1)]);
    return f.apply(Sum, [x, sum]);
  });
  const roundOff = valueRoundOff(graph, graph.valuesAt(1), DERIVED).at(-1) as number;
  // Each of these sums, 1001 on average, is rounded by half of its last digit at most.
  expect(roundOff / U).toBeGreaterThan(20_000 * 1000);
  expect(roundOff / U).toBeLessThan(20_000 * 1002 + 4003);
});
