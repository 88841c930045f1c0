/** @file The formulas that the lists of functions print, read as a reader of them would. */

import { formulaOf } from '../../src/functions/read/parse-graph';
import { catalogue } from '../../src/functions/catalogue';

/** `A if C, else B` is `C ? A : B`, and `s + 1, s = x^2` is `(x^2) + 1`. */
function asTyped(text: string): string {
  const choice = /^(.*) if (.*), else (.*)$/.exec(text);
  if (choice !== null) {
    const [, yes, condition, no] = choice as unknown as [string, string, string, string];
    return `${condition} ? ${yes} : ${no}`;
  }
  const named = /^(.*), (\w) = (.*)$/.exec(text);
  if (named === null) return text;
  const [, body, name, meaning] = named as unknown as [string, string, string, string];
  return body.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `(${meaning})`);
}

/** What a formula as it is printed is at a point, given the names of its variables. */
export function atPoint(text: string, names: readonly string[], point: readonly number[]): number {
  const typed = `f(${names.join(', ')}) = ${asTyped(text)}`;
  return formulaOf(typed, catalogue)
    .valuesAt(...point)
    .at(-1) as number;
}
