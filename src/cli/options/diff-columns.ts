/** @file The columns of `diff` by the words that choose them: a column's own name, or all of a kind. */

import {
  ALL_COLUMNS,
  type Column,
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

/** The columns that each word chooses. */
export function columnWords({ variables, wrt }: Variables): Map<string, readonly NamedColumn[]> {
  const [variable, second] = variables as [string, string?];
  const words = new Map<string, readonly NamedColumn[]>();
  if (second === undefined) {
    for (const column of ALL_COLUMNS) words.set(column, columnsOfOne([column], variable));
    // The point and the value can be chosen by their own names, too; x always chooses the point.
    for (const column of ['x', 'y'] as const) {
      words.set(nameOfOne(column, variable), columnsOfOne([column], variable));
    }
    return words;
  }
  // With several variables the words x and y may be variables.
  for (const column of ALL_COLUMNS) {
    if (column !== 'x' && column !== 'y')
      words.set(column, columnsOfSeveral([column], variables, wrt));
  }
  for (const named of columnsOfSeveral(ALL_COLUMNS, variables, wrt)) words.set(named.name, [named]);
  return words;
}

/** All columns of these kinds. */
export function usualColumns(
  columns: readonly Column[],
  { variables, wrt }: Variables,
): NamedColumn[] {
  const [variable, second] = variables;
  return second === undefined
    ? columnsOfOne(columns, variable)
    : columnsOfSeveral(columns, variables, wrt);
}

/** The names that no variable may have: those of other columns. */
export function takenNames(variables: readonly string[]): readonly string[] {
  if (variables.length < 2) return ALL_COLUMNS.filter((name) => name !== 'x' && name !== 'y');
  const own = new Set(variables);
  const columns = columnsOfSeveral(ALL_COLUMNS, variables).map(({ name }) => name);
  const isTaken = (name: string, i: number): boolean =>
    own.has(name) && columns.indexOf(name) !== i;
  const kinds = ALL_COLUMNS.filter((name) => name !== 'x' && name !== 'y');
  return [...kinds, ...columns.filter(isTaken), 'trace'];
}
