/** @file Whether backprop agrees with a numerical derivative, and why that is not known. */

import type { BestDerivative } from '../../../src/core/best/best-at';
import {
  agreementWithBest,
  agreementWithDifference,
} from '../../../src/core/differentiate/agreement';
import { parseFormula } from '../../../src/functions/parse';

const best: BestDerivative = { value: 6, bound: 1e-10, steepest: 6, usual: 6 };
const compared = { x: 3, numerical: 6, backprop: 6, roundOff: 0 };

test.each([
  ['agrees', compared, { verdict: 'agree', bound: 1e-10 }],
  ['disagrees', { ...compared, backprop: 7 }, { verdict: 'disagree', bound: 1e-10 }],
  [
    'is no finite number',
    { ...compared, backprop: NaN },
    { verdict: 'inconclusive', reason: { kind: 'not-finite', which: 'backprop' } },
  ],
  [
    'has a best one that is none',
    { ...compared, numerical: Infinity, backprop: NaN },
    { verdict: 'inconclusive', reason: { kind: 'not-finite', which: 'numerical' } },
  ],
  [
    'agrees as far as its own digits go',
    { ...compared, backprop: 6.001, roundOff: 0.1 },
    { verdict: 'agree', reason: { kind: 'cancellation', roundOff: 0.1 } },
  ],
  [
    'is finite beside a numerical one that is none',
    { ...compared, numerical: NaN },
    { verdict: 'inconclusive', reason: { kind: 'not-finite', which: 'numerical' } },
  ],
  [
    'has roundings of its own, beside the bound',
    { ...compared, backprop: 6 + 1e-10 + 3 * 2 ** -50 },
    { verdict: 'agree' },
  ],
])('backprop %s', (_, given, expected) => {
  const found = agreementWithBest(given, best);
  expect(found).toMatchObject(expected);
  if (!('reason' in expected)) expect(found.reason).toBeUndefined();
});

test('a finite difference is told with its error, as ((x+h)^3 - (x-h)^3)/2h = 3x^2 + h^2', () => {
  const given = { x: 2, numerical: 12.25, backprop: 12, roundOff: 0 };
  const found = agreementWithDifference(parseFormula('x^3'), given, 0.5, 'central');
  expect(found).toMatchObject({ verdict: 'agree', difference: { regime: 'truncation' } });
  expect(found.difference?.error).toBeCloseTo(0.25, 8);
  expect(found.bound).toBeLessThan(1e-6);
  expect(found).not.toHaveProperty('breakInStep');
});

test('a kink in its step is told beside it', () => {
  const graph = parseFormula('abs(x)');
  const given = { x: 0.25, numerical: 0.5, backprop: 1, roundOff: 0 };
  const found = agreementWithDifference(graph, given, 0.5, 'central');
  const kink = { kind: 'kink', isBeside: false };
  expect(found).toMatchObject({ verdict: 'agree', breakInStep: kink });
  expect(found.difference?.error).toBeCloseTo(0.5, 9);
  const inside = { ...given, numerical: 1 };
  expect(agreementWithDifference(graph, inside, 0.125, 'central')).not.toHaveProperty(
    'breakInStep',
  );
});
