import fc from 'fast-check';
import { fittingTicks, niceAxis, position, ticksOf } from '../../../src/report/plot/axis';
import type { Axis } from '../../../src/report/plot/figure';
import { holdsForAll } from '../../support/holds-for-all';

const linear = (min: number, max: number): Axis => ({ min, max, scale: 'linear' });
const logarithmic = (min: number, max: number): Axis => ({ min, max, scale: 'log' });
const labels = (axis: Axis, most: number): string[] =>
  ticksOf(axis, most).map(({ label }) => label);

/** Every kind of axis: near and far from 0, as long as doubles get and as short. */
const axes = fc
  .tuple(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => linear(Math.min(a, b) + 0, Math.max(a, b) + 0));

function middleOf(a: number, b: number): number {
  return Number.isFinite(a + b) ? (a + b) / 2 : a / 2 + b / 2;
}

describe('ticks', () => {
  test.each<[string, Axis, number, string[]]>([
    ['ones', linear(-3, 3), 8, ['-3', '-2', '-1', '0', '1', '2', '3']],
    ['halves', linear(-1, 1), 5, ['-1', '-0.5', '0', '0.5', '1']],
    [
      'tenths, without a last digit too many',
      linear(0, 0.5),
      6,
      '0 0.1 0.2 0.3 0.4 0.5'.split(' '),
    ],
    ['inside, where the ends are not round', linear(-0.7, 7.3), 5, ['0', '2', '4', '6']],
    ['far from 0', linear(1000000.15, 1000000.45), 4, ['1000000.2', '1000000.3', '1000000.4']],
    ['large', linear(0, 3e20), 4, ['0', '1e+20', '2e+20', '3e+20']],
    ['the largest', linear(-1.7e308, 1.7e308), 5, ['-1e+308', '0', '1e+308']],
    ['the smallest', linear(0, 2e-323), 5, ['0', '5e-324', '1e-323', '1.5e-323', '2e-323']],
    ['powers of ten', logarithmic(1e-4, 1), 5, ['1e-4', '1e-3', '1e-2', '1e-1', '1']],
    ['some of them', logarithmic(1e-15, 0.1), 4, ['1e-12', '1e-8', '1e-4']],
  ])('%s', (_, axis, most, expected) => {
    expect(labels(axis, most)).toEqual(expected);
  });

  test('are few, increasing, on the axis, and the numbers that their labels say', () => {
    holdsForAll(
      fc.property(axes, fc.integer({ min: 2, max: 20 }), (axis, most) => {
        const ticks = ticksOf(axis, most);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(most);
        for (const [i, { value, label }] of ticks.entries()) {
          expect(Number(label)).toBe(value);
          expect(value).toBeGreaterThan(ticks[i - 1]?.value ?? -Infinity);
          expect(position(axis, value)).toBeGreaterThan(-1e-6);
          expect(position(axis, value)).toBeLessThan(1 + 1e-6);
        }
      }),
      1000,
    );
  });
});

describe('ticks that fit', () => {
  const fitting = (axis: Axis, length: number): string[] =>
    fittingTicks(axis, 11, length, () => 20).map(({ label }) => label);

  test.each<[string, number, string[]]>([
    ['as many as there is room for', 100, ['-20', '-10', '0', '10', '20']],
    ['two rather than the one between', 25, ['-20', '20']],
    ['one where there is room for no other', 15, ['0']],
  ])('are %s', (_, length, expected) => {
    expect(fitting(linear(-20, 20), length)).toEqual(expected);
  });

  test('are two far apart where the ends are no ticks', () => {
    expect(fitting(linear(-15, 15), 25)).toEqual(['0']);
    expect(fitting(linear(-15, 15), 30)).toEqual(['-10', '10']);
  });
});

describe('an axis with round ends', () => {
  test.each([
    [0.3, 148.4, 0, 150],
    [-0.77, 0.77, -1, 1],
    [0, 1, 0, 1],
    [3, 3.0001, 3, 3.0001],
    [0.1, 0.30000000000000004, 0.1, 0.30000000000000004],
  ])('from %d to %d goes from %d to %d', (min, max, from, to) => {
    expect(niceAxis(min, max, 5)).toEqual(linear(from, to));
  });

  test('holds both, and not much more', () => {
    holdsForAll(
      fc.property(axes, ({ min, max }) => {
        const nice = niceAxis(min, max, 5);
        expect(nice.min).toBeLessThanOrEqual(min);
        expect(nice.max).toBeGreaterThanOrEqual(max);
        expect(nice.max).toBeLessThan(Infinity);
        expect(position(nice, max) - position(nice, min)).toBeGreaterThan(0.3);
      }),
      200,
    );
  });
});

describe('the place of a number', () => {
  test('is 0 at the lower end, 1 at the upper one, and grows with it', () => {
    holdsForAll(
      fc.property(axes, ({ min, max }) => {
        const axis = linear(min, max);
        const places = [min, middleOf(min, max), max].map((value) => position(axis, value));
        expect([places[0], places[2]]).toEqual([0, 1]);
        expect(places[1]).toBeGreaterThanOrEqual(0);
        expect(places[1]).toBeLessThanOrEqual(1);
      }),
      200,
    );
  });

  test('is finite, however far away', () => {
    for (const value of [1.7e308, -1.7e308]) {
      expect(Number.isFinite(position(linear(0, 5e-324), value))).toBe(true);
      expect(Number.isFinite(position(linear(-1.7e308, 1.7e308), value))).toBe(true);
    }
  });

  test('of equal factors is equally far, on a logarithmic axis', () => {
    const axis = logarithmic(1e-8, 1e8);
    for (const k of [0, 1, 5, 8, 16]) expect(position(axis, 10 ** (k - 8))).toBeCloseTo(k / 16, 14);
  });
});
