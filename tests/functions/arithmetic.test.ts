import type { OperationClass } from '../../src/core/engine/define-operation';
import { partialAt, valueAt } from '../../src/core/engine/at-point';
import { Variable } from '../../src/core/engine/variable';
import { add, pow } from '../../src/functions/algebraic';
import {
  Difference,
  div,
  Mod,
  mod,
  mul,
  Power,
  Product,
  Quotient,
  sub,
  Sum,
} from '../../src/functions/arithmetic';
import { Maximum, max, Minimum, min } from '../../src/functions/extremes';
import { Atan2, atan2, Hypot, hypot } from '../../src/functions/polar';
import { pairRows } from '../support/fixtures';

const OPERATIONS = [Sum, Difference, Product, Quotient, Power, Maximum, Minimum, Hypot, Atan2, Mod];
const named = OPERATIONS.map((operation) => [operation.definition.name, operation] as const);

const numbersOf = (
  f: OperationClass,
  pair: readonly number[],
): readonly [number, number, number] => {
  const y = valueAt(f, pair);
  return [y, partialAt(f, 0, pair, y), partialAt(f, 1, pair, y)];
};

describe('the nearest doubles, at the pairs that are hardest to round too', () => {
  const rows = pairRows();

  test.each(named.filter(([name]) => rows.some((row) => row.name === name)))('of %s', (name, f) => {
    const mine = rows.filter((row) => row.name === name);
    expect(mine.length).toBeGreaterThan(150);
    const wrong = mine
      .map((row) => ({ ...row, computed: numbersOf(f, row.pair)[row.by] }))
      .filter(({ y, computed }) => computed !== y);
    expect(wrong).toEqual([]);
  });
});

describe.each(named)('%s', (name, f) => {
  const { definition } = f;

  test('is named in its formulas as it is in the entry', () => {
    expect(f.name.toLowerCase()).toBe(name);
    expect(definition.arguments).toHaveLength(2);
    expect(definition.partials).toHaveLength(2);
    expect(definition.partialFormulas).toHaveLength(2);
    if (definition.operator !== undefined)
      expect(definition.formula).toContain(definition.operator);
    for (const argument of definition.arguments) expect(definition.formula).toContain(argument);
  });

  test('its partials are its slopes, at the samples', () => {
    expect(definition.samples.length).toBeGreaterThan(3);
    for (const pair of definition.samples) {
      const [, ...partials] = numbersOf(f, pair);
      for (const [k, partial] of partials.entries()) {
        const eps = 2 ** -17;
        const moved = (by: number): number =>
          valueAt(
            f,
            pair.map((x, i) => (i === k ? x + by : x)),
          );
        const slope = (moved(eps) - moved(-eps)) / (2 * eps);
        expect([pair, k, Math.abs(partial - slope) / (1 + Math.abs(partial))]).toEqual([
          pair,
          k,
          expect.closeTo(0, 7) as number,
        ]);
      }
    }
  });

  test('its samples are in the domain and off what is singular', () => {
    for (const pair of definition.samples) {
      expect([pair, definition.domain.contains(...pair)]).toEqual([pair, true]);
      for (const { isAt } of definition.singularities ?? []) expect(isAt(...pair)).toBe(false);
    }
  });

  test('in a block it is what it is at each point, whatever the numbers', () => {
    const numbers = [-Infinity, -2.5, -1, -0, 0, 1, 1.5, 1e308, Infinity, NaN];
    const pairs = numbers.flatMap((a) => numbers.map((b) => [a, b]));
    const inputs = [0, 1].map(
      (k) => new Variable(Float64Array.from(pairs, (pair) => pair[k] ?? 0)),
    );
    const node = new f();
    const { data } = node.call(...inputs);
    const gradients = node.backward(new Float64Array(pairs.length).fill(3));
    const [byFirst, bySecond] = gradients as readonly Float64Array[];
    for (const [i, pair] of pairs.entries()) {
      const [y, ...partials] = numbersOf(f, pair);
      const scaled = partials.map((partial) => partial * 3);
      expect([pair, data[i], byFirst?.[i], bySecond?.[i]]).toEqual([pair, y, ...scaled]);
    }
  });

  test('NaN in either argument makes everything NaN', () => {
    for (const pair of [
      [NaN, 1],
      [NaN, 0],
      [1, NaN],
      [0, NaN],
      [NaN, NaN],
      [Infinity, NaN],
    ]) {
      expect([pair, ...numbersOf(f, pair)]).toEqual([pair, NaN, NaN, NaN]);
    }
  });

  test('where it has no value, or an infinite one from finite numbers near 0, is outside the domain', () => {
    const numbers = [-2, -1.5, -1, -0.5, -0, 0, 0.5, 1, 1.5, 2];
    for (const pair of numbers.flatMap((a) => numbers.map((b) => [a, b]))) {
      const y = valueAt(f, pair);
      const isPole = Math.abs(y) === Infinity;
      expect([pair, definition.domain.contains(...pair)]).toEqual([
        pair,
        !isPole && !Number.isNaN(y) && !(name === 'div' && pair[1] === 0) && !isPoleOfPower(pair),
      ]);
    }
    function isPoleOfPower([a = NaN, b = NaN]: number[]): boolean {
      return name === 'pow' && a === 0 && b < 0;
    }
  });
});

// The value and the derivatives by the first and the second argument.
test.each<[OperationClass, number, number, number, number, number]>([
  [Sum, Infinity, 1, Infinity, 1, 1],
  [Sum, Infinity, -Infinity, NaN, NaN, NaN],
  [Difference, 1, 3, -2, 1, -1],
  [Difference, Infinity, Infinity, NaN, NaN, NaN],
  [Product, 0, 3, 0, 3, 0],
  [Product, Infinity, 0, NaN, NaN, NaN],
  [Quotient, 1, 0, Infinity, NaN, NaN],
  [Quotient, 1, -0, -Infinity, NaN, NaN],
  [Quotient, 0, 0, NaN, NaN, NaN],
  [Quotient, 0, 4, 0, 0.25, -0],
  [Quotient, 1, Infinity, 0, 0, -0],
  [Quotient, Infinity, 2, Infinity, 0.5, -Infinity],
  [Quotient, 1, 1e200, 1e-200, 1e-200, -0],
  [Quotient, 1e200, 1e200, 1, 1e-200, -1e-200],
  [Maximum, 2, 2, 2, 1, 0],
  [Maximum, 0, -0, 0, 1, 0],
  [Maximum, -0, 0, -0, 1, 0],
  [Maximum, 1, 2, 2, 0, 1],
  [Maximum, -Infinity, 1, 1, 0, 1],
  [Minimum, 2, 2, 2, 1, 0],
  [Minimum, 1, 2, 1, 1, 0],
  [Minimum, 1, -Infinity, -Infinity, 0, 1],
  [Hypot, 0, 0, 0, 0, 0],
  [Hypot, 3, 4, 5, 0.6, 0.8],
  [Hypot, -3, 0, 3, -1, 0],
  [Hypot, Infinity, 1, Infinity, 1, 0],
  [Hypot, -Infinity, Infinity, Infinity, NaN, NaN],
  [Hypot, 1e300, 1e300, 1.4142135623730952e300, 0.7071067811865476, 0.7071067811865476],
  [Atan2, 0, 0, NaN, NaN, NaN],
  [Atan2, -0, 0, NaN, NaN, NaN],
  [Atan2, 0, 2, 0, 0.5, -0],
  [Atan2, 0, -2, Math.PI, -0.5, -0],
  [Atan2, -0, -2, -Math.PI, -0.5, 0],
  [Atan2, 2, 0, Math.PI / 2, 0, -0.5],
  [Atan2, -2, -0, -Math.PI / 2, 0, 0.5],
  [Atan2, 1, Infinity, 0, 0, -0],
  [Atan2, 1, -Infinity, Math.PI, -0, -0],
  [Atan2, -Infinity, 1, -Math.PI / 2, 0, 0],
  [Atan2, Infinity, Infinity, Math.PI / 4, 0, -0],
  [Atan2, Infinity, -Infinity, (3 * Math.PI) / 4, -0, -0],
  [Mod, 7, 3, 1, 1, -2],
  [Mod, -7, 3, 2, 1, 3],
  [Mod, 7, -3, -2, 1, 3],
  [Mod, -7, -3, -1, 1, -2],
  [Mod, 6, -3, 0, 1, 2],
  [Mod, -0, 3, 0, 1, 0],
  [Mod, 1, 0, NaN, NaN, NaN],
  [Mod, Infinity, 2, NaN, NaN, NaN],
  [Mod, 1, Infinity, 1, 1, 0],
  [Mod, -1, Infinity, Infinity, 1, 1],
  [Mod, 1, -Infinity, -Infinity, 1, 1],
  // 1/0.1 as doubles is just below 10, though the quotient rounds to 10.
  [Mod, 1, 0.1, 0.09999999999999995, 1, -9],
  [Mod, -1e-20, 1, 1, 1, 1],
  [Mod, -5e-324, 1e308, 1e308, 1, 1],
])('%p of %d and %d is %d, with slopes %d and %d', (f, a, b, y, first, second) => {
  const computed = numbersOf(f, [a, b]);
  for (const [i, expected] of [y, first, second].entries()) {
    if (expected === 0) expect(computed[i]).toBeCloseTo(0, 300);
    else expect(computed[i]).toBe(expected);
  }
});

test('kinks and jumps are where the entries say', () => {
  const at = ({ definition }: OperationClass, a: number, b: number): string[] =>
    (definition.singularities ?? []).filter(({ isAt }) => isAt(a, b)).map(({ kind }) => kind);
  expect(at(Maximum, 2, 2)).toEqual(['kink']);
  expect(at(Minimum, 0, -0)).toEqual(['kink']);
  expect(at(Minimum, 2, 3)).toEqual([]);
  expect(at(Hypot, 0, -0)).toEqual(['kink']);
  expect(at(Hypot, 0, 1)).toEqual([]);
  expect(at(Atan2, 0, -1)).toEqual(['jump']);
  expect(at(Atan2, -0, -1)).toEqual(['jump']);
  expect(at(Atan2, 0, 1)).toEqual([]);
  expect(at(Mod, 6, -3)).toEqual(['jump']);
  expect(at(Mod, 0, 3)).toEqual(['jump']);
  expect(at(Mod, 1, 0.1)).toEqual([]);
  expect(at(Power, 0, 0)).toEqual(['jump']);
  expect(at(Power, 0, 0.5)).toEqual(['kink']);
  expect(at(Power, 0, 2)).toEqual([]);
});

describe('functions of Variables', () => {
  const [x, y] = [Variable.of(7), Variable.of(2)];

  test.each([
    ['add', add(x, y), 9],
    ['add, of a number', add(x, -2), 5],
    ['sub', sub(x, y), 5],
    ['mul', mul(x, y), 14],
    ['div', div(x, y), 3.5],
    ['pow', pow(x, y), 49],
    ['pow, of a number', pow(x, 2), 49],
    ['max', max(x, y), 7],
    ['min', min(x, y), 2],
    ['hypot', hypot(x, y), Math.sqrt(53)],
    ['atan2', atan2(x, y), 1.2924966677897853],
    ['mod', mod(x, y), 1],
  ])('%s', (_, output, value) => {
    expect(output.item()).toBe(value);
  });

  test('a gradient goes to both', () => {
    const [a, b] = [Variable.of(3), Variable.of(3)];
    div(mul(a, b), add(a, b)).backward();
    expect([a.grad, b.grad]).toEqual([Float64Array.of(0.25), Float64Array.of(0.25)]);
  });

  test('x + x has the gradient 2', () => {
    const a = Variable.of(3);
    add(a, a).backward();
    expect(a.grad).toEqual(Float64Array.of(2));
  });

  test('a second argument that is neither is refused', () => {
    expect(() => pow(x, 'two' as unknown as number)).toThrow('pow needs a number');
    expect(() => mul(x, 2 as unknown as Variable)).toThrow('needs a Variable');
  });

  test('what max and min leave out has no say', () => {
    expect(Maximum.definition.uses?.map((isUsed) => isUsed(1, 2))).toEqual([false, true]);
    expect(Maximum.definition.uses?.map((isUsed) => isUsed(2, 2))).toEqual([true, false]);
    expect(Minimum.definition.uses?.map((isUsed) => isUsed(1, 2))).toEqual([true, false]);
    expect(Minimum.definition.uses?.map((isUsed) => isUsed(NaN, 2))).toEqual([true, true]);
  });
});
