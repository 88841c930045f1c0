/** Whether the numerical derivative and backprop agree, in words: each verdict with its reasons. */

import type { Agreement } from '../../src/core/differentiate/agreement';
import { describeAgreement } from '../../src/report/agreement';

const agreement = (more: Partial<Agreement>): Agreement => ({
  verdict: 'agree',
  bound: 1e-9,
  ...more,
});

test.each<[string, Partial<Agreement>, string]>([
  [
    'digits that cancel in backprop',
    { reason: { kind: 'cancellation', roundOff: 1e-7 } },
    'That is within the round-off of backprop, at most 1.0e-7: digits cancel on its way.',
  ],
  [
    'an error of numerical that is smaller than that of the best derivative',
    { difference: { error: 1e-10, regime: 'truncation' } },
    'That is within the error of numerical, at most 1.1e-9: truncation, as it is the slope over a step and not at a point; it shrinks with the square of eps.',
  ],
  [
    'a step that goes across a kink',
    {
      difference: { error: 0.5, regime: 'truncation' },
      breakInStep: { kind: 'kink', isBeside: true },
    },
    'That is within the error of numerical, about 0.5: the step goes across a kink beside x.',
  ],
  [
    'a step that goes across a jump, whatever its size is taken for',
    {
      difference: { error: 0.5, regime: 'round-off' },
      breakInStep: { kind: 'jump', isBeside: false },
    },
    'That is within the error of numerical, about 0.5: the step goes across a jump; choose a smaller --eps.',
  ],
  [
    'a wrong derivative',
    { verdict: 'disagree' },
    "That is more than the error of numerical, at most 1.0e-9. 'dezero-cli check' finds the function that is wrong.",
  ],
  [
    'a kink',
    { verdict: 'kink', reason: { kind: 'kink', left: 0, right: 1, slopeBound: 0 } },
    'numerical goes across a kink: slope 0 on the left, 1 on the right; backprop is between them.',
  ],
  [
    'values that are rounded too much',
    { verdict: 'inconclusive' },
    'Whether they agree cannot be told here: round-off hides the derivative.',
  ],
  [
    'the round-off of backprop',
    { verdict: 'inconclusive', reason: { kind: 'cancellation', roundOff: 0.5 } },
    'Whether they agree cannot be told here: its own round-off may make backprop wrong by 0.5.',
  ],
  [
    'a staircase',
    { verdict: 'inconclusive', reason: { kind: 'steps', height: 0.25 } },
    'Whether they agree cannot be told here: f is made of steps of 0.25: 0 between its jumps, and another slope from afar.',
  ],
  [
    'what is not finite',
    { verdict: 'inconclusive', reason: { kind: 'not-finite', which: 'backprop' } },
    'Whether they agree cannot be told here: backprop is not a finite number.',
  ],
])('%s is told', (_, more, text) => {
  expect(describeAgreement(agreement(more), 'central')).toBe(text);
});
