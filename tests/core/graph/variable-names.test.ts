import type { Graph } from '../../../src/core/graph/graph';
import { parseChain, parseFormula } from '../../../src/functions/parse';
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

/** As many functions in a row, of variables with these names. */
const longGraph = (count: number, [x = '', ...others]: readonly string[]): Graph =>
  parseFormula(`f(${[x, ...others].join()}) = exp(${x})${`+${x}`.repeat(count - 1)}`);

test('the variables of a formula do not take the names of its inputs', () => {
  expect(variableNames(longGraph(4, ['a', 'c', 'y']))).toEqual('a c y b d e value'.split(' '));
  const names = variableNames(longGraph(40, ['v1', 'v12', 'x']));
  expect(new Set(names).size).toBe(names.length);
});

test('they are numbered where there are more than letters that are free', () => {
  const count = (inputs: string[]): number => {
    let most = 1;
    while (!variableNames(longGraph(most + 1, inputs)).includes('v1')) most++;
    return most;
  };
  // 23 letters from a to w, and y.
  expect([count(['x']), count(['a']), count(['a', 'b', 'q'])]).toEqual([24, 23, 21]);
});
