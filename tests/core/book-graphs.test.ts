import { thrownBy } from '../support/refusal';
import { parseFormula } from '../../src/functions/parse';
/** @file The book's steps 11 to 14: functions of several Variables, and Variables that are used again. */

import { defineOperation } from '../../src/core/engine/define-operation';
import { DezeroError } from '../../src/core/text/errors';
import { Function } from '../../src/core/engine/function';
import { Variable } from '../../src/core/engine/variable';
import { Cube, Identity, Square } from '../../src/functions/algebraic';
import { Power, Product, Quotient, Sum } from '../../src/functions/arithmetic';
import { Exp } from '../../src/functions/exponential';
import { Choice } from '../../src/functions/logic';
import { Sin } from '../../src/functions/trigonometric';
import { constant, gradientsOf, numbersOf, Tape } from '../support/tape';

/** add as the book's step 14 has it: backward returns gy itself, twice. */
class SharingSum extends Function {
  override forward(a: Float64Array, b: Float64Array): Float64Array {
    return a.map((value, i) => value + (b[i] as number));
  }

  override backward(gy: Float64Array): readonly Float64Array[] {
    return [gy, gy];
  }
}

const GOLDSTEIN_PRICE =
  '(1 + (x + y + 1)^2 * (19 - 14x + 3x^2 - 14y + 6x*y + 3y^2)) * ' +
  '(30 + (2x - 3y)^2 * (18 - 32x + 12x^2 + 48y - 36x*y + 27y^2))';

test.each<[string, number[], number, number[]]>([
  ['x + x', [3], 6, [2]],
  ['(x + x) + x', [3], 9, [3]],
  ['square(x) + square(y)', [2, 3], 13, [4, 6]],
  ['square(square(x)) + square(square(x))', [2], 32, [64]],
  ['x^2 + y^2', [1, 1], 2, [2, 2]],
  [
    '0.26*(x^2 + y^2) - 0.48*x*y',
    [1, 1],
    0.52 - 0.48,
    [0.040000000000000036, 0.040000000000000036],
  ],
  [GOLDSTEIN_PRICE, [1, 1], 1876, [-5376, 8064]],
])('the book has %s at %j: the value %d, and the gradient %j', (text, point, y, gradient) => {
  const variables = point.map((x) => Variable.of(x));
  const applied = parseFormula(text).forward(...variables);
  expect(applied.at(-1)?.output.item()).toBe(y);
  expect(gradientsOf(variables, applied)).toEqual(gradient.map((slope) => [slope]));
});

describe('a Variable that is used again', () => {
  test('three times gets the sum of all three', () => {
    const [tape, x] = [new Tape(), Variable.of(2)];
    const [a, b, c] = [tape.apply(Square, x), tape.apply(Cube, x), tape.apply(Product, x, x)];
    tape.apply(Sum, tape.apply(Sum, a, b), c);
    expect(gradientsOf([x, a, b, c], tape.applied)).toEqual([[20], [1], [1], [1]]);
  });

  test('in all three places of one function too', () => {
    const [tape, x] = [new Tape(), Variable.of(3)];
    tape.apply(Choice, x, x, x);
    expect(gradientsOf([x], tape.applied)).toEqual([[1]]);
  });

  test('does not change the array that a function returned for two of them', () => {
    const [tape, x, y] = [new Tape(), Variable.of(2, 5), Variable.of(3, 7)];
    const [a, b] = [tape.apply(Identity, x), tape.apply(Identity, y)];
    const shared = tape.apply(SharingSum, a, b);
    // a arrives at the sum twice, b once.
    const z = tape.apply(SharingSum, shared, a);
    expect(gradientsOf([x, y], tape.applied)).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect([z, shared, b].map(({ grad }) => numbersOf(grad))).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test('does not change the gradient that the output started from', () => {
    const [tape, x] = [new Tape(), Variable.of(3)];
    const y = tape.apply(SharingSum, x, x);
    const start = Float64Array.of(5);
    y.grad = start;
    y.backward();
    expect([x.grad, y.grad]).toEqual([Float64Array.of(10), Float64Array.of(5)]);
    expect(y.grad).toBe(start);
  });

  test('is summed for each number of a batch by itself, with the bits of that number alone', () => {
    const build = (...numbers: number[]): (number[] | null)[] => {
      const [tape, x] = [new Tape(), Variable.of(...numbers)];
      const a = tape.apply(Exp, x);
      tape.apply(Quotient, tape.apply(Product, a, x), tape.apply(Sum, a, tape.apply(Sin, x)));
      return gradientsOf([x], tape.applied);
    };
    const numbers = [0.7, -1.5, 2, 1e-3];
    expect(build(...numbers)).toEqual([numbers.flatMap((x) => build(x)[0])]);
  });
});

test('the partial derivatives of a function are given its value, point by point', () => {
  const OwnProduct = defineOperation({
    ...Product.definition,
    partials: [(a = NaN, _, y = NaN) => y / a, (_, b = NaN, y = NaN) => y / b],
  });
  const OwnVolume = defineOperation({
    ...Product.definition,
    name: 'volume',
    arguments: ['a', 'b', 'c'],
    value: (a = NaN, b = NaN, c = NaN) => a * b * c,
    partials: [0, 1, 2].map(
      (k) =>
        (...numbers) =>
          (numbers[3] as number) / (numbers[k] as number),
    ),
  });
  const [a, b, c] = [Variable.of(2, 5), Variable.of(4, 8), Variable.of(16, 1)];
  expect(gradientsOf([a, b], tapeOf(OwnProduct, a, b))).toEqual([
    [4, 8],
    [2, 5],
  ]);
  expect(gradientsOf([a, b, c], tapeOf(OwnVolume, a, b, c))).toEqual([
    [64, 8],
    [32, 5],
    [8, 40],
  ]);
});

function tapeOf(F: new () => Function, ...inputs: readonly Variable[]): Function[] {
  const tape = new Tape();
  tape.apply(F, ...inputs);
  return tape.applied;
}

describe('a number of a formula', () => {
  test('has no gradient, whatever is done with it', () => {
    const [tape, x, two] = [new Tape(), Variable.of(5), constant(2)];
    const four = tape.apply(Product, two, two);
    const y = tape.apply(Quotient, tape.apply(Product, four, x), two);
    expect(y.item()).toBe(10);
    expect(gradientsOf([x, two], tape.applied)).toEqual([[2], null]);
  });

  test('has no derivative that could be NaN: that of x^0.5 by the exponent is not asked for', () => {
    const asked: string[] = [];
    const OwnPower = defineOperation({
      ...Power.definition,
      partials: Power.definition.partials.map((partial, k) => (...numbers) => {
        asked.push('base exponent'.split(' ')[k] as string);
        return partial(...numbers);
      }),
    });
    const [tape, x, half] = [new Tape(), Variable.of(4), constant(0.5)];
    tape.apply(OwnPower, x, half);
    expect(gradientsOf([x, half], tape.applied)).toEqual([[0.25], null]);
    expect(new Set(asked)).toEqual(new Set(['base']));
  });
});

describe('a function is refused', () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      'with one of two Variables',
      () => new Sum().call(Variable.of(1)),
      /add takes 2 Variables, a and b, not 1 Variable$/,
    ],
    [
      'with three of two',
      () => new Sum().call(...[1, 2, 3].map((v) => Variable.of(v))),
      /not 3 Variables$/,
    ],
    [
      'with two of three',
      () => new Choice().call(Variable.of(1), Variable.of(2)),
      /takes 3 Variables, test and then and else, not 2 Variables$/,
    ],
    ['with none', () => new Sum().call(), /Add needs a Variable, not undefined/],
    [
      'with a number for the second',
      () => new Sum().call(Variable.of(1), 2 as never),
      /Add needs a Variable, not a number/,
    ],
    [
      'with batches of different length',
      () => new Sum().call(Variable.of(1, 2), Variable.of(1)),
      /Add is called with have 2 and 1 numbers/,
    ],
    [
      'with a longer batch for the second',
      () => new Sum().call(Variable.of(1), Variable.of(1, 2)),
      /have 1 and 2 numbers/,
    ],
  ])('%s', (_, attempt, message) => {
    const { code, message: told } = thrownBy(attempt) as DezeroError;
    expect([code, told]).toEqual(['wrong-type', expect.stringMatching(message)]);
  });

  test('backward, before it is called', () => {
    expect(thrownBy(() => new Sum().backward(Float64Array.of(1)))).toMatchObject({
      code: 'not-called',
      message: expect.stringContaining('this Add has not been called yet') as string,
    });
  });

  test('the second time, and the graph that it is in stays as it was', () => {
    const [f, x, y] = [new Product(), Variable.of(3), Variable.of(4)];
    const z = f.call(x, y);
    expect(thrownBy(() => f.call(z, x))).toMatchObject({
      code: 'already-called',
      message: expect.stringContaining('make a new Mul for each call') as string,
    });
    z.backward();
    expect([f.inputs, f.input, f.output]).toEqual([[x, y], x, z]);
    expect([x, y].map(({ grad }) => numbersOf(grad))).toEqual([[4], [3]]);
  });
});
