/** @file What `check` makes of points: rows, verdicts, and how much work they are. */

import { type CheckPlan, checkRun } from '../../../src/cli/stream/check-run';
import { checking, type Checking, workOf } from '../../../src/cli/stream/checking';
import { blockLengthOf } from '../../../src/cli/stream/differentiation';
import { defineFunction } from '../../../src/core/engine/define-function';
import { GraphBuilder } from '../../../src/core/graph/graph-builder';
import { Square } from '../../../src/functions/algebraic';
import { Product } from '../../../src/functions/arithmetic';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';
import { checkColumnsOf } from '../../../src/report/check/columns';
import { noWriter, plainPaint } from '../../../src/report/formats/format';
import { chainOf, times } from '../../support/chains';

const graphOf = (text: string) => parseGraph(text, catalogue);
const columnsNamed = (variables: readonly string[], names: readonly string[]) =>
  checkColumnsOf(variables).filter(({ name }) => names.includes(name));
const one: Checking = {
  columns: columnsNamed(['x'], ['x', 'verdict']),
  isFailing: false,
  isTold: false,
  tolerance: undefined,
};
const several = (isFailing: boolean, names = ['x', 'exact_y', 'verdict']): Checking => ({
  isFailing,
  isTold: false,
  columns: columnsNamed(['x', 'y'], names),
});
const cells = (columns: readonly Iterable<unknown>[]) => columns.map((column) => [...column]);

/** Right where x is not above 2. */
const RIGHT_TO_TWO = 'x^2; x > 2 ? 3*x : 2*x';

test('every point has a row, with the verdict on it, and they are counted', () => {
  const { columns, faults, verdicts, rows } = checking(graphOf(RIGHT_TO_TWO), one).compute([
    Float64Array.of(1, 3),
  ]);
  expect(cells(columns)).toEqual([
    [1, 3],
    ['agree', 'disagree'],
  ]);
  expect([faults.size, rows]).toEqual([0, undefined]);
  expect(verdicts).toMatchObject({ proved: 2 });
  const counts = new Map(verdicts?.counted.counts);
  expect([counts.get('agree'), counts.get('disagree')]).toEqual([1, 1]);
});

test('of those that fail alone, the others have no row', () => {
  const { rows } = checking(graphOf(RIGHT_TO_TWO), { ...one, isFailing: true }).compute([
    Float64Array.of(1, 3, 0, 4),
  ]);
  expect(rows).toEqual([1, 3]);
});

test('a point outside the domain has a row, and is an error', () => {
  const { columns, faults } = checking(graphOf('log(x)'), one).compute([Float64Array.of(-1, 1)]);
  expect(columns[0]).toHaveLength(2);
  expect([...faults.keys()]).toEqual([0]);
});

test.each(['numerical', 'bound'] as const)('there are values where they are shown: %s', (name) => {
  // (x^3)' = 12 at 2
  const { columns } = checking(graphOf('x^3'), {
    ...one,
    columns: columnsNamed(['x'], [name]),
  }).compute([Float64Array.of(2)]);
  expect(Math.abs(((columns[0] as Float64Array)[0] as number) % 12)).toBeLessThan(1e-6);
});

test('a tolerance is how wrong a derivative may be, as a part of it', () => {
  const verdictWith = (tolerance: number | undefined) =>
    checking(graphOf('x^2; 2.001*x'), { ...one, tolerance }).compute([Float64Array.of(3)])
      .columns[1]?.[0];
  expect(verdictWith(undefined)).toBe('disagree');
  expect(verdictWith(0.0001)).toBe('disagree');
  expect(verdictWith(0.01)).not.toBe('disagree');
});

test('a note is left out where an error tells the same beside a table', () => {
  const notes = (isTold: boolean) =>
    checking(graphOf('log(x); x > 2 ? 1/x : 2/x'), {
      ...one,
      isTold,
      columns: columnsNamed(['x'], ['note']),
    }).compute([Float64Array.of(-1, 1)]).columns[0];
  expect(notes(true)).toEqual(['', expect.stringMatching(/2 times its derivative/)]);
  expect(notes(false)?.[0]).toMatch(/domain/);
});

test('of several variables every partial has columns, and the point a verdict', () => {
  const { columns, verdicts, rows } = checking(
    graphOf('x*y^2; y^2; 2*x*y'),
    several(false),
  ).compute([Float64Array.of(1, 3), Float64Array.of(2, 5)]);
  expect(cells(columns)).toEqual([
    [1, 3],
    [4, 30],
    ['agree', 'agree'],
  ]);
  expect([verdicts?.proved, rows]).toEqual([2, undefined]);
});

test('of several variables the wrong partial is told, with where the others are held', () => {
  const builder = new GraphBuilder(['x', 'y']);
  const Wrong = defineFunction({ ...Square.definition, name: 'wrong', derivative: (x) => 3 * x });
  const output = builder.apply(Product, [builder.apply(Wrong, [0]), 1]);
  const graph = builder.build(output, { formula: () => 'f', text: () => 'f' });
  const { verdicts, rows } = checking(graph, several(true)).compute([
    Float64Array.of(0, 3),
    Float64Array.of(1, 5),
  ]);
  expect([rows, verdicts?.proved, new Map(verdicts?.counted.counts).get('disagree')]).toEqual([
    [1],
    0,
    1,
  ]);
  expect(verdicts?.located.map(({ along, point }) => [along, point])).toEqual([[0, [3, 5]]]);
  expect(JSON.stringify([...(verdicts?.counted.firsts ?? [])])).toContain('wrong');
});

test('of several variables there are numerical derivatives where one of the columns shows them', () => {
  const { columns } = checking(graphOf('x*y'), several(false, ['value', 'numerical_x'])).compute([
    Float64Array.of(2),
    Float64Array.of(3),
  ]);
  expect((columns[1] as Float64Array)[0]).toBeCloseTo(3, 6);
});

test('of several variables a point outside the domain is an error, which tells it alone', () => {
  const { faults, verdicts } = checking(graphOf('log(x)*y'), several(false)).compute([
    Float64Array.of(-1),
    Float64Array.of(2),
  ]);
  expect([...faults.values()].map(({ message }) => message)).toEqual([
    'log(x) gets -1, outside its domain x >= 0',
  ]);
  expect(new Map(verdicts?.counted.counts).get('inconclusive')).toBe(1);
  expect(JSON.stringify(verdicts?.counted.firsts)).not.toContain('domain');
});

test.each(['numerical_x', 'bound_y', 'exact_x'])(
  'of several variables there are numerical derivatives where they are shown: %s',
  (name) => {
    const { columns } = checking(graphOf('x*y'), several(false, [name])).compute([
      Float64Array.of(2),
      Float64Array.of(3),
    ]);
    const figure = (columns[0] as Float64Array)[0] as number;
    if (name === 'bound_y') expect(figure).toBeLessThan(1e-6);
    else expect(figure).toBeCloseTo(3, 6);
  },
);

test('a check is work by its functions, shared by the variables where it is proved, and more by values alone', () => {
  const [proof, values] = [workOf(graphOf('sin(x)')), workOf(chainOf(times(2)))];
  // sin and a product: two functions of two variables.
  expect(workOf(graphOf('sin(x)*y'))).toEqual({
    weight: proof.weight,
    warmUp: 2 * (proof.warmUp ?? NaN),
  });
  expect(values.weight).toBeGreaterThan(proof.weight);
  expect(workOf(chainOf(times(2), times(3))).weight).toBe(2 * values.weight);
  expect(checking(graphOf('sin(x)'), one)).toMatchObject({ ...proof, variables: ['x'] });
});

test('of several variables fewer points are checked at a time, and in both cases those with faults are shown', () => {
  const [ofOne, ofTwo] = [checking(graphOf('x'), one), checking(graphOf('x*y'), several(false))];
  expect(ofTwo.blockLength).toBeLessThan(ofOne.blockLength);
  expect([ofOne.keepsFaulty, ofTwo.keepsFaulty, ofTwo.variables]).toEqual([true, true, ['x', 'y']]);
});

test('blocks of long formulas are short, so that all variables have room', () => {
  const graph = graphOf('exp(x)*x');
  // x, exp(x) and the product
  expect(blockLengthOf(graph, 1024)).toBe(1024);
  expect(blockLengthOf(graph, 1024, 300)).toBe(100);
  expect(blockLengthOf(graph, 1024, 301)).toBe(101);
  expect(blockLengthOf(graph, 1e9)).toBe(Math.ceil(2 ** 20 / 3));
});

const plan: CheckPlan = {
  ...one,
  names: ['x', 'verdict'],
  format: 'csv',
  writing: { header: true },
  keepGoing: true,
};

test('a run writes its columns in its format, and nothing without columns', () => {
  const { writer, keepGoing, ...run } = checkRun(graphOf('x^2'), plan, plainPaint);
  expect([writer.open(), keepGoing, run.variables]).toEqual(['x,verdict\n', true, ['x']]);
  expect([run.table, run.lines]).toEqual([undefined, undefined]);
  expect(checkRun(graphOf('x^2'), { ...plan, names: [] }, plainPaint).writer).toBe(noWriter);
});

test('a run knows how its points are read, and of several variables asks for their partials', () => {
  const lines = { variables: ['x', 'y'], order: [1, 0] };
  const table = {
    delimiter: ',' as const,
    names: ['x'],
    places: [0],
    kept: 'bytes' as const,
  };
  const run = checkRun(
    graphOf('x*y'),
    { ...plan, ...several(false), table, lines, keepGoing: false },
    plainPaint,
  );
  expect(run).toMatchObject({ table, lines, keepGoing: false, variables: ['x', 'y'] });
});
