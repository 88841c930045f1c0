/** @file The steps of the book's second stage that have figures about several variables. */

import { Variable } from '../core/engine/variable';
import { add, square } from '../functions/algebraic';
import { equal, grad, type Lesson, n } from './step';

const severalVariables: Lesson = {
  title: 'second stage: functions of several variables',
  why: 'A Function may take several Variables and give several: forward gets all of their data.',
  next: { command: "diff 'x + y' --at x=2,y=3", shows: 'a value of two variables' },
  compute() {
    const x = Variable.of(2);
    const y = Variable.of(3);
    const working = equal(`${n(x.item())} + ${n(y.item())}`);
    return [{ computation: 'add(2, 3)', figure: add(x, y).item(), book: 5, working }];
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
    return [
      {
        computation: 'z = add(square(x), square(y)) at (2, 3)',
        figure: z.item(),
        book: 13,
        working: equal(`${ofX} * ${ofX} + ${ofY} * ${ofY}`),
      },
      {
        computation: 'x.grad after z.backward()',
        figure: grad(x),
        book: 4,
        working: equal(`2 * ${ofX} * 1`),
      },
      { computation: 'y.grad', figure: grad(y), book: 6, working: equal(`2 * ${ofY} * 1`) },
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
      { computation: 'x.grad of add(x, x) at 3', figure: twice, book: 2, working: equal('1 + 1') },
      {
        computation: 'then of add(add(x, x), x), the same x',
        figure: grad(x),
        book: 3,
        working: equal('1 + 1 + 1'),
      },
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
    return [
      {
        computation: 'y = add(square(a), square(a)) at x = 2',
        figure: y.item(),
        book: 32,
        working: equal('a * a + a * a', `${ofA} * ${ofA} + ${ofA} * ${ofA}`),
      },
      {
        computation: 'x.grad, where a = square(x)',
        figure: grad(x),
        book: 64,
        working: equal(
          '2 * x * a.grad, and a.grad is 2 * a + 2 * a',
          `2 * ${ofX} * (2 * ${ofA} + 2 * ${ofA})`,
        ),
      },
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
