/** The texts that the lists of functions print as formulas: each is what the function computes. */

import { type AnyFunctionClass, isOperation } from '../../src/core/engine/define-operation';
import { partialAt, valueAt } from '../../src/core/engine/at-point';
import { catalogue } from '../../src/functions/catalogue';
import { formulaOf } from '../../src/functions/read/parse-graph';

/** What no reader of formulas can read, and why. */
const UNREAD: Readonly<Record<string, string>> = {
  gelu: 'Phi and phi are functions of the books, not of the catalogue',
};

/** Where a text has no value, although the function has one. */
const COMPLETED: Readonly<Record<string, (x: number) => boolean>> = {
  // A power of a negative number by 1/3, which is no double; the real root is meant.
  cbrt: (x) => x < 0,
  // The limit.
  sinc: (x) => x === 0,
};

/** The texts of selu have its constants to 5 digits. */
const TOLERANCE: Readonly<Record<string, number>> = { selu: 5e-5 };

/** Some subtract numbers that nearly agree: expm1, log1p, erfc. */
const ROUNDING = 1e-12;

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
function atPoint(text: string, names: readonly string[], point: readonly number[]): number {
  const typed = `f(${names.join(', ')}) = ${asTyped(text)}`;
  return formulaOf(typed, catalogue)
    .valuesAt(...point)
    .at(-1) as number;
}

interface Stated {
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly points: readonly (readonly number[])[];
}

/** The texts of the value and of the derivative by each argument. */
function statedBy(f: AnyFunctionClass): Stated {
  const { definition } = f;
  return 'partials' in definition
    ? {
        names: definition.arguments,
        texts: [definition.formula, ...definition.partialFormulas],
        points: definition.samples,
      }
    : {
        names: ['x'],
        texts: [definition.formula, definition.derivativeFormula],
        points: definition.samples.map((x) => [x]),
      };
}

const all = [...catalogue.classes, ...catalogue.operations].map(
  (f) => [isOperation(f) ? `${f.definition.name} of several` : f.definition.name, f] as const,
);

test.each(all.filter(([name]) => UNREAD[name] === undefined))(
  '%s computes the formula that is printed for it, and the derivative',
  (name, f) => {
    const { names, texts, points } = statedBy(f);
    const wrong = points.flatMap((point) => {
      if (COMPLETED[name]?.(...(point as [number])) === true) return [];
      const y = valueAt(f, point);
      const computed = [y, ...point.map((_, k) => partialAt(f, k, point, y))];
      return texts.flatMap((text, i) => {
        const [stated, number] = [atPoint(text, names, point), computed[i] as number];
        const most = (TOLERANCE[name] ?? ROUNDING) * Math.max(Math.abs(number), 1e-3);
        return Math.abs(stated - number) <= most ? [] : [{ text, point, stated, number }];
      });
    });
    expect(wrong).toEqual([]);
  },
);

test.each(Object.keys(UNREAD))('%s is still one whose text cannot be read', (name) => {
  const { names, texts } = statedBy(catalogue.resolve(name));
  expect(() => texts.map((text) => atPoint(text, names, [1]))).toThrow();
});
