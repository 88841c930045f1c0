/**
 * @file The book's ten steps, run anew: each figure is computed here by the code that the step is
 * about, and stands beside the book's ("Deep Learning from Scratch 3", steps 1 to 10). Beyond these,
 * its first milestone, there are those of its second stage that have figures about several variables.
 */

import { backprop } from '../core/backprop';
import { Chain } from '../core/chain';
import { DezeroError } from '../core/errors';
import { numericalDiff } from '../core/numerical-diff';
import { Variable } from '../core/variable';
import { add, Square, square } from '../functions/algebraic';
import { Exp, exp } from '../functions/exponential';

/** One figure of a step. */
export interface StepFigure {
  readonly computation: string;
  /** What came out here. */
  readonly figure: number | boolean;
  /** What the book prints or asserts; null for a figure that it does not show. */
  readonly book: number | boolean | null;
}

export interface Step {
  readonly step: number;
  readonly title: string;
  readonly figures: readonly StepFigure[];
}

/** The derivative of the book's example at 0.5, which steps 5 to 9 reach in different ways. */
const BOOK_DERIVATIVE = 3.297442541400256;

/** The book's example as a graph, one named function after the other. */
function exampleGraph() {
  const [A, B, C] = [new Square(), new Exp(), new Square()] as const;
  const x = Variable.of(0.5);
  const a = A.call(x);
  const b = B.call(a);
  const y = C.call(b);
  return { x, a, b, y, A, B, C };
}

function grad({ grad: gradient }: Variable): number {
  return gradient?.[0] ?? NaN;
}

function variable(): StepFigure[] {
  const x = Variable.of(1);
  return [{ computation: 'the data of Variable.of(1)', figure: x.item(), book: 1 }];
}

function functionCall(): StepFigure[] {
  const y = new Square().call(Variable.of(10));
  return [{ computation: 'square at 10', figure: y.item(), book: 100 }];
}

function chaining(): StepFigure[] {
  const { a, b, y } = exampleGraph();
  return [
    { computation: 'a = square(x) at x = 0.5', figure: a.item(), book: null },
    { computation: 'b = exp(a)', figure: b.item(), book: null },
    { computation: 'y = square(b)', figure: y.item(), book: 1.648721270700128 },
  ];
}

function numericalDifferentiation(): StepFigure[] {
  const chain = new Chain([Square, Exp, Square]);
  const [ofSquare = NaN] = numericalDiff(square, Variable.of(2), 1e-4);
  const [ofChain = NaN] = numericalDiff((x) => chain.call(x), Variable.of(0.5), 1e-4);
  return [
    { computation: 'square at 2', figure: ofSquare, book: 4.000000000004 },
    { computation: 'square(exp(square(x))) at 0.5', figure: ofChain, book: 3.2974426293330694 },
  ];
}

/** The book derives the rule here; its figure comes with step 6. */
function chainRule(): StepFigure[] {
  const { x, a, b } = exampleGraph();
  const fromTheOutputBack = [2 * b.item(), exp(a).item(), 2 * x.item()];
  const product = fromTheOutputBack.reduce((gradient, local) => local * gradient, 1);
  return [{ computation: 'dy/db db/da da/dx = 2b e^a 2x', figure: product, book: BOOK_DERIVATIVE }];
}

function manualBackprop(): StepFigure[] {
  const { x, a, b, y, A, B, C } = exampleGraph();
  y.grad = Float64Array.of(1);
  b.grad = C.backward(y.grad);
  a.grad = B.backward(b.grad);
  x.grad = A.backward(a.grad);
  return [
    { computation: 'b.grad = C.backward(y.grad)', figure: grad(b), book: null },
    { computation: 'a.grad = B.backward(b.grad)', figure: grad(a), book: null },
    { computation: 'x.grad = A.backward(a.grad)', figure: grad(x), book: BOOK_DERIVATIVE },
  ];
}

function automaticBackprop(): StepFigure[] {
  const { x, y, C } = exampleGraph();
  y.backward();
  return [
    { computation: 'y.creator is C', figure: y.creator === C, book: true },
    { computation: 'x.grad after y.backward()', figure: grad(x), book: BOOK_DERIVATIVE },
  ];
}

/** As step 7: the loop has replaced the recursion, and the figure stays. */
function loop(): StepFigure[] {
  const x = Variable.of(0.5);
  new Chain([Square, Exp, Square]).call(x).backward();
  return [{ computation: 'x.grad after y.backward()', figure: grad(x), book: BOOK_DERIVATIVE }];
}

function convenience(): StepFigure[] {
  const x = Variable.of(0.5);
  square(exp(square(x))).backward();
  let isRefused = false;
  try {
    new Variable(0.5 as never);
  } catch (error) {
    isRefused = error instanceof DezeroError && error.code === 'wrong-type';
  }
  return [
    { computation: 'square(exp(square(x))).backward()', figure: grad(x), book: BOOK_DERIVATIVE },
    { computation: 'new Variable(0.5) is refused', figure: isRefused, book: true },
  ];
}

/** The book checks a random point; this one is fixed, so that every run prints the same. */
function gradientCheck(): StepFigure[] {
  const x = Variable.of(3);
  const chain = new Chain([Square]);
  const gradient = backprop(x, chain.forward(x))[0] ?? NaN;
  const [numerical = NaN] = numericalDiff(square, Variable.of(3));
  // numpy's allclose, which the book uses, with its tolerances.
  const isClose = Math.abs(gradient - numerical) <= 1e-8 + 1e-5 * Math.abs(numerical);
  return [
    { computation: 'forward: square at 2', figure: square(Variable.of(2)).item(), book: 4 },
    { computation: 'backward: the gradient of square at 3', figure: gradient, book: 6 },
    { computation: 'gradient check: both derivatives are close', figure: isClose, book: true },
  ];
}

function severalVariables(): StepFigure[] {
  const y = add(Variable.of(2), Variable.of(3));
  return [{ computation: 'add(2, 3)', figure: y.item(), book: 5 }];
}

function severalGradients(): StepFigure[] {
  const [x, y] = [Variable.of(2), Variable.of(3)];
  const z = add(square(x), square(y));
  z.backward();
  return [
    { computation: 'z = add(square(x), square(y)) at (2, 3)', figure: z.item(), book: 13 },
    { computation: 'x.grad after z.backward()', figure: grad(x), book: 4 },
    { computation: 'y.grad', figure: grad(y), book: 6 },
  ];
}

/** The book clears the gradient between the two; here each backward pass starts anew. */
function sameVariable(): StepFigure[] {
  const x = Variable.of(3);
  add(x, x).backward();
  const twice = grad(x);
  add(add(x, x), x).backward();
  return [
    { computation: 'x.grad of add(x, x) at 3', figure: twice, book: 2 },
    { computation: 'then of add(add(x, x), x), the same x', figure: grad(x), book: 3 },
  ];
}

/** Both squares of a must have given their gradients back before that of a goes on. */
function complexGraph(): StepFigure[] {
  const x = Variable.of(2);
  const a = square(x);
  const y = add(square(a), square(a));
  y.backward();
  return [
    { computation: 'y = add(square(a), square(a)) at x = 2', figure: y.item(), book: 32 },
    { computation: 'x.grad, where a = square(x)', figure: grad(x), book: 64 },
  ];
}

type Entry = readonly [title: string, compute: () => StepFigure[]];

const STEPS: readonly Entry[] = [
  ['a Variable is a box with data', variable],
  ['a Function turns a Variable into a Variable', functionCall],
  ['functions are chained', chaining],
  ['numerical differentiation', numericalDifferentiation],
  ['the theory of backpropagation: the chain rule', chainRule],
  ['manual backpropagation', manualBackprop],
  ['automatic backpropagation', automaticBackprop],
  ['a loop instead of recursion', loop],
  ['functions made convenient', convenience],
  ['tests', gradientCheck],
];

/** Marked, so that nobody takes them for some of the ten. */
const BEYOND: ReadonlyMap<number, Entry> = new Map([
  [11, ['second stage: functions of several variables', severalVariables]],
  [13, ['second stage: a gradient for each variable', severalGradients]],
  [14, ['second stage: the same variable twice', sameVariable]],
  [16, ['second stage: complex graphs', complexGraph]],
]);

/** The ten of the first milestone. */
export const STEP_NUMBERS: readonly number[] = STEPS.map((_, i) => i + 1);

/** Those of the second stage. */
export const NUMBERS_BEYOND: readonly number[] = [...BEYOND.keys()];

/** What the others up to the last of these are about, which have no figures that are computed here. */
export const WITHOUT_FIGURES: ReadonlyMap<number, string> = new Map([
  [12, 'variable-length arguments'],
  [15, 'the theory of complex graphs'],
]);

/** Whether a figure equals the book's; null where the book has none. */
export function isEqual({ figure, book }: StepFigure): boolean | null {
  return book === null ? null : Object.is(figure, book);
}

/** Whether every figure equals the book's. */
export function allEqual(steps: readonly Step[]): boolean {
  return steps.every(({ figures }) => figures.every((figure) => isEqual(figure) !== false));
}

/** Runs one step of the book, of the ten or beyond them. */
export function replayStep(step: number): Step {
  const [title, compute] = (STEPS[step - 1] ?? BEYOND.get(step)) as Entry;
  return { step, title, figures: compute() };
}
