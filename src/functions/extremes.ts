/** @file The larger and the smaller of two numbers. */

import { defineOperation } from '../core/engine/define-operation';
import { everywhere, type Singularity } from '../core/engine/define-function';
import { stated } from '../math/ball';
import { chosen, difference, isAtLeast } from '../math/two-balls';
import { applyingToTwo } from './apply';
import { pairs, unlessNaN } from './two-arguments';

const kinkAtTie: readonly Singularity[] = [
  { kind: 'kink', text: 'a = b', isAt: (a, b) => a === b, edge: difference },
];

/** Which of a and b: a where they are equal. NaN where either is, as then neither is the larger. */
const larger = (a: number, b: number): number => (a >= b ? a : a < b ? b : NaN);
const smaller = (a: number, b: number): number => (a <= b ? a : a > b ? b : NaN);

export const Maximum = defineOperation({
  name: 'max',
  yields: true,
  arguments: ['a', 'b'],
  formula: 'max(a, b)',
  partialFormulas: ['1 if a >= b, else 0', '0 if a >= b, else 1'],
  summary: 'larger of a and b',
  domain: everywhere,
  isExact: true,
  singularities: kinkAtTie,
  value: stated((a, b) => chosen(isAtLeast(a, b), [a, b], [a, b]), larger),
  partials: [
    stated(
      (a, b) => chosen(isAtLeast(a, b), [a, b], [1, 0]),
      (a: number, b: number) => unlessNaN(larger(a, b), a >= b ? 1 : 0),
    ),
    stated(
      (a, b) => chosen(isAtLeast(a, b), [a, b], [0, 1]),
      (a: number, b: number) => unlessNaN(larger(a, b), a >= b ? 0 : 1),
    ),
  ],
  // So the gradient of max(sqrt(x), 1) at 0 is 0, not 0 times Infinity. An argument that is NaN is used.
  uses: [(a, b) => !(a < b), (a, b) => !(a >= b)],
  samples: pairs,
});
export const max = applyingToTwo(Maximum);

export const Minimum = defineOperation({
  name: 'min',
  yields: true,
  arguments: ['a', 'b'],
  formula: 'min(a, b)',
  partialFormulas: ['1 if a <= b, else 0', '0 if a <= b, else 1'],
  summary: 'smaller of a and b',
  domain: everywhere,
  isExact: true,
  singularities: kinkAtTie,
  value: stated((a, b) => chosen(isAtLeast(b, a), [a, b], [a, b]), smaller),
  partials: [
    stated(
      (a, b) => chosen(isAtLeast(b, a), [a, b], [1, 0]),
      (a: number, b: number) => unlessNaN(smaller(a, b), a <= b ? 1 : 0),
    ),
    stated(
      (a, b) => chosen(isAtLeast(b, a), [a, b], [0, 1]),
      (a: number, b: number) => unlessNaN(smaller(a, b), a <= b ? 0 : 1),
    ),
  ],
  uses: [(a, b) => !(a > b), (a, b) => !(a <= b)],
  samples: pairs,
});
export const min = applyingToTwo(Minimum);
