/** @file Checks of sixty variables, more than the fifty that are checked one by one: directions first, then halves. */

import { checkPartials, type PartialsOptions } from '../../../src/core/partials/check-partials';
import type { CheckedProgramPoint } from '../../../src/core/partials/checked';
import { claimed, type Model, program } from '../../support/partials-model';

const COUNT = 60;
const indices = Array.from({ length: COUNT }, (_, i) => i);

type Claim = (partials: Float64Array) => Float64Array;

/** The sum of c_i x_i, with other functions for the first variables if they are given. */
function sum(
  coefficients: (i: number) => number,
  claim?: Claim,
  more: (x: Float64Array) => number = () => 0,
): Model {
  const partials = Float64Array.from(indices, coefficients);
  const value = (x: Float64Array): number =>
    x.reduce((total, xi, i) => total + (partials[i] as number) * xi, more(x));
  return program(COUNT, (x) => ({ value: value(x), partials: partials.slice() }), claim);
}

/** Claims with some partials multiplied by a factor, or off by a number. */
const times =
  (factors: Readonly<Record<number, number>>): Claim =>
  (partials) =>
    partials.map((partial, i) => partial * (factors[i] ?? 1));

const ones = (): number => 1;
const origin = new Float64Array(COUNT);
const place = Float64Array.from(indices, (i) => Math.sin(i + 1));

async function check(
  model: Model,
  points: readonly Float64Array[],
  options?: PartialsOptions,
): Promise<readonly CheckedProgramPoint[]> {
  const { claims, steadiness } = await claimed(model, points);
  return checkPartials(model, claims, steadiness, options);
}

async function checkOne(model: Model, point = place): Promise<CheckedProgramPoint> {
  return (await check(model, [point]))[0] as CheckedProgramPoint;
}

const verdicts = ({ partials }: CheckedProgramPoint): unknown[] =>
  partials.map(({ index, verdict }) => `${String(index)} ${verdict}`);

describe('right partials', () => {
  test('agree along two directions, and none is checked by itself', async () => {
    const model = sum((i) => 1 + i);
    const point = await checkOne(model);
    expect(point).toMatchObject({ verdict: 'agree', partials: [], point: place });
    expect(point.directions.map(({ verdict }) => verdict)).toEqual(['agree', 'agree']);
    expect(point).not.toHaveProperty('unseen');
    expect(model.evaluations).toBeLessThan(4 + 2 * 100);
    const [first, second] = point.directions;
    expect(first?.claim).not.toBe(second?.claim);
    expect(point).not.toHaveProperty('reason');
  });

  test('agree along directions chosen by a seed', async () => {
    const claims = async (seed: number): Promise<unknown[]> => {
      const [point] = await check(
        sum((i) => 1 + i),
        [place],
        { seed },
      );
      return (point as CheckedProgramPoint).directions.map(({ claim }) => claim);
    };
    expect(await claims(1)).toEqual(await claims(1));
    expect(await claims(2)).not.toEqual(await claims(1));
    const [usual] = await check(
      sum((i) => 1 + i),
      [place],
    );
    expect(usual?.directions.map(({ claim }) => claim)).toEqual(await claims(1));
  });
});

describe('partials that are too small to be seen among the others', () => {
  /** The first few partials are 1e-9 of the others. */
  const small = (few: number) => (i: number) => (i < few ? 1e-3 : 1e6);

  test('are checked one by one if they are few, and agree', async () => {
    const point = await checkOne(sum(small(8)));
    expect(point).toMatchObject({ verdict: 'agree', partials: [] });
    expect(point).not.toHaveProperty('unseen');
  });

  test('are checked one by one if they are few, and disagree', async () => {
    const point = await checkOne(sum(small(8), times({ 5: 2 })));
    expect([point.verdict, ...verdicts(point)]).toEqual(['disagree', '5 disagree']);
    expect(point.partials[0]?.mistake).toEqual({
      kind: 'factor',
      factor: expect.closeTo(2, 4) as number,
    });
  });

  test('are counted, if they are more than eight', async () => {
    const point = await checkOne(sum(small(9), times({ 5: 2 })));
    expect(point).toMatchObject({ verdict: 'agree', partials: [], unseen: 9 });
  });

  test('are counted if they are undecided, here because of the last digits of the sum', async () => {
    const tiny = (i: number): number => (i < 3 ? 1e-11 : 1e6);
    const point = await checkOne(sum(tiny));
    expect(point).toMatchObject({ verdict: 'agree', partials: [], unseen: 3 });
  });

  test('are seen if their variables are large in proportion', async () => {
    const far = place.map((x, i) => (i < 9 ? 1e12 : x));
    const point = await checkOne(sum(small(9)), far);
    expect(point).toMatchObject({ verdict: 'agree', partials: [] });
    expect(point).not.toHaveProperty('unseen');
  });

  test('do not include claims of 0: an error of these would show', async () => {
    const point = await checkOne(sum((i) => (i < 10 ? 0 : 1e6)));
    expect(point).toMatchObject({ verdict: 'agree', partials: [] });
    expect(point).not.toHaveProperty('unseen');
  });
});

describe('wrong partials', () => {
  test.each([0, 31, 59])('are found at every index: %i', async (index) => {
    const point = await checkOne(sum(ones, times({ [index]: 1.001 })));
    expect([point.verdict, ...verdicts(point)]).toEqual(['disagree', `${String(index)} disagree`]);
    expect(point).not.toHaveProperty('reason');
    expect(point).not.toHaveProperty('commonFactor');
  });

  test('are found together, and at a second point without a search', async () => {
    const model = sum(ones, times({ 3: -1, 40: 1.5, 41: 2 }));
    const [first, second] = await check(model, [place, origin]);
    const expected = ['3 disagree', '40 disagree', '41 disagree'];
    expect(verdicts(first as CheckedProgramPoint)).toEqual(expected);
    expect(verdicts(second as CheckedProgramPoint)).toEqual(expected);
    const alone = sum(ones, times({ 3: -1, 40: 1.5, 41: 2 }));
    await check(alone, [place]);
    expect(model.starts - alone.starts).toBeLessThanOrEqual(2);
  });

  test('with a common factor are reported by it', async () => {
    const point = await checkOne(
      sum(
        (i) => 1 + i,
        (partials) => partials.map((d) => -3 * d),
      ),
    );
    expect(point.verdict).toBe('disagree');
    expect(point.commonFactor).toBeCloseTo(-3, 8);
    // The sample that was checked to confirm the factor.
    expect(point.partials).toHaveLength(8);
  });

  test('have no common factor if a single one is right', async () => {
    // The largest partials are the sample, the last one among them.
    const factors = Object.fromEntries(indices.slice(0, -1).map((i) => [i, 2]));
    const point = await checkOne(sum((i) => 1 + (i === 59 ? 300 : 0), times(factors)));
    expect(point.verdict).toBe('disagree');
    expect(point).not.toHaveProperty('commonFactor');
    expect(point.partials.length).toBeGreaterThan(0);
    expect(verdicts(point)).not.toContain('59 disagree');
  });

  test('with two different factors have none in common', async () => {
    const factors = Object.fromEntries(indices.map((i) => [i, i < 30 ? 2 : 3]));
    const point = await checkOne(sum(ones, times(factors)));
    expect(point.verdict).toBe('disagree');
    expect(point).not.toHaveProperty('commonFactor');
  });
});

describe('if f has no slope along a direction', () => {
  const { abs, fround } = Math;

  test('the variables with a kink are listed, and the wrong ones beside them', async () => {
    const kinks = (x: Float64Array): number => abs(x[7] as number) + abs(x[33] as number);
    const point = await checkOne(sum(ones, undefined, kinks), origin);
    // 1 lies between 0 and 2.
    expect(point).not.toHaveProperty('reason');
    expect([point.verdict, ...verdicts(point)]).toEqual(['kink', '7 kink', '33 kink']);
    const wrong = await checkOne(sum(ones, times({ 20: 2 }), kinks), origin);
    expect([wrong.verdict, ...verdicts(wrong)]).toEqual([
      'disagree',
      '7 kink',
      '20 disagree',
      '33 kink',
    ]);
  });

  test('because of all variables, the search ends early', async () => {
    const all = (x: Float64Array): number => x.reduce((total, xi) => total + abs(xi), 0);
    const model = sum(ones, undefined, all);
    const point = await checkOne(model, origin);
    expect(point.verdict).toBe('inconclusive');
    expect(model.evaluations).toBeLessThan(4000);
  });

  test('because it has no gradient, no partial is wrong', async () => {
    // x y^2/(x^2 + y^2) is 0 on both axes: it has partials of 0 at the origin, but no gradient.
    const f = ([x = 0, y = 0]: Float64Array): number => {
      return x === 0 && y === 0 ? 0 : (1000 * x * y * y) / (x * x + y * y);
    };
    const point = await checkOne(sum(ones, undefined, f), origin);
    expect(point).toMatchObject({ verdict: 'inconclusive', partials: [] });
    expect(point.reason).toEqual({ kind: 'nowhere' });
  });

  test('and some variables are undecided, these are listed', async () => {
    // cbrt(x) has a vertical tangent at 0.
    const tangent = (x: Float64Array): number => Math.cbrt(x[12] as number);
    const point = await checkOne(sum(ones, undefined, tangent), origin);
    expect([point.verdict, ...verdicts(point)]).toEqual(['inconclusive', '12 inconclusive']);
    expect(point.partials[0]?.reason).toEqual({ kind: 'steep' });
    expect(point).not.toHaveProperty('reason');
    // An undecided variable outweighs a kink.
    const both = (x: Float64Array): number => tangent(x) + abs(x[33] as number);
    const two = await checkOne(sum(ones, undefined, both), origin);
    expect([two.verdict, ...verdicts(two)]).toEqual(['inconclusive', '12 inconclusive', '33 kink']);
  });

  test('but the claims are printed with too few digits, nothing is searched for', async () => {
    const model = sum(ones);
    // Each claim may be wrong by 0.2, and all together by more than one contributes.
    const point = await checkOne({ ...model, printingError: () => 0.2 });
    expect(point).toMatchObject({ verdict: 'inconclusive', partials: [] });
    expect(point.reason).toEqual({ kind: 'direction' });
    expect(point.directions.map(({ reason }) => reason?.kind)).toEqual([
      'unresolved',
      'unresolved',
    ]);
    expect(model.evaluations).toBeLessThan(4 + 2 * 100);
  });

  test('that is precise enough, as values have seven digits, the direction is the reason', async () => {
    const inFloats = program(COUNT, (x) => ({
      value: fround(x.reduce((total, xi) => total + xi, 1e5)),
      partials: Float64Array.from(indices, ones),
    }));
    const point = await checkOne(inFloats);
    expect(point).toMatchObject({ verdict: 'inconclusive', partials: [] });
    expect(point.reason).toEqual({ kind: 'direction' });
  });
});

describe('values that differ between runs', () => {
  const noisy = (noise: number, claim?: Claim): Model => {
    const f = (x: Float64Array) => ({
      value: x.reduce((total, xi) => total + xi, 100),
      partials: Float64Array.from(indices, ones),
    });
    return program(COUNT, f, claim, { noise });
  };

  test('are checked along four directions', async () => {
    const point = await checkOne(noisy(1e-12));
    expect(point.directions).toHaveLength(4);
    expect(point.verdict).toBe('agree');
  });

  test('are the reason for undecided partials only', async () => {
    const point = await checkOne(noisy(1e-3));
    expect(point).toMatchObject({ verdict: 'inconclusive', reason: { kind: 'noise' } });
    const wrong = await checkOne(noisy(1e-12, times({ 11: 1.01 })));
    expect(wrong.verdict).toBe('disagree');
    expect(wrong).not.toHaveProperty('reason');
  });
});

describe('with few variables', () => {
  const f = ([x = 0, y = 0]: Iterable<number>) => ({
    value: x * x + 3 * y,
    partials: Float64Array.of(2 * x, 3),
  });
  const off = ([dx = 0, dy = 0]: Iterable<number>) => Float64Array.of(dx + 0.5, dy);
  const points = [Float64Array.of(1, 2), Float64Array.of(-4, 0.5), Float64Array.of(7, 0)];

  test('a partial that is off by the same number at all points has a constant error', async () => {
    const mistakes = (await check(program(2, f, off), points)).map(({ partials }) =>
      partials.map((partial) => partial.mistake),
    );
    const constant = { kind: 'constant', difference: expect.closeTo(0.5, 6) as number };
    expect(mistakes).toEqual(Array(3).fill([constant, undefined]));
  });

  test('a partial at a single point, or right at another point, has no constant error', async () => {
    const [only] = await check(program(2, f, off), points.slice(0, 1));
    expect(only?.partials[0]?.mistake?.kind).toBe('factor');
    const sometimes = ([dx = 0, dy = 0]: Iterable<number>) =>
      Float64Array.of(dx > 0 ? dx + 0.5 : dx, dy);
    const found = await check(program(2, f, sometimes), points);
    expect(found.map(({ verdict }) => verdict)).toEqual(['disagree', 'agree', 'disagree']);
    expect(found[0]?.partials[0]?.mistake?.kind).toBe('factor');
  });

  test('all partials are listed, and the worst verdict is that of the point', async () => {
    const [point] = await check(program(2, f, off), points);
    expect(point).toMatchObject({ verdict: 'disagree', value: 7, directions: [] });
    expect(verdicts(point as CheckedProgramPoint)).toEqual(['0 disagree', '1 agree']);
    expect(point?.partials[1]).not.toHaveProperty('mistake');
  });

  test.each([
    [50, 0],
    [51, 2],
  ])('up to 50 are checked one by one: %i variables, %i ways', async (count, directions) => {
    const sumOf = (x: Float64Array) => ({
      value: x.reduce((total, xi) => total + xi, 0),
      partials: x.map(ones),
    });
    const [point] = await check(program(count, sumOf), [place.slice(0, count)]);
    expect(point?.directions).toHaveLength(directions);
    expect(point?.partials).toHaveLength(directions === 0 ? count : 0);
  });

  test('the first point is evaluated four times, in one block with the others', async () => {
    const model = program(2, f);
    await claimed(model, points);
    expect([model.starts, model.evaluations]).toEqual([1, 3 + 3]);
  });

  test('partials may be wrong by the tolerance', async () => {
    const near = times({ 0: 1.01 });
    const verdict = async (tolerance: number): Promise<unknown> =>
      (await check(program(2, f, near), points.slice(0, 1), { tolerance }))[0]?.verdict;
    expect([await verdict(0), await verdict(0.02)]).toEqual(['disagree', 'agree']);
  });
});
