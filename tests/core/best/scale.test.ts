/** @file The quotients of a ladder: their noise, the lines and bends that they show, the slopes to one side. */

import type { Rung, Surroundings } from '../../../src/core/best/ladder';
import { oneSided, Scale, scalesOf, sizeOf, type KnownNoise } from '../../../src/core/best/scale';
import type { Values } from '../../support/at-point';

/** The powers of two with these exponents, the largest first. */
const powers = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, k) => 2 ** (from - k));

/** f round 0 at these steps; its values are this wrong. */
const rungsOf = (f: Values, steps: readonly number[], roundOff = 0): Rung[] =>
  steps.map((step) => ({
    ...{ ahead: step, behind: step, shift: 0, roundOff },
    ...{ yAhead: f(step), yBehind: f(-step) },
  }));

interface Parts {
  readonly steps?: readonly number[];
  readonly probes?: readonly Rung[];
  readonly finer?: number;
  readonly known?: KnownNoise;
  readonly roundOff?: number;
}

const NOTHING: KnownNoise = { least: 0 };

function scaleOf(f: Values, parts: Parts = {}): Scale {
  const { steps = powers(-2, -28), probes = [], finer = 0, known = NOTHING, roundOff } = parts;
  return new Scale(f(0), rungsOf(f, steps, roundOff), probes, finer, known);
}

const identity: Values = (t) => t;
const bump =
  (step: number, height: number): Values =>
  (t) =>
    t + (Math.abs(t) === step ? Math.sign(t) * height : 0);

describe('the noise of a scale', () => {
  const r = 2 ** -30;

  test('is at least what is known of it', () => {
    expect(new Set(scaleOf(identity, { known: { least: r } }).noise)).toEqual(new Set([r]));
    expect(scaleOf(identity, { known: { least: r } }).leastNoise).toBe(r);
  });

  test('is 0 at a step that is none of its steps', () => {
    const scale = scaleOf(identity, { known: { least: r } });
    expect([scale.noiseAt(2 ** -28), scale.noiseAt(2 ** -29)]).toEqual([r, 0]);
  });

  test.each([
    [3.9, 3.9, 3.9],
    [4, 4, 4],
    [4.1, 8.2, 4.1 / 8],
  ])(
    'of %p times that beside x, farther away, is %p at twice that step and %p at an eighth',
    (times, twice, eighth) => {
      const known = { least: r, far: { step: 2 ** -4, noise: times * r } };
      const scale = scaleOf(identity, { known });
      expect(scale.noiseAt(2 ** -3)).toBe(twice * r);
      expect(scale.noiseAt(2 ** -4)).toBe(times * r);
      expect(scale.noiseAt(2 ** -7)).toBe(Math.max(eighth, 1) * r);
    },
  );

  test.each<[string, Parts]>([
    ['probes', { probes: rungsOf((t) => t + Math.sign(t) * r, powers(-23.5, -28.5)) }],
    // 0.7 of a difference of 2r at a step of half: all of the smallest six show it.
    ['quotients', { steps: [...powers(-2, -22), ...powers(-23, -28)] }],
  ])('beside x is that of its %s, which noise farther away is compared with', (kind, parts) => {
    const f = kind === 'quotients' ? bump(2 ** -24, r) : identity;
    const [beside] = scaleOf(f, parts).noise as [number];
    expect(beside).toBeGreaterThan(r / 4);
    const far = (times: number) => ({ step: 2 ** -4, noise: times * beside });
    const noiseAt = (times: number): number =>
      scaleOf(f, { ...parts, known: { least: 0, far: far(times) } }).noiseAt(2 ** -3) / beside;
    expect(noiseAt(3.9)).toBeCloseTo(3.9, 9);
    expect(noiseAt(4.1)).toBeCloseTo(8.2, 9);
  });

  test('of the probes is not that of the finer steps', () => {
    const steps = [...powers(-2, -28), 2 ** -31, 2 ** -34, 2 ** -37];
    const probes = rungsOf((t) => t + Math.sign(t) * r, powers(-23.5, -28.5));
    const scale = scaleOf(identity, { steps, probes, finer: 3 });
    expect(scale.noiseAt(2 ** -28)).toBeGreaterThan(r / 4);
    expect(scale.noiseAt(2 ** -31)).toBeLessThan(1e-300);
  });
});

describe('the steps and lines of a scale', () => {
  const uneven: Rung = { ahead: 0.5, behind: 0.25, shift: 0, yAhead: 2, yBehind: 1, roundOff: 0 };

  test('go to both sides: the steeper one counts', () => {
    expect(new Scale(0, [uneven], [], 0, NOTHING).lines).toEqual([4]);
    expect(new Scale(0, [{ ...uneven, yAhead: -3 }], [], 0, NOTHING).lines).toEqual([6]);
    expect(new Scale(1, [{ ...uneven, yBehind: -3 }], [], 0, NOTHING).lines).toEqual([16]);
    expect(new Scale(1, [uneven], [], 0, NOTHING).lines).toEqual([2]);
  });

  test('are the steepest from a distance on, and 0 where there are none', () => {
    const scale = scaleOf((t) => Math.sqrt(Math.abs(t)), { steps: [1, 0.25, 0.0625] });
    expect([scale.steepest(), scale.steepest(0.25), scale.steepest(0.3)]).toEqual([4, 2, 1]);
    expect(scale.steepest(2)).toBe(0);
  });

  test('from the largest to the smallest', () => {
    const scale = scaleOf(identity);
    expect([scale.largestStep, scale.leastStep]).toEqual([2 ** -2, 2 ** -28]);
    const none = scaleOf(identity, { steps: [] });
    expect([none.largestStep, none.leastStep]).toEqual([0, Infinity]);
  });

  test('are the mean of both distances, and the line through both points', () => {
    const [quotient] = new Scale(1, [uneven], [], 0, NOTHING).quotients;
    expect(quotient).toMatchObject({ step: 0.375, value: 1 / 0.75, shift: 0 });
    // |5 - 2 - (2 - 1)| over the square of the step; two units of the largest value.
    const [bent] = new Scale(2, [{ ...uneven, yAhead: 5 }], [], 0, NOTHING).quotients;
    expect(bent?.curvature).toBeCloseTo(2 / 0.375 ** 2, 12);
    expect(quotient?.roundOff).toBe(2 * 2 ** -52);
  });

  test('have the round-off that is known, or that of their size', () => {
    const of = (roundOff: number) => scaleOf(() => 8, { steps: [1], roundOff }).quotients[0];
    expect(of(0)?.roundOff).toBe(8 * 2 ** -52);
    expect(of(1e-9)?.roundOff).toBe(1e-9);
  });
});

test('the estimates of a scale from a step on are those at no smaller ones, whatever these show', () => {
  // Central differences at half the step are wrong by a quarter: a round-off of r costs 2r over the step.
  const f: Values = (t) => (Math.abs(t) < 2 ** -12 ? 5 * t : t);
  const estimates = scaleOf(f, { known: { least: 2 ** -20 } }).estimatesFrom(2 ** -10);
  expect(estimates.map(({ step }) => step)).toEqual(powers(-3, -10));
  for (const { step, value, error } of estimates) {
    expect([value, error]).toEqual([1, (2 * 2 ** -20) / step]);
  }
});

test('the bends of a scale are what both slopes differ by, wrong by eight round-offs over the step', () => {
  const [bend] = scaleOf((t) => 3 * Math.abs(t) + 1, { steps: [0.5], roundOff: 2 ** -10 }).bends;
  expect(bend).toEqual({ step: 0.5, value: 6, tolerance: (8 * 2 ** -10) / 0.5 });
  const [noisy] = scaleOf(Math.abs, { steps: [0.5], known: { least: 2 ** -9 } }).bends;
  expect(noisy?.tolerance).toBe((8 * 2 ** -9) / 0.5);
});

describe('a scale is noisy', () => {
  // The third largest change at the steps 1/4, 1/8 ... is 1/8; the second differences are the bump.
  const noisy = (part: number, step: number, parts: Parts = {}): Scale =>
    scaleOf((t) => t + (Math.abs(t) === step ? (part * 0.01 * 0.125) / 2 : 0), parts);

  test('if its smallest steps are uneven by a hundredth of the range', () => {
    expect(noisy(0.98, 2 ** -28).isNoisy).toBe(false);
    expect(noisy(1.02, 2 ** -28).isNoisy).toBe(true);
    expect(scaleOf(() => 1).isNoisy).toBe(false);
  });

  test('at one of the eight smallest', () => {
    expect(noisy(9, 2 ** -21).isNoisy).toBe(true);
    expect(noisy(9, 2 ** -20).isNoisy).toBe(false);
  });

  test('at one of the three smallest, where three were added', () => {
    const added = (count: number): Parts => ({
      steps: [...powers(-2, -28), ...[-31, -34, -37].slice(0, count).map((n) => 2 ** n)],
      finer: count,
    });
    expect(noisy(9, 2 ** -31, added(3)).isNoisy).toBe(true);
    expect(noisy(9, 2 ** -28, added(3)).isNoisy).toBe(false);
    expect(noisy(9, 2 ** -28, added(2)).isNoisy).toBe(true);
  });

  test('and rough, if that is more than eight round-offs', () => {
    const height = 9 * 0.01 * 0.125;
    const rough = (part: number): Scale => noisy(9, 2 ** -28, { roundOff: (part * height) / 8 });
    expect(rough(0.98).isRough).toBe(true);
    expect(rough(1.02)).toMatchObject({ isNoisy: true, isRough: false });
    expect(noisy(0.98, 2 ** -28).isRough).toBe(false);
  });

  test('if that is more than eight of the largest round-offs', () => {
    const f: Values = (t) => t + (Math.abs(t) === 2 ** -28 ? 0.01 : 0);
    const rungs = rungsOf(f, powers(-2, -28));
    const wrong = rungs.map((rung, k) => ({ ...rung, roundOff: k === 9 ? 0.01 : 0 }));
    expect(new Scale(0, rungs, [], 0, NOTHING).isRough).toBe(true);
    expect(new Scale(0, wrong, [], 0, NOTHING).isRough).toBe(false);
  });
});

describe('a jump beside x', () => {
  const jumpOf = (left: number, right: number, roundOff = 0) =>
    scaleOf((t) => (t === 0 ? 0 : t > 0 ? right : left), { roundOff }).jump;

  test('is as high as the higher side, more than eight round-offs', () => {
    expect(jumpOf(1, -2)).toMatchObject({ kind: 'jump', height: 2, side: 'right' });
    expect(jumpOf(-2, 1)).toMatchObject({ height: 2, side: 'left', distance: 2 ** -28 });
    expect(jumpOf(0, 2, 0.24)?.kind).toBe('jump');
    expect(jumpOf(0, 2, 0.25)).toBeUndefined();
    expect(jumpOf(0, 2, 0.26)).toBeUndefined();
  });

  test('needs three steps', () => {
    const f: Values = (t) => (t === 0 ? 0 : 2);
    expect(scaleOf(f, { steps: [4, 2, 1] }).jump?.kind).toBe('jump');
    expect(scaleOf(f, { steps: [4, 2] }).jump).toBeUndefined();
  });
});

describe('the slope to one side', () => {
  const corner: Values = (t) => (t > 0 ? 3 * t : -2 * t);

  test.each([
    [1, 3],
    [-1, -2],
  ] as const)('of the side %p is %p, at steps that are no smaller than asked', (side, slope) => {
    const estimates = scaleOf(corner).slopes(side, 2 ** -6);
    // The largest of 2^-2 ... 2^-6 has none above it to be compared with.
    expect(estimates.map(({ step }) => step)).toEqual(powers(-3, -6));
    for (const { value } of estimates) expect(value).toBe(slope);
  });

  test('keeps steps by their distance on its own side', () => {
    const rungs = rungsOf(corner, powers(-2, -8)).map((rung) => ({ ...rung, behind: 0.25 }));
    const scale = new Scale(0, rungs, [], 0, NOTHING);
    expect(scale.slopes(1, 2 ** -6).at(-1)?.step).toBe(2 ** -6);
    expect(scale.slopes(1, 2 ** -6).length).toBe(4);
    const twice = rungs.map((rung) => ({ ...rung, behind: 2 * rung.ahead }));
    const left = new Scale(0, twice, [], 0, NOTHING).slopes(-1, 2 ** -6);
    expect(left.map(({ step }) => step)).toEqual(powers(-2, -6));
  });

  test('has the noise of the steps that are left, where those that were added are not asked for', () => {
    const [r, steps] = [2 ** -30, [...powers(-2, -28), 2 ** -31, 2 ** -34, 2 ** -37]];
    const scale = scaleOf(bump(2 ** -23, r), { steps, finer: 3 });
    // 0.7 of r at all of the six smallest; with smaller ones below it would be that of a jump beside x.
    const last = scale.slopes(1, 2 ** -28).at(-1);
    expect((last?.error as number) / ((4 * 0.7 * r) / 2 ** -28)).toBeCloseTo(1, 3);
    expect(scale.slopes(1, 0).at(-1)?.error).toBeLessThan(0.1);
  });

  test('is as wrong as four times the noise over the step', () => {
    const [first] = scaleOf(corner, { known: { least: 2 ** -20 } }).slopes(1, 0);
    expect(first?.error).toBe((4 * 2 ** -20) / 0.125);
    const [known] = scaleOf(corner, { roundOff: 2 ** -20 }).slopes(-1, 0);
    expect(known?.error).toBe((4 * 2 ** -20) / 0.125);
  });

  test('is a quotient with the sign of its distance', () => {
    expect(oneSided(1, 0.5, 3)).toMatchObject({ step: 0.5, value: 4, shift: 0, curvature: 0 });
    expect(oneSided(1, -0.5, 3)).toMatchObject({ step: 0.5, value: -4, roundOff: 3 * 2 ** -52 });
    expect(oneSided(1, 0.5, 3, 0.1).roundOff).toBe(0.1);
  });
});

test('the size of values is the largest of them, on either side', () => {
  const rung = (yAhead: number, yBehind: number): Rung => ({
    ...{ ahead: 1, behind: 1, shift: 0, roundOff: 0 },
    ...{ yAhead, yBehind },
  });
  expect(sizeOf(-3, [rung(1, 2)])).toBe(3);
  expect(sizeOf(1, [rung(1, 2), rung(-5, 2)])).toBe(5);
  expect(sizeOf(1, [rung(1, -7), rung(-5, 2)])).toBe(7);
});

describe('the scales of a place', () => {
  const placeOf = (parts: Partial<Surroundings>): Surroundings => ({
    ...{ x: 0, y: 0, ladders: [], probes: [], finer: [], onlyAhead: [], onlyBehind: [] },
    ...parts,
  });
  const ladder = (from: number, to: number): Rung[] => rungsOf(identity, powers(from, to));
  const countsOf = (parts: Partial<Surroundings>): number[] =>
    scalesOf(placeOf(parts), NOTHING).map(({ rungs }) => rungs.length);

  test('are its ladders of five steps and more', () => {
    expect(countsOf({ ladders: [ladder(0, -4), ladder(0, -3), ladder(20, 10)] })).toEqual([5, 11]);
  });

  test('are all steps together where there are finer ones', () => {
    const [lower, upper, finer] = [ladder(-20, -25), ladder(3, 0), ladder(-10, -10)];
    const below = [...ladder(-28, -28), ...ladder(-31, -31)];
    const all = { ladders: [lower, upper], finer: [...finer, ...below] };
    const [scale] = scalesOf(placeOf(all), NOTHING) as [Scale];
    expect(scale.quotients.map(({ step }) => Math.log2(step))).toEqual([
      ...[3, 2, 1, 0, -10],
      ...[-20, -21, -22, -23, -24, -25, -28, -31],
    ]);
    expect(countsOf({ ladders: [ladder(0, -2)], finer: ladder(-5, -5) })).toEqual([]);
    expect(countsOf({ ladders: [ladder(0, -2)], finer: ladder(-5, -6) })).toEqual([5]);
  });

  test('know which steps are below the ladders: their noise is not that of the others', () => {
    const r = 2 ** -30;
    const probes = rungsOf((t) => t + Math.sign(t) * r, powers(-23.5, -28.5));
    const finer = [...ladder(-31, -31), ...ladder(-34, -34)];
    const place = placeOf({ ladders: [ladder(-2, -28)], probes, finer });
    const between = {
      ladders: [...place.ladders, ladder(10, 5)],
      finer: [...ladder(2, 2), ...finer],
    };
    for (const one of [place, { ...place, ...between }]) {
      const [scale] = scalesOf(one, NOTHING) as [Scale];
      expect(scale.noiseAt(2 ** -28)).toBeGreaterThan(r / 4);
      expect(scale.noiseAt(2 ** -31)).toBeLessThan(1e-300);
    }
  });

  test('have probes beside the first ladder alone', () => {
    const r = 2 ** -30;
    const probes = rungsOf((t) => t + Math.sign(t) * r, powers(-23.5, -28.5));
    const ladders = [ladder(-2, -28), ladder(10, 0)];
    const [first, second] = scalesOf(placeOf({ ladders, probes }), NOTHING) as [Scale, Scale];
    expect(first.noiseAt(2 ** -28)).toBeGreaterThan(r / 4);
    expect(second.noiseAt(1)).toBeLessThan(1e-300);
  });
});
