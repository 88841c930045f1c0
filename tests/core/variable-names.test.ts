import { variableNames } from '../../src/core/variable-names';

test.each([
  [0, 'x'],
  [1, 'x y'],
  [3, 'x a b y'],
  [24, 'x a b c d e f g h i j k l m n o p q r s t u v w y'],
])('a chain of %d functions has the variables %s', (count, expected) => {
  expect(variableNames(count).join(' ')).toBe(expected);
});

test('a longer chain has numbered ones', () => {
  const names = variableNames(25);
  expect([names[0], names[1], names[24], names[25]]).toEqual(['x', 'v1', 'v24', 'y']);
  expect(new Set(variableNames(1000)).size).toBe(1001);
});
