/** @file What balls say of their error: no less than is proved of the kernels, and hardly more. */

import type { Ball } from '../../src/math/ball';
import { DoubleBall } from '../../src/math/double/double-ball';
import { WholeBall } from '../../src/math/whole/whole-ball';
import { middle, radius } from '../support/ball-rows';
import { preciseRows } from '../support/fixtures';
import { magnitudeRatio, minus, ofDecimal } from '../support/rational';

type Unary = 'exp' | 'expm1' | 'log' | 'log1p' | 'sin' | 'cos' | 'atan' | 'erf' | 'erfc' | 'sqrt';

const isTiny = (x: number): boolean => Math.abs(x) < 1e-250;

/** The relative errors that the kernels of double-doubles are proved to stay below, in bits, and where. */
const PROVED: [name: Unary, bits: number, isThere: (x: number) => boolean][] = [
  ['exp', 80, (x) => !isTiny(x)],
  ['expm1', 70, (x) => !isTiny(x)],
  ['log1p', 67, (x) => Math.abs(x) < 0.001 && !isTiny(x)],
  ['sin', 65, (x) => !isTiny(x)],
  ['cos', 65, (x) => !isTiny(x)],
  ['atan', 65, (x) => Math.abs(x) < 1 && !isTiny(x)],
  ['erf', 67, (x) => Math.abs(x) < 1 && !isTiny(x)],
  ['erfc', 62, (x) => x >= 1],
  // 20 units of 2^-106.
  ['sqrt', 106 - Math.log2(20), (x) => Math.sqrt(x) ** 2 !== x],
  // The first term of a Taylor series, 1e-59.
  ['sin', 59 * Math.log2(10), isTiny],
  ['expm1', 59 * Math.log2(10), isTiny],
  ['log1p', 59 * Math.log2(10), isTiny],
];

test.each(PROVED)(
  'double-doubles: %s says the error that is proved, 2^-%d',
  (name, bits, isThere) => {
    const rows = preciseRows().filter(
      (row) => row.name === name && row.y !== '0.0' && isThere(row.x),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { x, y } of rows) {
      const [ball, truth] = [DoubleBall.of(x)[name](), ofDecimal(y)];
      expect([x, magnitudeRatio(minus(middle(ball), truth), radius(ball)) <= 1]).toEqual([x, true]);
      const said = -Math.log2(magnitudeRatio(radius(ball), truth));
      expect([x, Math.abs(said - bits) < 0.01]).toEqual([x, true]);
    }
  },
);

/**
 * Functions of whole numbers, arguments, and how many units of the last bit that is kept the result may be off by.
 * Where the work has as many bits more as it should, that is 1 for the rounding; a series times its argument may
 * have 3 or 4.
 */
const UNITS: [
  what: string,
  f: <T extends Ball<T>>(x: T) => T,
  x: readonly number[],
  most: number,
][] = [
  ['exp', (x) => x.exp(), [0.5, -1, 20.25, -178.6, 0.001, 1234.5], 1.01],
  ['expm1', (x) => x.expm1(), [0.5, -1, 1.5, 20.25], 0.001],
  ['expm1 of small ones', (x) => x.expm1(), [1e-6, -3e-9], 2.1],
  ['log', (x) => x.log(), [0.5, 1.5, 20.25, 1e22, 3e-20, 1e200], 1.01],
  ['log near a power of two', (x) => x.log(), [1.001, 0.999, 4.002, 1023.5], 0.001],
  ['log1p of small ones', (x) => x.log1p(), [1e-4, -3e-9], 5.9],
  ['sin', (x) => x.sin(), [0.5, -1, 2.7, 20.25, 1e22, -277561298345467140], 1.01],
  ['sin of small ones', (x) => x.sin(), [1e-5, -1e-12], 1.7],
  ['cos', (x) => x.cos(), [0.5, -1, 2.7, 20.25, 1e22, 1e-5], 1.01],
  ['atan', (x) => x.atan(), [0.5, -1, 1.5, 20.25, 0.1489], 1.01],
  ['atan of large ones', (x) => x.atan(), [5000, -1e22], 3.01],
  ['erf', (x) => x.erf(), [0.5, -1, 1.5, 3.9, 0.3], 1.01],
  ['erfc', (x) => x.erfc(), [0.5, 1.5, 3.9, -2], 1.51],
  ['erfc far out', (x) => x.erfc(), [20.25], 0.001],
  ['sqrt', (x) => x.sqrt(), [0.5, 1.5, 1e-300, 3e22], 1.26],
  ['1/x', (x) => x.inverse(), [3, -7, 1e22, 0.3], 1.26],
  ['1/3 + 1/7', (x) => x.inverse().plus(x.exact(7).inverse()), [3], 2.9],
];

/** Kernels work with places in steps of 64: of these some have none to spare, whatever is added before. */
const BITS = [53, ...Array.from({ length: 12 }, (_, i) => 90 + 2 * i), 164, 174, 290];

test.each(UNITS)('whole numbers: %s is known to its last bit', (_, f, points, most) => {
  for (const x of points) {
    const truth = f(WholeBall.of(x, 400));
    for (const bits of BITS) {
      const ball = f(WholeBall.of(x, bits));
      const off = magnitudeRatio(minus(middle(ball), middle(truth)), radius(ball));
      expect([x, bits, off <= 1]).toEqual([x, bits, true]);
      const units = ball.radius * 2 ** (bits - ball.length);
      expect([x, bits, units <= most]).toEqual([x, bits, true]);
    }
  }
});
