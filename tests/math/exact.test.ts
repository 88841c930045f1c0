import fc from 'fast-check';
import { exp, expDoubleDouble, expExact } from '../../src/math/exp';
import { integerSquareRoot, nearestDouble, roundOrElse, toInteger } from '../../src/math/exact';
import { preciseRows } from '../support/fixtures';
import { magnitudeRatio, minus, ofDecimal, ofDouble, plus, times } from '../support/rational';

describe('nearestDouble', () => {
  test.each([
    [1n, 3n, 0, 1 / 3],
    [-2n, 3n, 10, -2048 / 3],
    [0n, 7n, 0, 0],
    [(1n << 53n) + 1n, 1n, 0, 9007199254740992],
    [(1n << 53n) + 3n, 1n, 0, 9007199254740996],
    [(1n << 60n) + 129n, 1n, 0, 1152921504606847232],
    [1n, 1n, 1024, Infinity],
    [1n, 1n, -1075, 0],
    [3n, 1n, -1075, 1e-323],
    [(1n << 200n) + 1n, 1n << 201n, -1074, 5e-324],
  ])('%s / %s * 2^%d', (numerator, denominator, exponent, expected) => {
    expect(nearestDouble(numerator, denominator, exponent)).toBe(expected);
  });

  test('divides as the processor does', () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => x !== 0);
    fc.assert(
      fc.property(double, double, (a, b) => {
        const [n, d] = [toInteger(a), toInteger(Math.abs(b))];
        const quotient = nearestDouble(n.integer, d.integer, n.exponent - d.exponent);
        expect(Math.abs(quotient)).toBe(Math.abs(a / b));
      }),
      { seed: 9, numRuns: 5000 },
    );
  });
});

test('integerSquareRoot is the whole part of the root', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 300n }), (n) => {
      const root = integerSquareRoot(n);
      expect(root * root <= n && (root + 1n) * (root + 1n) > n).toBe(true);
    }),
    { seed: 10, numRuns: 1000 },
  );
});

describe('roundOrElse', () => {
  const exact = (): number => 42;

  test('rounds a value that is clear of the middle between two doubles', () => {
    expect(roundOrElse({ hi: 1, lo: 2 ** -55 }, 2 ** -100, 0, exact)).toBe(1);
  });

  test('asks for the exact value where the error reaches the middle', () => {
    expect(roundOrElse({ hi: 1, lo: 2 ** -53 - 2 ** -104 }, 2 ** -100, 0, exact)).toBe(42);
    expect(roundOrElse({ hi: 1.5, lo: 2 ** -103 }, 2 ** -100, -1074, exact)).toBe(42);
  });
});

describe('exp', () => {
  test('is right where double-double does not suffice: 2^-56 ulp from the middle', () => {
    // mpmath at 400 bits: 0.9939409817655764 + 0.49999999999999998845 ulp
    expect(exp(-0.006077448569608682)).toBe(0.9939409817655764);
  });

  test('in double-double has a relative error below 2^-103', () => {
    const worst = preciseRows().map(({ x, y }) => {
      const { value, exponent } = expDoubleDouble(x);
      const power = ofDouble(2 ** Math.trunc(exponent / 2));
      const rest = ofDouble(2 ** (exponent - Math.trunc(exponent / 2)));
      const computed = times(times(plus(ofDouble(value.hi), ofDouble(value.lo)), power), rest);
      return magnitudeRatio(minus(computed, ofDecimal(y)), ofDecimal(y));
    });
    expect(worst.length).toBeGreaterThan(300);
    expect(Math.max(...worst)).toBeLessThan(2 ** -103);
  });

  test('is the same by its fast and accurate paths and by whole numbers', () => {
    let state = 20261123;
    for (let i = 0; i < 30000; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const x = (state / 2 ** 32 - 0.5) * (i % 3 === 0 ? 1450 : i % 3 === 1 ? 20 : 0.1);
      if (exp(x) !== expExact(x)) throw new Error(`exp(${String(x)})`);
    }
    expect(expExact(0)).toBe(1);
    expect(expExact(-745)).toBe(5e-324);
  });
});
