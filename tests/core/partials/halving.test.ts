import { levelsInAdvance, suspectsAlong } from '../../../src/core/partials/halving';
import { type Claimed, ClaimErrors } from '../../../src/core/partials/judge-partials';
import { program } from '../../support/partials-model';

const COUNT = 64;
const ones = new Float64Array(COUNT).fill(1);

/** The suspects among 64 partials of 1, of which these are claimed to be more; a start may cost much. */
async function suspects(more: Readonly<Record<number, number>>, start = 0): Promise<number[]> {
  return (await search(more, start)).found;
}

/** The same, and how often the program was started and evaluated. */
async function search(more: Readonly<Record<number, number>>, start: number) {
  const sum = (x: Float64Array) => ({ value: x.reduce((a, b) => a + b, 0), partials: ones });
  const model = program(COUNT, sum, undefined, { costs: { start, evaluation: 1 } });
  const claimed: Claimed = {
    point: new Float64Array(COUNT),
    value: 0,
    partials: ones.map((one, i) => one + (more[i] ?? 0)),
  };
  const off = Object.values(more).reduce((a, b) => a + b, 0);
  const claimErrors = new ClaimErrors(model, { spread: 0, relative: 0, relativeOfPartials: 0 });
  const found = await suspectsAlong(model, claimed, ones, { off, bound: 1e-9 }, claimErrors);
  return { found, starts: model.starts, evaluations: model.evaluations };
}

const four = (first: number): number[] => [0, 1, 2, 3].map((i) => first + i);

test.each([0, 1e3, 1e7])(
  'one wrong partial is followed down to four, a start being worth %i',
  async (start) => {
    expect(await suspects({ 0: 0.5 }, start)).toEqual(four(0));
    expect(await suspects({ 22: -0.5 }, start)).toEqual(four(20));
    expect(await suspects({ 63: 0.5 }, start)).toEqual(four(60));
  },
);

test('several are followed, each in its half', async () => {
  const found = await suspects({ 3: 0.5, 30: 2, 31: -1, 50: 0.25 });
  expect(found.sort((a, b) => a - b)).toEqual([...four(0), ...four(28), ...four(48)]);
});

test('where starts cost much, more is asked at a time', async () => {
  // 64, 32, 16 and 8 are halved: one slope each, or 1 + 2 + 4 + 8 of them in one block.
  const [often, once] = [await search({ 22: 0.5 }, 0), await search({ 22: 0.5 }, 1e7)];
  expect(once.evaluations / often.evaluations).toBeCloseTo(15 / 4, 1);
  expect(often.starts).toBe(4 * once.starts);
});

test('what a direction leaves out is no suspect', async () => {
  const sum = (x: Float64Array) => ({ value: x.reduce((a, b) => a + b, 0), partials: ones });
  const model = program(COUNT, sum);
  const claimed = {
    point: new Float64Array(COUNT),
    value: 0,
    partials: ones.map((_, i) => (i === 9 ? 2 : 1)),
  };
  const direction = ones.map((one, i) => (i === 8 ? 0 : one));
  const claimErrors = new ClaimErrors(model, { spread: 0, relative: 0, relativeOfPartials: 0 });
  const found = await suspectsAlong(
    model,
    claimed,
    direction,
    { off: 1, bound: 1e-9 },
    claimErrors,
  );
  expect(found).toEqual([9, 10, 11]);
});

// Of l levels there are 2^l - 1 slopes of each segment, of 80 evaluations each; a level shall cost least.
test.each([
  // 79 + 80 against (79 + 240)/2, and 81 + 80 against (81 + 240)/2.
  [1, 79, 1, 1],
  [1, 80, 1, 1],
  [1, 81, 1, 2],
  [1, 1000, 1, 3],
  [8, 1000, 1, 2],
  [1, 1000, 8, 2],
  [1, 0, 1, 1],
  [1, 1e7, 1, 8],
])(
  'of %p segments, a start of %p and an evaluation of %p, so many levels are asked for at once: %p',
  (segments, start, evaluation, levels) => {
    expect(levelsInAdvance(segments, { start, evaluation })).toBe(levels);
  },
);
