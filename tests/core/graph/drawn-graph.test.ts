/** @file A graph as it is drawn: variables, functions, what the inputs are called, and figures. */

import { Chain } from '../../../src/core/graph/chain';
import { drawnGraph } from '../../../src/core/graph/drawn-graph';
import type { TraceStep } from '../../../src/core/graph/trace';
import { Square } from '../../../src/functions/algebraic';
import { catalogue } from '../../../src/functions/catalogue';
import { Exp } from '../../../src/functions/exponential';
import { parseGraph } from '../../../src/functions/read/parse-graph';

const graphOf = (text: string) => parseGraph(text, catalogue);
const rolesIn = (text: string) => drawnGraph(graphOf(text)).functions.at(-1)?.roles;

test('a chain has functions by their names alone', () => {
  expect(drawnGraph(new Chain([Square, Exp]))).toEqual({
    formula: 'exp(square(x))',
    isChain: true,
    variables: ['x', 'a', 'y'].map((name) => ({ name, isConstant: false })),
    functions: [
      { label: 'square', inputs: [0], output: 1 },
      { label: 'exp', inputs: [1], output: 2 },
    ],
  });
});

test('a formula has what they are applied to, and its constants', () => {
  const { isChain, variables, functions } = drawnGraph(graphOf('2*exp(x)'));
  expect([isChain, variables.find(({ isConstant }) => isConstant)?.name]).toEqual([false, '2']);
  expect(functions.map(({ label, text }) => [label, text])).toEqual([
    ['exp', 'exp(x)'],
    ['*', '2 * a'],
  ]);
});

test.each<[string, readonly string[] | undefined]>([
  ['x*y', undefined],
  ['x+y', undefined],
  ['max(x, y)', undefined],
  ['exp(x)', undefined],
  ['x-y', ['1st', '2nd']],
  ['x/y', ['1st', '2nd']],
  ['x^y', ['1st', '2nd']],
  ['x > y ? x : 2', ['test', 'then', 'else']],
])('of the inputs of %s each is called %j', (text, roles) => {
  expect(rolesIn(text)).toEqual(roles);
});

/** What passes leave in one variable after the other. */
const steps = (...figures: readonly (readonly [data: number, grad: number])[]) =>
  figures.map(([data, grad]) => ({
    data: Float64Array.of(data),
    grad: Float64Array.of(grad),
  })) as unknown as TraceStep[];

const figuresIn = (text: string, trace: readonly TraceStep[]) =>
  drawnGraph(graphOf(text), trace).variables.map(({ figures }) => figures);

test('figures stand in all variables but constants, in their order', () => {
  const trace = steps([3, 2], [6, 1]);
  const figures = figuresIn('2*x', trace);
  expect(figures.filter((figure) => figure !== undefined)).toEqual([
    { data: 3, grad: 2 },
    { data: 6, grad: 1 },
  ]);
  expect(figures).toHaveLength(3);
  expect([figures[0], figures[2]]).toEqual([
    { data: 3, grad: 2 },
    { data: 6, grad: 1 },
  ]);
});

test('a number alone has figures, as it is y', () => {
  expect(figuresIn('5', steps([3, 0], [5, 1])).at(-1)).toEqual({ data: 5, grad: 1 });
});
