import { parseChain } from '../../../src/functions/parse';
import { variableNames } from '../../../src/core/graph/variable-names';

/** The names in a chain of so many functions. */
function namesIn(count: number): string[] {
  const text = Array<string>(count).fill('square').join(',');
  return variableNames(parseChain(text));
}

test.each([
  [1, 'x y'],
  [3, 'x a b y'],
  [24, 'x a b c d e f g h i j k l m n o p q r s t u v w y'],
])('a chain of %d functions has the variables %s', (count, expected) => {
  expect(namesIn(count).join(' ')).toBe(expected);
});

test('a longer chain has numbered ones', () => {
  const names = namesIn(25);
  expect([names[0], names[1], names[24], names[25]]).toEqual(['x', 'v1', 'v24', 'y']);
  expect(new Set(namesIn(1000)).size).toBe(1001);
});
