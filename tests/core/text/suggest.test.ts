import { didYouMean } from '../../../src/core/text/suggest';

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
])('for %j it says %j', (text, expected) => {
  expect(didYouMean(text, names)).toBe(expected);
});
