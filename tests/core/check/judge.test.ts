import type { BestDerivative } from '../../../src/core/best/best-derivative';
import { judge } from '../../../src/core/check/judge';

/** A numerical derivative of 1 that is exact, beside slopes of 1, but for what is said. */
function best(known: Partial<BestDerivative> = {}): BestDerivative {
  return { value: 1, bound: 0, steepest: 1, ...known };
}

const UNIT = 2 ** -53;

describe('backprop and an exact numerical derivative', () => {
  test.each([
    [0, 'agree'],
    // Doubles above 1 lie two units apart.
    [14, 'agree'],
    [18, 'disagree'],
    [-15, 'agree'],
    [-17, 'disagree'],
  ])('that differ by %p units of round-off, of which 16 are allowed: %p', (units, verdict) => {
    expect(judge(1 + units * UNIT, best()).verdict).toBe(verdict);
    expect(judge(-1 - units * UNIT, best({ value: -1 })).verdict).toBe(verdict);
  });

  test.each([NaN, Infinity, -Infinity])('disagree where backprop is %p', (backprop) => {
    expect(judge(backprop, best()).verdict).toBe('disagree');
    expect(judge(backprop, best(), Infinity).verdict).not.toBe('agree');
  });

  test('disagree where the signs do', () => {
    expect(judge(-1, best()).verdict).toBe('disagree');
    expect(judge(1, best({ value: -1 })).verdict).toBe('disagree');
  });
});

describe('what both may be wrong by adds up', () => {
  test.each([
    [1.009, 0.01, 0, 'agree'],
    [1.011, 0.01, 0, 'disagree'],
    [0.991, 0.01, 0, 'agree'],
    [0.989, 0.01, 0, 'disagree'],
    [1.049, 0, 0.05, 'agree'],
    [1.051, 0, 0.05, 'disagree'],
    [1.059, 0.01, 0.05, 'agree'],
    [1.061, 0.01, 0.05, 'disagree'],
  ])('backprop %p, with a bound of %p and a round-off of %p: %p', (...row) => {
    const [backprop, bound, roundOff, verdict] = row;
    expect(judge(backprop, best({ bound }), roundOff).verdict).toBe(verdict);
  });
});

describe('a derivative', () => {
  const unresolved = { verdict: 'inconclusive', reason: { kind: 'unresolved' } };

  test.each([
    [0.099, { verdict: 'agree' }],
    [0.101, unresolved],
  ])('is known if its bound is no more than a tenth of it: %p', (bound, judgement) => {
    expect(judge(1, best({ bound }))).toEqual(judgement);
    expect(judge(-1, best({ value: -1, bound }))).toEqual(judgement);
  });

  test('may be known by what backprop says, if that is the larger one', () => {
    // The slopes round about are so large that it may be 0: 1.05 is ten times the bound, 1 is not.
    const near = best({ bound: 0.102, steepest: 1e6 });
    expect(judge(1.05, near).verdict).toBe('agree');
    expect(judge(1.01, near)).toEqual(unresolved);
  });

  test.each([
    [0.99e-5, { verdict: 'agree' }],
    [1.01e-5, unresolved],
  ])('of 0 is known if its bound is no more than 1e-5 of the slopes: %p', (bound, judgement) => {
    expect(judge(0, best({ value: 0, bound }))).toEqual(judgement);
    expect(judge(0, best({ value: 0, bound: 8 * bound, steepest: 8 }))).toEqual(judgement);
  });

  test('of 0 is known where no slope is seen at all', () => {
    expect(judge(0, best({ value: 0, bound: 1e-16, steepest: 0 }))).toEqual({ verdict: 'agree' });
  });

  test('that is claimed within a bound round 0 is not known', () => {
    expect(judge(4e-6, best({ value: 0, bound: 5e-6 }))).toEqual(unresolved);
    expect(judge(6e-6, best({ value: 0, bound: 5e-6 })).verdict).toBe('disagree');
  });

  test('with a finding, but a kink, cannot be decided', () => {
    const finding = { kind: 'steep' } as const;
    expect(judge(1, best({ finding }))).toEqual({ verdict: 'inconclusive', reason: finding });
  });
});

describe('a round-off of backprop', () => {
  const cancellation = (roundOff: number) => ({
    verdict: 'inconclusive',
    reason: { kind: 'cancellation', roundOff },
  });

  test.each([
    [0.099, { verdict: 'agree' }],
    [0.101, cancellation(0.101)],
  ])('of more than a tenth of the derivative decides nothing: %p', (roundOff, judgement) => {
    expect(judge(1, best(), roundOff)).toEqual(judgement);
    expect(judge(-1, best({ value: -1 }), roundOff)).toEqual(judgement);
  });

  test('is compared with the larger one of both derivatives', () => {
    expect(judge(1.2, best(), 0.119)).toEqual({ verdict: 'disagree' });
    expect(judge(1.2, best(), 0.121)).toEqual(cancellation(0.121));
  });

  test('matters only if it is above the bound', () => {
    // 0.5 is known to be no more than 0.6 by the slopes round about.
    const loose = best({ value: 0.5, bound: 0.6, steepest: 1e5 });
    expect(judge(0.5, loose, 0.59).reason).toEqual({ kind: 'unresolved' });
    expect(judge(0.5, loose, 2)).toEqual(cancellation(2));
  });

  test('matters only if it is above the bound also where no slope is seen at all', () => {
    const flat = best({ value: 0, bound: 1e-10, steepest: 0 });
    expect(judge(0, flat, 0.9e-10)).toEqual({ verdict: 'agree' });
    expect(judge(0, flat, 1.1e-10)).toEqual(cancellation(1.1e-10));
  });

  test('below 1e-5 of the slopes round about lets a derivative of 0 stand', () => {
    const zero = best({ value: 0, bound: 1e-9 });
    expect(judge(0, zero, 0.99e-5)).toEqual({ verdict: 'agree' });
    expect(judge(0, zero, 1.01e-5)).toEqual(cancellation(1.01e-5));
  });

  test('is no part of the slopes where the derivative is known itself', () => {
    // 1e-7, known to a thousandth: a round-off of its size decides nothing, small as it is.
    const small = best({ value: 1e-7, bound: 1e-10 });
    expect(judge(1e-7, small, 1e-7)).toEqual(cancellation(1e-7));
  });

  test('that alone would excuse a difference from 0 does not', () => {
    const zero = best({ value: 0, bound: 1e-6 });
    expect(judge(4e-6, zero, 5e-6)).toEqual(cancellation(5e-6));
  });

  test('excuses a difference of a derivative as long as it is a tenth of that, or of its bound', () => {
    // It is 0.102, the larger derivative 1.05 or 1.1, the numerical one 1.
    expect(judge(1.05, best(), 0.102)).toEqual(cancellation(0.102));
    expect(judge(1.05, best(), 0.099)).toEqual({ verdict: 'agree' });
    expect(judge(1.08, best({ bound: 0.09 }), 0.105)).toEqual({ verdict: 'agree' });
    const loose = best({ value: 0, bound: 1e-6 });
    expect(judge(1.05e-6, loose, 0.99e-7).reason).toEqual({ kind: 'unresolved' });
    expect(judge(1.05e-6, loose, 1.02e-7)).toEqual(cancellation(1.02e-7));
  });

  test('is no excuse needed by a difference that the roundings of products explain', () => {
    // Six units, and a round-off of more than a tenth of the numerical derivative.
    const [value, backprop] = [1, 1.0000000000000007];
    const roundOff = 0.10000000000000002;
    expect(judge(backprop, best({ value }), roundOff)).toEqual({ verdict: 'agree' });
  });
});

describe('at a kink', () => {
  const kink = (left: number, right: number, slopeBound = 0) =>
    best({ value: (left + right) / 2, finding: { kind: 'kink', left, right, slopeBound } });
  const { verdict: between } = judge(0.5, kink(0, 1));

  test('backprop must lie between the slopes, whichever is the larger one', () => {
    expect(between).toBe('kink');
    expect(judge(0.5, kink(1, 0)).verdict).toBe('kink');
    for (const backprop of [-0.1, 1.1, NaN, Infinity]) {
      expect(judge(backprop, kink(0, 1)).verdict).toBe('disagree');
      expect(judge(backprop, kink(1, 0)).verdict).toBe('disagree');
    }
  });

  test.each([
    [0.099, 'kink'],
    [0.101, 'inconclusive'],
  ])('the slopes must be known to a tenth of what they differ by: %p', (slopeBound, verdict) => {
    expect(judge(0.5, kink(0, 1, slopeBound)).verdict).toBe(verdict);
    expect(judge(10.5, kink(10, 11, slopeBound)).verdict).toBe(verdict);
  });

  test.each([
    [0.049, 0, 'kink'],
    [0.051, 0, 'disagree'],
    [0.149, 0.1, 'kink'],
    [0.151, 0.1, 'disagree'],
  ])('it may lie outside by %p, with a bound of 0.05 and a round-off of %p: %p', (...row) => {
    const [beyond, roundOff, verdict] = row;
    expect(judge(1 + beyond, kink(0, 1, 0.05), roundOff).verdict).toBe(verdict);
    expect(judge(-beyond, kink(0, 1, 0.05), roundOff).verdict).toBe(verdict);
  });

  test('it may lie outside by 16 units of round-off', () => {
    expect(judge(1 + 14 * UNIT, kink(0, 1)).verdict).toBe('kink');
    expect(judge(1 + 18 * UNIT, kink(0, 1)).verdict).toBe('disagree');
    expect(judge(-1 - 14 * UNIT, kink(-1, 0)).verdict).toBe('kink');
  });
});
