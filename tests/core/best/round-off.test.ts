/**
 * @file How roundings inside a chain enter the bound. For lines they are the whole bound: the first
 * estimate has the step 1/8 and an error of twice the round-off over it, and the bound is three times that.
 */

import type { BestDerivative } from '../../../src/core/best/best-at';
import { bestOfGraph } from '../../../src/core/best/best-of-graph';
import type { Graph } from '../../../src/core/graph/graph';
import { parseChain } from '../../../src/functions/parse';
import { chainOf, type OwnFunction, times } from '../../support/chains';

function bestOf(chain: Graph, x: number): BestDerivative {
  return bestOfGraph(chain, Float64Array.of(x))[0] as BestDerivative;
}

/** The round-off of a line at 1, derived from its bound. */
function roundOffOf(...functions: readonly OwnFunction[]): number {
  return (bestOf(chainOf(...functions), 1).bound * 0.125) / (3 * 2);
}

/** Equal to 3 %, for second-order terms and the rounding of the values. */
function expectAbout(found: number, expected: number): void {
  expect(found / expected).toBeGreaterThan(0.97);
  expect(found / expected).toBeLessThan(1.03);
}

const r = 2 ** -20;
const square: OwnFunction = { value: (x) => x * x, derivative: (x) => 2 * x };

describe('the round-off of a function', () => {
  test('is the one it states', () => {
    expectAbout(roundOffOf(times(1, { roundOff: () => r })), r);
  });

  test('is two unit round-offs of its value if it states none', () => {
    expectAbout(roundOffOf(times(1)), 2 ** -52 * 1.125);
    expectAbout(roundOffOf(times(2 ** 10)), 2 ** -42 * 1.125);
  });

  test('is multiplied by the slopes of the functions after it, not before it', () => {
    const [four, eighth] = [times(-4), times(1 / 8)];
    const uncertain = times(1, { roundOff: () => r });
    expectAbout(roundOffOf(four, uncertain), r);
    expectAbout(roundOffOf(uncertain, four), 4 * r);
    expectAbout(roundOffOf(four, uncertain, eighth), r / 8);
    expectAbout(roundOffOf(eighth, uncertain, four, four), 16 * r);
  });

  test('is added to that of the other functions', () => {
    const uncertain = (size: number) => times(3, { roundOff: () => size });
    expectAbout(roundOffOf(uncertain(r), uncertain(5 * r)), 8 * r);
    expectAbout(roundOffOf(uncertain(r), uncertain(5 * r), times(2)), 16 * r);
  });

  test('is computed and propagated at the input that the function gets in the chain', () => {
    // At 1 + 3 = 4 the square has the slope 8; at 4 + 1/8, one step ahead, 8.25.
    const shift: OwnFunction = { value: (x) => x + 3, derivative: () => 1, roundOff: () => r };
    expectAbout(roundOffOf(shift, square), 8.25 * r);
    const relative: OwnFunction = times(1, { roundOff: (x) => x * x * r });
    expectAbout(roundOffOf(times(16), relative), (16 * 1.125) ** 2 * r);
  });

  test('counts at each step if it differs between steps', () => {
    const steps = times(1, { roundOff: (x) => (x === 1 ? 0 : r) });
    expectAbout(roundOffOf(steps), r);
    const inside = times(1, { roundOff: (x) => (x === 2 ? 0 : r) });
    expectAbout(roundOffOf(times(2), inside, times(3)), 3 * r);
  });

  test('makes the derivative unknown if it is NaN', () => {
    const { bound } = bestOf(chainOf(times(1, { roundOff: () => NaN }), times(2)), 1);
    expect(bound).toBe(Infinity);
  });

  test('has no effect behind a flat function, even if it is infinite', () => {
    const flat: OwnFunction = { value: () => 7, derivative: () => 0 };
    const { value, bound } = bestOf(chainOf(times(1, { roundOff: () => Infinity }), flat), 1);
    expect(value).toBe(0);
    expect(bound).toBeLessThan(1e-12);
  });

  test('is propagated at a kink by the steeper slope', () => {
    const relu: OwnFunction = { value: (x) => Math.max(8 * x, 0), derivative: () => 8 };
    const mirrored: OwnFunction = { value: (x) => Math.min(8 * x, 0), derivative: () => 8 };
    const known = [() => r, (x: number) => (x === 1 ? r : 0)]; // everywhere, or at the kink alone
    for (const bent of [relu, mirrored]) {
      for (const roundOff of known) {
        const shift: OwnFunction = { value: (x) => x - 1, derivative: () => 1, roundOff };
        const { finding } = bestOf(chainOf(shift, bent), 1);
        if (finding?.kind !== 'kink') throw new Error('no kink');
        // One-sided differences have 4 times the round-off of the values (see extrapolate).
        expectAbout(finding.slopeBound, (3 * 4 * 8 * r) / 0.125);
      }
    }
  });

  test('is propagated by the slope over the whole error of the input, not only at the input', () => {
    // A function that is flat at 0, but rises by 0.1 within the error of its input.
    const bend: OwnFunction = {
      value: (x) => 1000 * Math.max(Math.abs(x) - 1e-4, 0),
      derivative: () => 0,
    };
    const shift: OwnFunction = { value: (x) => x - 1, derivative: () => 1, roundOff: () => 2e-4 };
    const { bound } = bestOf(chainOf(shift, bend), 1);
    // It rises by 0.1 from 1e-4 to 2e-4: the values may be wrong by that.
    expect(bound).toBeGreaterThan(0.1);
  });
});

describe('cancellation inside a chain', () => {
  test.each([
    ['add(1048576),add(-1048576)', 2 ** -32],
    ['add(1048576),add(-1048576),scale(8)', 2 ** -29],
    ['scale(8),add(1048576),add(-1048576)', 2 ** -32],
    ['add(-1048576),add(1048576),scale(-0.125)', 2 ** -35],
  ])('of %s leaves a round-off of %p', (text, roundOff) => {
    const { bound } = bestOf(parseChain(text), 1);
    // Both additions round: the total is 1 to 2.5 times the round-off of the first.
    const factor = (bound * 0.125) / (3 * 2) / roundOff;
    expect(factor).toBeGreaterThan(0.97);
    expect(factor).toBeLessThan(2.5);
  });
});
