import { Exp } from '../../../src/functions/exponential';
import { Product } from '../../../src/functions/arithmetic';
import { drawnGraph } from '../../../src/core/graph/drawn-graph';
import type { Graph } from '../../../src/core/graph/graph';
import { traceSteps } from '../../../src/core/graph/trace';
import {
  applicationText,
  creatorText,
  variableNames,
} from '../../../src/core/graph/variable-names';
import { defineOperation } from '../../../src/core/engine/define-operation';
import { everywhere } from '../../../src/core/engine/define-function';
import { GraphBuilder } from '../../../src/core/graph/graph-builder';
import { Variable } from '../../../src/core/engine/variable';
import { parseFormula, parseChain } from '../../../src/functions/parse';
import { LeakyRelu } from '../../../src/functions/activation';
import { Add, Pow } from '../../../src/functions/algebraic';
import { Sum } from '../../../src/functions/arithmetic';

/** "a = x * b: 3, 1": each variable with what made it, its value and its gradient. */
function steps(graph: Graph, ...point: number[]): readonly string[] {
  const { variables } = graph.forwardPass(...point.map((x) => Variable.of(x)));
  if (graph.functionCount > 0) variables.at(-1)?.backward();
  return traceSteps(graph, variables).map(({ variable, creator, inputs, data, grad }) => {
    const from = inputs === undefined ? '' : ` of [${inputs.join(' ')}]`;
    return `${variable}${creator === null ? '' : ` = ${creator}`}${from}: ${data.join()}, ${grad.join()}`;
  });
}

test.each<[string, Graph, number[], string[]]>([
  [
    'a chain: functions without what they are applied to',
    parseChain('square,add(1)'),
    [3],
    ['x: 3, 6', 'a = square: 9, 1', 'y = add(1): 10, 1'],
  ],
  [
    'a formula: with it, constants as they are written',
    parseFormula('2*sin(x)*0 + x'),
    [3],
    [
      'x of []: 3, 1',
      `a = sin of [x]: ${String(Math.sin(3))}, 0`,
      `b = 2 * a of [2 a]: ${String(2 * Math.sin(3))}, 0`,
      'c = b * 0 of [b 0]: 0, 1',
      'y = c + x of [c x]: 3, 1',
    ],
  ],
  [
    'a function applied to what is not the variable before is told with it',
    parseFormula('exp(x)*sqrt(x)'),
    [4],
    [
      `x of []: 4, ${String(Math.exp(4) * 2 + Math.exp(4) / 4)}`,
      `a = exp of [x]: ${String(Math.exp(4))}, 2`,
      `b = sqrt(x) of [x]: 2, ${String(Math.exp(4))}`,
      `y = a * b of [a b]: ${String(Math.exp(4) * 2)}, 1`,
    ],
  ],
  [
    'a formula of x and y, whose value is no y',
    parseFormula('x - y'),
    [3, 4],
    ['x of []: 3, 1', 'y of []: 4, -1', 'value = x - y of [x y]: -1, 1'],
  ],
  ['a number alone', parseFormula('4'), [3], ['x of []: 3, 0', 'y of []: 4, 1']],
])('%s', (_, graph, point, expected) => {
  expect(steps(graph, ...point)).toEqual(expected);
});

/** Names, and behind = how the variable was made. */
function shownOf(graph: Graph): string[] {
  const names = variableNames(graph);
  return graph.vertices.map((vertex, at) =>
    vertex.kind === 'node'
      ? `${names[at] ?? ''} = ${creatorText(graph, names, at)}`
      : (names[at] ?? ''),
  );
}

test.each([
  ['x*exp(-x)', ['x', 'a = neg', 'b = exp', 'y = x * b']],
  ['exp(x + 2) - x', ['x', '2', 'a = x + 2', 'b = exp', 'y = b - x']],
  ['max(sqrt(x), square(x))', ['x', 'a = sqrt', 'b = square(x)', 'y = max(a, b)']],
  ['x^3 + add(x, -2)', ['x', 'a = x ^ 3', 'b = add(x, -2)', 'y = a + b']],
  ['x > 0 ? x : 7', ['x', '0', 'a = x > 0', '7', 'y = a ? x : 7']],
  ['7', ['x', '7']],
  ['x', ['x']],
])('the variables of %s, and what made them, are %j', (text, expected) => {
  expect(shownOf(parseFormula(text))).toEqual(expected);
});

test('variables are in a row where a constant stands between two functions', () => {
  const builder = new GraphBuilder(['x']);
  const sum = builder.apply(Sum, [0, builder.constant(1, '1')]);
  const five = builder.constant(5, '5');
  const output = builder.apply(Product, [builder.apply(Exp, [sum]), five]);
  const graph = builder.build(output, { formula: () => 'f(x)', text: () => 'f(x)' });
  expect(shownOf(graph)).toEqual(['x', '1', 'a = x + 1', '5', 'b = exp', 'y = b * 5']);
});

test('a name that a variable of the formula has is given to no other', () => {
  expect(variableNames(parseFormula('exp(sin(a))'))).toEqual(['a', 'b', 'y']);
  const long = `v1${'+1'.repeat(40)}`;
  expect(variableNames(parseFormula(long)).filter((name) => name !== '1')).toEqual([
    'v1',
    ...Array.from({ length: 39 }, (_, i) => `v${String(i + 2)}`),
    'y',
  ]);
});

test('an operator in a chain is the function by its name', () => {
  const chain = parseChain('exp,pow(3)');
  expect(creatorText(chain, variableNames(chain), 2)).toBe('pow(3)');
  const formula = parseFormula('exp(x)^3 - x');
  expect(creatorText(formula, variableNames(formula), 2)).toBe('a ^ 3');
});

test.each([
  [Sum, ['x', '1/3'], 'x + (1/3)'],
  [Sum, ['π', '1e-3'], 'π + 1e-3'],
  [Sum, ['2.5', '-1'], '2.5 + (-1)'],
  [Pow.of(-2), ['x'], 'x ^ (-2)'],
  [Add.of(2), ['a'], 'add(a, 2)'],
  [LeakyRelu.of(0.1), ['a'], 'leakyRelu(a, 0.1)'],
] as const)('%p is written with what it is applied to', (f, given, text) => {
  expect(applicationText(f, given)).toBe(text);
});

const roles = (named: readonly string[], samples: readonly (readonly number[])[]) => {
  const f = defineOperation({
    name: 'mean',
    arguments: named,
    formula: '',
    partialFormulas: [],
    summary: '',
    domain: everywhere,
    value: (...x) => x.reduce((sum, value) => sum + value) / x.length,
    partials: [],
    samples,
  });
  const builder = new GraphBuilder(['x']);
  const place = builder.apply(
    f,
    named.map(() => 0),
  );
  const spelling = { formula: () => 'f', text: () => 'f' };
  return drawnGraph(builder.build(place, spelling)).functions[0]?.roles;
};

test('arguments are counted or named, unless samples show that two may change places', () => {
  expect(roles(['a', 'b', 'c', 'd', 'weight'], [])).toEqual(['1st', '2nd', '3rd', '4th', 'weight']);
  expect(roles(['a', 'b'], [[1, 2]])).toBeUndefined();
  expect(roles(['a', 'b'], [])).toEqual(['1st', '2nd']);
  expect(roles(['a'], [])).toBeUndefined();
});
