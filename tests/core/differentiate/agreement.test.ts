/** @file Whether backprop agrees with a numerical derivative, and why that is not known. */

import type { BestDerivative } from '../../../src/core/best/best-at';
import {
  agreementWithBest,
  agreementWithDifference,
} from '../../../src/core/differentiate/agreement';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';

const best = (more: Partial<BestDerivative> = {}): BestDerivative => ({
  value: 2,
  bound: 2 ** -40,
  steepest: 2,
  usual: 2,
  ...more,
});
const compared = (backprop: number, roundOff = 0, numerical = 2) => ({
  x: 1,
  numerical,
  backprop,
  roundOff,
});

test('backprop agrees within the bound of the best derivative, which is told', () => {
  const agreement = agreementWithBest(compared(2 + 2 ** -41), best());
  expect(agreement).toMatchObject({ verdict: 'agree', bound: 2 ** -40 });
  expect(agreement.reason).toBeUndefined();
  expect(agreementWithBest(compared(3), best()).verdict).toBe('disagree');
});

test('beyond it backprop may agree by the digits that it has itself, which is said', () => {
  expect(agreementWithBest(compared(2 + 2 ** -30, 2 ** -29), best())).toMatchObject({
    verdict: 'agree',
    reason: { kind: 'cancellation', roundOff: 2 ** -29 },
  });
});

test.each([
  ['numerical', compared(2, 0, NaN)],
  ['numerical', compared(2, 0, Infinity)],
  ['numerical', compared(NaN, 0, -Infinity)],
  ['backprop', compared(Infinity)],
])('nothing is decided where %s is no finite number', (which, both) => {
  expect(agreementWithBest(both, best())).toMatchObject({
    verdict: 'inconclusive',
    reason: { kind: 'not-finite', which },
  });
});

const at = (text: string, x: number, numerical: number, backprop: number, eps: number) =>
  agreementWithDifference(
    parseGraph(text, catalogue),
    { x, numerical, backprop, roundOff: 0 },
    eps,
    'central',
  );

test('a finite difference is told with its error', () => {
  // ((x+h)^3 - (x-h)^3)/2h = 3x^2 + h^2
  const agreement = at('x^3', 2, 12.25, 12, 0.5);
  expect(agreement).toMatchObject({ verdict: 'agree', difference: { regime: 'truncation' } });
  expect(agreement.difference?.error).toBeCloseTo(0.25, 8);
  expect(agreement.bound).toBeLessThan(1e-6);
  expect(agreement).not.toHaveProperty('breakInStep');
});

test('a step across a kink is told with it', () => {
  expect(at('abs(x)', 0.25, 0.5, 1, 0.5).breakInStep).toEqual({ kind: 'kink', isBeside: false });
});
