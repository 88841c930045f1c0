import { DoubleBall } from '../../src/math/double/double-ball';
import { WholeBall } from '../../src/math/whole/whole-ball';
import {
  type BallRow,
  complaint,
  extentOf,
  isMeasured,
  radius,
  resultOf,
} from '../support/ball-rows';
import { ballRows } from '../support/fixtures';
import { magnitudeRatio } from '../support/rational';

const KINDS: Record<string, DoubleBall | WholeBall> = {
  'double-doubles': DoubleBall.of(0),
  'whole numbers': WholeBall.of(0, 100),
};
/** Their results are bounded where the argument is, whatever ball it is. */
const ENTIRE = 'exp expm1 sin cos atan erf erfc squared abs plus minus times'.split(' ');
/** So much of the largest of the values is a spread that a ball can be compared with. */
const WIDE = 0.02;

function resultIn(like: DoubleBall | WholeBall, row: BallRow): DoubleBall | WholeBall {
  return like instanceof DoubleBall ? resultOf(like, row) : resultOf(like, row);
}

describe.each(Object.entries(KINDS))('any ball of %s', (_, like) => {
  const rows = ballRows();

  test.each([...new Set(rows.map(([operation]) => operation))])('%s holds all values', (name) => {
    const chosen = rows.filter(([operation]) => operation === name);
    expect(chosen.length).toBeGreaterThan(30);
    let [measured, known] = [0, 0];
    for (const row of chosen) {
      const values = row[row.length - 1] as readonly (string | null)[];
      const result = resultIn(like, row);
      expect([row, complaint(result, values)]).toEqual([row, undefined]);
      if (!isMeasured(values)) continue;
      measured++;
      if (result.doubt === undefined) known++;
    }
    // One that is in doubt everywhere would hold all values too.
    expect(known / measured).toBeGreaterThan(0.5);
  });

  test.each(ENTIRE)('%s of a wide ball, around 0 or not, is no wider than its values', (name) => {
    let checked = 0;
    for (const row of rows) {
      const values = row[row.length - 1] as readonly (string | null)[];
      if (row[0] !== name || !isMeasured(values)) continue;
      const { spread, size } = extentOf(values);
      const share = size.numerator === 0n ? 0 : magnitudeRatio(spread, size);
      if (share < WIDE) continue;
      const ball = resultIn(like, row);
      expect([row, ball.doubt]).toEqual([row, undefined]);
      // Between two points a wave may have been higher.
      const most = name === 'sin' || name === 'cos' ? { numerator: 1n, denominator: 1n } : spread;
      expect([row, magnitudeRatio(radius(ball), most) < 1.2]).toEqual([row, true]);
      checked++;
    }
    expect(checked).toBeGreaterThan(3);
  });
});

test('angles beyond 2^16384 are too large, whatever the bits, and the largest below are not', () => {
  const power = (exponent: number): WholeBall =>
    WholeBall.of(Math.LN2, 40000).times(exponent).exp();
  for (const wave of ['sin', 'cos'] as const) {
    expect(power(16400)[wave]().doubt).toBe('overflow');
    expect(power(16380).withBits(100)[wave]().doubt).toBeUndefined();
  }
});
