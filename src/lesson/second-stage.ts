/** @file The steps of the book's second stage that have figures about several variables. */

import { Variable } from '../core/engine/variable';
import { add, square } from '../functions/algebraic';
import { grad, type Lesson, n, shown } from './step';

const severalVariables: Lesson = {
  title: 'second stage: functions of several variables',
  why: 'A Function may take several Variables and give several: forward gets all of their data.',
  next: { command: "diff 'x + y' --at x=2,y=3", shows: 'a value of two variables' },
  compute() {
    const x = Variable.of(2);
    const y = Variable.of(3);
    return [shown('add(2, 3)', add(x, y).item(), 5, `${n(x.item())} + ${n(y.item())}`)];
  },
};

const severalGradients: Lesson = {
  title: 'second stage: a gradient for each variable',
  why: 'backward gives a gradient for each input of a Function: add passes gy on to both, and every square multiplies it with its own 2 * x.',
  next: { command: "diff 'x^2 + y^2' --at x=2,y=3", shows: 'both gradients' },
  compute() {
    const x = Variable.of(2);
    const y = Variable.of(3);
    const z = add(square(x), square(y));
    z.backward();
    const ofX = n(x.item());
    const ofY = n(y.item());
    const ofZ = `${ofX} * ${ofX} + ${ofY} * ${ofY}`;
    return [
      shown('z = add(square(x), square(y)) at (2, 3)', z.item(), 13, ofZ),
      shown('x.grad after z.backward()', grad(x), 4, `2 * ${ofX} * 1`),
      shown('y.grad', grad(y), 6, `2 * ${ofY} * 1`),
    ];
  },
};

/** The book clears the gradient between the two; here each backward pass starts anew. */
const sameVariable: Lesson = {
  title: 'second stage: the same variable twice',
  why: 'A Variable that is used twice gets a gradient from each use: they are added; before this step the last one replaced the others.',
  next: { command: "diff 'x + x' --x 3", shows: 'the gradients added' },
  compute() {
    const x = Variable.of(3);
    add(x, x).backward();
    const twice = grad(x);
    add(add(x, x), x).backward();
    return [
      shown('x.grad of add(x, x) at 3', twice, 2, '1 + 1'),
      shown('then of add(add(x, x), x), the same x', grad(x), 3, '1 + 1 + 1'),
    ];
  },
};

/** Both squares of a must have given their gradients back before that of a goes on. */
const complexGraph: Lesson = {
  title: 'second stage: complex graphs',
  why: 'Both squares of a must have given their gradients back before that of a goes on to x: backward takes the Functions in the reverse of the order in which they were made, by generation.',
  next: { command: "graph '(x^2)^2 + (x^2)^2' --x 2", shows: 'the graph, with a used twice' },
  compute() {
    const x = Variable.of(2);
    const a = square(x);
    const y = add(square(a), square(a));
    y.backward();
    const ofX = n(x.item());
    const ofA = n(a.item());
    const ofY = `${ofA} * ${ofA} + ${ofA} * ${ofA}`;
    const ofGrad = [
      '2 * x * a.grad, and a.grad is 2 * a + 2 * a',
      `2 * ${ofX} * (2 * ${ofA} + 2 * ${ofA})`,
    ];
    return [
      shown('y = add(square(a), square(a)) at x = 2', y.item(), 32, 'a * a + a * a', ofY),
      shown('x.grad, where a = square(x)', grad(x), 64, ...ofGrad),
    ];
  },
};

/** The steps by their numbers in the book. */
export const SECOND_STAGE: ReadonlyMap<number, Lesson> = new Map([
  [11, severalVariables],
  [13, severalGradients],
  [14, sameVariable],
  [16, complexGraph],
]);

/** The subjects of the steps in between, whose figures are not computed here. */
export const WITHOUT_FIGURES: ReadonlyMap<number, string> = new Map([
  [12, 'variable-length arguments'],
  [15, 'the theory of complex graphs'],
]);
