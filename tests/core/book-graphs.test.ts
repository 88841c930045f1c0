/** @file The book's steps 11 to 14: functions of several Variables, and Variables that are used again. */

import { defineOperation } from '../../src/core/engine/define-operation';
import { DezeroError } from '../../src/core/text/errors';
import { Function } from '../../src/core/engine/function';
import { Variable } from '../../src/core/engine/variable';
import { Cube, Identity, Square } from '../../src/functions/algebraic';
import { Difference, Power, Product, Quotient, Sum } from '../../src/functions/arithmetic';
import { Exp } from '../../src/functions/exponential';
import { Choice } from '../../src/functions/logic';
import { Sin } from '../../src/functions/trigonometric';
import { constant, gradientsOf, numbersOf, Tape } from '../support/tape';

function errorOf(attempt: () => unknown): [code: string, message: string] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DezeroError) return [error.code, error.message];
    throw error;
  }
  return ['no error', ''];
}

/** add as the book's step 14 has it: backward returns gy itself, twice. */
class SharingSum extends Function {
  override forward(a: Float64Array, b: Float64Array): Float64Array {
    return a.map((value, i) => value + (b[i] as number));
  }

  override backward(gy: Float64Array): readonly Float64Array[] {
    return [gy, gy];
  }
}

describe('the figures of the book', () => {
  test('add(x, x) at 3 has the gradient 2 (step 14)', () => {
    const [tape, x] = [new Tape(), Variable.of(3)];
    expect(tape.apply(Sum, x, x).item()).toBe(6);
    expect(gradientsOf([x], tape.applied)).toEqual([[2]]);
  });

  test('add(add(x, x), x) at 3 has the gradient 3 (step 14)', () => {
    const [tape, x] = [new Tape(), Variable.of(3)];
    tape.apply(Sum, tape.apply(Sum, x, x), x);
    expect(gradientsOf([x], tape.applied)).toEqual([[3]]);
  });

  test('square(x) + square(y) at (2, 3) is 13, with the gradients 4 and 6 (step 13)', () => {
    const [tape, x, y] = [new Tape(), Variable.of(2), Variable.of(3)];
    const z = tape.apply(Sum, tape.apply(Square, x), tape.apply(Square, y));
    expect(z.item()).toBe(13);
    expect(gradientsOf([x, y], tape.applied)).toEqual([[4], [6]]);
  });

  test('square(square(x)) + square(square(x)) at 2 is 32, with the gradient 64 (step 16)', () => {
    const [tape, x] = [new Tape(), Variable.of(2)];
    const a = tape.apply(Square, x);
    const y = tape.apply(Sum, tape.apply(Square, a), tape.apply(Square, a));
    expect(y.item()).toBe(32);
    expect(gradientsOf([x, a], tape.applied)).toEqual([[64], [16]]);
  });

  test('Matyas at (1, 1) has the gradient 0.040000000000000036 twice', () => {
    const [tape, x, y] = [new Tape(), Variable.of(1), Variable.of(1)];
    const squares = tape.apply(Sum, tape.apply(Square, x), tape.apply(Square, y));
    const first = tape.apply(Product, constant(0.26), squares);
    const second = tape.apply(Product, tape.apply(Product, constant(0.48), x), y);
    expect(tape.apply(Difference, first, second).item()).toBe(0.52 - 0.48);
    const slope = 0.040000000000000036;
    expect(gradientsOf([x, y], tape.applied)).toEqual([[slope], [slope]]);
  });

  test('Goldstein-Price at (1, 1) is 1876, with the gradient (-5376, 8064)', () => {
    const [tape, x, y] = [new Tape(), Variable.of(1), Variable.of(1)];
    const sum = (...terms: readonly Variable[]): Variable =>
      terms.reduce((a, b) => tape.apply(Sum, a, b));
    const times = (factor: number, v: Variable): Variable =>
      tape.apply(Product, constant(factor), v);
    const [xx, yy, xy] = [tape.apply(Square, x), tape.apply(Square, y), tape.apply(Product, x, y)];
    // c + a x + b x^2 + d y + e x y + f y^2
    const quadratic = (c: number, a: number, b: number, d: number, e: number, f: number) =>
      sum(constant(c), times(a, x), times(b, xx), times(d, y), times(e, xy), times(f, yy));
    const factor = (c: number, squared: Variable, rest: Variable): Variable =>
      sum(constant(c), tape.apply(Product, tape.apply(Square, squared), rest));
    const z = tape.apply(
      Product,
      factor(1, sum(x, y, constant(1)), quadratic(19, -14, 3, -14, 6, 3)),
      factor(
        30,
        tape.apply(Difference, times(2, x), times(3, y)),
        quadratic(18, -32, 12, 48, -36, 27),
      ),
    );
    expect(z.item()).toBe(1876);
    expect(gradientsOf([x, y], tape.applied)).toEqual([[-5376], [8064]]);
  });
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
  test.each<[string, () => unknown, string, RegExp]>([
    [
      'with one of two Variables',
      () => new Sum().call(Variable.of(1)),
      'wrong-type',
      /add takes 2 Variables, a and b, not 1 Variable$/,
    ],
    [
      'with three of two',
      () => new Sum().call(...[1, 2, 3].map((v) => Variable.of(v))),
      'wrong-type',
      /not 3 Variables$/,
    ],
    [
      'with two of three',
      () => new Choice().call(Variable.of(1), Variable.of(2)),
      'wrong-type',
      /takes 3 Variables, test and then and else, not 2 Variables$/,
    ],
    ['with none', () => new Sum().call(), 'wrong-type', /Add needs a Variable, not undefined/],
    [
      'with a number for the second',
      () => new Sum().call(Variable.of(1), 2 as never),
      'wrong-type',
      /Add needs a Variable, not a number/,
    ],
    [
      'with batches of different length',
      () => new Sum().call(Variable.of(1, 2), Variable.of(1)),
      'wrong-type',
      /Add is called with have 2 and 1 numbers/,
    ],
    [
      'with a longer batch for the second',
      () => new Sum().call(Variable.of(1), Variable.of(1, 2)),
      'wrong-type',
      /have 1 and 2 numbers/,
    ],
    [
      'before it is called, backward',
      () => new Sum().backward(Float64Array.of(1)),
      'not-called',
      /this Add has not been called yet/,
    ],
  ])('%s', (_, attempt, code, message) => {
    const [found, text] = errorOf(attempt);
    expect(found).toBe(code);
    expect(text).toMatch(message);
  });

  test('the second time, and the graph that it is in stays as it was', () => {
    const [f, x, y] = [new Product(), Variable.of(3), Variable.of(4)];
    const z = f.call(x, y);
    expect(errorOf(() => f.call(z, x))).toEqual([
      'already-called',
      expect.stringContaining('make a new Mul for each call'),
    ]);
    z.backward();
    expect([f.inputs, f.input, f.output]).toEqual([[x, y], x, z]);
    expect([x, y].map(({ grad }) => numbersOf(grad))).toEqual([[4], [3]]);
  });
});
