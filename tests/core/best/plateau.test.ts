/** @file Whether a plateau belongs to a staircase, a constant or neither, by the values at its end and far away. */

import { answered, type Asking, type BlockFunction } from '../../../src/core/best/asking';
import { surroundings, type Surroundings } from '../../../src/core/best/ladder';
import { isLastDigit, type Plateau, plateauOf } from '../../../src/core/best/plateau';
import { foundWith, type Values } from '../../support/by-values';

const { abs, floor, max } = Math;
const many =
  (f: Values): BlockFunction =>
  (points) =>
    points.map(f);
const placeOf = (f: Values, x: number): Surroundings => foundWith(many(f), surroundings(x));
const plateausAt = (f: Values, ...x: number[]): (Plateau | undefined)[] =>
  answered(
    many(f),
    x.map((one): Asking<Plateau | undefined> => plateauOf(placeOf(f, one))),
  );
const plateauAt = (f: Values, x: number): Plateau | undefined => plateausAt(f, x)[0];

const DIGIT = 2 ** -52;

/** y up to 2^-10 on both sides of 0, and beyond that another value. */
const beside =
  (y: number, at: number): Values =>
  (t) =>
    abs(t) > 2 ** -10 ? at : y;

/** Where f is evaluated first of all: the samples at the end of a plateau from -2^-10 to 2^-10. */
function sampledAt(): number[] {
  const asked: Float64Array[] = [];
  const f: BlockFunction = (points) => {
    asked.push(points);
    return points.map(beside(0, 1));
  };
  foundWith(f, plateauOf(placeOf(beside(0, 1), 0)));
  return [...(asked[0] ?? [])];
}
const SAMPLES = sampledAt().length;

/** The plateau of a function that is y up to 2^-10 and `at` beyond, with these samples at its end. */
function withSamples(samples: readonly number[], y = 0, at = 1): Plateau | undefined {
  const base = beside(y, at);
  let isFirst = true;
  const f: BlockFunction = (points) => {
    const values = isFirst ? Float64Array.from(samples) : points.map(base);
    isFirst = false;
    return values;
  };
  return foundWith(f, plateauOf(placeOf(base, 0)));
}

/** The running sums of these changes; the last one is repeated. */
function changedBy(...changes: readonly number[]): number[] {
  let sum = 0;
  return Array.from({ length: SAMPLES }, (_, k) => (sum += changes[k] ?? 0));
}

/** Changes without a common measure. */
const UNEVEN = [1, 1.37, 1.11, 1.73, 1.29, 1.91, 1.57, 1.83, 1.19, 1.43, 1.67, 1.05];

test('the end of a plateau is sampled at gaps without a common measure, so that a line has no even steps', () => {
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

describe('a plateau at whose end f changes', () => {
  const flat = { resolution: 0, isWide: false, extent: 2 ** -10, farSlope: 0 };

  test.each<[string, number[]]>([
    ['not at all', changedBy()],
    ['by another amount each time', changedBy(...UNEVEN)],
    ['by another amount each time, at some of the samples', changedBy(...UNEVEN.slice(0, 4))],
    [
      'by twice the least change, but not nearly enough',
      changedBy(...Array.from(UNEVEN, (_, k) => (k === 0 ? 1 : 2 + 1.1e-3))),
    ],
  ])('%s is no staircase', (_, samples) => {
    expect(withSamples(samples)).toEqual(flat);
  });

  test.each<[string, number, number[]]>([
    ['once, at the first sample', 3, changedBy(3)],
    ['once, at the last sample', 3, changedBy(...Array<number>(11).fill(0), 3)],
    ['down', 3, changedBy(0, -3)],
    [
      'and then stays constant before it changes again',
      1,
      changedBy(...UNEVEN.slice(0, 5), 0, ...UNEVEN),
    ],
    ['by multiples of the least change', 1, changedBy(3, 1, 2, 5, 1, 4, 2, 1, 3, 1, 2, 6)],
    [
      'in the same way by half as much',
      0.5,
      changedBy(...UNEVEN.slice(0, 5).map((c) => c / 2), 0, 0.6, 0.7, 0.8),
    ],
    [
      'by nearly multiples, slightly more',
      1,
      changedBy(...Array.from(UNEVEN, (_, k) => (k === 0 ? 1 : 2 + 0.9e-3))),
    ],
    [
      'by nearly multiples, slightly less',
      1,
      changedBy(...UNEVEN.map((_, k) => (k === 0 ? 1 : 2 - 0.9e-3))),
    ],
    ['with NaN in between', 3, changedBy(0, 3).map((value, k) => (k === 5 ? NaN : value))],
  ])('%s is a staircase with steps of the height %p', (_, height, samples) => {
    const { resolution, height: found, ...others } = withSamples(samples) as Plateau;
    expect(resolution).toBeCloseTo(height, 9);
    expect(found).toBe(resolution);
    expect(others).toEqual({ isWide: true, extent: 2 ** -10, farSlope: 0 });
  });

  test('constant samples before the first change do not count', () => {
    const late = changedBy(0, 0, 0, 0, 0, ...UNEVEN.slice(0, 7));
    expect(withSamples(late)).toEqual(flat);
  });
});

describe('the steps of a staircase', () => {
  test.each([
    [4 * DIGIT, false],
    [4.1 * DIGIT, true],
  ])('are higher than four last digits of the values: %p is so, %p', (height, isStep) => {
    const plateau = withSamples(changedBy(height)) as Plateau;
    expect(plateau.resolution).toBe(height);
    expect(plateau.height !== undefined).toBe(isStep);
    expect(withSamples(changedBy(8 * height), 0, 8)?.height !== undefined).toBe(isStep);
    const place = placeOf((t) => t, 0);
    expect(isLastDigit(height, { ...place, y: -1 })).toBe(!isStep);
    expect(isLastDigit(height, { ...place, y: 0, ladders: [] })).toBe(!isStep);
    expect(isLastDigit(height / 1024, { ...place, y: 2 ** -10, ladders: [] })).toBe(!isStep);
  });

  test.each([
    [1.9e-5, false],
    [2.1e-5, true],
  ])('are no rounding above 2e-5 of the largest value: %p is so, %p', (height, isWide) => {
    expect(withSamples(changedBy(height))?.isWide).toBe(isWide);
    expect(withSamples(changedBy(8 * height), 0, 8)?.isWide).toBe(isWide);
  });

  // At 1024 that is 0.0205: the plateau is 2^-7 wide on the right, and 2^-7 or 2^-6 on the left.
  test.each([
    [2 ** -7, false],
    [2 ** -6, true],
  ])('are no rounding if wider than 2e-5 of x: %p on the other side, %p', (other, isWide) => {
    for (const x of [1024, -1024]) {
      const f: Values = (t) => (t - x > 1.1 * 2 ** -7 || x - t > 1.1 * other ? 1 : 0);
      const found = { isWide, extent: other, height: 1 };
      expect(plateauAt(f, x)).toMatchObject(found);
      expect(plateauAt((t) => f(2 * x - t), x)).toMatchObject(found);
    }
  });
});

describe('far away', () => {
  test('f is sampled up to 2^42 times the largest step if it is flat at all steps', () => {
    const asked: number[] = [];
    const sevens: BlockFunction = (points) => {
      asked.push(...points);
      return points.map(() => 7);
    };
    foundWith(sevens, plateauOf(placeOf(() => 7, 3)));
    const times = [1, 4, 8, 16, 24, 32, 42].map((n) => 0.5 * 2 ** n);
    expect(asked).toEqual(times.flatMap((distance) => [3 + distance, 3 - distance]));
  });

  test('a constant is flat up to the last distance at which f is finite', () => {
    const constant = { resolution: 7 * DIGIT, isWide: true, farSlope: 0 };
    expect(plateauAt(() => -7, 3)).toEqual({ ...constant, extent: 2 ** 41 });
    // 128 is the last of these distances on both sides.
    for (const side of [-1, 1]) {
      const f: Values = (t) => (side * (t - 3) > 1000 ? NaN : 7);
      expect(plateauAt(f, 3)).toEqual({ ...constant, extent: 128 });
    }
    expect(plateauAt(() => 1.5e308, 3)).toMatchObject({ extent: 2 ** 41, farSlope: 0 });
    expect(plateauAt((t) => (abs(t) > 3.9 ? Infinity : 0.1), 3)).toEqual({
      resolution: DIGIT,
      isWide: true,
      extent: 0.5,
      farSlope: 0,
    });
  });

  test.each<[string, Values, number]>([
    ['on the right', (t) => max(t - 100, 0), 1],
    ['on the left', (t) => max(-2 * t - 100, 0), 2],
    ['on both sides', (t) => -3 * max(abs(t) - 100, 0), 3],
  ])('the slope of the steepest secant %s is told, to the last digit', (_, f, slope) => {
    const { farSlope, ...others } = plateauAt(f, 0) as Plateau;
    expect(farSlope / slope).toBeCloseTo(1, 9);
    expect(others).toMatchObject({ resolution: DIGIT, isWide: false });
    const { resolution } = plateauAt((t) => 5 + f(t), 0) as Plateau;
    expect(resolution).toBe(5 * DIGIT);
  });

  test('neither is reported if f changes nearer by', () => {
    expect(plateauAt((t) => max(t - 0.01, 0), 0)).toEqual({
      resolution: 0,
      isWide: false,
      extent: 0.25,
      farSlope: 0,
    });
  });

  test('a jump is found with its height', () => {
    const plateau = plateauAt((t) => (t > 1e6 ? 5 : 2), 0) as Plateau;
    expect(plateau).toMatchObject({ resolution: 3, isWide: true, height: 3 });
    // The first distance beyond the jump is 2^24 / 4: the secant slope is 3 over that.
    expect(plateau.farSlope).toBe(3 / 2 ** 22);
  });
});

test('a jump just beyond the largest step is found, even if f ends farther away', () => {
  const f: Values = (t) => {
    if (abs(t - 3) > 1000) return NaN;
    return t > 3.8 ? 5 : 2;
  };
  expect(plateauAt(f, 3)?.height).toBe(3);
});

test('a jump in the gap between two ladders is found', () => {
  // The gap is 980 octaves wide.
  expect(plateauAt((t) => (t > 1.5 * 2 ** -500 ? 5 : 2), 2 ** -1000)?.height).toBe(3);
});

test('many x at once give the same plateaus as each alone', () => {
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

test('f that changes on one side of x at all steps has no plateau there', () => {
  expect(plateauAt((t) => max(t, 0), 0)).toBeUndefined();
  expect(plateauAt((t) => max(-t, 0), 0)).toBeUndefined();
  expect(plateauAt(() => NaN, 0)).toBeUndefined();
});
