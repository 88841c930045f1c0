import { didYouMean, slipOf } from '../../../src/core/text/suggest';

const names = ['square', 'exp', 'reciprocal', 'relu'];

test.each([
  ['sqaure', " Did you mean 'square'?"],
  ['Exp', " Did you mean 'exp'?"],
  ['recip', " Did you mean 'reciprocal'?"],
  ['rleu', " Did you mean 'relu'?"],
  ['sin', ''],
  ['', ''],
  ['e', ''],
  ['x'.repeat(100_000), ''],
  [`square${'x'.repeat(30)}`, ''],
])('for %j it says %j', (text, expected) => {
  expect(didYouMean(text, names)).toBe(expected);
});

test('of three letters one may be another, of four two', () => {
  expect(didYouMean('abc', ['axy'])).toBe('');
  expect(didYouMean('abc', ['abx'])).toBe(" Did you mean 'abx'?");
  expect(didYouMean('abcd', ['abxy'])).toBe(" Did you mean 'abxy'?");
  expect(didYouMean('abcxyz', ['xyz', 'abc'])).toBe('');
  expect(didYouMean('huber', ['cube'])).toBe('');
});

test.each([
  [40, true],
  [41, false],
])('a text of %d letters is compared: %p', (length, isCompared) => {
  const name = `${'x'.repeat(length - 2)}ab`;
  const slip = `${'x'.repeat(length - 2)}ba`;
  expect(didYouMean(slip, [name]) !== '').toBe(isCompared);
  expect(slipOf(slip, [name])).toBe(isCompared ? name : undefined);
});

const NAMES = ['sin', 'tau', 'temp', 'cost', 'sing', 'xx', 'x', 'aa', ''];

test.each([
  ['sinn', 'sin'],
  ['ssin', 'sin'],
  ['epx', 'exp'],
  ['sni', 'sin'],
  ...NAMES.map((name): [string, undefined] => [name, undefined]),
] as [string, string | undefined][])('for %j a finger slipped on %j', (text, expected) => {
  expect(slipOf(text, ['sin', 'cos', 'tan', 'exp', 'step', 'a'])).toBe(expected);
});
