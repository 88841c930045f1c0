/** @file What differentiate, gradient, numericalDiff and sweep do not take is refused, with what to write instead. */

import { type NamedColumn, columnsOfOne } from '../../../src/core/differentiate/columns';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import { gradient } from '../../../src/core/differentiate/gradient';
import { numericalDiff } from '../../../src/core/differentiate/numerical-diff';
import { sweep } from '../../../src/core/differentiate/sweep';
import { Variable } from '../../../src/core/engine/variable';
import { parseFormula } from '../../../src/functions/parse';
import { catalogue } from '../../../src/functions/catalogue';
import { thrownBy } from '../../support/refusal';

const square = parseFormula('x^2');
const product = parseFormula('x*y');
const x = Float64Array.of(3);
/** What JavaScript may call with, and TypeScript not. */
const call = (f: unknown, ...given: readonly unknown[]) =>
  thrownBy(() => (f as (...given: readonly unknown[]) => unknown)(...given));

test.each<[string, unknown, string]>([
  [
    'no graph',
    call(differentiate, 'x^2', x),
    "differentiate needs a Graph, not a string: use parseFormula('x^2'), or parseChain('square,exp')",
  ],
  [
    'plain numbers of several variables',
    call(differentiate, product, x),
    'differentiate needs numbers for each of x, y, not a Float64Array: use differentiate(graph, { x, y })',
  ],
  [
    'a list',
    call(differentiate, square, [3]),
    'differentiate needs a Float64Array of x, not an array: use Float64Array.of(0.5)',
  ],
  [
    'a Variable',
    call(differentiate, square, Variable.of(3)),
    'differentiate needs a Float64Array of x, not an object: use Float64Array.of(0.5)',
  ],
  [
    'another column',
    call(differentiate, square, x, { columns: ['y', 'yy'] }),
    "no column 'yy'; there are x, y, ",
  ],
  [
    'another method',
    call(differentiate, square, x, { method: 'middle' }),
    "no method 'middle'; there are central, forward, backward, ",
  ],
  [
    'eps as a text',
    call(differentiate, square, x, { eps: '1e-3' }),
    'eps is a number, not a string: use 1e-4',
  ],
  [
    'no graph of gradient',
    call(gradient, 'x^2', { x: 3 }),
    "gradient needs a Graph, not a string: use parseFormula('x^2'), or parseChain('square,exp')",
  ],
  [
    'a plain number',
    call(gradient, product, 3),
    'gradient needs a number for each variable, not a number: use { x: 1, y: 2 }',
  ],
  [
    'no number for a variable',
    call(gradient, product, { x: 1 }),
    'the variable y has no value: give one for each of x, y',
  ],
  [
    'a text for a variable',
    call(gradient, product, { x: 1, y: '2' }),
    'the variable y is a number, not a string: use { y: 0.5 }',
  ],
  [
    'a number for a Variable',
    call(numericalDiff, square, 3),
    'numericalDiff needs a Variable, not a number: use Variable.of(0.5)',
  ],
  [
    'a graph of two variables',
    call(numericalDiff, product, Variable.of(3)),
    'numericalDiff needs a graph of one variable, and this one has 2: hold the others, graph.along(0, point), to go along x',
  ],
  [
    'another difference',
    call(numericalDiff, square, Variable.of(3), 1e-4, 'best'),
    "no method 'best'; there are ",
  ],
  [
    'a function of numbers',
    call(numericalDiff, Math.sin, Variable.of(3)),
    "numericalDiff needs an f that makes a Variable of a Variable, not a number: use square, or parseFormula('x^2')",
  ],
  [
    'a class',
    call(numericalDiff, catalogue.classes[0], Variable.of(3)),
    "numericalDiff needs an f that makes a Variable of a Variable, not a function: use square, or parseFormula('x^2')",
  ],
  [
    'nothing',
    call(numericalDiff, undefined, Variable.of(3)),
    "numericalDiff needs an f that makes a Variable of a Variable, not undefined: use square, or parseFormula('x^2')",
  ],
  [
    'no graph to sweep',
    call(sweep, 'x^2', 3),
    "sweep needs a Graph, not a string: use parseFormula('x^2'), or parseChain('square,exp')",
  ],
  ['a text to sweep at', call(sweep, square, '1'), 'sweep needs a number x, not a string: use 0.5'],
  [
    'one step for a list of steps',
    call(sweep, square, 1, { steps: 1 }),
    'sweep needs a list of steps, not a number: use [1e-3, 1e-4]',
  ],
  [
    'a sweep of two variables',
    call(sweep, product, 3),
    'sweep needs a graph of one variable, and this one has 2: hold the others, graph.along(0, point), to go along x',
  ],
  [
    'a sweep by another method',
    call(sweep, square, 3, { method: 'best' }),
    "no method 'best'; there are ",
  ],
])('%s is of a wrong type', (_, error, message) => {
  expect(error).toMatchObject({ code: 'wrong-type' });
  expect((error as Error).message).toContain(message);
});

test('the gradient is that of all variables, or what is wrong with the point', () => {
  expect(gradient(parseFormula('x*y^2'), { x: 2, y: 5 })).toEqual({ x: 25, y: 20 });
  expect(thrownBy(() => gradient(parseFormula('log(x)'), { x: -1 }))).toMatchObject({
    code: 'outside-domain',
  });
});

test('a sweep says after each step that it is done', () => {
  let done = 0;
  sweep(square, 3, { steps: [1e-2, 1e-3, 1e-4], onStep: () => done++ });
  expect(done).toBe(3);
});

test('columns of one variable have its name where they are the point, and the value another than it', () => {
  const names = (columns: readonly NamedColumn[]) => columns.map(({ name }) => name);
  expect(names(columnsOfOne(['x', 'y', 'exact']))).toEqual(['x', 'y', 'exact']);
  expect(names(columnsOfOne(['x', 'y', 'exact'], 't'))).toEqual(['t', 'y', 'exact']);
  expect(names(columnsOfOne(['x', 'y', 'exact'], 'y'))).toEqual(['y', 'value', 'exact']);
});
