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

/**
 * How many times as wide as its values the result for a narrow ball may be, in double-doubles and in whole numbers:
 * 1.1 where a slope in the middle stands for all, more where it is only bounded.
 */
const LOOSEST: [operation: string, doubles: number, wholes: number][] = [
  ['exp', 1.101, 1.101],
  ['expm1', 1.101, 1.101],
  ['log', 1.11, 1.11],
  ['log1p', 1.11, 1.11],
  ['plus', 1.001, 1.001],
  ['minus', 1.001, 1.001],
  ['times', 1.01, 1.01],
  ['squared', 1.01, 1.01],
  ['over', 1.02, 1.02],
  ['inverse', 1.01, 1.01],
  ['sqrt', 2.01, 4],
  ['abs', 1.001, 1.001],
  ['atan', 1.1, 1.1],
  // Below 0 whole numbers take the largest slope of all.
  ['erfc', 1.47, Infinity],
];

function resultIn(like: DoubleBall | WholeBall, row: BallRow): DoubleBall | WholeBall {
  return like instanceof DoubleBall ? resultOf(like, row) : resultOf(like, row);
}

describe.each(Object.entries(KINDS))('any ball of %s', (_, like) => {
  const rows = ballRows();

  test.each([...new Set(rows.map(([operation]) => operation))])('%s holds all values', (name) => {
    const chosen = rows.filter(([operation]) => operation === name);
    expect(chosen.length).toBeGreaterThan(30);
    let [measured, known] = [0, 0];
    const wrong: unknown[] = [];
    for (const row of chosen) {
      const values = row[row.length - 1] as readonly (string | null)[];
      const result = resultIn(like, row);
      const what = complaint(result, values);
      if (what !== undefined) wrong.push([row, what]);
      if (!isMeasured(values)) continue;
      measured++;
      if (result.doubt === undefined) known++;
    }
    expect(wrong).toEqual([]);
    // One that is in doubt everywhere would hold all values too.
    expect(known / measured).toBeGreaterThan(0.5);
  });

  test.each(ENTIRE)('%s of a wide ball, around 0 or not, is no wider than its values', (name) => {
    let checked = 0;
    const wrong: BallRow[] = [];
    for (const row of rows) {
      const values = row[row.length - 1] as readonly (string | null)[];
      if (row[0] !== name || !isMeasured(values)) continue;
      const { spread, size } = extentOf(values);
      const share = size.numerator === 0n ? 0 : magnitudeRatio(spread, size);
      if (share < WIDE) continue;
      const ball = resultIn(like, row);
      // Between two points a wave may have been higher.
      const most = name === 'sin' || name === 'cos' ? { numerator: 1n, denominator: 1n } : spread;
      if (ball.doubt !== undefined || magnitudeRatio(radius(ball), most) >= 1.2) wrong.push(row);
      checked++;
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(3);
  });

  test.each(LOOSEST)('%s of a narrow ball is not much wider than its values', (name, ...most) => {
    const [loosest, least] = like instanceof DoubleBall ? [most[0], 2 ** -60] : [most[1], 2 ** -92];
    const wrong: unknown[] = [];
    for (const row of rows) {
      const values = row[row.length - 1] as readonly (string | null)[];
      if (row[0] !== name || !isMeasured(values)) continue;
      const { spread, size } = extentOf(values);
      const share = size.numerator === 0n ? 0 : magnitudeRatio(spread, size) / 2;
      if (share < least * 2 ** 20 || share > WIDE / 4) continue;
      const ball = resultIn(like, row);
      const width = magnitudeRatio(radius(ball), size);
      if (ball.doubt !== undefined || !(width <= loosest * share + least)) {
        wrong.push([row, width / share]);
      }
    }
    expect(wrong).toEqual([]);
  });
});
