import { checkPartials, type PartialsOptions } from '../../../src/core/partials/check-partials';
import type { CheckedProgramPoint } from '../../../src/core/partials/checked';
import { runs } from '../../support/portions';
import { claimed, loss, type Model, program, somewhere } from '../../support/partials-model';

async function check(
  model: Model,
  points: readonly Float64Array[],
  options: PartialsOptions = {},
): Promise<readonly CheckedProgramPoint[]> {
  const { claims, steadiness } = await claimed(model, points);
  return checkPartials(model, claims, steadiness, options);
}

/** Claims with one partial multiplied by this. */
const times =
  (index: number, factor: number) =>
  (partials: Float64Array): Float64Array =>
    partials.map((partial, i) => (i === index ? factor * partial : partial));

const wrongAt = ({ partials }: CheckedProgramPoint): number[] =>
  partials.filter(({ verdict }) => verdict === 'disagree').map(({ index }) => index);

describe('with few variables', () => {
  test('each partial is judged by itself, with one or two blocks for all', async () => {
    const model = program(3, loss);
    const [point] = await check(model, [Float64Array.of(0.5, -1.25, 2)]);
    expect(point?.verdict).toBe('agree');
    expect(point?.partials.map(({ verdict }) => verdict)).toEqual(['agree', 'agree', 'agree']);
    expect(model.starts).toBeLessThanOrEqual(3);
    expect(model.evaluations).toBeLessThan(3 * 150);
  });

  test('a partial that is 0.1 % off is reported with its factor', async () => {
    const [point] = await check(program(3, loss, times(1, 1.001)), [somewhere(3)]);
    expect(point?.verdict).toBe('disagree');
    expect(wrongAt(point as CheckedProgramPoint)).toEqual([1]);
    const mistake = point?.partials[1]?.mistake;
    expect(mistake).toMatchObject({ kind: 'factor', factor: expect.closeTo(1.001, 7) as number });
  });

  test.each([
    ['of the wrong sign', (g: Float64Array) => g.map((d, i) => (i === 0 ? -d : d)), 'sign'],
    ['0', (g: Float64Array) => g.map((d, i) => (i === 0 ? 0 : d)), 'zero'],
    ['swapped', ([a = 0, b = 0, c = 0]: Iterable<number>) => Float64Array.of(b, a, c), 'swapped'],
    ['that of another', ([, b = 0, c = 0]: Iterable<number>) => Float64Array.of(b, b, c), 'other'],
  ] as const)('a partial that is %s is recognised', async (_, claim, kind) => {
    const [point] = await check(program(3, loss, claim), [somewhere(3)]);
    expect(point?.partials[0]?.mistake?.kind).toBe(kind);
  });
});

describe('with a thousand variables', () => {
  const x = somewhere(1000);

  test('right partials agree along two directions, for some 200 evaluations', async () => {
    const model = program(1000, loss);
    const [point] = await check(model, [x]);
    expect(point).toMatchObject({ verdict: 'agree', partials: [] });
    expect(point?.unseen).toBeUndefined();
    expect(model.evaluations).toBeLessThan(300);
    expect(model.starts).toBeLessThanOrEqual(5);
  });

  test.each([0, 417])('partial %i that is 0.1 %% off is found', async (index) => {
    const model = program(1000, loss, times(index, 1.001));
    const [point] = await check(model, [x]);
    expect(wrongAt(point as CheckedProgramPoint)).toEqual([index]);
    expect(point?.partials).toHaveLength(1);
    expect(model.evaluations).toBeLessThan(2000);
  });

  test('several wrong partials are found together, and at a second point without another search', async () => {
    const claim = (g: Float64Array): Float64Array =>
      times(3, -1)(times(700, 1.01)(times(701, 2)(g)));
    const points = await check(program(1000, loss, claim), [x, somewhere(1000, 5)]);
    expect(points.map(wrongAt)).toEqual([
      [3, 700, 701],
      [3, 700, 701],
    ]);
  });

  test('two swapped partials are reported as swapped', async () => {
    const claim = (g: Float64Array): Float64Array => {
      const swapped = Float64Array.from(g);
      [swapped[10], swapped[900]] = [g[900] as number, g[10] as number];
      return swapped;
    };
    const [point] = await check(program(1000, loss, claim), [x]);
    expect(point?.partials.map(({ index, mistake }) => [index, mistake])).toEqual([
      [10, { kind: 'swapped', with: 900 }],
      [900, { kind: 'swapped', with: 10 }],
    ]);
  });

  test('a factor common to all partials is reported once', async () => {
    const [point] = await check(
      program(1000, loss, (g) => g.map((d) => 2 * d)),
      [x],
    );
    expect(point?.commonFactor).toBeCloseTo(2, 8);
  });

  test('with noise of 1e-10 the wrong partial is found', async () => {
    for (const index of [17, 118]) {
      const model = program(200, loss, times(index, 1.001), { noise: 1e-10 });
      const [point] = await check(model, [somewhere(200)]);
      expect(wrongAt(point as CheckedProgramPoint)).toEqual([index]);
    }
  });

  test('with noise of 1e-10 every run finds the wrong partial, not a common factor', async () => {
    const place = Float64Array.from({ length: 1000 }, (_, i) => Math.fround(Math.sin(i * i + 1)));
    for (let seed = 1000; seed < 1000 + runs(24, 4); seed++) {
      const model = program(1000, loss, times(417, 1.001), { noise: 1e-10, seed });
      const [point] = await check(model, [place]);
      expect([seed, point?.commonFactor, wrongAt(point as CheckedProgramPoint)]).toEqual([
        seed,
        undefined,
        [417],
      ]);
    }
  });

  test('with noise of 1e-10 a right gradient does not disagree', async () => {
    const [point] = await check(program(1000, loss, undefined, { noise: 1e-10 }), [x]);
    expect(point?.verdict).toBe('agree');
  });

  test('with noise of 1e-4 nothing is decided, with the noise as the reason', async () => {
    const [point] = await check(program(1000, loss, times(417, 1.001), { noise: 1e-4 }), [x]);
    expect(point).toMatchObject({ verdict: 'inconclusive', reason: { kind: 'noise' } });
  });

  test('each partial is judged by itself if that is asked for', async () => {
    const [point] = await check(program(60, loss, times(7, 1.001)), [somewhere(60)], {
      each: true,
    });
    expect(point?.partials).toHaveLength(60);
    expect(wrongAt(point as CheckedProgramPoint)).toEqual([7]);
  });
});
