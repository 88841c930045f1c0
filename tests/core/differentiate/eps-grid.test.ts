import { DEFAULT_EPS_GRID, stepsOf } from '../../../src/core/differentiate/eps-grid';

const steps = (from: number, to: number, perDecade = 1) => [...stepsOf({ from, to, perDecade })];

test('by default the steps are the literals from 1e-1 to 1e-15', () => {
  expect([...stepsOf(DEFAULT_EPS_GRID)]).toEqual([
    1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15,
  ]);
});

test('every power of ten of the range of doubles is the literal', () => {
  const powers = steps(1e307, 1e-307);
  expect(powers).toHaveLength(615);
  for (const [i, step] of powers.entries()) expect(step).toBe(parseFloat(`1e${String(307 - i)}`));
});

test('steps between powers of ten have three digits', () => {
  expect(steps(1e-1, 1e-2, 3)).toEqual([1e-1, 4.64e-2, 2.15e-2, 1e-2]);
  expect(steps(1, 0.1, 2)).toEqual([1, 0.316, 0.1]);
  expect(steps(5, 0.5, 2)).toEqual([5, 1.58, 0.5]);
  expect(steps(9e-3, 2e-3, 3)).toEqual([9e-3, 4.18e-3]);
  expect(steps(1e-3, 1e-4, 10)).toEqual([
    1e-3, 7.94e-4, 6.31e-4, 5.01e-4, 3.98e-4, 3.16e-4, 2.51e-4, 2e-4, 1.58e-4, 1.26e-4, 1e-4,
  ]);
});

test('the first step keeps its digits, and so do those a power of ten below', () => {
  expect(steps(0.0123456789, 1e-4)).toEqual([0.0123456789, 0.00123456789, 0.000123456789]);
  expect(steps(2.5e-3, 2e-4, 2)).toEqual([2.5e-3, 7.91e-4, 2.5e-4]);
});

test('the last step is the smallest that is not below the end', () => {
  expect(steps(1e-1, 3e-3)).toEqual([1e-1, 1e-2]);
  expect(steps(1e-4, 1e-4)).toEqual([1e-4]);
});

test('at 100 a decade no two steps are equal', () => {
  const all = steps(1e-1, 1e-6, 100);
  expect(new Set(all).size).toBe(501);
  expect([...all].sort((a, b) => b - a)).toEqual(all);
});
