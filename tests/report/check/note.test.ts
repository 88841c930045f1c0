/** Why a derivative has its verdict, in words: each reason that a check may give. */

import type { CheckedPoint, Reason } from '../../../src/core/check/checked';
import { functionNote, noteOf } from '../../../src/report/check/note';
import { parseChain } from '../../../src';

const graph = parseChain('exp,square');

const point = (verdict: CheckedPoint['verdict'], reason?: Reason): CheckedPoint => ({
  verdict,
  ...(reason && { reason }),
  x: 1,
  y: Infinity,
  numerical: 2,
  bound: 1e-9,
  backprop: 4,
  functions: [
    {
      name: 'exp',
      verdict: 'inconclusive',
      reason: { kind: 'unresolved' },
      x: 1,
      y: 2,
      numerical: 2,
      bound: 0.5,
      backprop: 2,
    },
    { name: 'square', verdict: 'disagree', x: 3, y: 9, numerical: 6, bound: 0, backprop: 9 },
  ],
});

describe('of a graph it is told', () => {
  test.each<[string, CheckedPoint, string]>([
    ['nothing where it agrees', point('agree'), ''],
    [
      'which function is wrong',
      point('disagree', { kind: 'wrong-function', index: 1 }),
      'square at 3: the claim is 1.5 times its derivative',
    ],
    [
      'which function leaves a doubt',
      point('inconclusive', { kind: 'undecided-function', index: 0 }),
      'exp at 1: the values leave a doubt of 0.5, too much to tell',
    ],
    [
      'which function has a kink there',
      point('kink', { kind: 'kink-inside', index: 0 }),
      'exp at 1: the values leave a doubt of 0.5, too much to tell',
    ],
    [
      'which derivative is too small',
      point('inconclusive', { kind: 'underflow', index: 0 }),
      'the derivative of exp is too small for a double; backprop multiplies by 0',
    ],
    [
      'that functions agree only by themselves',
      point('inconclusive', { kind: 'ill-conditioned' }),
      'each function agrees by itself; the numbers between them are too ill-conditioned to show it',
    ],
    [
      'what makes the value infinite',
      point('inconclusive', { kind: 'not-finite', name: 'pow', inputs: [2, 5000] }),
      'y is Infinity, not finite: pow gets 2 and 5000',
    ],
    [
      'that no function is wrong by itself',
      point('disagree'),
      'backprop is 2 times the derivative; no function shows it by itself',
    ],
  ])('%s', (_, checked, note) => {
    expect(noteOf(checked, graph)).toBe(note);
  });
});

describe('of a function it is told', () => {
  const slope = { left: 0, right: 2 };
  test.each<[string, Partial<CheckedPoint>, Reason, string]>([
    [
      'that its values show nothing',
      { bound: Infinity },
      { kind: 'unresolved' },
      'the values show no derivative',
    ],
    [
      'that its derivative loses digits',
      {},
      { kind: 'cancellation', roundOff: 0.25 },
      'round-off: in its formula the derivative loses up to 0.25',
    ],
    [
      'that it is made of steps',
      {},
      { kind: 'steps', height: 0.5 },
      'f is made of steps of 0.5: 0 between its jumps, and another slope from afar',
    ],
    [
      'that it is infinite',
      {},
      { kind: 'not-finite', name: 'exp', inputs: [1000] },
      'y is Infinity, not finite',
    ],
    [
      'where its domain ends',
      {},
      { kind: 'proved-edge', side: 'right', slope: 3 },
      'the domain ends here; the slope on the right is 3',
    ],
    [
      'both slopes of a proved kink',
      { verdict: 'kink' },
      { kind: 'proved-kink', ...slope },
      'the slopes are 0 on the left and 2 on the right',
    ],
    ['what has failed', {}, { kind: 'fault', message: 'f threw' }, 'f threw'],
    // These are told of the graph, or are no more than the verdict.
    ['nothing of another function', {}, { kind: 'wrong-function', index: 0 }, ''],
    ['nothing of one in doubt', {}, { kind: 'undecided-function', index: 0 }, ''],
    ['nothing of a kink inside', {}, { kind: 'kink-inside', index: 0 }, ''],
    ['nothing of an underflow', {}, { kind: 'underflow', index: 0 }, ''],
    ['nothing of numbers between', {}, { kind: 'ill-conditioned' }, ''],
  ])('%s', (_, more, reason, note) => {
    expect(functionNote({ ...point('inconclusive', reason), ...more })).toBe(note);
  });
});
