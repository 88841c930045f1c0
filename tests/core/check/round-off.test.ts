/** @file The round-off of backprop in chains whose functions state that of their derivatives. */

import type { Graph } from '../../../src/core/graph/graph';
import type { Judgement } from '../../../src/core/best/judge';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import { catalogue } from '../../../src/functions/catalogue';
import { parseChain } from '../../../src/functions/parse';
import { defineFormula } from '../../../src/functions/read/define-formula';
import { checkAt } from '../../support/by-values';
import { chainOf, type OwnFunction, times } from '../../support/chains';

function judgementAt(chain: Graph, x: number): Judgement {
  const options = { method: 'best', compare: true } as const;
  return differentiate(chain, Float64Array.of(x), options).agreements?.[0] as Judgement;
}

/** The round-off of backprop, for chains where it is so large that nothing is decided. */
function roundOffAt(chain: Graph, x: number): number {
  const { reason } = judgementAt(chain, x);
  if (reason?.kind !== 'cancellation') throw new Error(`it is ${reason?.kind ?? 'known'}`);
  return reason.roundOff;
}

/** Equal to 10 %, as terms of second order may count or not. */
function expectAbout(found: number, expected: number): void {
  expect(found / expected).toBeGreaterThan(0.9);
  expect(found / expected).toBeLessThan(1.1);
}

// At x = 2: x^2 = 4 with the slope 4, -3 * 4 = -12, and (-12)^2/16 = 9 with the slope -1.5.
const square: OwnFunction = { value: (x) => x * x, derivative: (x) => 2 * x };
const last: OwnFunction = { value: (x) => (x * x) / 16, derivative: (x) => x / 8 };
const uncertain = (known: OwnFunction, part: number): OwnFunction => ({
  ...known,
  derivativeRoundOff: (x, y) => part * Math.abs(known.derivative(x, y)),
});

describe('the round-off of backprop', () => {
  test('of a single function is the one that it states', () => {
    expectAbout(roundOffAt(chainOf(uncertain(square, 1 / 4)), 2), 1);
    expectAbout(roundOffAt(chainOf(uncertain(times(-3), 1 / 4)), 2), 0.75);
  });

  test('is multiplied by the derivatives of all other functions, before and after it', () => {
    const part = 1 / 4;
    const whole = 4 * 3 * 1.5;
    for (const chain of [
      chainOf(uncertain(square, part), times(-3), last),
      chainOf(square, uncertain(times(-3), part), last),
      chainOf(square, times(-3), uncertain(last, part)),
    ]) {
      expectAbout(roundOffAt(chain, 2), part * whole);
    }
  });

  test('adds up, to first order', () => {
    const chain = chainOf(uncertain(square, 1 / 16), times(-3), uncertain(last, 1 / 12));
    expectAbout(roundOffAt(chain, 2), (1 / 16 + 1 / 12) * 18);
    const three = chainOf(
      uncertain(square, 1 / 16),
      uncertain(times(-3), 1 / 20),
      uncertain(last, 1 / 12),
    );
    expectAbout(roundOffAt(three, 2), (1 / 16 + 1 / 20 + 1 / 12) * 18);
  });

  test('is computed for every function at the input that it gets, with its value', () => {
    const asked: [number, number][] = [];
    const recording: OwnFunction = {
      ...last,
      derivativeRoundOff: (x, y) => {
        asked.push([x, y]);
        return 1;
      },
    };
    expectAbout(roundOffAt(chainOf(square, times(-3), recording), 2), 12);
    expect(asked).toContainEqual([-12, 9]);
    expect(asked.filter(([x]) => x !== -12)).toEqual([]);
  });

  test('decides nothing if it is NaN for any function', () => {
    const lost = uncertain(times(-3), NaN);
    expect(roundOffAt(chainOf(lost), 2)).toBe(Infinity);
    expect(roundOffAt(chainOf(lost, square, last), 2)).toBe(Infinity);
    expect(roundOffAt(chainOf(square, lost, last), 2)).toBe(Infinity);
  });

  test('decides nothing if it is infinite before a derivative of 0', () => {
    // Infinity * 0 is not a number.
    const flat: OwnFunction = { value: (x) => x - x + 1e-3, derivative: () => 0 };
    const lost: OwnFunction = { ...times(1e9), derivativeRoundOff: () => Infinity };
    expect(judgementAt(chainOf(lost, flat), 2).verdict).toBe('inconclusive');
  });
});

describe('a verdict on a chain', () => {
  const offBy = (known: OwnFunction, part: number): OwnFunction => ({
    ...known,
    derivative: (x, y) => known.derivative(x, y) * (1 + part),
  });
  /** The last derivative has the relative error `error`, and states a round-off of `told`. */
  const chainWith = (error: number, told: number): Graph => {
    const { derivative } = last;
    const derivativeRoundOff = (x: number, y: number) => told * Math.abs(derivative(x, y));
    return chainOf(square, times(-3), { ...offBy(last, error), derivativeRoundOff });
  };

  test.each([
    [0, 0, 'agree'],
    [0.009, 0.01, 'agree'],
    [-0.009, 0.01, 'agree'],
    [0.011, 0.01, 'disagree'],
    [-0.011, 0.01, 'disagree'],
    [0.019, 0.02, 'agree'],
    [0.2, 0.3, 'inconclusive'],
  ])('with a relative error of %p and a stated one of %p is %p', (error, told, verdict) => {
    expect(checkAt(chainWith(error, told), 2).verdict).toBe(verdict);
  });

  test('whose functions state none allows only the roundings of products', () => {
    const chain = chainOf(square, times(-3), offBy(last, 1e-7));
    expect(checkAt(chain, 2)).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index: 2 },
    });
  });

  test('allows it only for the function that states it', () => {
    const chain = chainOf(offBy(square, 0.009), times(-3), uncertain(last, 0.001));
    expect(checkAt(chain, 2)).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index: 0 },
    });
  });
});

describe('a formula', () => {
  const known = catalogue.with([
    // x^2/2 + x^3/6 + ... has a relative error of x/3; at a tiny x most digits cancel.
    defineFormula('loose(x) = x^3/6; exp(x) - 1 - x', catalogue),
    defineFormula('right(x) = x^3/6; x^2/2', catalogue),
    defineFormula('wrong(x) = x^3/6; x^2/2.002', catalogue),
  ]);
  const at = (text: string, x: number) => checkAt(parseChain(text, known), x);

  test('whose derivative cancels does not disagree because of the lost digits', () => {
    // At 1e-6 it is 5e-13, a difference of numbers near 1: some three digits remain.
    expect(at('loose', 1e-6).verdict).not.toBe('disagree');
    expect(at('loose', 0.1).verdict).toBe('disagree');
    expect(at('loose,scale(3)', 0.1)).toMatchObject({ verdict: 'disagree', reason: { index: 0 } });
  });

  test('with a wrong derivative is found, wherever that is', () => {
    expect(at('right', 0.7).verdict).toBe('agree');
    expect(at('wrong', 0.7).verdict).toBe('disagree');
    for (const [text, index] of [
      ['wrong,right,square', 0],
      ['right,wrong,square', 1],
      ['square,right,wrong', 2],
    ] as const) {
      const { verdict, reason } = at(text, 1.7);
      expect([verdict, reason]).toEqual(['disagree', { kind: 'wrong-function', index }]);
    }
  });
});
