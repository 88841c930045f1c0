/** @file The columns of `differentiate`: their names, what each needs to be computed, and its numbers. */

import { fillerOf } from '../engine/fill-column';
import { digitsRight } from '../exact/digits-right';
import { relativeDistance } from '../round-off/round-off';

/** The columns of `differentiate` by default. */
export const COLUMNS = [
  'x',
  'y',
  'numerical',
  'backprop',
  'absoluteError',
  'relativeError',
] as const;

/** The columns of the exact reading: the derivative, the value, and the number of right digits of backprop. */
const EXACT_COLUMNS = ['exact', 'exactY', 'digits'] as const;
/** The columns that can have any number of digits. */
export const DIGITS_COLUMNS = ['x', 'exactY', 'exact'] as const;
/** A column of `differentiate`. `bound` exists for the best derivative only. */
export type Column = (typeof COLUMNS)[number] | 'bound' | (typeof EXACT_COLUMNS)[number];

/** Columns that exist once for all variables, with their names if there are several. */
const OF_ALL_VARIABLES = { y: 'value', exactY: 'exactValue' } as const;
type OfAllVariables = keyof typeof OF_ALL_VARIABLES;
/** Columns that exist for each variable, without that of the point itself. */
export type PartialColumn = Exclude<Column, OfAllVariables | 'x'>;

/** The names of columns for several variables: `x`, `value`, `backprop_x`. */
export type SeveralColumn<V extends string> =
  | V
  | (typeof OF_ALL_VARIABLES)[OfAllVariables]
  | `${PartialColumn}_${V}`;

/** A column along one of the variables, with its name. */
export interface NamedColumn {
  readonly name: string;
  readonly column: Column;
  /** The index of the variable. */
  readonly along: number;
}

/** The computations that columns need. */
type Work = 'value' | 'numerical' | 'backprop' | 'exact' | 'exactValue';

/** The results of the computations along one variable; those that no column needs are empty. */
export interface ComputedColumns {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly numerical: Float64Array;
  readonly bound: Float64Array;
  readonly backprop: Float64Array;
  readonly exact: Float64Array;
  readonly exactValue: Float64Array;
}

interface ColumnDefinition {
  readonly needs: readonly Work[];
  readonly of: (computed: ComputedColumns) => Float64Array;
}

/** A column of both derivatives at a point. `numerical.map` would make an object of each number. */
function pairwise(f: (numerical: number, backprop: number) => number): ColumnDefinition['of'] {
  const fill = fillerOf(f, 2);
  return ({ numerical, backprop }) => {
    const column = new Float64Array(numerical.length);
    fill(column, numerical, backprop);
    return column;
  };
}

/** How to make each column. The compiler asks for an entry; commands and formats need no other. */
const COLUMN_DEFINITIONS: { readonly [C in Column]: ColumnDefinition } = {
  x: { needs: [], of: ({ x }) => x },
  y: { needs: ['value'], of: ({ y }) => y },
  numerical: { needs: ['numerical'], of: ({ numerical }) => numerical },
  backprop: { needs: ['backprop'], of: ({ backprop }) => backprop },
  absoluteError: {
    needs: ['numerical', 'backprop'],
    of: pairwise((a, b) => Math.abs(a - b)),
  },
  relativeError: {
    needs: ['numerical', 'backprop'],
    of: pairwise(relativeDistance),
  },
  bound: { needs: ['numerical'], of: ({ bound }) => bound },
  exact: { needs: ['exact'], of: ({ exact }) => exact },
  exactY: { needs: ['exactValue'], of: ({ exactValue }) => exactValue },
  digits: {
    needs: ['exact', 'backprop'],
    of: ({ exact, backprop }) => exact.map((truth, i) => digitsRight(backprop[i] as number, truth)),
  },
};

export const ALL_COLUMNS = Object.keys(COLUMN_DEFINITIONS) as readonly Column[];

/** Whether a column needs the exact reading, which not every graph has. */
export function isExactColumn(column: Column): boolean {
  return (EXACT_COLUMNS as readonly Column[]).includes(column);
}

/** The columns of one variable, with the point named after it; if that name is y, the value is `value`. */
export function columnsOfOne(columns: readonly Column[], variable = 'x'): NamedColumn[] {
  return columns.map((column) => ({ name: nameOfOne(column, variable), column, along: 0 }));
}

export function nameOfOne(column: string, variable: string): string {
  if (column === 'x') return variable;
  return column === 'y' && variable === 'y' ? 'value' : column;
}

/** The columns of several variables in the default order: the point, the value, then those of each variable. */
export function columnsOfSeveral(
  columns: readonly Column[],
  variables: readonly string[],
  wrt: readonly string[] = variables,
): NamedColumn[] {
  // A formula may have thousands of variables: each is looked up, not searched for.
  const places = new Map(variables.map((name, i) => [name, i]));
  const shared = columns.flatMap((column): NamedColumn[] => {
    if (column === 'x') return variables.map((name, along) => ({ name, column, along }));
    return isOfAll(column) ? [{ name: OF_ALL_VARIABLES[column], column, along: 0 }] : [];
  });
  const own = columns.filter((column) => column !== 'x' && !isOfAll(column));
  const ofEach = wrt.flatMap((name) => {
    const along = places.get(name) ?? -1;
    return own.map((column): NamedColumn => ({ name: `${column}_${name}`, column, along }));
  });
  return [...shared, ...ofEach];
}

function isOfAll(column: Column): column is OfAllVariables {
  return Object.hasOwn(OF_ALL_VARIABLES, column);
}

/** The variables along which these columns need a computation. */
export function alongFor(work: Work, columns: readonly NamedColumn[]): Set<number> {
  return new Set(
    columns
      .filter(({ column }) => COLUMN_DEFINITIONS[column].needs.includes(work))
      .map(({ along }) => along),
  );
}

/** The numbers of the column, one for each point. */
export function columnOf(column: Column, computed: ComputedColumns): Float64Array {
  return COLUMN_DEFINITIONS[column].of(computed);
}
