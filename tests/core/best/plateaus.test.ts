/** @file What a flat piece is part of, by its values between the last flat step and the next one, and far away. */

import { type ManyValued, surroundings, type Surroundings } from '../../../src/core/best/ladder';
import { isLastDigit, type Plateau, plateausOf } from '../../../src/core/best/plateau';
import type { Values } from '../../support/at-point';

const { abs, floor, max } = Math;
const many =
  (f: Values): ManyValued =>
  (points) =>
    points.map(f);
const placesOf = (f: Values, ...x: number[]): Surroundings[] =>
  surroundings(many(f), Float64Array.from(x));
const plateausAt = (f: Values, ...x: number[]): (Plateau | undefined)[] =>
  plateausOf(many(f), placesOf(f, ...x));
const plateauAt = (f: Values, x: number): Plateau | undefined => plateausAt(f, x)[0];

const DIGIT = 2 ** -52;

/** y up to 2^-10 on both sides of 0, and beyond that another value. */
const beside =
  (y: number, at: number): Values =>
  (t) =>
    abs(t) > 2 ** -10 ? at : y;

/** Where f is asked first of all: the samples, which are to show how it changes beyond the flat piece. */
function sampledAt(): number[] {
  const asked: Float64Array[] = [];
  const f: ManyValued = (points) => {
    asked.push(points);
    return points.map(beside(0, 1));
  };
  plateausOf(f, placesOf(beside(0, 1), 0));
  return [...(asked[0] ?? [])];
}
const SAMPLES = sampledAt().length;

/** A flat piece between -2^-10 and 2^-10 beyond which this is sampled; farther away f is another value. */
function withSamples(samples: readonly number[], y = 0, at = 1): Plateau | undefined {
  const base = beside(y, at);
  let isFirst = true;
  const f: ManyValued = (points) => {
    const values = isFirst ? Float64Array.from(samples) : points.map(base);
    isFirst = false;
    return values;
  };
  return plateausOf(f, placesOf(base, 0))[0];
}

/** The sums of these changes, and then the last one again. */
function changedBy(...changes: readonly number[]): number[] {
  let sum = 0;
  return Array.from({ length: SAMPLES }, (_, k) => (sum += changes[k] ?? 0));
}

/** Changes without a common measure. */
const UNEVEN = [1, 1.37, 1.11, 1.73, 1.29, 1.91, 1.57, 1.83, 1.19, 1.43, 1.67, 1.05];

test('beyond the flat piece f is sampled where even steps on a line are uneven ones', () => {
  const places = [2 ** -10, ...sampledAt()];
  const gaps = places.slice(1).map((at, k) => at - (places[k] as number));
  const least = Math.min(...gaps);
  // Or a line would be taken for a staircase.
  const isMultiple = (gap: number) => abs(gap / least - Math.round(gap / least)) < 1e-3;
  expect(least).toBeGreaterThan(0);
  expect(gaps.filter((gap) => gap !== least && isMultiple(gap))).toEqual([]);
  // More than half of them before the next step, where f has changed.
  expect(places.filter((at) => at <= 2 ** -9).length).toBeGreaterThan(SAMPLES / 2);
});

describe('what changes where a flat piece ends', () => {
  const flat = { quantum: 0, isWide: false, extent: 2 ** -10, farSlope: 0 };

  test.each<[string, number[]]>([
    ['nothing', changedBy()],
    ['no two times by the same', changedBy(...UNEVEN)],
    ['at first no two times by the same, in more than half', changedBy(...UNEVEN.slice(0, 7))],
    [
      'by nearly twice the least',
      changedBy(...Array.from(UNEVEN, (_, k) => (k === 0 ? 1 : 2 + 1.1e-3))),
    ],
  ])('%s: it is no staircase', (_, samples) => {
    expect(withSamples(samples)).toEqual(flat);
  });

  test.each<[string, number, number[]]>([
    ['once, at the first', 3, changedBy(3)],
    ['once, at the last', 3, changedBy(...Array<number>(11).fill(0), 3)],
    ['down', 3, changedBy(0, -3)],
    ['at half of them', 1, changedBy(...UNEVEN.slice(0, 6))],
    ['and stands still before it goes on', 1, changedBy(...UNEVEN.slice(0, 5), 0, ...UNEVEN)],
    ['by whole times the least', 1, changedBy(3, 1, 2, 5, 1, 4, 2, 1, 3, 1, 2, 6)],
    ['and so by little', 0.5, changedBy(...UNEVEN.slice(0, 5).map((c) => c / 2), 0, 0.6, 0.7, 0.8)],
    ['by nearly that', 1, changedBy(...Array.from(UNEVEN, (_, k) => (k === 0 ? 1 : 2 + 0.9e-3)))],
    ['by nearly that, or less', 1, changedBy(...UNEVEN.map((_, k) => (k === 0 ? 1 : 2 - 0.9e-3)))],
    ['where it is a number', 3, changedBy(0, 3).map((value, k) => (k === 5 ? NaN : value))],
  ])('%s: it is a staircase, and %p the height of its steps', (_, height, samples) => {
    const { quantum, steps, ...others } = withSamples(samples) as Plateau;
    expect(quantum).toBeCloseTo(height, 9);
    expect(steps?.height).toBe(quantum);
    expect(others).toEqual({ isWide: true, extent: 2 ** -10, farSlope: 0 });
  });

  test('what stood still before the first change does not count', () => {
    const late = changedBy(0, 0, 0, 0, 0, ...UNEVEN.slice(0, 7));
    expect(withSamples(late)).toEqual(flat);
  });
});

describe('steps', () => {
  test.each([
    [4 * DIGIT, false],
    [4.1 * DIGIT, true],
  ])('are more than four last digits of the largest value: %p, %p', (height, isStep) => {
    const plateau = withSamples(changedBy(height)) as Plateau;
    expect(plateau.quantum).toBe(height);
    expect(plateau.steps !== undefined).toBe(isStep);
    expect(withSamples(changedBy(8 * height), 0, 8)?.steps !== undefined).toBe(isStep);
    const place = placesOf((t) => t, 0)[0] as Surroundings;
    expect(isLastDigit(height, { ...place, y: -1 })).toBe(!isStep);
    expect(isLastDigit(height, { ...place, y: 0, ladders: [] })).toBe(!isStep);
    expect(isLastDigit(height / 1024, { ...place, y: 2 ** -10, ladders: [] })).toBe(!isStep);
  });

  test.each([
    [1.9e-5, false],
    [2.1e-5, true],
  ])('are more than rounding above 2e-5 of the largest value: %p, %p', (height, isWide) => {
    expect(withSamples(changedBy(height))?.isWide).toBe(isWide);
    expect(withSamples(changedBy(8 * height), 0, 8)?.isWide).toBe(isWide);
  });

  // At 1024 that is 0.0205: 2^-7 to the right, and 2^-7 or 2^-6 to the left.
  test.each([
    [2 ** -7, false],
    [2 ** -6, true],
  ])('and if they are wider than 2e-5 of x: %p on the other side, %p', (other, isWide) => {
    for (const x of [1024, -1024]) {
      const f: Values = (t) => (t - x > 1.1 * 2 ** -7 || x - t > 1.1 * other ? 1 : 0);
      expect(plateauAt(f, x)).toMatchObject({ isWide, extent: other, steps: { side: 'right' } });
      const mirrored = plateauAt((t) => f(2 * x - t), x);
      expect(mirrored).toMatchObject({
        ...{ isWide, extent: other },
        steps: { side: other === 2 ** -7 ? 'right' : 'left' },
      });
    }
  });

  // The jump lies this part of the way from 2^-10 to 2^-9; it is sought in tenths, and in tenths of these.
  test.each([
    [0.004, 0.01],
    [0.234, 0.24],
    [0.496, 0.5],
    [0.964, 0.97],
    [0.996, 1],
  ])(
    'end where they do, to a hundredth of the way: %p, so that it is no more than %p',
    (part, found) => {
      for (const side of [-1, 1]) {
        const { steps } = plateauAt(
          (t) => (side * t > 2 ** -10 * (1 + part) ? 5 : 2),
          0,
        ) as Plateau;
        expect(steps).toMatchObject({ height: 3, side: side > 0 ? 'right' : 'left' });
        expect((steps as { distance: number }).distance * 2 ** 10 - 1).toBeCloseTo(found, 9);
      }
    },
  );
});

describe('far away', () => {
  test('f is looked at up to 2^42 times the largest step, if it is flat at all of them', () => {
    const asked: number[] = [];
    const place = placesOf(() => 7, 3);
    plateausOf((points) => {
      asked.push(...points);
      return points.map(() => 7);
    }, place);
    const times = [1, 4, 8, 16, 24, 32, 42].map((n) => 0.5 * 2 ** n);
    expect(asked).toEqual(times.flatMap((distance) => [3 + distance, 3 - distance]));
  });

  test('a constant is flat as far as f is finite', () => {
    const constant = { quantum: 7 * DIGIT, isWide: true, farSlope: 0 };
    expect(plateauAt(() => -7, 3)).toEqual({ ...constant, extent: 2 ** 41 });
    // 128 is the last of these distances on both sides.
    for (const side of [-1, 1]) {
      const f: Values = (t) => (side * (t - 3) > 1000 ? NaN : 7);
      expect(plateauAt(f, 3)).toEqual({ ...constant, extent: 128 });
    }
    expect(plateauAt(() => 1.5e308, 3)).toMatchObject({ extent: 2 ** 41, farSlope: 0 });
    expect(plateauAt((t) => (abs(t) > 3.9 ? Infinity : 0.1), 3)).toEqual({
      ...{ quantum: DIGIT, isWide: true, extent: 0.5, farSlope: 0 },
    });
  });

  test.each<[string, Values, number]>([
    ['on the right', (t) => max(t - 100, 0), 1],
    ['on the left', (t) => max(-2 * t - 100, 0), 2],
    ['on both sides', (t) => -3 * max(abs(t) - 100, 0), 3],
  ])('the steepest line %s is told, with the last digit that may be hidden', (_, f, slope) => {
    const { farSlope, ...others } = plateauAt(f, 0) as Plateau;
    expect(farSlope / slope).toBeCloseTo(1, 9);
    expect(others).toMatchObject({ quantum: DIGIT, isWide: false });
    const { quantum } = plateauAt((t) => 5 + f(t), 0) as Plateau;
    expect(quantum).toBe(5 * DIGIT);
  });

  test('nearer by, no line is told, and no last digit', () => {
    expect(plateauAt((t) => max(t - 0.01, 0), 0)).toEqual({
      ...{ quantum: 0, isWide: false, extent: 0.25, farSlope: 0 },
    });
  });

  test('a jump is found, and the height of it', () => {
    const plateau = plateauAt((t) => (t > 1e6 ? 5 : 2), 0) as Plateau;
    expect(plateau).toMatchObject({
      quantum: 3,
      isWide: true,
      steps: { height: 3, side: 'right' },
    });
    expect((plateau.steps?.distance as number) / 1e6).toBeCloseTo(1, 1);
    // 16777216 times a quarter is the first distance behind it: 3 over that.
    expect(plateau.farSlope).toBe(3 / 2 ** 22);
  });
});

test('a jump just beyond the largest step is found there, wherever f ends', () => {
  const f: Values = (t) => {
    if (abs(t - 3) > 1000) return NaN;
    return t > 3.8 ? 5 : 2;
  };
  // Between 0.5 and 1, to a hundredth of that.
  expect(plateauAt(f, 3)?.steps?.distance).toBeCloseTo(0.805, 9);
});

test('a jump between two ladders is found wherever it is', () => {
  // Their steps lie 980 octaves apart: three times as many points are put between, an eighth apart in the end.
  const plateau = plateauAt((t) => (t > 1.5 * 2 ** -500 ? 5 : 2), 2 ** -1000);
  const part = (plateau?.steps?.distance as number) / (1.5 * 2 ** -500);
  expect(part).toBeGreaterThanOrEqual(1);
  expect(part).toBeLessThan(1.08);
});

test('many x at a time are each what they are alone', () => {
  const f: Values = (t) => {
    if (t < 0) return 3; // flat at all steps, and a jump far away
    if (t < 10) return floor(t);
    if (t < 20) return t * t;
    if (t < 30) return max(t - 25, 0);
    return t < 1e6 ? 8 : floor(t / 1000) / 7;
  };
  const x = [-1e3, 2.3, 15, 24.9, 24, 1e3, -5, 7.8, 2e6 + 10, -1e5, 1e4];
  expect(plateausAt(f, ...x)).toEqual(x.map((one) => plateauAt(f, one)));
  expect(plateausAt(f, ...x).map((plateau) => plateau === undefined)).toEqual(
    x.map((one) => one === 15),
  );
});

test('f that changes on one side of x at all steps is not flat there', () => {
  expect(plateauAt((t) => max(t, 0), 0)).toBeUndefined();
  expect(plateauAt((t) => max(-t, 0), 0)).toBeUndefined();
  expect(plateauAt(() => NaN, 0)).toBeUndefined();
});
