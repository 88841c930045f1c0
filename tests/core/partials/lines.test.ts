import { type Line, placeRoundOff, slopesAlong } from '../../../src/core/partials/lines';
import type { Points } from '../../../src/core/partials/program';
import { program } from '../../support/partials-model';

/** x*y^2 + z, and its partials. */
const f = ([x = 0, y = 0, z = 0]: Iterable<number>) => ({
  value: x * y * y + z,
  partials: Float64Array.of(y * y, 2 * x * y, 1),
});

const line = (along: Line['along'], more: Partial<Line> = {}): Line => {
  return { point: Float64Array.of(2, 3, 5), along, noise: 0, ...more };
};

describe('the slopes along lines', () => {
  test('are the partials, or their sums in directions, all evaluated in common blocks', async () => {
    const model = program(3, f);
    const lines = [line(0), line(Float64Array.of(1, -0.5, 2)), line(1), line(2)];
    const slopes = await slopesAlong(model, lines);
    // 9, 12 and 1; 9 - 6 + 2 along the direction.
    expect(slopes.map(({ value }) => Math.round(value * 1e6) / 1e6)).toEqual([9, 5, 12, 1]);
    for (const [k, exact] of [9, 5, 12, 1].entries()) {
      const { value = NaN, bound = NaN } = slopes[k] ?? {};
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(bound);
      expect(bound).toBeLessThan(1e-6);
    }
    const alone = program(3, f);
    await slopesAlong(alone, [line(0)]);
    expect(model.starts).toBe(alone.starts);
    // Each takes nearly as many evaluations as a single one.
    expect(model.evaluations / alone.evaluations).toBeGreaterThan(3);
  });

  test('are taken at the value of the variable: a kink of y at 3 is seen there', async () => {
    const kink = program(3, ([, y = 0]) => ({
      value: Math.abs(y - 3),
      partials: new Float64Array(),
    }));
    const [along, other] = await slopesAlong(kink, [line(1), line(0)]);
    expect(along?.finding?.kind).toBe('kink');
    expect(other).toMatchObject({ value: 0 });
    expect(other).not.toHaveProperty('finding');
  });

  test('are no more precise than the values', async () => {
    const [slope] = await slopesAlong(program(3, f), [line(0, { noise: 1e-3 })]);
    // Twice the noise over a step of 1/2.
    expect(slope?.bound).toBeGreaterThan(1e-3);
    expect(slope?.bound).toBeLessThan(1);
  });

  test('take fewer values if they only guide a search', async () => {
    const [judged, sought] = [program(3, f), program(3, f)];
    await slopesAlong(judged, [line(0)]);
    await slopesAlong(sought, [line(0, { isForSearch: true })]);
    expect(sought.evaluations).toBeLessThan(judged.evaluations);
  });

  test('can have their points made in any order', async () => {
    const backwards = {
      ...program(3, f),
      values: ({ count, at }: Points) => {
        const values = new Float64Array(count);
        for (let i = count - 1; i >= 0; i--) values[i] = f(at(i)).value;
        // An error message needs the first point again.
        values[0] = f(at(0)).value;
        return Promise.resolve(values);
      },
    };
    const slopes = await slopesAlong(backwards, [line(0), line(1)]);
    expect(slopes.map(({ value }) => Math.round(value * 1e6) / 1e6)).toEqual([9, 12]);
  });
});

test('the round-off of points along a direction adds up as the root of squares', () => {
  const point = Float64Array.of(3, -1, 7);
  const partials = Float64Array.of(2, 5, 100);
  // sqrt((2 (3 + 1))^2 + (5 (1 + 2))^2) is 17.
  const found = placeRoundOff(point, Float64Array.of(1, -2, 0), partials);
  expect(found / 2 ** -53).toBeCloseTo(17, 9);
  expect(placeRoundOff(point, new Float64Array(3), partials)).toBe(0);
});
