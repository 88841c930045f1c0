/** @file What balls of double-doubles say of their error: no less than is proved of the kernels, and hardly more. */

import { DoubleBall } from '../../src/math/double/double-ball';
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
