import { describeFinding, describeSteps, type Finding } from '../../../src/core/best/finding';

const shout = (slope: number): string => `<${String(slope)}>`;

test.each<[Finding, string]>([
  [
    { kind: 'kink', left: -1, right: 2, slopeBound: 0 },
    'a kink: slope -1 on the left, 2 on the right',
  ],
  [
    { kind: 'jump', height: 3, distance: 0.5, side: 'left' },
    'a jump of 3 no more than 0.5 to the left',
  ],
  [{ kind: 'edge', side: 'right' }, 'an edge of the domain: f is finite on the right of x only'],
  [{ kind: 'undefined' }, 'y is NaN'],
  [{ kind: 'pole' }, 'y is infinite'],
])('%j is described as: %s', (finding, text) => {
  expect(describeFinding(finding)).toBe(text);
});

test.each<[Finding['kind'], RegExp]>([
  ['steep', /grows without bound.* tangent/],
  ['odd', /no closer to each other/],
  ['rough', /not smooth/],
  ['narrow', /on both sides of x at hardly any step/],
])('the finding %s has its own text', (kind, words) => {
  expect(describeFinding({ kind } as Finding)).toMatch(words);
});

test('numbers are written by the function that the caller passes', () => {
  expect(describeFinding({ kind: 'kink', left: 1, right: 2, slopeBound: 0 }, shout)).toBe(
    'a kink: slope <1> on the left, <2> on the right',
  );
  const jump = { kind: 'jump', height: 3, distance: 4, side: 'right' } as const;
  expect(describeFinding(jump, shout)).toMatch(/<3> no more than <4>/);
  expect(describeSteps(0.25)).toMatch(/^f is made of steps of 0\.25: 0 between/);
  expect(describeSteps(0.25, shout)).toMatch(/^f is made of steps of <0\.25>/);
});
