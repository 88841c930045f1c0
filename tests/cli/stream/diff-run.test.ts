/** @file What `diff` makes of points: columns and names, how much work they are, and the same in every thread. */

import { type DiffPlan, diffRun } from '../../../src/cli/stream/diff-run';
import { differentiation } from '../../../src/cli/stream/differentiation';
import { exactDigits } from '../../../src/cli/stream/exact-digits';
import { type Recipe, recipeFor, runOf } from '../../../src/cli/stream/recipe';
import {
  type Column,
  columnsOfOne,
  columnsOfSeveral,
} from '../../../src/core/differentiate/columns';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';
import { checkColumnsOf } from '../../../src/report/check/columns';
import { TextBuffer } from '../../../src/report/formats/text-buffer';
import type { Io } from '../../../src/cli/process/io';
import { rowPlan } from '../../../src/cli/stream/row-plan';
import { chainOf, times } from '../../support/chains';

const graphOf = (text: string) => parseGraph(text, catalogue);
const SETTINGS = { eps: 1e-4, method: 'central', columns: [], trace: false } as const;
const asked = (...columns: Column[]) => ({ ...SETTINGS, columns: columnsOfOne(columns) });
const cells = (columns: readonly Iterable<unknown>[]) => columns.map((column) => [...column]);

test('the columns are those that were asked for, in their order', () => {
  const { compute, variables, keepsFaulty } = differentiation(
    graphOf('x^2'),
    asked('backprop', 'x', 'y'),
  );
  const { columns, faults } = compute([Float64Array.of(3, -1)]);
  expect(cells(columns)).toEqual([
    [6, -2],
    [3, -1],
    [9, 1],
  ]);
  expect([faults.size, variables, keepsFaulty]).toEqual([0, ['x'], false]);
});

test('with a trace there is one column more, with a list of steps for each point', () => {
  const found = differentiation(graphOf('exp(x)'), { ...asked('y'), trace: true }).compute([
    Float64Array.of(0, 1),
  ]);
  expect(found.columns).toHaveLength(2);
  expect(found.columns[1]).toHaveLength(2);
  expect(JSON.stringify(found.columns[1]?.[0])).toContain('exp');
});

describe('a block', () => {
  // x, exp(x) and the product: three variables.
  const graph = graphOf('exp(x)*x');
  const lengthOf = (method: 'central' | 'best', trace = false): number =>
    differentiation(graph, { ...asked('y'), method, trace }).blockLength;

  test('is short where there is much to compute or to keep', () => {
    expect([lengthOf('central'), lengthOf('best')]).toEqual([8192, 1024]);
    expect(differentiation(graphOf('x'), { ...SETTINGS, trace: true }).blockLength).toBe(8192);
    // A trace has some hundred bytes for each variable and point.
    const traced = graphOf(`${'exp('.repeat(63)}x${')'.repeat(63)}`);
    expect(differentiation(traced, { ...SETTINGS, trace: true }).blockLength).toBe(1024);
    expect(differentiation(traced, SETTINGS).blockLength).toBe(8192);
  });

  test('of exact decimals is shorter still', () => {
    const exact = exactDigits(graph, columnsOfOne(['exact']), 20);
    expect(exact.blockLength).toBeLessThan(lengthOf('best'));
  });
});

test('the work grows with the functions, with the evaluations of best, and with what is exact', () => {
  const weightOf = (text: string, method: 'central' | 'best' = 'central', ...columns: Column[]) =>
    differentiation(graphOf(text), { ...asked(...columns), method }).weight;
  expect(weightOf('exp(x)')).toBe(1);
  expect(weightOf('exp(exp(x))')).toBe(2);
  const best = weightOf('exp(x)', 'best');
  expect(best).toBeGreaterThan(10);
  expect(weightOf('x*y', 'best')).toBe(2 * best);
  const exact = weightOf('exp(x)', 'central', 'y', 'exact');
  expect(exact).toBeGreaterThan(5);
  expect(exact).toBeLessThan(best);
  expect(weightOf('exp(x)', 'best', 'exact')).toBe(best + exact - 1);
  const digits = exactDigits(graphOf('exp(exp(x))'), [], 20).weight;
  expect(digits).toBeGreaterThan(2 * (best + exact));
  expect(exactDigits(graphOf('exp(x)'), [], 20).weight).toBe(digits / 2);
});

describe('exact decimals', () => {
  const of = (text: string, columns: Column[], ...written: string[]) => {
    const graph = graphOf(text);
    const named =
      graph.inputs.length === 1 ? columnsOfOne(columns) : columnsOfSeveral(columns, graph.inputs);
    const texts = graph.inputs.map((_, k) =>
      written.filter((_, i) => i % graph.inputs.length === k),
    );
    const point = texts.map((column) => Float64Array.from(column, Number));
    return exactDigits(graph, named, 20).compute(point, texts);
  };

  test('are those of the numbers as they are written', () => {
    // The doubles next to a tenth and a fifth have other digits from the 18th on.
    const { columns, faults, notices } = of('x/3', ['x', 'exactY', 'exact'], '0.1', '0.20');
    expect(cells(columns)).toEqual([
      ['0.1', '0.20'],
      ['0.033333333333333333333', '0.066666666666666666667'],
      ['0.33333333333333333333', '0.33333333333333333333'],
    ]);
    expect([faults.size, notices]).toEqual([0, []]);
  });

  test('are told along each variable', () => {
    const { columns } = of('x*y', ['x', 'exactY', 'exact'], '0.1', '3', '2', '0.30');
    expect(cells(columns)).toEqual([
      ['0.1', '2'],
      ['3', '0.30'],
      ['0.30000000000000000000', '0.60000000000000000000'],
      ['3.0000000000000000000', '0.30000000000000000000'],
      ['0.10000000000000000000', '2.0000000000000000000'],
    ]);
  });

  test('are errors where there is no value or no derivative', () => {
    const outside = of('sqrt(x)', ['exactY', 'exact'], '4', '-1');
    expect(cells(outside.columns)).toEqual([
      ['2.0000000000000000000', 'NaN'],
      ['0.25000000000000000000', 'NaN'],
    ]);
    const why = 'sqrt(x) gets -1, outside its domain x >= 0';
    expect([...outside.faults]).toEqual([[1, { code: 'outside-domain', message: why }]]);
    const jump = of('floor(x)', ['exactY', 'exact'], '2');
    expect(cells(jump.columns)).toEqual([['2.0000000000000000000'], ['NaN']]);
    expect([...jump.faults]).toEqual([
      [0, { code: 'no-derivative', message: 'a jump from 1 to 2' }],
    ]);
  });

  test('are told to be undecided, or 0 by convention at a kink', () => {
    const kink = of('abs(x - 0.1)', ['exactY', 'exact'], '0.1', '1');
    expect(cells(kink.columns)[1]).toEqual(['0', '1.0000000000000000000']);
    expect(kink.notices.map(({ index }) => index)).toEqual([0]);
    expect(kink.notices[0]?.text).toContain(
      'slope -1 on the left, 1 on the right; exact is 0 by convention',
    );
    // It is 0 at every x, which no finite number of bits tells.
    const undecided = of('abs(sin(x)^2 + cos(x)^2 - 1)', ['exact'], '1');
    expect(cells(undecided.columns)).toEqual([['NaN']]);
    expect([undecided.notices, undecided.faults.size]).toEqual([
      [{ index: 0, text: 'exact is undecided' }],
      0,
    ]);
  });

  test('take numbers as they are written, and need a formula', () => {
    const exact = exactDigits(graphOf('x*y'), [], 20);
    expect(exact).toMatchObject({ needsTexts: true, keepsFaulty: false, variables: ['x', 'y'] });
    expect(() => exactDigits(chainOf(times(2)), [], 20)).toThrow(/formula/);
  });
});

describe('a run', () => {
  const plan: DiffPlan = {
    ...SETTINGS,
    columns: columnsOfOne(['x', 'y']),
    names: ['x', 'y'],
    format: 'csv',
    writing: { header: true, precision: 3, styles: { x: 'full' } },
    keepGoing: true,
  };
  /** What a run writes of some points. */
  function written({ writer, compute }: ReturnType<typeof runOf>, ...x: number[]): string {
    const text = new TextBuffer();
    const { columns } = compute([Float64Array.from(x)]);
    writer.rows({ length: x.length, columns }, text);
    return writer.open() + Buffer.from(text.bytes).toString();
  }

  test('writes its columns, with all digits of the points and as many as are asked for of others', () => {
    const run = diffRun(graphOf('x/3'), plan);
    expect(written(run, 1.23456789)).toBe('x,y\n1.23456789,0.412\n');
    expect([run.keepGoing, run.table, run.lines]).toEqual([true, undefined, undefined]);
    const traced = diffRun(graphOf('x/3'), {
      ...plan,
      names: ['x', 'y', 'trace'],
      trace: true,
    });
    expect(traced.writer.open()).toBe('x,y,trace\n');
    expect(written(traced, 1.23456789)).toContain('1.23456789,0.412,');
  });

  test('knows how its points are read', () => {
    const table = {
      delimiter: ',' as const,
      names: ['x', 'a'],
      places: [0],
      kept: 'cells' as const,
    };
    const lines = { variables: ['x'], order: [0] };
    const run = diffRun(graphOf('x/3'), { ...plan, table, lines });
    expect(run).toMatchObject({ table, lines });
  });

  test('is the same in every thread: of a chain, of a formula, with functions that were defined', () => {
    const definitions = ['f(x) = x^2 + 1'];
    const of = (source: Recipe['source']) =>
      written(runOf({ source, definitions, command: 'diff', plan }), 2);
    expect(of({ kind: 'chain', text: 'f,square' })).toBe('x,y\n2,25\n');
    expect(of({ kind: 'formula', text: 'f(x) - 1' })).toBe('x,y\n2,4\n');
    expect(of({ kind: 'either', text: 'f' })).toBe('x,y\n2,5\n');
  });

  test('of check is the same in every thread, too', () => {
    const checkRecipe: Recipe = {
      source: { kind: 'formula', text: 'x^2; 3*x' },
      definitions: [],
      command: 'check',
      plan: {
        columns: checkColumnsOf(['x']).filter(({ name }) => name === 'verdict'),
        isFailing: false,
        isTold: false,
        names: ['verdict'],
        format: 'csv',
        writing: { header: false },
        keepGoing: false,
      },
    };
    expect(written(runOf(checkRecipe), 1, 0)).toBe('disagree\nagree\n');
  });

  test("cannot be made by other threads where a module is the user's", () => {
    const source = { kind: 'chain', text: 'square' } as const;
    const recipe = { command: 'diff', plan } as const;
    expect(recipeFor({ source }, {}, recipe)).toEqual({ source, definitions: [], ...recipe });
    const define = ['f(x) = x'];
    expect(recipeFor({ source }, { define }, recipe)?.definitions).toEqual(define);
    expect(recipeFor({ source }, { module: ['./f.mjs'] }, recipe)).toBeUndefined();
  });

  test('has exact decimals where digits are asked for', () => {
    const exact = diffRun(graphOf('x/3'), {
      ...plan,
      columns: columnsOfOne(['exact']),
      digits: 25,
    });
    expect(exact.compute([Float64Array.of(1)], [['1']]).columns).toEqual([
      ['0.3333333333333333333333333'],
    ]);
    expect(diffRun(graphOf('x/3'), plan).needsTexts).toBeUndefined();
  });
});

test('points are written in full under the name that they have behind the columns of a table', () => {
  const table = {
    delimiter: ',' as const,
    names: ['a'],
    places: [0, 0],
    kept: 'cells' as const,
  };
  const asked = {
    columns: columnsOfSeveral(['x', 'y'], ['a', 'b']),
    more: ['trace'],
    styles: { x: 'full' } as const,
    format: 'csv' as const,
    header: true,
    precision: 3,
  };
  const stylesOf = (isBare: boolean) => {
    const io = { isTerminal: () => false } as unknown as Io;
    const input = { table, hasHeader: true };
    const { names, writing } = rowPlan(input, { ...asked, isBare }, {}, io);
    return [
      names,
      Object.entries(writing.styles ?? {}).flatMap(([name, style]) => (style ? [name] : [])),
    ];
  };
  expect(stylesOf(false)).toEqual([
    ['a', 'a_2', 'b', 'value', 'trace'],
    ['a_2', 'b'],
  ]);
  expect(stylesOf(true)).toEqual([
    ['a', 'b', 'value', 'trace'],
    ['a', 'b'],
  ]);
});
