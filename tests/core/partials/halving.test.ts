import { levelsInAdvance, suspectsAlong } from '../../../src/core/partials/halving';
import { type Claimed, ClaimErrors } from '../../../src/core/partials/judge-partials';
import { program } from '../../support/partials-model';

const COUNT = 64;
const ones = new Float64Array(COUNT).fill(1);

/** The suspects among 64 partials of 1 with these claims too large. */
async function suspects(more: Readonly<Record<number, number>>, start = 0): Promise<number[]> {
  return (await search(more, start)).found;
}

/** The suspects, with the numbers of starts and evaluations. */
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
  'one wrong partial is narrowed down to four if a start costs %i evaluations',
  async (start) => {
    expect(await suspects({ 0: 0.5 }, start)).toEqual(four(0));
    expect(await suspects({ 22: -0.5 }, start)).toEqual(four(20));
    expect(await suspects({ 63: 0.5 }, start)).toEqual(four(60));
  },
);

test('several wrong partials are followed, each in its half', async () => {
  const found = await suspects({ 3: 0.5, 30: 2, 31: -1, 50: 0.25 });
  expect(found.sort((a, b) => a - b)).toEqual([...four(0), ...four(28), ...four(48)]);
});

test('if starts are expensive, more is evaluated at a time', async () => {
  // 64, 32, 16 and 8 are halved: one slope each, or 1 + 2 + 4 + 8 of them in one block.
  const [often, once] = [await search({ 22: 0.5 }, 0), await search({ 22: 0.5 }, 1e7)];
  expect(once.evaluations / often.evaluations).toBeCloseTo(15 / 4, 1);
  expect(often.starts).toBe(4 * once.starts);
});

test('variables that the direction leaves out are not suspects', async () => {
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

// l levels take 2^l - 1 slopes for each segment, with 80 evaluations each; the cost of a level is minimised.
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
  'with %p segments, a start of %p ms and an evaluation of %p ms, %p levels are evaluated at once',
  (segments, start, evaluation, levels) => {
    expect(levelsInAdvance(segments, { start, evaluation })).toBe(levels);
  },
);
