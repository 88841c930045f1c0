import { answered } from '../../../src/core/best/asking';
import { localNoise } from '../../../src/core/best/noise';

type Values = (x: Float64Array) => Float64Array;

/** A function with these values in the order of evaluation: nine behind x, then nine ahead. */
const inOrder =
  (value: (k: number) => number): Values =>
  (x) =>
    x.map((_, k) => value(k));

const at = { x: 5, step: 0.5 };

const localNoises = (f: Values, places: readonly (typeof at)[]): number[] =>
  answered(
    f,
    places.map(({ x, step }) => localNoise(x, step)),
  );

describe('noise near a step', () => {
  test('is a fifteenth of the largest sixth difference', () => {
    // Alternating values have a sixth difference of 2^6 times their size.
    expect(
      localNoises(
        inOrder((k) => (k % 2 === 0 ? 3 : -3)),
        [at],
      ),
    ).toEqual([(3 * 64) / 15]);
    // A single value contributes the largest binomial coefficient, 20.
    const single = (place: number) => inOrder((k) => (k === place ? -2 : 0));
    expect(localNoises(single(4), [at])).toEqual([(2 * 20) / 15]);
    expect(localNoises(single(13), [at])).toEqual([(2 * 20) / 15]);
    // The first of the nine is part of one difference only.
    expect(localNoises(single(0), [at])).toEqual([2 / 15]);
    expect(localNoises(single(17), [at])).toEqual([2 / 15]);
  });

  test('is the larger one of both sides', () => {
    const found = (behind: number, ahead: number) =>
      localNoises(
        inOrder((k) => (k % 2 === 0 ? 1 : -1) * (k < 9 ? behind : ahead)),
        [at],
      )[0];
    expect(found(1, 5)).toBe((5 * 64) / 15);
    expect(found(5, 1)).toBe((5 * 64) / 15);
  });

  test('is 0 for a polynomial of degree 5, and 720 d^6/15 for x^6 at the spacing d', () => {
    const of = (f: (x: number) => number): number =>
      localNoises((x) => x.map(f), [{ x: 0, step: 64 }])[0] as number;
    // The distances of 64/256 and the values are exact.
    expect(of((x) => x ** 5 - 3 * x ** 4 + x)).toBe(0);
    expect(of((x) => x ** 6 / 720)).toBeCloseTo(0.25 ** 6 / 15, 6);
  });

  test('is 0 if it is not finite', () => {
    expect(
      localNoises(
        inOrder((k) => (k === 4 ? NaN : 0)),
        [at],
      ),
    ).toEqual([0]);
    expect(
      localNoises(
        inOrder((k) => (k < 9 ? Infinity : (k % 2) * 15)),
        [at],
      ),
    ).toEqual([32]);
  });
});

test('values are taken evenly around x + step and x - step, 1/256 of the step apart, but not at these points', () => {
  const asked: number[] = [];
  const noises = localNoises(
    (x) => {
      asked.push(...x);
      return x;
    },
    [at, { x: -1, step: 0.25 }],
  );
  expect([noises.length, asked.length]).toEqual([2, 36]);
  for (const [k, { x, step }] of [at, { x: -1, step: 0.25 }].entries()) {
    for (const side of [0, 1]) {
      const own = asked.slice(18 * k + 9 * side, 18 * k + 9 * side + 9);
      const parts = own.map((point) => ((side === 0 ? -1 : 1) * (point - x)) / step);
      for (let j = 1; j < 9; j++) {
        expect((parts[j] as number) - (parts[j - 1] as number)).toBeCloseTo(1 / 256, 12);
      }
      // Around 1, half a spacing off it.
      expect(parts[3]).toBeCloseTo(1 - 0.5 / 256, 12);
      expect(parts[4]).toBeCloseTo(1 + 0.5 / 256, 12);
    }
  }
});
