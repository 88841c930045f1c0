import type { KnownRoundOff } from '../../../src/core/best/best-derivative';
import { bestOf, type Values } from '../../support/by-values';

/** A round-off of this size everywhere, computed at every step or at x alone. */
function wrongBy(roundOff: number, isUneven = true): KnownRoundOff {
  return { roundOff: (x) => x.map(() => roundOff), isUneven, isWhole: true };
}

const identity: Values = (t) => t;

/** f, finite only up to this distance from x. */
function within(x: number, distance: number, f: Values): Values {
  return (t) => (Math.abs(t - x) <= distance ? f(t) : NaN);
}

/** f, raised by `height` at both points of one step: the central difference does not show it. */
function withBump(x: number, distance: number, height: number, f: Values): Values {
  return (t) => f(t) + (Math.abs(t - x) === distance ? height : 0);
}

describe('the bound', () => {
  const r = 2 ** -20;

  test('is three times the error of the estimate: for a line, that of round-off', () => {
    // The first estimate has the step 1/8, and twice the round-off of its values (see extrapolate).
    expect(bestOf(identity, 1, wrongBy(r)).bound).toBe((3 * 2 * r) / 0.125);
    expect(bestOf(identity, 1, wrongBy(r, false)).bound).toBe((3 * 2 * r) / 0.125);
  });

  test('of a kink is half the jump of the slope plus three errors of a one-sided slope', () => {
    const { value, bound, finding } = bestOf((t) => (t > 1 ? 3 : 1) * (t - 1), 1, wrongBy(r));
    // A one-sided estimate is wrong by 4 times the round-off over the step.
    const slopeBound = (3 * 4 * r) / 0.125;
    expect(finding).toMatchObject({ kind: 'kink', left: 1, right: 3, slopeBound });
    expect([value, bound]).toEqual([2, 1 + slopeBound]);
  });

  test('covers that rounding moves the midpoint of two points away from x', () => {
    // Doubles lie 2^-25 apart below 2^28, and 2^-24 above it: every x + h is off by half of that, and
    // the quotients of (t - x)^2 all agree on 2^-25, where the slope is 0.
    const x = 2 ** 28 - 2 ** -25;
    const { value, bound } = bestOf((t) => (t - x) * (t - x), x);
    expect(Math.abs(value)).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(2 ** -20);
  });
});

describe('a kink is found', () => {
  // Its second difference 2h must exceed 4 * 8 round-offs r at the six steps 1/4 ... 2^-7: r < 2^-11.
  test.each([
    [0.95, 'kink'],
    [1.05, undefined],
  ])('if it stands out from the round-off: one of %p * 2^-11 gives %p', (part, kind) => {
    expect(bestOf((t) => Math.abs(t - 1), 1, wrongBy(part * 2 ** -11)).finding?.kind).toBe(kind);
  });
});

describe('the slopes of a kink', () => {
  const [r, corner] = [2 ** -20, (t: number): number => Math.abs(t - 1)];

  function kinkOf(f: Values, known?: KnownRoundOff) {
    const { finding } = bestOf(f, 1, known);
    if (finding?.kind !== 'kink') throw new Error('no kink');
    return finding;
  }

  test('are as uncertain as the values at each step, even if f(x) is certain', () => {
    const roundOff = (x: Float64Array): Float64Array => x.map((t) => (t === 1 ? 0 : r));
    expect(kinkOf(corner, { roundOff, isUneven: true, isWhole: true }).slopeBound).toBe(
      (3 * 4 * r) / 0.125,
    );
  });

  test('include noise that central differences do not show', () => {
    const f = withBump(1, 2 ** -26, 2 ** -30, corner);
    expect(kinkOf(f).slopeBound).toBe((3 * 4 * 0.7 * 2 ** -30) / 0.125);
  });

  test('are taken from the steps at which the kink stands out, whatever smaller ones show', () => {
    // Nearly flat below 2^-8, where a second difference of 2h is no more than 64 round-offs.
    const f: Values = (t) => corner(t) * (corner(t) < 2 ** -8 ? 2 ** -10 : 1);
    const { left, right } = kinkOf(f, wrongBy(2 ** -13));
    expect([left, right]).toEqual([-1, 1]);
  });
});

describe('f that is finite at few steps', () => {
  test('has a derivative with five steps, and none with four', () => {
    // 2^-48 ... 2^-52
    expect(bestOf(within(1, 2 ** -48, identity), 1).finding).toBeUndefined();
    expect(bestOf(within(1, 2 ** -49, identity), 1).finding).toEqual({ kind: 'narrow' });
  });

  const zero: Values = (t) => t - 1;

  test('shows noise with seven steps, but not with six', () => {
    const bumped = withBump(1, 2 ** -52, 2 ** -48, zero);
    expect(bestOf(within(1, 2 ** -46, bumped), 1).finding?.kind).toBe('rough');
    expect(bestOf(within(1, 2 ** -47, bumped), 1).finding?.kind).not.toBe('rough');
  });

  test('shows noise at the smaller half of its steps only', () => {
    // 2^-43 ... 2^-52 are ten steps.
    const bumped = (distance: number): Values =>
      within(1, 2 ** -43, withBump(1, distance, 2 ** -44, zero));
    expect(bestOf(bumped(2 ** -48), 1).finding?.kind).toBe('rough');
    expect(bestOf(bumped(2 ** -47), 1).finding).toBeUndefined();
  });
});

describe('noise', () => {
  // The changes at the steps 1/4, 1/8 ... are 1/4 twice, then 1/8: the third largest is the range.
  const range = 0.125;

  test.each([
    [0.96, undefined],
    [1.04, 'rough'],
  ])('makes f rough from a hundredth of its range on: %p hundredths give %p', (part, kind) => {
    const known = wrongBy(part * 0.01 * range, false);
    expect(bestOf(identity, 1, known).finding?.kind).toBe(kind);
  });

  test('is compared with the range at the 27 smallest steps', () => {
    // At 2^20 there are 37 steps, 2^18 ... 2^-18; the third largest change at the 27 smallest is 2^7.
    const there = 2 ** 7;
    expect(bestOf(identity, 2 ** 20, wrongBy(0.0096 * there, false)).finding).toBeUndefined();
    expect(bestOf(identity, 2 ** 20, wrongBy(0.0104 * there, false)).finding?.kind).toBe('rough');
  });

  test('is compared with the third largest change, as the largest two may be next to a pole', () => {
    // The changes are 0.3125, 0.1875, 0.140625 and 0.109375.
    const f: Values = (t) => t + (t - 1) * (t - 1);
    expect(bestOf(f, 1, wrongBy(0.0096 * 0.140625, false)).finding).toBeUndefined();
    expect(bestOf(f, 1, wrongBy(0.0104 * 0.140625, false)).finding?.kind).toBe('rough');
  });

  test('is looked for at the three smallest refinement steps', () => {
    const near =
      (distance: number): Values =>
      (t) =>
        t + (Math.abs(t - 1) <= distance && t !== 1 ? Math.sign(t - 1) * 0.01 : 0);
    expect(bestOf(near(2 ** -21), 1).finding?.kind).toBe('jump');
    expect(bestOf(withBump(1, 2 ** -21, 0.01, identity), 1).finding).toBeUndefined();
  });

  test('of values whose slopes are too small for doubles shows all the same', () => {
    expect(bestOf((x) => Math.sin(x) / x, 1e300).finding?.kind).toBe('rough');
    expect(bestOf((x) => 1 / x, 1e300)).toMatchObject({ value: 0 });
  });

  test('that round-off explains is neither a kink nor a jump', () => {
    const f: Values = (t) => (t === 0 ? 0.5 : Math.abs(t));
    expect(bestOf(f, 0, wrongBy(0.5)).finding).toBeUndefined();
    expect(bestOf(f, 0).finding?.kind).toBe('jump');
  });
});

test('without a round-off for x the result is that of a round-off of 0', () => {
  const silent: KnownRoundOff = {
    roundOff: () => new Float64Array(0),
    isUneven: false,
    isWhole: true,
  };
  expect(bestOf(identity, 1, silent)).toEqual(bestOf(identity, 1, wrongBy(0)));
  expect(bestOf(identity, 1, silent).bound).toBeLessThan(2 ** -46);
});

describe('round-off inside f that is not known', () => {
  test('shows in a single quotient of the smallest steps, which gives 0.7 of it as noise', () => {
    const [distance, height] = [2 ** -26, 2 ** -30];
    const f: Values = (t) => t + (Math.abs(t - 1) === distance ? Math.sign(t - 1) * height : 0);
    const { value, bound } = bestOf(f, 1);
    expect(value).toBe(1);
    expect(bound).toBe((3 * 2 * 0.7 * height) / 0.125);
  });

  test('shows in the common unit of all values', () => {
    // Multiples of 2^-40, which the halved steps hit exactly.
    const f: Values = (t) => Math.round(t * 2 ** 40) / 2 ** 40;
    expect(bestOf(f, 1, wrongBy(0)).bound).toBe((3 * 2 * 2 ** -40) / 0.125);
  });
});
