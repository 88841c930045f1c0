import fc from 'fast-check';
import {
  add,
  addDouble,
  divide,
  type DoubleDouble,
  fastTwoSum,
  multiply,
  multiplyDouble,
  negate,
  scale,
  squareRoot,
  twoProduct,
  twoSum,
} from '../../../src/math/double/double-double';
import {
  equals,
  magnitudeRatio,
  minus,
  ofDouble,
  plus,
  type Rational,
  times,
} from '../../support/rational';
import { holdsForAll } from '../../support/holds-for-all';

const UNIT = 2 ** -53;

/** Doubles whose products and quotients neither overflow nor underflow. */
const moderate = fc
  .tuple(
    fc.double({ min: 1, max: 2, noNaN: true }),
    fc.integer({ min: -200, max: 200 }),
    fc.boolean(),
  )
  .map(([mantissa, exponent, isNegative]) => (isNegative ? -1 : 1) * mantissa * 2 ** exponent);

const doubleDouble = fc
  .tuple(moderate, fc.double({ min: -0.5, max: 0.5, noNaN: true }))
  .map(([hi, fraction]) => fastTwoSum(hi, fraction * hi * UNIT));

function exact({ hi, lo }: DoubleDouble): Rational {
  return plus(ofDouble(hi), ofDouble(lo));
}

function relativeError(computed: DoubleDouble, truth: Rational): number {
  return magnitudeRatio(minus(exact(computed), truth), truth);
}

function check<T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>): void {
  holdsForAll(property, 2000);
}

describe('exact operations', () => {
  test('twoSum returns a + b without any error', () => {
    check(
      fc.property(moderate, moderate, (a, b) =>
        equals(exact(twoSum(a, b)), plus(ofDouble(a), ofDouble(b))),
      ),
    );
  });

  test('fastTwoSum returns a + b without any error when |a| >= |b|', () => {
    check(
      fc.property(moderate, moderate, (a, b) => {
        const [large, small] = Math.abs(a) >= Math.abs(b) ? [a, b] : [b, a];
        return equals(exact(fastTwoSum(large, small)), plus(ofDouble(a), ofDouble(b)));
      }),
    );
  });

  test('twoProduct returns a * b without any error', () => {
    check(
      fc.property(moderate, moderate, (a, b) =>
        equals(exact(twoProduct(a, b)), times(ofDouble(a), ofDouble(b))),
      ),
    );
  });

  test('negate and scale by a power of two have no error', () => {
    const value = { hi: 3, lo: 2 ** -60 };
    expect(negate(value)).toEqual({ hi: -3, lo: -(2 ** -60) });
    expect(scale(value, 0.25)).toEqual({ hi: 0.75, lo: 2 ** -62 });
  });
});

describe('operations with a bound on their relative error', () => {
  test('add of numbers of one sign stays below 3 u^2', () => {
    check(
      fc.property(doubleDouble, doubleDouble, (a, b) => {
        const same = a.hi * b.hi > 0 ? b : negate(b);
        return relativeError(add(a, same), plus(exact(a), exact(same))) <= 3 * UNIT ** 2;
      }),
    );
  });

  test('addDouble of numbers of one sign stays below 2 u^2', () => {
    check(
      fc.property(doubleDouble, moderate, (a, b) => {
        const same = a.hi * b > 0 ? b : -b;
        return relativeError(addDouble(a, same), plus(exact(a), ofDouble(same))) <= 2 * UNIT ** 2;
      }),
    );
  });

  test('multiply stays below 7 u^2', () => {
    check(
      fc.property(
        doubleDouble,
        doubleDouble,
        (a, b) => relativeError(multiply(a, b), times(exact(a), exact(b))) <= 7 * UNIT ** 2,
      ),
    );
  });

  test('multiplyDouble stays below 3 u^2', () => {
    check(
      fc.property(
        doubleDouble,
        moderate,
        (a, b) =>
          relativeError(multiplyDouble(a, b), times(exact(a), ofDouble(b))) <= 3 * UNIT ** 2,
      ),
    );
  });

  test('divide gives back the dividend within 15 u^2', () => {
    check(
      fc.property(
        doubleDouble,
        doubleDouble,
        (a, b) => relativeError(a, times(exact(divide(a, b)), exact(b))) <= 15 * UNIT ** 2,
      ),
    );
  });

  test('squareRoot gives back the radicand within 10 u^2', () => {
    check(
      fc.property(doubleDouble, (value) => {
        const x = value.hi < 0 ? negate(value) : value;
        const root = exact(squareRoot(x));
        return relativeError(x, times(root, root)) <= 10 * UNIT ** 2;
      }),
    );
  });
});
