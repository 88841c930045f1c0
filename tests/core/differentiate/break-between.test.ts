import { breakBetween } from '../../../src/core/differentiate/break-between';

test.each<[string, (x: number) => number, number[], string | undefined]>([
  ['a jump', Math.floor, [1.9999, 2.0001], 'jump'],
  ['the same, ends in any order', Math.floor, [2.0001, 1.9999, 2], 'jump'],
  ['one of several jumps', (x) => Math.round(8 * x) / 8, [1.4, 1.6], 'jump'],
  ['one of a dozen', (x) => Math.floor(12 * x), [0, 1.01], 'jump'],
  ['one of some last digits', (x) => 1 + 2 ** -46 * Math.sign(x), [-1, 1.5], 'jump'],
  ['a jump up and one down', (x) => Math.floor(x) % 2, [0.9, 2.2], 'jump'],
  ['a jump on a slope', (x) => 100 * x + Math.sign(x), [-0.01, 0.02], 'jump'],
  ['a pole where the sign changes', (x) => 1 / x, [-9e-5, 1.1e-4], 'pole'],
  ['one where it does not', (x) => 1 / x ** 2, [-9e-5, 1.1e-4], 'pole'],
  ['one in the middle, hit exactly', (x) => 1 / (x - 3), [2, 4], 'pole'],
  ['one that is very near to a half of the step', (x) => 1 / (x - 3 - 1e-14), [2, 4], 'pole'],
  ['one of a root', (x) => 1 / Math.sqrt(Math.abs(x)), [-0.9, 1.1], 'pole'],
  ['one beside a quarter', (x) => Math.abs(x - 2.5 - 1e-13) ** -0.5, [2, 4], 'pole'],
  ['one of tan', Math.tan, [1.57, 1.5701 + 0.001], 'pole'],
  ['none in a smooth function', Math.exp, [0, 5], undefined],
  ['nor where it is steep', (x) => Math.atan(1e6 * x), [-0.1, 0.2], undefined],
  ['nor at a high peak', (x) => 1 / (1e-4 + x * x), [-0.1, 0.2], undefined],
  [
    'nor at a narrow peak between ends where it is 0',
    (x) => Math.exp(-x * x),
    [-99, 101],
    undefined,
  ],
  ['nor at one of a millionth', (x) => 1 / (1e-12 + x * x), [-0.9, 1.2], undefined],
  ['nor where a wave is as long as the step', Math.sin, [0.3, 0.3 + 2 * Math.PI], undefined],
  [
    'nor where a peak grows as much as a pole of a root, but stands still at the end',
    (x) => 1 / (4e-13 + x * x),
    [-0.9, 1.2],
    undefined,
  ],
  ['nor where one of many jumps is left', (x) => Math.floor(20 * x), [0, 1], undefined],
  [
    'nor where all of it is the last digits',
    (x) => 1 + 2 ** -52 * Math.sign(x),
    [-1, 1.5],
    undefined,
  ],
  ['a kink', Math.abs, [-1, 2], 'kink'],
  ['a kink in the middle', Math.abs, [-1, 1], 'kink'],
  ['a kink on a slope', (x) => x + Math.max(Math.sin(x), Math.cos(x)), [0.78, 0.79], 'kink'],
  [
    'one that rounding hides where it is near',
    (x) => Math.asin(Math.sin(x)),
    [1.5707, 1.5709],
    'kink',
  ],
  ['the same of a root', (x) => Math.sqrt(1 - Math.cos(x)), [-0.5, 0.9], 'kink'],
  ['one of several kinks', (x) => Math.asin(Math.sin(x)), [1, 9], 'kink'],
  ['one at a large x', (x) => Math.abs(x - 1e6), [1e6 - 1e-4, 1e6 + 2e-4], 'kink'],
  ['no kink where only the second derivative jumps', (x) => x * Math.abs(x), [-1, 2], undefined],
  ['nor where f bends sharply, but smoothly', (x) => Math.hypot(x, 1e-6), [-1, 2], undefined],
  [
    'nor where a wave is much shorter than the step',
    (x) => Math.sin(1e6 * x),
    [0, 2e-4],
    undefined,
  ],
  [
    'nor where the bends of a smooth function fall, and those of its rounding grow',
    (x) => (1 - Math.cos(x)) / x ** 2,
    [0.3387266925362662, 0.33874669253626616],
    undefined,
  ],
  ['nor where it does not make the error', (x) => x * x + 1e-4 * Math.abs(x), [-1, 2], undefined],
  ['nor at a vertical tangent', Math.cbrt, [-1, 2], undefined],
  ['nor where it is constant', () => 7, [0, 1], undefined],
  ['nor at steps of the last digits', (x) => 1e16 + x, [0, 1.5], undefined],
  ['nor among very many jumps', Math.fround, [1, 1.001], undefined],
  ['nor where it has no value', (x) => Math.sqrt(-x), [-1, 1], undefined],
  ['nor where doubles lie too far apart', Math.sin, [1e12, 1e12 + 0.001], undefined],
])('%s is told by values', (_, f, ends, found) => {
  expect(breakBetween(f, ends, ends[0] as number)?.kind).toBe(found);
});

test.each<[string, (x: number) => number, number, boolean]>([
  ['kink', Math.abs, 0, true],
  ['kink', (x) => Math.abs(Math.sin(x)), Math.PI, true],
  ['kink', Math.abs, 5e-5, false],
  ['jump', (x) => (x > 1 ? 1 : 0), 1, true],
  ['jump', (x) => (x > 1 ? 1 : 0), 1.00005, false],
  ['pole', Math.tan, Math.PI / 2, true],
  ['pole', Math.tan, 1.5708, false],
])('whether a %s of %s is beside %d is told: %p', (kind, f, x, isBeside) => {
  expect(breakBetween(f, [x - 1e-4, x + 1e-4], x)).toEqual({ kind, isBeside });
});
