/** The library from JavaScript, where no types warn: each wrong argument is told, with what to write. */

import * as library from '../src/index';
import { DezeroError } from '../src/core/text/errors';

// Without their types, as JavaScript sees them.
const {
  backprop,
  bestOfGraph,
  catalogue,
  Catalogue,
  Chain,
  check,
  checkSeveral,
  defineFamily,
  defineFormula,
  defineFunction,
  defineOperation,
  differentiate,
  gradient,
  GraphBuilder,
  mul,
  numericalDiff,
  parseChain,
  parseFormula,
  plot,
  scale,
  square,
  Square,
  sweep,
  Variable,
} = library as unknown as Record<string, never> as Readonly<Record<string, AnyCallable>>;

type AnyCallable = ((...values: readonly unknown[]) => unknown) &
  (new (...values: readonly unknown[]) => unknown) &
  Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

const f = library.parseFormula('x^2');
const xy = library.parseFormula('x*y');
const x = library.Variable.of(1);
const block = Float64Array.of(1);

const CASES: readonly (readonly [string, () => unknown, string])[] = [
  ['a list for a block', () => differentiate?.(f, [1]), 'differentiate needs a Float64Array of x'],
  [
    'a Variable for a block',
    () => differentiate?.(f, x),
    'differentiate needs a Float64Array of x',
  ],
  ['a text for a graph', () => differentiate?.('x^2', block), "use parseFormula('x^2')"],
  ['an unknown column', () => differentiate?.(f, block, { columns: ['exct'] }), "'exact'"],
  ['an unknown method', () => differentiate?.(f, block, { method: 'bst' }), "'best'"],
  ['a text for eps', () => differentiate?.(f, block, { eps: '1' }), 'use 1e-4'],
  ['a block for several', () => differentiate?.(xy, block), 'use differentiate(graph, { x, y })'],
  ['numbers for blocks', () => differentiate?.(xy, { x: 1, y: 2 }), 'use Float64Array.of(0.5)'],
  ['a function of numbers', () => numericalDiff?.(Math.sin, x), 'use square, or parseFormula'],
  ['a text for f', () => numericalDiff?.('x^2', x), 'use square, or parseFormula'],
  ['nothing for f', () => numericalDiff?.(undefined, x), 'use square, or parseFormula'],
  ['a class for f', () => numericalDiff?.(Square, x), 'use square, or parseFormula'],
  ['a number for x', () => numericalDiff?.(square, 1), 'use Variable.of(0.5)'],
  ['another method', () => numericalDiff?.(square, x, 1e-4, 'best'), 'central, forward, backward'],
  ['two variables', () => numericalDiff?.(xy, x), 'graph.along(0, point)'],
  ['a list for a block', () => check?.(f, [1]), 'check needs a Float64Array of x'],
  ['a text for a graph', () => check?.('x^2; 2*x', block), 'check needs a Graph'],
  [
    'names for a list',
    () => checkSeveral?.(xy, { x: block, y: block }),
    'checkSeveral needs a list',
  ],
  ['numbers for blocks', () => checkSeveral?.(xy, [1, 2]), 'checkSeveral needs a list'],
  ['a text for a graph', () => checkSeveral?.('x*y', [block, block]), 'checkSeveral needs a Graph'],
  ['a block for a number', () => sweep?.(f, block), 'sweep needs a number x'],
  ['a number for steps', () => sweep?.(f, 1, { steps: 1e-3 }), 'use [1e-3, 1e-4]'],
  ['an unknown method', () => sweep?.(f, 1, { method: 'best' }), "no method 'best'"],
  ['no interval', () => plot?.(f), 'use { from: -1, to: 1 }'],
  ['numbers for an interval', () => plot?.(f, 0, 1), 'use { from: -1, to: 1 }'],
  ['no point', () => gradient?.(xy), 'use { x: 1, y: 2 }'],
  ['a list for a point', () => gradient?.(xy, [1, 2]), 'use { x: 1, y: 2 }'],
  ['a text for a graph', () => gradient?.('x*y', { x: 1, y: 1 }), 'gradient needs a Graph'],
  ['a list for a block', () => bestOfGraph?.(f, [1]), 'bestOfGraph needs a Float64Array of x'],
  ['two variables', () => bestOfGraph?.(xy, block), 'graph.along(0, point)'],
  ['too few numbers', () => xy.valuesAt(1), 'a number for each variable, x, y: 2, not 1'],
  ['too few blocks', () => xy.evaluate(block), 'for each variable, x, y: 2, not 1'],
  ['too few numbers for others', () => xy.along(0, [1]), 'for each variable, x, y: 2, not 1'],
  ['a variable that is not there', () => xy.along(2, [1, 2]), 'a whole number from 0 to 1'],
  ['a name for a place', () => xy.along('x' as never, [1, 2]), 'a whole number from 0 to 1'],
  ['a number', () => square?.(0.5), 'use Variable.of(0.5)'],
  ['a number for a Variable', () => mul?.(x, 2), 'Mul needs a Variable'],
  [
    'no parameter',
    () => scale?.(x),
    'scale needs a number for c, not undefined: use scale(x, 0.5)',
  ],
  ['a text for a parameter', () => scale?.(x, '2'), 'use scale(x, 0.5)'],
  ['a number for a block', () => new (Variable as AnyCallable)(1), 'use Variable.of(0.5)'],
  ['a list for numbers', () => Variable?.['of']?.([1]), 'Variable.of takes numbers'],
  ['a number for a text', () => parseChain?.(1), "use 'square,exp'"],
  ['nothing for a text', () => parseFormula?.(), "use 'x*exp(-x)'"],
  ['a list for a catalogue', () => parseFormula?.('x', [square]), 'use catalogue.with([f])'],
  ['a number for a text', () => defineFormula?.(1), "use 'bump(x) = x*exp(-x)'"],
  ['a text for a list', () => new (Chain as AnyCallable)('square'), 'use new Chain([Square, Exp])'],
  [
    'a function for a class',
    () => new (Chain as AnyCallable)([square]),
    'new Chain([Square, Exp])',
  ],
  ['a text for names', () => new (GraphBuilder as AnyCallable)('x'), "use ['x']"],
  ['nothing for a function', () => defineFunction?.(), 'use defineFunction({ name: ... })'],
  [
    'nothing in a function',
    () => defineFunction?.({}),
    'the name that defineFunction is given must',
  ],
  [
    'no domain',
    () => defineFunction?.({ ...library.Square.definition, domain: 'x > 0' }),
    'such as everywhere',
  ],
  ['nothing in an operation', () => defineOperation?.({}), 'must be a string, and it is undefined'],
  ['nothing in a family', () => defineFamily?.({}), 'the name that defineFamily is given must be'],
  ['a number for functions', () => new (Catalogue as AnyCallable)(1), 'use new Catalogue([f])'],
  ['numbers for functions', () => new (Catalogue as AnyCallable)([1]), 'use new Catalogue([f])'],
  ['no name', () => catalogue?.['entry']?.(), "use catalogue.entry('square')"],
  ['one function for a list', () => backprop?.(x, square), 'use backprop(x, [f])'],
  ['numbers for functions', () => backprop?.(x, [1]), 'use backprop(x, [f])'],
  ['a number for a Variable', () => backprop?.(1, []), 'backprop takes a Variable'],
  ['one function for a list', () => catalogue?.['with']?.(Square), 'use catalogue.with([f])'],
];

test.each(CASES)('%s: %s is answered with what to write', (_, call, hint) => {
  expect(call).toThrow(DezeroError);
  expect(call).toThrow(hint);
  expect(call).toThrow(expect.objectContaining({ code: 'wrong-type' }) as Error);
});

test('a family with a usual parameter takes none', () => {
  expect(library.leakyRelu(library.Variable.of(-1)).item()).toBe(-0.01);
});
