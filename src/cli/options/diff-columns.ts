/** @file The columns of `diff` by the words that choose them: a column's own name, or all of a kind. */

import {
  ALL_COLUMNS,
  type Column,
  columnsAlong,
  columnsOfOne,
  columnsOfSeveral,
  type NamedColumn,
  nameOfOne,
} from '../../core/differentiate/columns';

/** The variables of a formula, and those of them that it is differentiated by. */
interface Variables {
  readonly variables: readonly string[];
  readonly wrt: readonly string[];
}

/** What there is to choose from. */
export function columnWords({ variables, wrt }: Variables): Map<string, readonly NamedColumn[]> {
  const [variable, second] = variables as [string, string?];
  const words = new Map<string, readonly NamedColumn[]>();
  if (second === undefined) {
    for (const column of ALL_COLUMNS) words.set(column, columnsOfOne([column], variable));
    // By the names of the heads, too; x is always the point.
    for (const column of ['x', 'y'] as const) {
      words.set(nameOfOne(column, variable), columnsOfOne([column], variable));
    }
    return words;
  }
  // Beside several variables the point and its value go by their own names.
  for (const column of ALL_COLUMNS) {
    if (column !== 'x' && column !== 'y') words.set(column, columnsAlong(column, variables, wrt));
  }
  for (const named of columnsOfSeveral(ALL_COLUMNS, variables, wrt)) words.set(named.name, [named]);
  return words;
}

/** The columns that come without a choice. */
export function usualColumns(
  columns: readonly Column[],
  { variables, wrt }: Variables,
): NamedColumn[] {
  const [variable, second] = variables;
  return second === undefined
    ? columnsOfOne(columns, variable)
    : columnsOfSeveral(columns, variables, wrt);
}

/** What no variable may be called. */
export function takenNames(variables: readonly string[]): readonly string[] {
  if (variables.length < 2) return ALL_COLUMNS.filter((name) => name !== 'x' && name !== 'y');
  const own = new Set(variables);
  const columns = columnsOfSeveral(ALL_COLUMNS, variables).map(({ name }) => name);
  const firsts = new Map(columns.map((name, i) => [name, i] as const).toReversed());
  const places = columns.filter((name, i) => own.has(name) && firsts.get(name) !== i);
  const kinds = ALL_COLUMNS.filter((name) => name !== 'x' && name !== 'y');
  return [...kinds, ...places, 'trace'];
}
