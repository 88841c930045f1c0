/** @file The numbers of a program beside exact ones: how far they are apart, and which is the worst. */

import {
  againstRecord,
  DigitsTally,
  type ProgramNumber,
} from '../../../src/report/partials/against';

const NAMING = undefined;
const number = (program: number, exact: number, more: Partial<ProgramNumber> = {}) => ({
  point: 1,
  index: undefined,
  x: undefined,
  program,
  exact,
  ...more,
});

function summaryOf(...numbers: readonly ProgramNumber[]): string {
  const tally = new DigitsTally(NAMING);
  for (const one of numbers) tally.add(one);
  return tally.summary;
}

test.each([
  ['the next double above 1', 1 + 2 ** -52, 1, 1],
  ['the next double below 2', 2 - 2 ** -52, 2, 0.5],
  ['the least double beside 0', 5e-324, 0, 1],
  ['the least double but one beside the least', 1e-323, 5e-324, 1],
  ['the same', 7, 7, 0],
  ['no number beside one', NaN, 1, NaN],
  ['a number beside none', 1, NaN, NaN],
])('%s is so many units of the last place apart', (_, program, exact, ulps) => {
  expect(againstRecord(number(program, exact), NAMING).ulps).toBe(ulps);
});

test('the value has no partial, and a partial has the name of its variable', () => {
  expect(againstRecord(number(1, 1), NAMING)).toMatchObject({ partial: null, variable: 'value' });
  const second = number(1, 1, { index: 1, x: 3 });
  expect(againstRecord(second, NAMING)).toMatchObject({ partial: 2, variable: null, x: 3 });
  const names = ['w', 'b'];
  expect(againstRecord(second, names)).toMatchObject({ partial: 2, variable: 'b' });
});

test('the worst number is told with its place, as far as that is known', () => {
  const right = number(1, 1);
  const off = number(1 + 2 ** -50, 1, { point: 3 });
  expect(summaryOf(right, right)).toBe('all digits at 1 point: every number is the nearest double');
  expect(summaryOf(right, off, right)).toMatch(/ of 3 points, 4 ulps off: the value at point 3$/);
  expect(summaryOf({ ...off, index: 0, x: 0.5 })).toMatch(/: partial 1 at point 3 \(x = 0\.5\)$/);
});

test('numbers without an exact one are counted, and where there are no others nothing is said of digits', () => {
  const tally = new DigitsTally(NAMING);
  tally.add(number(1, NaN));
  expect([tally.unknown, tally.digits]).toEqual([1, NaN]);
  expect(tally.summary).toBe('no exact number is known at these points');
});
