/**
 * @file Calibration on the reference rows: no bound is below the true error, none is needlessly wide, and
 * most rows are decided. `npm run check-power` prints the errors relative to their bounds.
 */

import { calibration, type Measured, quantile, usedOf, widthsOf } from '../../support/calibration';
import { differentiableRows, isOrdinary } from '../../support/fixtures';

let ordinary: readonly Measured[];
let hard: readonly Measured[];

beforeAll(() => {
  ({ ordinary, hard } = calibration(3));
}, 60_000);

const count = (rows: readonly Measured[], verdict: string): number =>
  rows.filter((row) => row.verdict === verdict).length;

test('no error exceeds its bound, and nearly every row has a bound', () => {
  const rows = differentiableRows();
  expect([rows.filter(isOrdinary).length, rows.length]).toEqual([2010, 3317]);
  expect([...ordinary, ...hard].filter(({ used }) => used > 1)).toEqual([]);
  expect(usedOf(ordinary).length).toBe(ordinary.length);
  expect(usedOf(hard).length / hard.length).toBeGreaterThanOrEqual(1250 / 1307);
});

describe('the bound relative to the derivative', () => {
  test.each([
    [0.5, 9.7e-13],
    [0.9, 9.8e-12],
    [0.99, 1.55e-9],
  ])('is, for the share %d of the ordinary rows, at most %d', (share, most) => {
    expect(quantile(widthsOf(ordinary), share)).toBeLessThan(most);
  });

  test.each([
    [0.5, 9.7e-13],
    [0.75, 1.5e-10],
  ])('is, for the share %d of the hard rows, at most %d', (share, most) => {
    expect(quantile(widthsOf(hard), share)).toBeLessThan(most);
  });
});

test('all ordinary rows but two agree, 93 % of the hard ones agree, and none disagrees', () => {
  expect(count(ordinary, 'agree')).toBeGreaterThanOrEqual(ordinary.length - 2);
  expect(count(hard, 'agree') / hard.length).toBeGreaterThanOrEqual(1216 / 1307);
  for (const verdict of ['disagree', 'wrong-function']) {
    expect([count(ordinary, verdict), count(hard, verdict)]).toEqual([0, 0]);
  }
});
