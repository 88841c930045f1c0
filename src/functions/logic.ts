/** @file Comparisons, && and ||, and the choice between two numbers; 1 stands for true, 0 for false. */

import { type Ball, type BallFormula, stated, undecided } from '../math/ball';
import { always } from '../math/piecewise';
import { chosen, difference } from '../math/two-balls';
import { defineOperation, type OperationClass } from '../core/engine/define-operation';
import { everywhere } from '../core/engine/define-function';

const flat = stated(always(0), () => 0);

interface Test {
  readonly holds: (a: number, b: number) => boolean;
  readonly ball: BallFormula;
  readonly edge?: BallFormula;
}

/** A function of two numbers that is 0 or 1, and so has no slope. */
function defineTest(name: string, what: string, { holds, ball, edge }: Test): OperationClass {
  return defineOperation({
    name,
    arguments: ['a', 'b'],
    operator: name,
    formula: `a ${name} b`,
    partialFormulas: ['0', '0'],
    summary: `whether ${what}`,
    domain: everywhere,
    isExact: true,
    isCondition: true,
    value: stated(ball, (a: number, b: number) => (holds(a, b) ? 1 : 0)),
    partials: [flat, flat],
    ...(edge && { edge }),
    samples: [
      [1, 2],
      [2, 1],
    ],
  });
}

/** A comparison, by the signs that a - b has where it holds. */
function defineComparison(name: string, what: string, holds: Test['holds']): OperationClass {
  const ball: BallFormula = (a, b) => {
    const { sign } = difference(a, b);
    return chosen(sign === undefined ? undefined : holds(sign, 0), [a, b], [1, 0]);
  };
  return defineTest(name, what, { holds, ball, edge: difference });
}

/** Whether a condition holds; undefined where that is not known. */
const truthOf = <T extends Ball<T>>({ sign }: T): boolean | undefined =>
  sign === undefined ? undefined : sign !== 0;

/**
 * && or ||, by the truth of an operand that decides the result whatever the other one is.
 *
 * @param deciding false for &&, true for ||
 */
function junction(deciding: boolean): Test {
  return {
    holds: (a, b) => (deciding ? a !== 0 || b !== 0 : a !== 0 && b !== 0),
    ball: (a, b) => {
      const p = truthOf(a);
      const q = truthOf(b);
      if (p === deciding || q === deciding) return a.exact(deciding ? 1 : 0);
      return chosen(p === undefined || q === undefined ? undefined : !deciding, [a, b], [1, 0]);
    },
  };
}

/** The comparisons, && and ||, by their operators. */
export const TESTS: ReadonlyMap<string, OperationClass> = new Map(
  [
    defineComparison('<', 'a is below b', (a, b) => a < b),
    defineComparison('<=', 'a is at most b', (a, b) => a <= b),
    defineComparison('>', 'a is above b', (a, b) => a > b),
    defineComparison('>=', 'a is at least b', (a, b) => a >= b),
    defineComparison('==', 'a and b are equal', (a, b) => a === b),
    defineComparison('!=', 'a and b differ', (a, b) => a !== b),
    defineTest('&&', 'both hold', junction(false)),
    defineTest('||', 'one of both holds', junction(true)),
  ].map((test) => [test.definition.name, test]),
);

/** Whether a condition does not hold. */
export const Not = defineOperation({
  name: '!',
  arguments: ['a'],
  formula: '!a',
  partialFormulas: ['0'],
  summary: 'whether a does not hold',
  domain: everywhere,
  isExact: true,
  isCondition: true,
  value: stated(
    (a) => (a.sign === undefined ? undecided(a) : a.exact(a.sign === 0 ? 1 : 0)),
    (a: number) => (a === 0 ? 1 : 0),
  ),
  partials: [flat],
  samples: [[0], [1]],
});

/** `test ? then : else`; the branch that is not taken is not used, whatever it is. */
export const Choice = defineOperation({
  name: '?:',
  arguments: ['test', 'then', 'else'],
  formula: 'test ? then : else',
  partialFormulas: ['0', '1 if test, else 0', '0 if test, else 1'],
  summary: 'one number where the test holds, else the other',
  domain: everywhere,
  isExact: true,
  uses: [() => true, (test) => test !== 0, (test) => test === 0],
  value: stated(
    (test, a, b) => chosen(truthOf(test), [test, test], [a, b]),
    (test: number, a: number, b: number) => (test === 0 ? b : a),
  ),
  partials: [
    flat,
    stated(
      (test) => chosen(truthOf(test), [test, test], [1, 0]),
      (test: number) => (test === 0 ? 0 : 1),
    ),
    stated(
      (test) => chosen(truthOf(test), [test, test], [0, 1]),
      (test: number) => (test === 0 ? 1 : 0),
    ),
  ],
  samples: [
    [1, 2, 3],
    [0, 2, 3],
  ],
});
