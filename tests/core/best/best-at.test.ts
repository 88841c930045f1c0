/** @file The decision on the derivative at one x, from samples made by hand and known noise. */

import { bestAt, type BestDerivative } from '../../../src/core/best/best-at';
import { type Rung, surroundings, type Surroundings } from '../../../src/core/best/ladder';
import { foundWith, type Values } from '../../support/by-values';

const { abs, log2, sign, sqrt } = Math;

/** The samples of f around x, at the usual steps. */
function placeOf(f: Values, x = 0): Surroundings {
  return foundWith((points) => points.map(f), surroundings(x));
}

/** The same samples, with a round-off that depends on the step. */
function wrongBy(place: Surroundings, roundOffAt: (step: number) => number): Surroundings {
  const known = (rung: Rung): Rung => ({ ...rung, roundOff: roundOffAt(rung.ahead) });
  return { ...place, ladders: place.ladders.map((rungs) => rungs.map(known)) };
}

const bestOf = (f: Values, x = 0, least = 0): BestDerivative =>
  bestAt(placeOf(f, x), { least }).best;
const kindOf = (f: Values, x = 0): string | undefined => bestOf(f, x).finding?.kind;

describe('the step that the estimate comes from', () => {
  const r = 2 ** -20;
  const identity = placeOf((t) => t, 1);

  test('is reported with the noise assumed there', () => {
    expect(bestAt(identity, { least: r })).toMatchObject({ step: 0.125, noise: r });
  });

  test('has its noise looked up in the ladder that contains it', () => {
    // The ladders begin at 2^-42 and 2^-2; the estimates of the second are more precise.
    const place = placeOf((t) => t, 2 ** -40);
    expect(bestAt(place, { least: 2 ** -56 })).toMatchObject({ step: 0.125, noise: 2 ** -56 });
  });
});

describe('a slope seen at small steps only', () => {
  /** The identity, but steeper up to this distance. */
  const steeper =
    (distance: number, slope = 2): Values =>
    (t) =>
      abs(t) <= distance ? slope * t : t;

  // The estimate comes from half of that distance.
  test.each([
    [2 ** -30, 'rough'],
    [2 ** -29, undefined],
  ])('is rounding inside f at steps below 2^-30: a slope up to %p gives %p', (distance, kind) => {
    expect(kindOf(steeper(distance))).toBe(kind);
    if (kind === undefined) expect(bestOf(steeper(distance)).value).toBe(2);
  });

  test.each([
    [2 ** -20, 'rough'],
    [2 ** -19, undefined],
  ])('is so at steps below 2^-30 |x|: at 1024 a slope up to %p gives %p', (distance, kind) => {
    for (const x of [1024, -1024]) expect(kindOf((t) => steeper(distance)(t - x), x)).toBe(kind);
  });

  const place = placeOf(steeper(2 ** -32));

  test.each([
    [0.98, 'rough'],
    [1.02, undefined],
  ])('is rounding if larger steps are sure to a thousandth: %p of that is %p', (part, kind) => {
    // The estimate is wrong by twice the round-off over the step.
    const doubtful = wrongBy(place, (step) => (step >= 2 ** -30 ? (part * 1e-3 * step) / 2 : 0));
    expect(bestAt(doubtful, { least: 0 }).best.finding?.kind).toBe(kind);
    const falling = placeOf((t) => -4 * steeper(2 ** -32)(t));
    const other = wrongBy(falling, (step) => (step >= 2 ** -30 ? 2 * part * 1e-3 * step : 0));
    expect(bestAt(other, { least: 0 }).best.finding?.kind).toBe(kind);
  });

  /** Samples whose larger steps know their slope to 0.5e-3. */
  const doubtful = (f: Values): Surroundings =>
    wrongBy(placeOf(f), (step) => (step >= 2 ** -30 ? 0.25e-3 * step : 0));

  test.each([
    [2.9e-3, undefined],
    [3.1e-3, 'rough'],
    [-2.9e-3, undefined],
    [-3.1e-3, 'rough'],
  ])('differs from one-sided slopes, of error 1e-3, by three errors: %p is %p', (part, kind) => {
    const place = doubtful(steeper(2 ** -32, 1 + part));
    expect(bestAt(place, { least: 0 }).best.finding?.kind).toBe(kind);
  });

  test.each([
    [1.4e-3, undefined],
    [1.6e-3, 'rough'],
  ])('differs from larger steps, of error 0.5e-3, by three errors: %p is %p', (part, kind) => {
    const d = 2 ** -32;
    const f: Values = (t) => (abs(t) <= d ? t : (1 + part + 2 * sign(t)) * t);
    expect(bestAt(doubtful(f), { least: 0 }).best.finding?.kind).toBe(kind);
  });

  test('equals that of larger steps within three times the sum of both errors', () => {
    // A one-sided slope has the error 1e-3, the small steps 0.2e-3: three times the sum is 3.6e-3.
    const kindOf = (part: number): string | undefined => {
      const place = wrongBy(
        placeOf(steeper(2 ** -32, 1 + part)),
        (step) => (step >= 2 ** -30 ? 0.25e-3 : 0.1e-3) * step,
      );
      return bestAt(place, { least: 0 }).best.finding?.kind;
    };
    expect([kindOf(3.5e-3), kindOf(3.7e-3)]).toEqual([undefined, 'rough']);
  });

  test.each([1, -1])('is the derivative if larger steps on one side have it: %p', (side) => {
    // There is a kink at a distance of 2^-33 on the other side.
    const f: Values = (t) => (side * t > -(2 ** -33) ? 2 * t : -side * 2 ** -32);
    expect(bestOf(f)).toMatchObject({ value: 2 });
    expect(bestOf(f).finding).toBeUndefined();
  });
});

describe('of two ladders', () => {
  /** A jump on the right of x. */
  const jump =
    (x: number, height: number): Values =>
    (t) =>
      t - x + (t > x ? height : 0);

  test.each([
    // 2^-42 ... 2^-59 and 2^-2 ... 2^-19.
    [2 ** -40, 2 ** -30, 2 ** -59],
    // 2^38 ... 2^21 and 2^-2 ... 2^-12, the last digit of x.
    [2 ** 40, 2 ** 6, 2 ** -12],
  ])('the finer one shows a jump beside %p, of %p', (x, height, distance) => {
    const { finding, steepest } = bestOf(jump(x, height), x);
    expect(finding).toEqual({ kind: 'jump', height: height + distance, distance, side: 'right' });
    expect(steepest).toBe((height + distance) / distance);
  });

  test('one can show a kink while the other is all round-off', () => {
    const x = 2 ** -40;
    const f: Values = (t) => (abs(t - x) > 2 ** -21 ? abs(t - x) : 0);
    const noisy = placeOf(
      (t) => f(t) + (abs(t - x) < 2 ** -45 && log2(abs(t - x)) % 2 === 0 ? 2 ** -44 : 0),
      x,
    );
    const known = wrongBy(noisy, (step) => (step < 2 ** -30 ? 2 ** -40 : 0));
    expect(bestAt(known, { least: 0 }).best.finding).toMatchObject({
      kind: 'kink',
      left: -1,
      right: 1,
    });
  });
});

describe('a corner', () => {
  /** The slope grows by the same amount with each halving: by too little beside 1 to count as a vertical tangent. */
  const growing: Values = (t) => (t === 0 ? 0 : 2 ** -8 * t * log2(abs(t)));

  test.each<[string, Values]>([
    ['both sides', (t) => abs(t) + growing(t)],
    ['the right', (t) => abs(t) + (t > 0 ? growing(t) : 0)],
    ['the left', (t) => abs(t) + (t < 0 ? growing(t) : 0)],
  ])('with a slope that grows without bound on %s has no two slopes', (_, f) => {
    expect(bestOf(f)).toMatchObject({ bound: Infinity, finding: { kind: 'odd' } });
  });

  test('in the second derivative alone widens the bound by the difference of the slopes', () => {
    // The second difference 2 sqrt(h) exceeds 32 noise/h at h = 2^-10, and not at 2^-11.
    const { value, bound, finding } = bestOf((t) => abs(t - 1) ** 1.5, 1, 0.9 * 2 ** -19);
    expect([value, finding]).toEqual([0, undefined]);
    expect(bound).toBe(2 * 2 ** -5);
  });

  test.each([1, -1])('is as uncertain as the worse of its two slopes: side %p', (side) => {
    const { finding } = bestOf((t) => abs(t) + (side * t > 0 ? abs(t) ** 1.5 / 10 : 0));
    if (finding?.kind !== 'kink') throw new Error('no kink');
    expect(finding.slopeBound).toBeGreaterThan(1e-9);
    const [straight, bent] =
      side > 0 ? [-finding.left, finding.right] : [finding.right, -finding.left];
    expect(straight).toBe(1);
    expect(abs(bent - 1)).toBeLessThanOrEqual(finding.slopeBound);
  });

  test('that is a cusp or a vertical tangent is steep', () => {
    expect(kindOf((t) => sqrt(abs(t)))).toBe('steep');
    expect(kindOf((t) => sign(t) * sqrt(abs(t)))).toBe('steep');
  });
});

describe('the jump at the end of a flat piece', () => {
  test.each<[string, Values, number | undefined]>([
    ['on the right', (t) => (t > 0 ? 5 : 2), 3],
    ['on the left', (t) => (t < 0 ? -5 : 2), 7],
    ['on both sides', (t) => (t === 0 ? 5 : 2), undefined],
    ['of a constant', () => 2, undefined],
  ])('%s is reported as a stair step if it is not a finding: %p gives %p', (_, f, height) => {
    const place = placeOf(f);
    const steps = bestAt(place, { least: 0 }).best.steps;
    // With a round-off larger than the jump it is no finding.
    const rough = wrongBy(place, () => 10);
    const fine = bestAt(rough, { least: 10 }).best.steps;
    expect(steps).toBeUndefined();
    expect(fine?.height).toBe(height);
  });

  test('is taken from the smallest step of all', () => {
    const jump = placeOf((t) => (t > 0 ? 5 : 2));
    const place = wrongBy(jump, () => 10);
    const rung = { shift: 0, roundOff: 10, yAhead: 6, yBehind: 2 };
    const finer = [
      { ...rung, ahead: 2 ** -44, behind: 2 ** -44 },
      { ...rung, ahead: 2 ** -50, behind: 2 ** -50, yAhead: 7 },
      { ...rung, ahead: 2 ** -47, behind: 2 ** -47 },
    ];
    expect(bestAt({ ...place, finer }, { least: 10 }).best.steps?.height).toBe(5);
  });
});

describe('where f(x) is not finite', () => {
  const nothing = { value: NaN, bound: Infinity, steepest: NaN, usual: NaN };

  test.each([
    [NaN, 'undefined'],
    [Infinity, 'pole'],
    [-Infinity, 'pole'],
  ])('the result is only a finding: f(x) = %p is %p', (y, kind) => {
    expect(bestAt({ ...placeOf((t) => t), y }, { least: 0 })).toEqual({
      best: { ...nothing, finding: { kind } },
    });
  });
});

describe('the usual slope of secants', () => {
  test('is the slope far away if f is flat at all steps', () => {
    const plateau = { resolution: 1e-3, isWide: false, extent: 1, farSlope: 7 };
    const [line, constant] = [placeOf((t) => t), placeOf(() => 3)];
    expect(bestAt(line, { least: 0 }, plateau).best.usual).toBe(7);
    expect(bestAt(constant, { least: 0 }, { ...plateau, isWide: true }).best).toEqual({
      value: 0,
      steepest: 0,
      usual: 7,
      // The resolution, and the jump that rounding may hide, over the largest step.
      bound: 1e-3 / 0.25,
      hidden: (2e-5 * 3) / 0.25,
    });
  });
});
