/** @file The larger and the smaller of two numbers. */

import { defineOperation, type OperationClass } from '../core/engine/define-operation';
import { everywhere, type Singularity } from '../core/engine/define-function';
import { type Ball, stated } from '../math/ball';
import { chosen, difference, isAtLeast } from '../math/two-balls';
import { applyingToTwo } from './apply';
import { pairs, unlessNaN } from './two-arguments';

const kinkAtTie: readonly Singularity[] = [
  { kind: 'kink', text: 'a = b', isAt: (a, b) => a === b, edge: difference },
];

/**
 * The one of two numbers that comes first in some order, a where they are equal; NaN where either is, as then
 * neither is first.
 *
 * @param sign what stands between a first number and another one
 */
function defineExtreme(
  name: string,
  summary: string,
  sign: '>=' | '<=',
  isFirst: (a: number, b: number) => boolean,
): OperationClass {
  const value = (a: number, b: number): number => (isFirst(a, b) ? a : isFirst(b, a) ? b : NaN);
  const isFirstBall = <T extends Ball<T>>(a: T, b: T): boolean | undefined =>
    sign === '>=' ? isAtLeast(a, b) : isAtLeast(b, a);
  return defineOperation({
    name,
    yields: true,
    arguments: ['a', 'b'],
    formula: `${name}(a, b)`,
    partialFormulas: [`1 if a ${sign} b, else 0`, `0 if a ${sign} b, else 1`],
    summary,
    domain: everywhere,
    isExact: true,
    singularities: kinkAtTie,
    value: stated((a, b) => chosen(isFirstBall(a, b), [a, b], [a, b]), value),
    partials: [
      stated(
        (a, b) => chosen(isFirstBall(a, b), [a, b], [1, 0]),
        (a: number, b: number) => unlessNaN(value(a, b), isFirst(a, b) ? 1 : 0),
      ),
      stated(
        (a, b) => chosen(isFirstBall(a, b), [a, b], [0, 1]),
        (a: number, b: number) => unlessNaN(value(a, b), isFirst(a, b) ? 0 : 1),
      ),
    ],
    // So the gradient of max(sqrt(x), 1) at 0 is 0, not 0 times Infinity. An argument that is NaN is used.
    uses: [(a, b) => isFirst(a, b) || !isFirst(b, a), (a, b) => !isFirst(a, b)],
    samples: pairs,
  });
}

export const Maximum = defineExtreme('max', 'larger of a and b', '>=', (a, b) => a >= b);
export const max = applyingToTwo(Maximum);

export const Minimum = defineExtreme('min', 'smaller of a and b', '<=', (a, b) => a <= b);
export const min = applyingToTwo(Minimum);
