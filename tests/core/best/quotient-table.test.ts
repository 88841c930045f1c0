/** @file The quotients of a ladder: their noise, secants, second differences and one-sided slopes. */

import type { Rung, Surroundings } from '../../../src/core/best/ladder';
import {
  oneSidedQuotient,
  QuotientTable,
  tablesOf,
  sizeOf,
  type KnownNoise,
} from '../../../src/core/best/quotient-table';
import type { Values } from '../../support/by-values';

/** The powers of 2 with these exponents, the largest first. */
const powers = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, k) => 2 ** (from - k));

/** The samples of f around 0 at these steps, with this round-off. */
const rungsOf = (f: Values, steps: readonly number[], roundOff = 0): Rung[] =>
  steps.map((step) => ({
    ahead: step,
    behind: step,
    shift: 0,
    roundOff,
    yAhead: f(step),
    yBehind: f(-step),
  }));

interface Parts {
  readonly steps?: readonly number[];
  readonly probes?: readonly Rung[];
  readonly finer?: number;
  readonly known?: KnownNoise;
  readonly roundOff?: number;
}

const NOTHING: KnownNoise = { least: 0 };

function tableOf(f: Values, parts: Parts = {}): QuotientTable {
  const { steps = powers(-2, -28), probes = [], finer = 0, known = NOTHING, roundOff } = parts;
  return new QuotientTable(f(0), rungsOf(f, steps, roundOff), probes, finer, known);
}

const identity: Values = (t) => t;
const bump =
  (step: number, height: number): Values =>
  (t) =>
    t + (Math.abs(t) === step ? Math.sign(t) * height : 0);

describe('the noise of a quotient table', () => {
  const r = 2 ** -30;

  test('is at least the known noise', () => {
    expect(new Set(tableOf(identity, { known: { least: r } }).noise)).toEqual(new Set([r]));
  });

  test('is 0 at a step that is not in the table', () => {
    const table = tableOf(identity, { known: { least: r } });
    expect([table.noiseAt(2 ** -28), table.noiseAt(2 ** -29)]).toEqual([r, 0]);
  });

  test.each([
    [3.9, 3.9, 3.9],
    [4, 4, 4],
    [4.1, 8.2, 4.1 / 8],
  ])(
    'that is %p times as large far from x is %p at twice the step there and %p at an eighth of it',
    (times, twice, eighth) => {
      const known = { least: r, far: { step: 2 ** -4, noise: times * r } };
      const table = tableOf(identity, { known });
      expect(table.noiseAt(2 ** -3)).toBe(twice * r);
      expect(table.noiseAt(2 ** -4)).toBe(times * r);
      expect(table.noiseAt(2 ** -7)).toBe(Math.max(eighth, 1) * r);
    },
  );

  test.each<[string, Parts]>([
    ['probes', { probes: rungsOf((t) => t + Math.sign(t) * r, powers(-23.5, -28.5)) }],
    // The bump changes one quotient by 2r over the step, and 0.7 of that is noise at all steps.
    ['quotients', { steps: [...powers(-2, -22), ...powers(-23, -28)] }],
  ])('far from x is compared with that near x, which its %s show', (kind, parts) => {
    const f = kind === 'quotients' ? bump(2 ** -24, r) : identity;
    const [beside] = tableOf(f, parts).noise as [number];
    expect(beside).toBeGreaterThan(r / 4);
    const far = (times: number) => ({ step: 2 ** -4, noise: times * beside });
    const noiseAt = (times: number): number =>
      tableOf(f, { ...parts, known: { least: 0, far: far(times) } }).noiseAt(2 ** -3) / beside;
    expect(noiseAt(3.9)).toBeCloseTo(3.9, 9);
    expect(noiseAt(4.1)).toBeCloseTo(8.2, 9);
  });

  test('that probes show does not count at refinement steps', () => {
    const steps = [...powers(-2, -28), 2 ** -31, 2 ** -34, 2 ** -37];
    const probes = rungsOf((t) => t + Math.sign(t) * r, powers(-23.5, -28.5));
    const table = tableOf(identity, { steps, probes, finer: 3 });
    expect(table.noiseAt(2 ** -28)).toBeGreaterThan(r / 4);
    expect(table.noiseAt(2 ** -31)).toBeLessThan(1e-300);
  });
});

describe('the steps and secants of a quotient table', () => {
  const uneven: Rung = { ahead: 0.5, behind: 0.25, shift: 0, yAhead: 2, yBehind: 1, roundOff: 0 };

  test('give at each step the slope of the steeper secant', () => {
    expect(new QuotientTable(0, [uneven], [], 0, NOTHING).secantSlopes).toEqual([4]);
    expect(new QuotientTable(0, [{ ...uneven, yAhead: -3 }], [], 0, NOTHING).secantSlopes).toEqual([
      6,
    ]);
    expect(new QuotientTable(1, [{ ...uneven, yBehind: -3 }], [], 0, NOTHING).secantSlopes).toEqual(
      [16],
    );
    expect(new QuotientTable(1, [uneven], [], 0, NOTHING).secantSlopes).toEqual([2]);
  });

  test('give the steepest secant from a distance on, and 0 if there is none', () => {
    const table = tableOf((t) => Math.sqrt(Math.abs(t)), { steps: [1, 0.25, 0.0625] });
    expect([table.steepest(), table.steepest(0.25), table.steepest(0.3)]).toEqual([4, 2, 1]);
    expect(table.steepest(2)).toBe(0);
  });

  test('are sorted from the largest step to the smallest', () => {
    const table = tableOf(identity);
    expect([table.largestStep, table.leastStep]).toEqual([2 ** -2, 2 ** -28]);
    const none = tableOf(identity, { steps: [] });
    expect([none.largestStep, none.leastStep]).toEqual([0, Infinity]);
  });

  test('give quotients over the mean of both distances', () => {
    const [quotient] = new QuotientTable(1, [uneven], [], 0, NOTHING).quotients;
    expect(quotient).toMatchObject({ step: 0.375, value: 1 / 0.75, shift: 0 });
    // The curvature is |5 - 2 - (2 - 1)| over the square of the step.
    const [bent] = new QuotientTable(2, [{ ...uneven, yAhead: 5 }], [], 0, NOTHING).quotients;
    expect(bent?.curvature).toBeCloseTo(2 / 0.375 ** 2, 12);
    expect(quotient?.roundOff).toBe(2 * 2 ** -52);
  });

  test('have the known round-off, or that of the size of the values', () => {
    const of = (roundOff: number) => tableOf(() => 8, { steps: [1], roundOff }).quotients[0];
    expect(of(0)?.roundOff).toBe(8 * 2 ** -52);
    expect(of(1e-9)?.roundOff).toBe(1e-9);
  });
});

test('the estimates from a step on ignore what smaller steps show', () => {
  // A round-off of r makes an error of 2r over the step in the first column.
  const f: Values = (t) => (Math.abs(t) < 2 ** -12 ? 5 * t : t);
  const estimates = tableOf(f, { known: { least: 2 ** -20 } }).estimatesFrom(2 ** -10);
  expect(estimates.map(({ step }) => step)).toEqual(powers(-3, -10));
  for (const { step, value, error } of estimates) {
    expect([value, error]).toEqual([1, (2 * 2 ** -20) / step]);
  }
});

test('second differences are the difference of both slopes, with a tolerance of eight round-offs over the step', () => {
  const [bend] = tableOf((t) => 3 * Math.abs(t) + 1, {
    steps: [0.5],
    roundOff: 2 ** -10,
  }).secondDifferences;
  expect(bend).toEqual({ step: 0.5, value: 6, tolerance: (8 * 2 ** -10) / 0.5 });
  const [noisy] = tableOf(Math.abs, { steps: [0.5], known: { least: 2 ** -9 } }).secondDifferences;
  expect(noisy?.tolerance).toBe((8 * 2 ** -9) / 0.5);
});

describe('a quotient table is rough', () => {
  // The range, the third largest change, is 1/8; the bump appears in the second differences.
  const noisy = (part: number, step: number, parts: Parts = {}): QuotientTable =>
    tableOf((t) => t + (Math.abs(t) === step ? (part * 0.01 * 0.125) / 2 : 0), parts);

  test('if f deviates from a line at the smallest steps by a hundredth of its range', () => {
    expect(noisy(0.98, 2 ** -28).isRough).toBe(false);
    expect(noisy(1.02, 2 ** -28).isRough).toBe(true);
    expect(tableOf(() => 1).isRough).toBe(false);
  });

  test('if it does so at one of the eight smallest steps', () => {
    expect(noisy(9, 2 ** -21).isRough).toBe(true);
    expect(noisy(9, 2 ** -20).isRough).toBe(false);
  });

  test('if it does so at one of the three smallest steps, once there are three refinement steps', () => {
    const added = (count: number): Parts => ({
      steps: [...powers(-2, -28), ...[-31, -34, -37].slice(0, count).map((n) => 2 ** n)],
      finer: count,
    });
    expect(noisy(9, 2 ** -31, added(3)).isRough).toBe(true);
    expect(noisy(9, 2 ** -28, added(3)).isRough).toBe(false);
    expect(noisy(9, 2 ** -28, added(2)).isRough).toBe(true);
  });

  test('if the deviation also exceeds eight round-offs', () => {
    const height = 9 * 0.01 * 0.125;
    const rough = (part: number): QuotientTable =>
      noisy(9, 2 ** -28, { roundOff: (part * height) / 8 });
    expect(rough(0.98).isRough).toBe(true);
    expect(rough(1.02).isRough).toBe(false);
    expect(noisy(0.98, 2 ** -28).isRough).toBe(false);
  });

  test('if it exceeds eight of the largest round-off at any step', () => {
    const f: Values = (t) => t + (Math.abs(t) === 2 ** -28 ? 0.01 : 0);
    const rungs = rungsOf(f, powers(-2, -28));
    const wrong = rungs.map((rung, k) => ({ ...rung, roundOff: k === 9 ? 0.01 : 0 }));
    expect(new QuotientTable(0, rungs, [], 0, NOTHING).isRough).toBe(true);
    expect(new QuotientTable(0, wrong, [], 0, NOTHING).isRough).toBe(false);
  });
});

describe('a jump beside x', () => {
  const jumpOf = (left: number, right: number, roundOff = 0) =>
    tableOf((t) => (t === 0 ? 0 : t > 0 ? right : left), { roundOff }).jump;

  test('has the height of the higher side, which exceeds eight round-offs', () => {
    expect(jumpOf(1, -2)).toMatchObject({ kind: 'jump', height: 2, side: 'right' });
    expect(jumpOf(-2, 1)).toMatchObject({ height: 2, side: 'left', distance: 2 ** -28 });
    expect(jumpOf(0, 2, 0.24)?.kind).toBe('jump');
    expect(jumpOf(0, 2, 0.25)).toBeUndefined();
    expect(jumpOf(0, 2, 0.26)).toBeUndefined();
  });

  test('must show at three steps', () => {
    const f: Values = (t) => (t === 0 ? 0 : 2);
    expect(tableOf(f, { steps: [4, 2, 1] }).jump?.kind).toBe('jump');
    expect(tableOf(f, { steps: [4, 2] }).jump).toBeUndefined();
  });
});

describe('the one-sided slope', () => {
  const corner: Values = (t) => (t > 0 ? 3 * t : -2 * t);

  test.each([
    [1, 3],
    [-1, -2],
  ] as const)('on the side %p is %p, from steps down to the one asked for', (side, slope) => {
    const estimates = tableOf(corner).slopes(side, 2 ** -6);
    // The largest of 2^-2 ... 2^-6 has no larger step to be extrapolated with.
    expect(estimates.map(({ step }) => step)).toEqual(powers(-3, -6));
    for (const { value } of estimates) expect(value).toBe(slope);
  });

  test('selects steps by the distance on its own side', () => {
    const rungs = rungsOf(corner, powers(-2, -8)).map((rung) => ({ ...rung, behind: 0.25 }));
    const table = new QuotientTable(0, rungs, [], 0, NOTHING);
    expect(table.slopes(1, 2 ** -6).at(-1)?.step).toBe(2 ** -6);
    expect(table.slopes(1, 2 ** -6).length).toBe(4);
    const twice = rungs.map((rung) => ({ ...rung, behind: 2 * rung.ahead }));
    const left = new QuotientTable(0, twice, [], 0, NOTHING).slopes(-1, 2 ** -6);
    expect(left.map(({ step }) => step)).toEqual(powers(-2, -6));
  });

  test('has the noise of the selected steps, even if refinement steps below show less', () => {
    const [r, steps] = [2 ** -30, [...powers(-2, -28), 2 ** -31, 2 ** -34, 2 ** -37]];
    const table = tableOf(bump(2 ** -23, r), { steps, finer: 3 });
    // Without refinement steps the noise is 0.7 r at all steps; with them it would count as a jump beside x.
    const last = table.slopes(1, 2 ** -28).at(-1);
    expect((last?.error as number) / ((4 * 0.7 * r) / 2 ** -28)).toBeCloseTo(1, 3);
    expect(table.slopes(1, 0).at(-1)?.error).toBeLessThan(0.1);
  });

  test('has an error of four times the noise over the step', () => {
    const [first] = tableOf(corner, { known: { least: 2 ** -20 } }).slopes(1, 0);
    expect(first?.error).toBe((4 * 2 ** -20) / 0.125);
    const [known] = tableOf(corner, { roundOff: 2 ** -20 }).slopes(-1, 0);
    expect(known?.error).toBe((4 * 2 ** -20) / 0.125);
  });

  test('is a quotient with a signed distance', () => {
    expect(oneSidedQuotient(1, 0.5, 3)).toMatchObject({
      step: 0.5,
      value: 4,
      shift: 0,
      curvature: 0,
    });
    expect(oneSidedQuotient(1, -0.5, 3)).toMatchObject({
      step: 0.5,
      value: -4,
      roundOff: 3 * 2 ** -52,
    });
    expect(oneSidedQuotient(1, 0.5, 3, 0.1).roundOff).toBe(0.1);
  });
});

test('the size of the values is the largest magnitude on either side', () => {
  const rung = (yAhead: number, yBehind: number): Rung => ({
    ahead: 1,
    behind: 1,
    shift: 0,
    roundOff: 0,
    yAhead,
    yBehind,
  });
  expect(sizeOf(-3, [rung(1, 2)])).toBe(3);
  expect(sizeOf(1, [rung(1, 2), rung(-5, 2)])).toBe(5);
  expect(sizeOf(1, [rung(1, -7), rung(-5, 2)])).toBe(7);
});

describe('the quotient tables of an x', () => {
  const placeOf = (parts: Partial<Surroundings>): Surroundings => ({
    x: 0,
    y: 0,
    ladders: [],
    probes: [],
    finer: [],
    onlyAhead: [],
    onlyBehind: [],
    ...parts,
  });
  const ladder = (from: number, to: number): Rung[] => rungsOf(identity, powers(from, to));
  const countsOf = (parts: Partial<Surroundings>): number[] =>
    tablesOf(placeOf(parts), NOTHING).map(({ rungs }) => rungs.length);

  test('are those of its ladders with at least five steps', () => {
    expect(countsOf({ ladders: [ladder(0, -4), ladder(0, -3), ladder(20, 10)] })).toEqual([5, 11]);
  });

  test('are a single one of all steps if there are refinement steps', () => {
    const [lower, upper, finer] = [ladder(-20, -25), ladder(3, 0), ladder(-10, -10)];
    const below = [...ladder(-28, -28), ...ladder(-31, -31)];
    const all = { ladders: [lower, upper], finer: [...finer, ...below] };
    const [table] = tablesOf(placeOf(all), NOTHING) as [QuotientTable];
    expect(table.quotients.map(({ step }) => Math.log2(step))).toEqual([
      3, 2, 1, 0, -10, -20, -21, -22, -23, -24, -25, -28, -31,
    ]);
    expect(countsOf({ ladders: [ladder(0, -2)], finer: ladder(-5, -5) })).toEqual([]);
    expect(countsOf({ ladders: [ladder(0, -2)], finer: ladder(-5, -6) })).toEqual([5]);
  });

  test('give refinement steps below the ladders their own noise', () => {
    const r = 2 ** -30;
    const probes = rungsOf((t) => t + Math.sign(t) * r, powers(-23.5, -28.5));
    const finer = [...ladder(-31, -31), ...ladder(-34, -34)];
    const place = placeOf({ ladders: [ladder(-2, -28)], probes, finer });
    const between = {
      ladders: [...place.ladders, ladder(10, 5)],
      finer: [...ladder(2, 2), ...finer],
    };
    for (const one of [place, { ...place, ...between }]) {
      const [table] = tablesOf(one, NOTHING) as [QuotientTable];
      expect(table.noiseAt(2 ** -28)).toBeGreaterThan(r / 4);
      expect(table.noiseAt(2 ** -31)).toBeLessThan(1e-300);
    }
  });

  test('use the probes for the first ladder only', () => {
    const r = 2 ** -30;
    const probes = rungsOf((t) => t + Math.sign(t) * r, powers(-23.5, -28.5));
    const ladders = [ladder(-2, -28), ladder(10, 0)];
    const [first, second] = tablesOf(placeOf({ ladders, probes }), NOTHING) as [
      QuotientTable,
      QuotientTable,
    ];
    expect(first.noiseAt(2 ** -28)).toBeGreaterThan(r / 4);
    expect(second.noiseAt(1)).toBeLessThan(1e-300);
  });
});
