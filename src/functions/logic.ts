/** @file Comparisons, what joins them, and the choice between two numbers: 1 stands for true, 0 for false. */

import { defineOperation, type OperationClass } from '../core/define-operation';
import { everywhere } from '../core/define-function';

/** A function of two numbers that is 0 or 1, and so has no slope. */
function defineTest(name: string, summary: string, holds: (a: number, b: number) => boolean) {
  return defineOperation({
    name,
    arguments: ['a', 'b'],
    operator: name,
    formula: `a ${name} b`,
    partialFormulas: ['0', '0'],
    summary,
    domain: everywhere,
    isExact: true,
    isCondition: true,
    value: (a = NaN, b = NaN) => (holds(a, b) ? 1 : 0),
    partials: [() => 0, () => 0],
    samples: [
      [1, 2],
      [2, 1],
    ],
  });
}

/** By the operator that a formula has between two numbers, or two conditions. */
export const TESTS: ReadonlyMap<string, OperationClass> = new Map([
  ['<', defineTest('<', 'whether a is below b', (a, b) => a < b)],
  ['<=', defineTest('<=', 'whether a is at most b', (a, b) => a <= b)],
  ['>', defineTest('>', 'whether a is above b', (a, b) => a > b)],
  ['>=', defineTest('>=', 'whether a is at least b', (a, b) => a >= b)],
  ['==', defineTest('==', 'whether a and b are equal', (a, b) => a === b)],
  ['!=', defineTest('!=', 'whether a and b differ', (a, b) => a !== b)],
  ['&&', defineTest('&&', 'whether both hold', (a, b) => a !== 0 && b !== 0)],
  ['||', defineTest('||', 'whether one of both holds', (a, b) => a !== 0 || b !== 0)],
]);

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
  value: (a) => (a === 0 ? 1 : 0),
  partials: [() => 0],
  samples: [[0], [1]],
});

/** `test ? then : else`; the branch that is not taken has no say, whatever it is. */
export const Choice = defineOperation({
  name: '?:',
  arguments: ['test', 'then', 'else'],
  formula: 'test ? then : else',
  partialFormulas: ['0', '1 if test, else 0', '0 if test, else 1'],
  summary: 'one number where the test holds, else the other',
  domain: everywhere,
  isExact: true,
  uses: [() => true, (test) => test !== 0, (test) => test === 0],
  value: (test = NaN, a = NaN, b = NaN) => (test === 0 ? b : a),
  partials: [() => 0, (test) => (test === 0 ? 0 : 1), (test) => (test === 0 ? 1 : 0)],
  samples: [
    [1, 2, 3],
    [0, 2, 3],
  ],
});
