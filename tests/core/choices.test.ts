import { catalogue } from '../../src/functions/catalogue';
import type { Catalogue } from '../../src/core/engine/catalogue';
import { parseFormula } from '../../src/functions/parse';
/** @file Parts of a formula that have no say at a point: the branch that is not taken, the lesser of two. */

import { backprop } from '../../src/core/engine/backprop';
import { usedVertices } from '../../src/core/graph/vertex';
import { defineFunction } from '../../src/core/engine/define-function';
import { differentiate } from '../../src/core/differentiate/differentiate';
import type { Graph } from '../../src/core/graph/graph';
import { DERIVED, valueRoundOff } from '../../src/core/round-off/graph-round-off';
import { Variable } from '../../src/core/engine/variable';
import { Sqrt, Square } from '../../src/functions/algebraic';
import { Maximum, Minimum } from '../../src/functions/extremes';
import { Choice } from '../../src/functions/logic';
import { gradientsOf, numbersOf } from '../support/tape';

/** y and the gradient at points, by both backprops. */
function figuresOf(graph: Graph, ...points: number[]): [y: number[], gradient: number[] | null] {
  const x = Variable.of(...points);
  const applied = graph.forward(x);
  const [gradient = null] = gradientsOf([x], applied);
  return [[...(applied.at(-1)?.output.data ?? [])], gradient];
}

/** The catalogue, with a function that keeps what it is asked for. */
const withAsking = (asked: number[]): Catalogue =>
  catalogue.with([
    defineFunction({
      ...Square.definition,
      name: 'asking',
      value: (x) => {
        asked.push(x);
        return x * x;
      },
    }),
  ]);

describe('the branch that is not taken', () => {
  test.each([
    ['has no slope', 'log', -1],
    ['has an infinite slope', 'sqrt', 0],
    ['has an infinite slope on both sides', 'cbrt', 0],
    ['has a pole', 'reciprocal', 0],
  ])('contributes 0 where it %s: %s at %d', (_, f, x) => {
    expect(figuresOf(parseFormula(`x > 0 ? ${f}(x) : 7`), x)).toEqual([[7], [0]]);
  });

  test('contributes 0 point by point in a batch, and the other one all', () => {
    const [y, gradient] = figuresOf(parseFormula('x > 0 ? sqrt(x) : 7'), -4, 4, 0, 0.25, NaN);
    expect([y, gradient]).toEqual([
      [7, 2, 7, 0.5, 7],
      [0, 0.25, 0, 1, 0],
    ]);
  });

  test('is no reason for a fault or a notice, and its derivative by differences is 0 too', () => {
    const result = differentiate(parseFormula('x > 0 ? log(x) : 7'), Float64Array.of(-3, -1, 2));
    expect([result.problems, result.notices]).toEqual([[], []]);
    expect([...result.backprop]).toEqual([0, 0, 0.5]);
    expect([...result.numerical]).toEqual([0, 0, expect.closeTo(0.5, 7)]);
  });

  test('has its kinks and jumps without a notice', () => {
    // x = 0 is a kink of cbrt and of abs(x), but here 7.
    expect(differentiate(parseFormula('x > 0 ? cbrt(x) : 7'), Float64Array.of(0)).notices).toEqual(
      [],
    );
    const kinked = parseFormula('x < 1 ? x : max(x, 0)');
    expect(differentiate(kinked, Float64Array.of(0)).notices).toEqual([]);
  });

  test('is not evaluated at a point', () => {
    const asked: number[] = [];
    const graph = parseFormula('x > 0 ? asking(x) : 7', withAsking(asked));
    const values = graph.valuesAt(-2);
    expect([values.at(-1), asked]).toEqual([7, []]);
    const inside = graph.vertices.findIndex(
      (vertex) => vertex.kind === 'node' && vertex.text === 'asking(x)',
    );
    expect(values[inside]).toBeNaN();
    expect([graph.valuesAt(3).at(-1), asked]).toEqual([9, [3]]);
  });

  test.each([
    ['an infinite slope', 'sqrt', 3],
    ['no slope', 'log', 2.5],
  ])('adds nothing to the round-off, though it has %s', (_, f, x) => {
    const graph = parseFormula(`x > 3 ? ${f}(x/3 - 1) : x/3`);
    const point = Float64Array.of(x);
    // x/3 and its slope, 1/3, are each rounded once.
    expect(valueRoundOff(graph, graph.valuesAt(x), DERIVED).at(-1)).toBeLessThan(x * 2 ** -53);
    const [ofGradient = NaN] = differentiate(graph, point, { roundOff: 'all' }).roundOff ?? [];
    expect(ofGradient).toBeLessThan(10 * 2 ** -53);
  });
});

describe('what is used inside a branch and outside', () => {
  const twice = parseFormula('(x > 0 ? sqrt(x) : x) + sqrt(x)');

  test('has the gradient of both ways where the branch is taken, else of one', () => {
    const other = parseFormula('(x > 0 ? square(x) : x) + square(x)');
    expect(figuresOf(other, 3, -3)).toEqual([
      [18, 6],
      [12, -5],
    ]);
    expect(figuresOf(twice, 4)).toEqual([[4], [0.5]]);
  });

  test('raises its fault, and has its infinite slope, from outside', () => {
    const { problems } = differentiate(twice, Float64Array.of(-1, 4));
    expect(problems).toEqual([
      { index: 0, code: 'outside-domain', message: 'sqrt(x) gets -1, outside its domain x >= 0' },
    ]);
    expect(figuresOf(twice, 0)).toEqual([[0], [Infinity]]);
  });

  test('is evaluated once', () => {
    const asked: number[] = [];
    const text = '(asking(x) > 4 ? asking(x) : 0) + asking(x)';
    const graph = parseFormula(text, withAsking(asked));
    expect([graph.valuesAt(3).at(-1), graph.valuesAt(1).at(-1), asked]).toEqual([18, 1, [3, 1]]);
  });
});

describe('choices in each other', () => {
  const nested = parseFormula('x > 0 ? (x > 1 ? log(x - 1) : sqrt(x)) : reciprocal(x + 1)');

  test('give the gradient of the innermost branch that is taken', () => {
    const points = [-3, -0.5, 0, 0.25, 1, 3, 5];
    const slopes = [-1 / 4, -1 / 0.25, -1, 1, 0.5, 0.5, 0.25];
    expect(figuresOf(nested, ...points)).toEqual([
      [-0.5, 2, 1, 0.5, 1, Math.log(2), Math.log(4)],
      slopes,
    ]);
    expect(
      differentiate(nested, Float64Array.of(...points), { columns: ['backprop'] }).problems,
    ).toEqual([]);
  });

  test('tell of a fault of the branch that is taken', () => {
    const { problems } = differentiate(nested, Float64Array.of(-1, 0.5), { columns: ['backprop'] });
    expect(problems).toMatchObject([{ index: 0, code: 'outside-domain' }]);
    expect(problems[0]?.message).toMatch(
      /^reciprocal.* gets 0, its pole, outside its domain x != 0$/,
    );
  });

  test('leave out what both of them leave out, at one point and in a batch', () => {
    const counts = [-3, 0.25, 3].map((x) => {
      const values = nested.valuesAt(x);
      return usedVertices(nested, values).filter(
        (isUsed, at) => isUsed && nested.vertices[at]?.kind === 'node',
      ).length;
    });
    // Outer condition and choice; then x + 1 and 1/; or inner condition, choice, and sqrt, or x - 1 and log.
    expect(counts).toEqual([4, 5, 6]);
  });

  test('may stand in the condition', () => {
    const graph = parseFormula('!((x < 0 ? -x : x) >= 2 || x == 1) ? x^2 : -1');
    expect(figuresOf(graph, -2, -1, 1, 1.5, 2)).toEqual([
      [-1, 1, -1, 2.25, -1],
      [0, -2, 0, 3, 0],
    ]);
  });
});

describe('what max and min leave out', () => {
  test.each([
    ['max', 1],
    ['min', -1],
  ])('of %s contributes 0, though its slope is infinite', (f, bound) => {
    const graph = parseFormula(`${f}(sqrt(x), ${String(bound)})`);
    expect(figuresOf(graph, 0)).toEqual([[bound], [0]]);
  });

  test('is evaluated, as it has to be known, and tells of its fault', () => {
    const graph = parseFormula('max(log(x), 1)');
    const { problems } = differentiate(graph, Float64Array.of(-1), { columns: ['backprop'] });
    expect(problems.map(({ message }) => message)).toEqual([
      'log(x) gets -1, outside its domain x >= 0',
    ]);
    expect(graph.valuesAt(2).at(-1)).toBe(1);
    expect(graph.valuesAt(20).at(-1)).toBe(Math.log(20));
  });

  test('of two that are equal is the second', () => {
    for (const f of [Maximum, Minimum]) {
      const [a, b] = [Variable.of(3, 1, 2), Variable.of(3, 2, 1)];
      const node = new f();
      node.call(a, b);
      gradientsOf([a, b], [node]);
      const takesFirst = f === Maximum ? [1, 0, 1] : [1, 1, 0];
      expect([numbersOf(a.grad), numbersOf(b.grad)]).toEqual([
        takesFirst,
        takesFirst.map((one) => 1 - one),
      ]);
    }
  });
});

test('a function that leads nowhere gives nothing a say', () => {
  const [x, zero] = [Variable.of(0), Variable.of(0)];
  const [root, choice, beside] = [new Sqrt(), new Choice(), new Square()];
  const inside = root.call(x);
  choice.call(zero, inside, x);
  beside.call(inside);
  // Called in another order: beside is no part of what the choice makes.
  expect(numbersOf(backprop(x, [root, beside, choice]))).toEqual([1]);
});
