/**
 * @file The ten steps of the book's first stage ("Deep Learning from Scratch 3"), run anew: each figure
 * is computed here by the code that the step is about, and stands beside the book's.
 */

import { backprop } from '../core/engine/backprop';
import { Chain } from '../core/graph/chain';
import { DezeroError } from '../core/text/errors';
import { numericalDiff } from '../core/differentiate/numerical-diff';
import { Variable } from '../core/engine/variable';
import { Square, square } from '../functions/algebraic';
import { Exp, exp } from '../functions/exponential';
import { EXAMPLE, grad, type Lesson, n, onlyNumber, shown } from './step';

/** The step of numerical_diff. */
const EPS = 1e-4;

/** The formula of numerical_diff, and the same with numbers. */
function centralDifference(f: (x: Variable) => Variable, x: number): string[] {
  const above = x + EPS;
  const below = x - EPS;
  const valueAt = (at: number): string => n(f(Variable.of(at)).item());
  return [
    '(f(x + eps) - f(x - eps)) / (2 * eps)',
    `(f(${n(above)}) - f(${n(below)})) / ${n(2 * EPS)}`,
    `(${valueAt(above)} - ${valueAt(below)}) / ${n(2 * EPS)}`,
  ];
}

const numericalDifferentiation: Lesson = {
  title: 'numerical differentiation',
  why: 'numerical_diff takes the slope between two points close to x, eps = 0.0001 on either side: it needs nothing but f. It costs two calls of f for every variable, and is a little wrong, as eps is not 0 and as digits cancel in the subtraction.',
  next: { command: `sweep ${EXAMPLE} --x 0.5`, shows: 'how wrong it is for each eps' },
  compute() {
    const chain = new Chain([Square, Exp, Square]);
    const f = (x: Variable): Variable => chain.call(x);
    const ofSquare = onlyNumber(numericalDiff(square, Variable.of(2), EPS));
    const ofChain = onlyNumber(numericalDiff(f, Variable.of(0.5), EPS));
    return [
      shown('square at 2', ofSquare, 4.000000000004, ...centralDifference(square, 2)),
      shown(
        'square(exp(square(x))) at 0.5',
        ofChain,
        3.2974426293330694,
        ...centralDifference(f, 0.5),
      ),
    ];
  },
};

/** The derivative of the book's example at 0.5, which steps 5 to 9 reach in different ways. */
const BOOK_DERIVATIVE = 3.297442541400256;

/** The book's example as a graph, one named function after the other. */
function exampleGraph() {
  const A = new Square();
  const B = new Exp();
  const C = new Square();
  const x = Variable.of(0.5);
  const a = A.call(x);
  const b = B.call(a);
  const y = C.call(b);
  return { x, a, b, y, A, B, C };
}

const variable: Lesson = {
  title: 'a Variable is a box with data',
  why: 'What is computed is put into a Variable: a box can later hold more than its data, a gradient and the Function that it came from.',
  next: { command: 'diff square --x 1', shows: 'data, and later grad' },
  compute() {
    const x = Variable.of(1);
    return [shown('the data of Variable.of(1)', x.item(), 1)];
  },
};

const functionCall: Lesson = {
  title: 'a Function turns a Variable into a Variable',
  why: 'call takes the data out of the box, forward computes with it, and the result goes into a new box; Square writes its forward, call is the same for all.',
  next: { command: 'diff square --x 10', shows: 'one Function with its derivative' },
  compute() {
    const x = Variable.of(10);
    const y = new Square().call(x);
    return [shown('square at 10', y.item(), 100, 'x * x', `${n(x.item())} * ${n(x.item())}`)];
  },
};

const chaining: Lesson = {
  title: 'functions are chained',
  why: 'As a Function takes a Variable and gives one, what comes out of one goes into the next: A, B and C together are (e^(x^2))^2.',
  next: { command: `diff ${EXAMPLE} --x 0.5`, shows: 'a, b and y on the way' },
  compute() {
    const { x, a, b, y } = exampleGraph();
    const ofX = n(x.item());
    const ofA = n(a.item());
    const ofB = n(b.item());
    return [
      shown('a = square(x) at x = 0.5', a.item(), null, 'x * x', `${ofX} * ${ofX}`),
      shown('b = exp(a)', b.item(), null, 'e^a', `e^${ofA}`),
      shown('y = square(b)', y.item(), 1.648721270700128, 'b * b', `${ofB} * ${ofB}`),
    ];
  },
};

/** The book derives the rule here; its figure comes with step 6. */
const chainRule: Lesson = {
  title: 'the theory of backpropagation: the chain rule',
  why: 'The derivative of a chain is the product of the derivatives of its functions. Multiplied from y back to x, every factor is a number times a number, and one pass gives the derivatives by all variables.',
  next: { command: `diff ${EXAMPLE} --x 0.5`, shows: 'both derivatives' },
  compute() {
    const { x, a, b } = exampleGraph();
    const fromTheOutputBack = [2 * b.item(), exp(a).item(), 2 * x.item()];
    const product = fromTheOutputBack.reduce((gradient, local) => local * gradient, 1);
    const terms = [
      'dy/dx = dy/db * db/da * da/dx',
      `2 * ${n(b.item())} * e^${n(a.item())} * 2 * ${n(x.item())}`,
      fromTheOutputBack.map(n).join(' * '),
    ];
    return [shown('dy/db db/da da/dx = 2b e^a 2x', product, BOOK_DERIVATIVE, ...terms)];
  },
};

const manualBackprop: Lesson = {
  title: 'manual backpropagation',
  why: 'A Function keeps its input, and its backward makes of gy, the gradient of its output, gx, that of its input: 2 * x * gy for Square, exp(x) * gy for Exp. Called from C back to A, with y.grad = 1.',
  next: { command: `diff ${EXAMPLE} --x 0.5`, shows: 'every gradient, under grad' },
  compute() {
    const { x, a, b, y, A, B, C } = exampleGraph();
    y.grad = Float64Array.of(1);
    b.grad = C.backward(y.grad);
    a.grad = B.backward(b.grad);
    x.grad = A.backward(a.grad);
    const ofB = `2 * ${n(b.item())} * ${n(grad(y))}`;
    const ofA = `${n(b.item())} * ${n(grad(b))}`;
    const ofX = `2 * ${n(x.item())} * ${n(grad(a))}`;
    return [
      shown('b.grad = C.backward(y.grad)', grad(b), null, '2 * b * y.grad', ofB),
      shown('a.grad = B.backward(b.grad)', grad(a), null, 'exp(a) * b.grad', ofA),
      shown('x.grad = A.backward(a.grad)', grad(x), BOOK_DERIVATIVE, '2 * x * a.grad', ofX),
    ];
  },
};

const automaticBackprop: Lesson = {
  title: 'automatic backpropagation',
  why: 'A Variable remembers its creator, the Function that made it, and a Function its input: y.backward() goes from one to the other back to x, so that nobody writes down the order.',
  next: { command: `graph ${EXAMPLE} --x 0.5`, shows: 'the way forward and back' },
  compute() {
    const { x, b, y, C } = exampleGraph();
    y.backward();
    return [
      {
        computation: 'y.creator is C',
        figure: y.creator === C,
        book: true,
        working: ['y.creator = C, C.input = b, b.creator = B, ..., A.input = x'],
      },
      {
        computation: 'x.grad after y.backward()',
        figure: grad(x),
        book: BOOK_DERIVATIVE,
        working: [`y.grad = ${n(grad(y))}, b.grad = ${n(grad(b))}, ...`],
      },
    ];
  },
};

/** As step 7: the loop has replaced the recursion, and the figure stays. */
const loop: Lesson = {
  title: 'a loop instead of recursion',
  why: 'backward takes a Function from a list, and puts the creator of its input there, until the list is empty. The figure stays; the stack does not grow with the chain, which may have a million functions.',
  next: { command: `diff ${EXAMPLE} --x 0.5 --trace`, shows: 'each variable on the way' },
  compute() {
    const x = Variable.of(0.5);
    new Chain([Square, Exp, Square]).call(x).backward();
    return [shown('x.grad after y.backward()', grad(x), BOOK_DERIVATIVE)];
  },
};

const convenience: Lesson = {
  title: 'functions made convenient',
  why: 'square(x) stands for Square()(x), y.backward() begins with the gradient 1 by itself, and a Variable takes arrays alone: as_array makes one of a number, as Variable.of does here.',
  next: { command: "diff '(e^(x^2))^2' --x 0.5", shows: 'the same as a formula' },
  compute() {
    const x = Variable.of(0.5);
    square(exp(square(x))).backward();
    let isRefused = false;
    try {
      new Variable(0.5 as never);
    } catch (error) {
      isRefused = error instanceof DezeroError && error.code === 'wrong-type';
    }
    return [
      shown('square(exp(square(x))).backward()', grad(x), BOOK_DERIVATIVE),
      shown('new Variable(0.5) is refused', isRefused, true),
    ];
  },
};

/** numpy's allclose, which the book uses, has these tolerances. */
const ABSOLUTE = 1e-8;
const RELATIVE = 1e-5;

/** The book checks a random point; this one is fixed, so that every run prints the same. */
const gradientCheck: Lesson = {
  title: 'tests',
  why: 'forward and backward are tested with figures that are known, and a gradient check compares backward with numerical_diff, which knows no derivative. A tolerance has to be chosen for that; a proof needs none.',
  next: { command: `check ${EXAMPLE}`, shows: 'the proof' },
  compute() {
    const x = Variable.of(3);
    const chain = new Chain([Square]);
    const gradient = onlyNumber(backprop(x, chain.forward(x)));
    const numerical = onlyNumber(numericalDiff(square, Variable.of(3)));
    const isClose = Math.abs(gradient - numerical) <= ABSOLUTE + RELATIVE * Math.abs(numerical);
    return [
      shown('forward: square at 2', square(Variable.of(2)).item(), 4),
      shown(
        'backward: the gradient of square at 3',
        gradient,
        6,
        '2 * x * gy',
        `2 * ${n(x.item())} * 1`,
      ),
      {
        computation: 'gradient check: both derivatives are close',
        figure: isClose,
        book: true,
        working: [
          'np.allclose(x.grad, numerical_diff(square, x))',
          `|${n(gradient)} - ${n(numerical)}| <= ${n(ABSOLUTE)} + ${n(RELATIVE)} * ${n(numerical)}`,
        ],
      },
    ];
  },
};

export const FIRST_STAGE: readonly Lesson[] = [
  variable,
  functionCall,
  chaining,
  numericalDifferentiation,
  chainRule,
  manualBackprop,
  automaticBackprop,
  loop,
  convenience,
  gradientCheck,
];
