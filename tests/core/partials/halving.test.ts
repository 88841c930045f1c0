import { suspectsAlong } from '../../../src/core/partials/halving';
import { type Claimed, ClaimErrors } from '../../../src/core/partials/judge-partials';
import { program } from '../../support/partials-model';

const COUNT = 64;
const ones = new Float64Array(COUNT).fill(1);

/** The suspects among 64 partials of 1 with these claims too large. */
async function suspects(more: Readonly<Record<number, number>>): Promise<number[]> {
  const sum = (x: Float64Array) => ({ value: x.reduce((a, b) => a + b, 0), partials: ones });
  const model = program(COUNT, sum);
  const claimed: Claimed = {
    point: new Float64Array(COUNT),
    value: 0,
    partials: ones.map((one, i) => one + (more[i] ?? 0)),
  };
  const off = Object.values(more).reduce((a, b) => a + b, 0);
  const claimErrors = new ClaimErrors(model, { spread: 0, relative: 0, relativeOfPartials: 0 });
  return suspectsAlong(model, claimed, ones, { off, bound: 1e-9 }, claimErrors);
}

const four = (first: number): number[] => [0, 1, 2, 3].map((i) => first + i);

test('one wrong partial is narrowed down to four', async () => {
  expect(await suspects({ 0: 0.5 })).toEqual(four(0));
  expect(await suspects({ 22: -0.5 })).toEqual(four(20));
  expect(await suspects({ 63: 0.5 })).toEqual(four(60));
});

test('several wrong partials are followed, each in its half', async () => {
  const found = await suspects({ 3: 0.5, 30: 2, 31: -1, 50: 0.25 });
  expect(found.sort((a, b) => a - b)).toEqual([...four(0), ...four(28), ...four(48)]);
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
