import {
  ALL_COLUMNS,
  alongFor,
  type Column,
  columnOf,
  COLUMNS,
  columnsOfOne,
  columnsOfSeveral,
} from '../../../src/core/differentiate/columns';

describe('a column', () => {
  test('that nobody has is refused by the compiler', () => {
    const computed = {
      x: one(1),
      y: one(2),
      numerical: one(3),
      bound: one(4),
      backprop: one(5),
      exact: one(6),
      exactValue: one(7),
    };
    // @ts-expect-error there is no such column
    expect(() => columnOf('ulps', computed)).toThrow(TypeError);
    // @ts-expect-error neither is there any work for it
    expect(() => alongFor('value', columnsOfOne(['ulps']))).toThrow(TypeError);
  });

  test('is one of these, which each need no more than they say', () => {
    const work = {
      x: [],
      y: ['value'],
      numerical: ['numerical'],
      backprop: ['backprop'],
      absoluteError: ['numerical', 'backprop'],
      relativeError: ['numerical', 'backprop'],
      bound: ['numerical'],
      exact: ['exact'],
      exactY: ['exactValue'],
      digits: ['backprop', 'exact'],
    } satisfies Record<Column, string[]>;
    expect([...ALL_COLUMNS]).toEqual(Object.keys(work));
    const all: Parameters<typeof alongFor>[0][] = [
      'value',
      'numerical',
      'backprop',
      'exact',
      'exactValue',
    ];
    const needed = (columns: readonly Column[]): Parameters<typeof alongFor>[0][] =>
      all.filter((each) => alongFor(each, columnsOfOne(columns)).size > 0);
    for (const column of ALL_COLUMNS) expect(needed([column])).toEqual(work[column]);
    expect(needed(ALL_COLUMNS)).toEqual(all);
    expect(ALL_COLUMNS).toEqual(expect.arrayContaining([...COLUMNS]));
  });

  test('has what was computed for it', () => {
    const computed = {
      x: Float64Array.of(1, 2, 3, 4),
      y: Float64Array.of(5, 6, 7, 8),
      numerical: Float64Array.of(2, -8, 0, Infinity),
      backprop: Float64Array.of(4, -6, 0, 1),
      bound: Float64Array.of(9, 9, 9, 9),
      exact: Float64Array.of(4, -6.000001, 1e-300, 1),
      exactValue: Float64Array.of(5, 6, 7, NaN),
    };
    expect(
      Object.fromEntries(ALL_COLUMNS.map((column) => [column, [...columnOf(column, computed)]])),
    ).toEqual({
      x: [1, 2, 3, 4],
      y: [5, 6, 7, 8],
      numerical: [2, -8, 0, Infinity],
      backprop: [4, -6, 0, 1],
      absoluteError: [2, 2, 0, Infinity],
      relativeError: [0.5, 0.25, 0, NaN],
      bound: [9, 9, 9, 9],
      exact: [4, -6.000001, 1e-300, 1],
      exactY: [5, 6, 7, NaN],
      digits: [16, 6.7, 0, 16],
    });
  });
});

describe('beside several variables', () => {
  const namesOf = (columns: readonly { name: string }[]): string[] =>
    columns.map(({ name }) => name);

  test('the variables come first, then the value, then what each variable has', () => {
    expect(namesOf(columnsOfSeveral(COLUMNS, ['w', 'b']))).toEqual([
      ...'w b value numerical_w backprop_w absoluteError_w relativeError_w'.split(' '),
      ...'numerical_b backprop_b absoluteError_b relativeError_b'.split(' '),
    ]);
  });

  test('a column is all of its kind, or those of some variables', () => {
    expect(namesOf(columnsOfSeveral(['backprop'], ['w', 'b']))).toEqual([
      'backprop_w',
      'backprop_b',
    ]);
    expect(columnsOfSeveral(['bound'], ['w', 'b'], ['b'])).toEqual([
      { name: 'bound_b', column: 'bound', along: 1 },
    ]);
    expect(namesOf(columnsOfSeveral(['x'], ['w', 'b'], ['b']))).toEqual(['w', 'b']);
  });

  test('numbers are made numerically along those that are asked for', () => {
    expect([...alongFor('numerical', columnsOfSeveral(['numerical'], ['w', 'b'], ['b']))]).toEqual([
      1,
    ]);
    expect(alongFor('numerical', columnsOfSeveral(['backprop'], ['w', 'b'])).size).toBe(0);
  });
});

function one(value: number): Float64Array {
  return Float64Array.of(value);
}
