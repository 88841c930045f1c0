import { GraphBuilder } from '../../src/core/graph/graph-builder';
import { parseFormula } from '../../src/functions/parse';
/** @file Graphs as they are shown: the names of their variables, how each was made, and their drawing. */

import { differentiate } from '../../src/core/differentiate/differentiate';
import { drawnGraph } from '../../src/core/graph/drawn-graph';
import type { Graph } from '../../src/core/graph/graph';
import { creatorText, variableNames } from '../../src/core/graph/variable-names';
import { Product, Sum } from '../../src/functions/arithmetic';
import { Exp } from '../../src/functions/exponential';

/** Names, and behind = how the variable was made. */
function shownOf(graph: Graph): string[] {
  const names = variableNames(graph);
  return graph.vertices.map((vertex, at) =>
    vertex.kind === 'node'
      ? `${names[at] ?? ''} = ${creatorText(graph, names, at)}`
      : (names[at] ?? ''),
  );
}

/** As many functions in a row, of variables with these names. */
const longGraph = (count: number, [x = '', ...others]: readonly string[]): Graph =>
  parseFormula(`f(${[x, ...others].join()}) = exp(${x})${`+${x}`.repeat(count - 1)}`);

describe('the variables of a graph', () => {
  test.each([
    ['x*exp(-x)', ['x', 'a = neg', 'b = exp', 'y = x * b']],
    ['exp(x + 2) - x', ['x', '2', 'a = x + 2', 'b = exp', 'y = b - x']],
    ['max(sqrt(x), square(x))', ['x', 'a = sqrt', 'b = square(x)', 'y = max(a, b)']],
    ['x^3 + add(x, -2)', ['x', 'a = x ^ 3', 'b = add(x, -2)', 'y = a + b']],
    ['x > 0 ? x : 7', ['x', '0', 'a = x > 0', '7', 'y = a ? x : 7']],
    ['7', ['x', '7']],
    ['x', ['x']],
  ])('of %s are %j', (text, expected) => {
    expect(shownOf(parseFormula(text))).toEqual(expected);
  });

  test('are in a row where a constant stands between two functions', () => {
    const builder = new GraphBuilder(['x']);
    const sum = builder.apply(Sum, [0, builder.constant(1, '1')]);
    const five = builder.constant(5, '5');
    const output = builder.apply(Product, [builder.apply(Exp, [sum]), five]);
    const graph = builder.build(output, { formula: () => 'f(x)', text: () => 'f(x)' });
    expect(shownOf(graph)).toEqual(['x', '1', 'a = x + 1', '5', 'b = exp', 'y = b * 5']);
  });

  test('do not take the names of its inputs', () => {
    expect(variableNames(longGraph(4, ['a', 'c', 'y']))).toEqual('a c y b d e value'.split(' '));
    const names = variableNames(longGraph(40, ['v1', 'v12', 'x']));
    expect(new Set(names).size).toBe(names.length);
  });

  test('are numbered where there are more than letters that are free', () => {
    const count = (inputs: string[]): number => {
      let most = 1;
      while (!variableNames(longGraph(most + 1, inputs)).includes('v1')) most++;
      return most;
    };
    // 23 letters from a to w, and y.
    expect([count(['x']), count(['a']), count(['a', 'b', 'q'])]).toEqual([24, 23, 21]);
  });
});

describe('both passes as a list', () => {
  test('of a graph that is no chain tell what each function was applied to', () => {
    const graph = parseFormula('(x + 2)*x');
    const { trace } = differentiate(graph, Float64Array.of(3, 5), { trace: true });
    expect(trace).toEqual([
      {
        variable: 'x',
        creator: null,
        inputs: [],
        data: Float64Array.of(3, 5),
        grad: Float64Array.of(8, 12),
      },
      {
        variable: 'a',
        creator: 'x + 2',
        inputs: ['x', '2'],
        data: Float64Array.of(5, 7),
        grad: Float64Array.of(3, 5),
      },
      {
        variable: 'y',
        creator: 'a * x',
        inputs: ['a', 'x'],
        data: Float64Array.of(15, 35),
        grad: Float64Array.of(1, 1),
      },
    ]);
  });

  test('of a constant have no gradient but 0', () => {
    const graph = parseFormula('7');
    const { trace, backprop, y } = differentiate(graph, Float64Array.of(3, 5), { trace: true });
    expect([y, backprop]).toEqual([Float64Array.of(7, 7), Float64Array.of(0, 0)]);
    expect(trace).toMatchObject([
      { variable: 'x', grad: Float64Array.of(0, 0) },
      { variable: 'y', data: Float64Array.of(7, 7), grad: Float64Array.of(1, 1) },
    ]);
  });
});

describe('a graph that is drawn', () => {
  test('has its variables, and its functions with the places of what they are applied to', () => {
    const graph = parseFormula('(x + 2)*exp(x)');
    expect(drawnGraph(graph)).toMatchObject({
      formula: '(x + 2)*exp(x)',
      isChain: false,
      variables: [
        { name: 'x', isConstant: false },
        { name: '2', isConstant: true },
        { name: 'a', isConstant: false },
        { name: 'b', isConstant: false },
        { name: 'y', isConstant: false },
      ],
      functions: [
        { label: '+', inputs: [0, 1], output: 2 },
        { label: 'exp', inputs: [0], output: 3 },
        { label: '*', inputs: [2, 3], output: 4 },
      ],
    });
    const { functions } = drawnGraph(parseFormula('max(x, exp(x))'));
    expect(functions.map(({ label }) => label)).toEqual(['exp', 'max']);
  });

  test('at a point has the figures of that point, at every variable that is no constant', () => {
    const graph = parseFormula('2*square(x + 1)');
    const { trace } = differentiate(graph, Float64Array.of(3), { trace: true });
    const figures = drawnGraph(graph, trace).variables.map(({ name, figures: at }) => [
      name,
      at?.data,
      at?.grad,
    ]);
    expect(figures).toEqual([
      ['x', 3, 16],
      ['2', undefined, undefined],
      ['1', undefined, undefined],
      ['a', 4, 16],
      ['b', 16, 2],
      ['y', 32, 1],
    ]);
  });
});
