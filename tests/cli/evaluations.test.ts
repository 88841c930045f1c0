/** @file How often a command asks a function for its value: what somebody else wrote may be slow. */

import { run } from '../support/run-main';

interface Asked {
  readonly values: readonly number[];
  readonly slopes: readonly number[];
  /** The x that the value was asked for more than once, and how often. */
  readonly again: ReadonlyMap<number, number>;
}

async function askedBy(line: string): Promise<Asked> {
  const values: number[] = [];
  const slopes: number[] = [];
  const own = {
    value: (x: number) => {
      values.push(x);
      return x * x * x;
    },
    derivative: (x: number) => {
      slopes.push(x);
      return 3 * x * x;
    },
  };
  const { status } = await run(`${line} --module m.js`, {
    modules: { 'm.js': { own } },
  });
  expect(status).toBe(0);
  const counts = new Map<number, number>();
  for (const x of values) counts.set(x, (counts.get(x) ?? 0) + 1);
  return { values, slopes, again: new Map([...counts].filter(([, count]) => count > 1)) };
}

// A page took 152 values before the sentence under its table was made of the same ones; 18 of them tell
// the noise of a function of which nothing is known.
test.each([
  ['a page', 'diff --chain own --x 0.7', 92, 2],
  ['a page of the best derivative', 'diff --chain own --x 0.7 --method best', 87, 2],
  ['its record', 'diff --chain own --x 0.7 --method best --format json', 87, 1],
  ['a check', 'check --chain own --x 0.7', 87, 1],
  ['a drawn graph', 'graph --chain own --x 0.7', 1, 1],
  ['a record', 'diff --chain own --x 0.7 --format json', 3, 1],
  ['records', 'diff --chain own --x 0.7 0.8 0.9 --format csv', 9, 3],
  ['the value alone', 'diff --chain own --x 0.7 --only y', 1, 0],
  ['the value and backprop', 'diff --chain own --x 0.7 --columns y,backprop', 1, 1],
  ['backprop alone', 'diff --chain own --x 0.7 --only backprop', 1, 1],
  [
    'the finite difference, with the value that tells what fails',
    'diff --chain own --x 0.7 --only numerical',
    3,
    0,
  ],
])('%s takes no more values and slopes than it needs', async (_, line, values, slopes) => {
  const asked = await askedBy(line);
  expect(asked.values.length).toBeLessThanOrEqual(values);
  expect(asked.slopes.length).toBeLessThanOrEqual(slopes);
});

test('a page asks again at x alone, and where the finite difference is made', async () => {
  const { again, values } = await askedBy('diff --chain own --x 0.7');
  const allowed = new Map([
    [0.7, 3],
    [0.7 + 1e-4, 2],
    [0.7 - 1e-4, 2],
  ]);
  for (const [x, count] of again) expect([x, count <= (allowed.get(x) ?? 1)]).toEqual([x, true]);
  expect(new Set(values).size).toBeGreaterThanOrEqual(values.length - 4);
});

test('a record of finite differences asks nowhere twice', async () => {
  const { again } = await askedBy('diff --chain own --x 0.7 0.8 --format json');
  expect([...again]).toEqual([]);
});

test('each function of a chain is asked as often as one', async () => {
  const [one, two] = [
    await askedBy('diff --chain own --x 0.7 --format json'),
    await askedBy('diff --chain own,own --x 0.7 --format json'),
  ];
  expect(two.values.length).toBe(2 * one.values.length);
  expect(two.slopes.length).toBe(2);
});
