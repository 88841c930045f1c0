import type {
  CheckedProgramPartial,
  CheckedProgramPoint,
} from '../../../src/core/partials/checked';
import { partialNote, placedNote } from '../../../src/report/partials/note';

const wrong = (
  claim: number,
  more: Partial<CheckedProgramPartial> = {},
): CheckedProgramPartial => ({
  index: 1,
  x: 0,
  claim,
  numerical: 1.5,
  bound: 1e-9,
  verdict: 'disagree',
  ...more,
});

const noteOf = (partial: CheckedProgramPartial): string => partialNote(partial, ['a', 'b']);

test.each<[string, number, NonNullable<CheckedProgramPartial['mistake']>, string]>([
  ['of a sign', -1.5, { kind: 'sign' }, 'has the wrong sign: its derivative is 1.5'],
  ['of 0', 0, { kind: 'zero' }, 'is 0, but its derivative is 1.5'],
  ['of a swap', 4, { kind: 'swapped', with: 0 }, 'partial 1 (a) and partial 2 (b) are swapped'],
  ['of another', 4, { kind: 'other', of: 0 }, 'is the derivative that partial 1 (a) should be'],
  [
    'of a constant',
    1,
    { kind: 'constant', difference: -0.5 },
    'is 0.5 less than its derivative, at every point',
  ],
  ['of a factor', 3, { kind: 'factor', factor: 2 }, 'is 2 times its derivative'],
  ['of its numbers', 1e9, { kind: 'numbers' }, 'gives 1000000000, but its derivative is 1.5'],
])('a mistake %s is told', (_, claim, mistake, note) => {
  expect(noteOf(wrong(claim, { mistake }))).toBe(note);
});

test('at a kink there is no derivative to compare with, so both slopes are told, also beside 0', () => {
  const reason = { kind: 'kink', left: 1, right: 2, slopeBound: 1e-9 } as const;
  const at0 = wrong(0, { mistake: { kind: 'zero' }, reason });
  expect(noteOf(at0)).toBe('gives 0, but the slopes are 1 on the left and 2 on the right');
});

describe('of a point it is told', () => {
  const placed = (more: Partial<CheckedProgramPoint>): string => {
    const point = { verdict: 'inconclusive', partials: [], ...more } as unknown;
    const steadiness = { relative: 0.01 } as Parameters<typeof placedNote>[2];
    return placedNote(point as CheckedProgramPoint, 3, steadiness, ['a', 'b']);
  };

  test.each<[string, Partial<CheckedProgramPoint>, string]>([
    ['no more than its place where nothing is known', {}, 'at point 3'],
    [
      'that all partials have one factor',
      { verdict: 'disagree', commonFactor: 2, partials: [wrong(3)] },
      'at point 3, every partial is 2 times its derivative',
    ],
    [
      'that one partial would not show',
      { unseen: 1 },
      'at point 3, 1 partial is so small beside the others that 0.1 % of it would not show; --each checks it',
    ],
    [
      'that values differ from run to run',
      { reason: { kind: 'noise' } },
      'at point 3, the same point gives values that differ by 0.01 of them, which hides the derivative',
    ],
    [
      'that no direction shows a derivative',
      { reason: { kind: 'direction' } },
      'at point 3, the values do not show the derivative along random directions; --each checks every partial',
    ],
    [
      'that no partial is wrong by itself',
      { verdict: 'disagree', reason: { kind: 'nowhere' } },
      'at point 3, the partials disagree along random directions, but none does by itself; --each checks every one',
    ],
    [
      'which partial is wrong',
      { verdict: 'disagree', partials: [wrong(3, { mistake: { kind: 'factor', factor: 2 } })] },
      'partial 2 (b) at point 3 is 2 times its derivative',
    ],
  ])('%s', (_, point, text) => {
    expect(placed(point)).toBe(text);
  });
});
