/** Of how many variables each partial is checked by itself, and along which directions otherwise. */

import { refused } from '../../support/run-main';
import { ask } from '../../support/own-program';

/** Half the sum of squares, of which each partial is its number. */
const squares = (x: number[]): number[] => [
  x.reduce((sum, each) => sum + each * each, 0) / 2,
  ...x,
];

const at = (count: number): string =>
  Array.from({ length: count }, (_, i) => String(1 + i / 64)).join(',');

const check = (count: number, options: string, f = squares): ReturnType<typeof ask> =>
  ask(`check --program ./model --at ${at(count)}${options}`, f);

test.each([
  [50, '', '50 partials'],
  [51, '', '51 partials, along 2 random directions'],
  [51, ' --each', '51 partials'],
])('%d variables%s: %s', async (count, options, checked) => {
  const { status, stderr } = await check(count, options);
  expect([status, stderr]).toEqual([0, `dezero-cli: 1 point agrees (${checked})\n`]);
});

test('a wrong partial among 51 is named, with --each and without', async () => {
  const wrong = (x: number[]): number[] => squares(x).map((y, i) => (i === 17 ? 2 * y : y));
  for (const options of ['', ' --each']) {
    const { status, stderr } = await check(51, options, wrong);
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/partial 17 at point 1 is 2 times its derivative\n$/),
    ]);
  }
});

describe('--seed', () => {
  /** The numbers that a program is sent. */
  async function sent(options: string): Promise<string> {
    const points: number[][] = [];
    const { status } = await check(51, options, (x) => {
      points.push(x);
      return squares(x);
    });
    expect(status).toBe(0);
    return JSON.stringify(points);
  }

  test('chooses the directions, which are the same in each run; it is 1 by itself', async () => {
    const [first, again, other] = [
      await sent(''),
      await sent(' --seed 1'),
      await sent(' --seed 2'),
    ];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test.each(['-1', '1.5', 'one', '1e300'])('%s is refused', async (seed) => {
    const stderr = await refused(check(51, ` --seed=${seed}`));
    expect(stderr).toMatch(/^dezero-cli: --seed: /);
    expect(stderr).toContain(`'${seed}'`);
  });
});
