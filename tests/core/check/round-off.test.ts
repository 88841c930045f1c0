/** @file What backprop may lose where the functions of a chain say how wrong their derivatives are. */

import type { Graph } from '../../../src/core/graph/graph';
import type { Judgement } from '../../../src/core/check/judge';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import { catalogue } from '../../../src/functions/catalogue';
import { parseChain } from '../../../src/functions/parse';
import { defineFormula } from '../../../src/functions/read/define-formula';
import { checkAt } from '../../support/at-point';
import { chainOf, type OwnFunction, times } from '../../support/own-function';

function judgementAt(chain: Graph, x: number): Judgement {
  const options = { method: 'best', compare: true } as const;
  return differentiate(chain, Float64Array.of(x), options).agreements?.[0] as Judgement;
}

/** The round-off of backprop, of chains that lose so much of it that it decides nothing. */
function roundOffAt(chain: Graph, x: number): number {
  const { reason } = judgementAt(chain, x);
  if (reason?.kind !== 'cancellation') throw new Error(`it is ${reason?.kind ?? 'known'}`);
  return reason.roundOff;
}

/** Within 10 %: terms of second order may count or not. */
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
  test('of one function is what that says of its derivative', () => {
    expectAbout(roundOffAt(chainOf(uncertain(square, 1 / 4)), 2), 1);
    expectAbout(roundOffAt(chainOf(uncertain(times(-3), 1 / 4)), 2), 0.75);
  });

  test('is carried on by the derivatives of all others, before it and after it', () => {
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

  test('asks every function at the input that it really gets, with its value', () => {
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

  test('that is not a number decides nothing, wherever it is', () => {
    const lost = uncertain(times(-3), NaN);
    expect(roundOffAt(chainOf(lost), 2)).toBe(Infinity);
    expect(roundOffAt(chainOf(lost, square, last), 2)).toBe(Infinity);
    expect(roundOffAt(chainOf(square, lost, last), 2)).toBe(Infinity);
  });

  test('that is infinite before a derivative of 0 decides nothing', () => {
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
  /** The derivative of the last is wrong by a part, and says so of another part. */
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
  ])('wrong by %p of itself, which may be wrong by %p: %p', (error, told, verdict) => {
    expect(checkAt(chainWith(error, told), 2).verdict).toBe(verdict);
  });

  test('whose functions say nothing allows no more than the roundings of products', () => {
    const chain = chainOf(square, times(-3), offBy(last, 1e-7));
    expect(checkAt(chain, 2)).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index: 2 },
    });
  });

  test('allows it only for the function that says it', () => {
    const chain = chainOf(offBy(square, 0.009), times(-3), uncertain(last, 0.001));
    expect(checkAt(chain, 2)).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index: 0 },
    });
  });
});

describe('a formula', () => {
  const known = catalogue.with([
    // x^2/2 + x^3/6 + ...: wrong by x/3 of itself, and of its digits most cancel at a tiny x.
    defineFormula('loose(x) = x^3/6; exp(x) - 1 - x', catalogue),
    defineFormula('right(x) = x^3/6; x^2/2', catalogue),
    defineFormula('wrong(x) = x^3/6; x^2/2.002', catalogue),
  ]);
  const at = (text: string, x: number) => checkAt(parseChain(text, known), x);

  test('whose derivative cancels is not blamed for more than its digits', () => {
    // At 1e-6 it is 5e-13, and made of numbers of the size of 1: some three digits are left.
    expect(at('loose', 1e-6).verdict).not.toBe('disagree');
    expect(at('loose', 0.1).verdict).toBe('disagree');
    expect(at('loose,scale(3)', 0.1)).toMatchObject({ verdict: 'disagree', reason: { index: 0 } });
  });

  test('whose derivative is wrong is found, in every place', () => {
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
