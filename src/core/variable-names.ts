/** @file The names of a chain's variables, as the book draws them: x, a, b, y. */

const LETTERS = 'abcdefghijklmnopqrstuvw';

/** x, then one name for the output of each function, the last of them y; v1, v2, ... if many. */
export function variableNames(functionCount: number): string[] {
  const names = ['x'];
  for (let i = 1; i < functionCount; i++) {
    const isFew = functionCount - 1 <= LETTERS.length;
    names.push(isFew ? LETTERS.charAt(i - 1) : `v${String(i)}`);
  }
  if (functionCount > 0) names.push('y');
  return names;
}
