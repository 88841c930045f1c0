import type { Graph } from '../../../src/core/graph/graph';
import { catalogue } from '../../../src/functions/catalogue';
import { entriesNamed, isBuiltIn } from '../../../src/functions/read/entries-named';
import { graphOfSource, parseGraph } from '../../../src/functions/read/parse-graph';
import { refusal } from '../../support/refusal';
import { withDefinitions } from '../../../src/functions/read/define-formula';

/** What a graph is called, its variables, its value and whether it is a chain. */
const of = (graph: Graph, ...x: number[]): readonly unknown[] => [
  graph.formula,
  graph.inputs.join(),
  graph.valuesAt(...x).at(-1),
  graph.isChain,
];

test.each<[string, number[], readonly unknown[]]>([
  ['square,add(1)', [3], ['add(square(x), 1)', 'x', 10, true]],
  ['square', [3], ['square(x)', 'x', 9, true]],
  ['x^2 + 1', [3], ['x^2 + 1', 'x', 10, false]],
  ['b*a', [3, 5], ['b*a', 'b,a', 15, false]],
  ['f(a, b) = b*a', [3, 5], ['b*a', 'a,b', 15, false]],
  ['f(a, b) = a', [3, 5], ['a', 'a,b', 3, false]],
  ['2+3', [7], ['2 + 3', 'x', 5, false]],
  // Of a derivative the value is that of the formula.
  ['x^2; 5', [3], ['x^2', 'x', 9, true]],
])('%s is read as what it is', (text, x, expected) => {
  expect(of(parseGraph(text, catalogue), ...x)).toEqual(expected);
});

test.each([
  // These are equations: what stands after = is not all of them.
  ['x^2+sin(x) = 1', '='],
  ['sin(x) = 0.5', '='],
  ['2f(x) = x^2', '='],
  ['sin²(x) = x', '='],
])('%s has no name before =', (text, marked) => {
  const message = 'only a name stands before =, as in f(x) = x^2; write == to compare';
  expect(refusal(() => parseGraph(text, catalogue))).toEqual({ message, marked });
});

test('a formula may have any name, also that of a function, or one in Greek', () => {
  expect(parseGraph('sigmoid(t) = 1/(1 + exp(-t))', catalogue).inputs).toEqual(['t']);
  expect(parseGraph('σ₁(x) = x^2', catalogue).formula).toBe('x^2');
  expect(parseGraph('f(x) = 5', catalogue).valuesAt(1).at(-1)).toBe(5);
});

test('a chain or a formula is read as that, whatever it looks like', () => {
  const read = (kind: 'chain' | 'formula' | 'either', text: string): string =>
    graphOfSource({ kind, text }, catalogue).formula;
  expect([read('chain', 'exp'), read('either', 'exp'), read('either', 'x')]).toEqual([
    'exp(x)',
    'exp(x)',
    'x',
  ]);
  expect(() => read('formula', 'exp')).toThrow('exp is a function: write exp(x)');
  expect(() => read('chain', 'x')).toThrow("unknown function 'x'");
});

test('a name stands for the entries that chains and formulas apply', () => {
  const names = (name: string): string[] =>
    entriesNamed(name, catalogue).map(({ definition }) =>
      'arguments' in definition
        ? `${definition.name}(${definition.arguments.join(', ')})`
        : definition.name,
    );
  expect(names('max')).toEqual(['max(a, b)']);
  expect(names('pow')).toEqual(['pow', 'pow(a, b)']);
  expect(names('pow(p)')).toEqual(['pow']);
  expect(names('pow(a, b)')).toEqual(['pow(a, b)']);
  expect(names('pow(3)')).toEqual(['pow(3)']);
  expect(names('square')).toEqual(['square']);
  expect(() => names('nothing')).toThrow("unknown function 'nothing'");
});

test('what a user brings is not built in, also where it has the name of what is', () => {
  const known = withDefinitions(catalogue, ['sign(x) = x', 'mine(x) = x']);
  const isKnown = (name: string): boolean[] => entriesNamed(name, known).map(isBuiltIn);
  expect([isKnown('sign'), isKnown('mine'), isKnown('exp'), isKnown('max')]).toEqual([
    [false],
    [false],
    [true],
    [true],
  ]);
  expect([isKnown('pow(3)'), isKnown('pow')]).toEqual([[true], [true, true]]);
});
