import { catalogue } from '../../../src/functions/catalogue';
import { parseChain } from '../../../src/functions/parse';
import { isFamily } from '../../../src/core/engine/define-function';
import { rounded } from '../../../src/math/rounded/rounded';
import { even, exceptAt, odd, throughOrigin } from '../../../src/math/wrapped';
import { roundedRows } from '../../support/fixtures';
import { functionsOf } from '../../support/chains';

const rows = roundedRows();
const names = [...new Set(rows.map(({ name }) => name))];

/** These need no rounding, or are one operation of the processor. */
const EXACT = 'identity square neg abs add scale relu leakyRelu hardtanh'.split(' ');

test('the fixture has every function of the first release that has to be rounded', () => {
  const bare = new Set(names.map((name) => name.replace(/\(.*/, '')));
  const released = catalogue.entries.map(({ definition }) => definition.name);
  expect(bare.size + EXACT.length).toBe(47);
  for (const name of [...bare, ...EXACT]) expect(released).toContain(name);
});

describe.each(names)('%s', (name) => {
  const [FunctionClass] = functionsOf(parseChain(name));
  const { value, derivative } = FunctionClass?.definition ?? {};

  test.each([
    ['value', false],
    ['derivative', true],
  ])('its %s is the nearest double, at the points that are hardest to round too', (_, wanted) => {
    const mine = rows.filter((row) => row.name === name && row.isDerivative === wanted);
    expect(mine.length).toBeGreaterThan(40);
    const wrong = mine
      .map(({ x, y }) => {
        const computed = wanted ? derivative?.(x, value?.(x) ?? NaN) : value?.(x);
        return { x, y, computed };
      })
      .filter(({ y, computed }) => computed !== y);
    expect(wrong).toEqual([]);
  });
});

describe('known hard cases', () => {
  const valueOf = (name: string): ((x: number) => number) => {
    const entry = catalogue.entry(name);
    return isFamily(entry) ? entry.of().definition.value : entry.definition.value;
  };

  test.each([
    // 2^-56 ulp from the middle between two doubles; mpmath at 400 bits.
    ['exp', -0.006077448569608682, 0.9939409817655764],
    // 2^-54 ulp above the middle.
    ['exp', 2 ** -53, 1.0000000000000002],
    // The multiple of pi/2 that a double comes nearest to.
    ['cos', 5.319372648326541e255, -4.687165924254628e-19],
    ['sin', 1e22, -0.8522008497671888],
    // Just above the middle between 0 and the smallest double: x/2 + x^2/4.
    ['silu', 5e-324, 5e-324],
    ['gelu', -5e-324, -0],
    // The middle itself, to even.
    ['exp2', -1075, 0],
    ['exp2', -1074, 5e-324],
  ])('%s(%d) is %d', (name, x, expected) => {
    expect(valueOf(name)(x)).toBe(expected);
  });

  test.each([
    // a (e^-1 - 1) for parameters at both ends of the doubles
    ['elu(1.7e308)', -1, -1.074604950008548e308],
    ['elu(1e-310)', -1, -12794262546878 * Number.MIN_VALUE],
    ['elu(5e-324)', -1, -5e-324],
    ['pow(1e300)', 1.0000000000000002, Infinity],
    ['pow(1e300)', 1, 1],
    ['pow(1e-300)', 5e-324, 1],
    ['pow(-9007199254740991)', 0.9999999999999999, 2.718281828459045],
  ])('%s at %d is %d', (chain, x, expected) => {
    expect(parseChain(chain).evaluate(Float64Array.of(x))[0]).toBe(expected);
  });

  test.each([
    // Ordinary results of factors that are none: p x^(p - 1) and a e^x, by mpmath with 60 digits.
    ['pow(1.99)', 1e306, 1.7332175440125897e303],
    ['pow(1.9)', 5e-324, 2.0098321642200917e-291],
    ['pow(2.001)', 1e-310, 19836380566141 * Number.MIN_VALUE],
    ['elu(1.7e308)', -1401, 6.079666754957052e-301],
  ])('the derivative of %s at %d is %d', (chain, x, expected) => {
    const [f] = functionsOf(parseChain(chain));
    const { value, derivative } = f?.definition ?? {};
    expect(derivative?.(x, value?.(x) ?? NaN)).toBe(expected);
  });

  test('a result in the middle between two doubles is rounded to even', () => {
    // 209001^3 = 9129460043627001 and 209003^3 = 9129722134643027 have 54 bits.
    expect(valueOf('cube')(209001)).toBe(9129460043627000);
    expect(BigInt(valueOf('cube')(209003))).toBe(9129722134643028n);
    // The same as a power: sqrt(x)^3.
    expect(parseChain('pow(1.5)').evaluate(Float64Array.of(209001 ** 2))[0]).toBe(9129460043627000);
  });
});

describe('rounded', () => {
  const tanh = odd(
    rounded(
      (x) => {
        const e = x.times(-2).expm1();
        return e.negated().over(e.plus(2));
      },
      [NaN, 1],
    ),
  );

  test('takes NaN to NaN and the infinities to the limits', () => {
    expect([tanh(NaN), tanh(-Infinity), tanh(Infinity)]).toEqual([NaN, -1, 1]);
  });

  test('is NaN where the formula has no value', () => {
    expect(rounded((x) => x.log(), [NaN, Infinity])(-1)).toBeNaN();
    expect(rounded((x) => x.inverse(), [0, 0])(0)).toBeNaN();
    // e^(10^16) is too large to be measured.
    expect(rounded((x) => x.exp().log(), [NaN, NaN])(1e16)).toBeNaN();
  });

  test('does not guess where all digits cancel out', () => {
    const zero = rounded(
      (x) => x.exp().log().minus(x).times(1e308).times(1e308).times(1e308),
      [0, 0],
    );
    expect(() => zero(0.3)).toThrow(/^a formula cannot be evaluated at 0\.3/);
  });

  test('is right where a formula passes through numbers that are no doubles', () => {
    const limits = [NaN, NaN] as const;
    // log cosh x = x - log 2, log(1 + e^x) = x, e^x/e^2x = e^-x, e^(x^2) e^(-x^2 - 1) = 1/e
    expect(rounded((x) => x.exp().plus(x.negated().exp()).times(0.5).log(), limits)(1401)).toBe(
      1400.30685281944,
    );
    expect(rounded((x) => x.exp().plus(1).log(), limits)(2000)).toBe(2000);
    expect(rounded((x) => x.exp().over(x.times(2).exp()), limits)(700.5)).toBe(
      rounded((x) => x.negated().exp(), limits)(700.5),
    );
    const square = rounded(
      (x) => x.squared().exp().times(x.squared().negated().minus(1).exp()),
      limits,
    );
    expect(square(3000)).toBe(0.36787944117144233);
  });

  test('has the same result as its formula alone', () => {
    for (const [name, kernel] of [
      ['tanh', tanh],
      ['exp', rounded((x) => x.exp(), [0, Infinity])],
    ] as const) {
      const mine = rows.filter((row) => row.name === name && !row.isDerivative);
      for (const { x, y } of mine) expect([x, kernel(x)]).toEqual([x, y]);
    }
  });

  test('odd, even, exceptAt and throughOrigin say what a formula leaves open', () => {
    const plusOne = (x: number): number => x + 1;
    expect([-2, -0, 0, 2].map(odd(plusOne))).toEqual([-3, -0, 0, 3]);
    expect([-2, 2].map(even(plusOne))).toEqual([3, 3]);
    expect([1, 2].map(exceptAt(1, 7, plusOne))).toEqual([7, 3]);
    expect([-0, 0, 2].map(throughOrigin(plusOne))).toEqual([-0, 0, 3]);
  });
});
