/** @file Step 4 of the book: the slope between two points. */

import { Chain } from '../core/graph/chain';
import { numericalDiff } from '../core/differentiate/numerical-diff';
import { Variable } from '../core/engine/variable';
import { Square, square } from '../functions/algebraic';
import { Exp } from '../functions/exponential';
import { equal, EXAMPLE, type Lesson, n, onlyNumber, type StepFigure } from './step';

const EPS = 1e-4;

/** The formula of numerical_diff, and the same with numbers. */
function centralDifference(f: (x: Variable) => Variable, x: number): Pick<StepFigure, 'working'> {
  const above = x + EPS;
  const below = x - EPS;
  const valueAt = (at: number): string => n(f(Variable.of(at)).item());
  return {
    working: equal(
      '(f(x + eps) - f(x - eps)) / (2 * eps)',
      `(f(${n(above)}) - f(${n(below)})) / ${n(2 * EPS)}`,
      `(${valueAt(above)} - ${valueAt(below)}) / ${n(2 * EPS)}`,
    ),
  };
}

export const numericalDifferentiation: Lesson = {
  title: 'numerical differentiation',
  why: 'numerical_diff takes the slope between two points close to x, eps = 0.0001 on either side: it needs nothing but f. It costs two calls of f for every variable, and is a little wrong, as eps is not 0 and as digits cancel in the subtraction.',
  next: { command: `sweep ${EXAMPLE} --x 0.5`, shows: 'how wrong it is for each eps' },
  compute() {
    const chain = new Chain([Square, Exp, Square]);
    const f = (x: Variable): Variable => chain.call(x);
    const ofSquare = onlyNumber(numericalDiff(square, Variable.of(2), EPS));
    const ofChain = onlyNumber(numericalDiff(f, Variable.of(0.5), EPS));
    return [
      {
        computation: 'square at 2',
        figure: ofSquare,
        book: 4.000000000004,
        ...centralDifference(square, 2),
      },
      {
        computation: 'square(exp(square(x))) at 0.5',
        figure: ofChain,
        book: 3.2974426293330694,
        ...centralDifference(f, 0.5),
      },
    ];
  },
};
