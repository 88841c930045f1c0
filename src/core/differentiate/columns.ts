/** @file The figures of a differentiation by name: what each needs to be computed, and what it is. */

import { digitsRight } from '../exact/digits-right';

/** The columns of `differentiate` that come without a choice. */
export const COLUMNS = [
  'x',
  'y',
  'numerical',
  'backprop',
  'absoluteError',
  'relativeError',
] as const;

/** Of the formula itself: its derivative, its value, and how many digits of backprop are right. */
const EXACT_COLUMNS = ['exact', 'exactY', 'digits'] as const;
/** What there is with any number of digits: the point as it is written, the value, the derivatives. */
export const DIGITS_COLUMNS = ['x', 'exactY', 'exact'] as const;
/** A column of `differentiate`. `bound` is known of the best derivative alone. */
export type Column = (typeof COLUMNS)[number] | 'bound' | (typeof EXACT_COLUMNS)[number];

/** Columns of which there is one, however many variables there are; and their names beside several. */
const OF_ALL_VARIABLES = { y: 'value', exactY: 'exactValue' } as const;
type OfAllVariables = keyof typeof OF_ALL_VARIABLES;
/** Those that each variable has; of the point itself, x, it is the variable. */
export type PartialColumn = Exclude<Column, OfAllVariables | 'x'>;

/** What the columns of several variables are called: `x`, `value`, `backprop_x`. */
export type SeveralColumn<V extends string> =
  | V
  | (typeof OF_ALL_VARIABLES)[OfAllVariables]
  | `${PartialColumn}_${V}`;

/** A column along one of the variables, and what it is called. */
export interface NamedColumn {
  readonly name: string;
  readonly column: Column;
  /** Which variable. */
  readonly along: number;
}

/** What is computed of a block. */
export type Work = 'value' | 'numerical' | 'backprop' | 'exact' | 'exactValue';

/** What came of the work that was asked for, along one variable; nothing else is read. */
export interface Computed {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly numerical: Float64Array;
  readonly bound: Float64Array;
  readonly backprop: Float64Array;
  readonly exact: Float64Array;
  readonly exactValue: Float64Array;
}

interface Source {
  readonly needs: readonly Work[];
  readonly of: (computed: Computed) => Float64Array;
}

/** A column without a source does not compile; one with a source is there in every command and format. */
const SOURCES: { readonly [C in Column]: Source } = {
  x: { needs: [], of: ({ x }) => x },
  y: { needs: ['value'], of: ({ y }) => y },
  numerical: { needs: ['numerical'], of: ({ numerical }) => numerical },
  backprop: { needs: ['backprop'], of: ({ backprop }) => backprop },
  absoluteError: {
    needs: ['numerical', 'backprop'],
    of: ({ numerical, backprop }) => numerical.map((a, i) => Math.abs(a - (backprop[i] as number))),
  },
  relativeError: {
    needs: ['numerical', 'backprop'],
    of: ({ numerical, backprop }) =>
      numerical.map((a, i) => relativeDistance(a, backprop[i] as number)),
  },
  bound: { needs: ['numerical'], of: ({ bound }) => bound },
  exact: { needs: ['exact'], of: ({ exact }) => exact },
  exactY: { needs: ['exactValue'], of: ({ exactValue }) => exactValue },
  digits: {
    needs: ['exact', 'backprop'],
    of: ({ exact, backprop }) => exact.map((truth, i) => digitsRight(backprop[i] as number, truth)),
  },
};

/** Relative to the larger of both; 0 for two equal numbers. */
function relativeDistance(a: number, b: number): number {
  const distance = Math.abs(a - b);
  return distance === 0 ? 0 : distance / Math.max(Math.abs(a), Math.abs(b));
}

export const ALL_COLUMNS = Object.keys(SOURCES) as readonly Column[];

/** Whether a column comes of the exact reading, which not every graph has. */
export function isExactColumn(column: Column): boolean {
  return (EXACT_COLUMNS as readonly Column[]).includes(column);
}

/** The columns of one variable: the point is called as that is, and where it is y, the value `value`. */
export function columnsOfOne(columns: readonly Column[], variable = 'x'): NamedColumn[] {
  return columns.map((column) => ({ name: nameOfOne(column, variable), column, along: 0 }));
}

/** What a column is called beside one variable. */
export function nameOfOne(column: string, variable: string): string {
  if (column === 'x') return variable;
  return column === 'y' && variable === 'y' ? 'value' : column;
}

/** One column beside several variables: the variables themselves, the value, or one for each. */
export function columnsAlong(
  column: Column,
  variables: readonly string[],
  wrt: readonly string[] = variables,
): NamedColumn[] {
  if (column === 'x') return variables.map((name, along) => ({ name, column, along }));
  if (isOfAll(column)) return [{ name: OF_ALL_VARIABLES[column], column, along: 0 }];
  const places = placesOf(variables);
  return wrt.map((name) => columnBy(name, column, places));
}

/**
 * The columns beside several variables in their usual order: the variables, the value, and then of each
 * variable what it has.
 */
export function columnsOfSeveral(
  columns: readonly Column[],
  variables: readonly string[],
  wrt: readonly string[] = variables,
): NamedColumn[] {
  const isShared = (column: Column): boolean => column === 'x' || isOfAll(column);
  const own = columns.filter((column) => !isShared(column));
  const places = placesOf(variables);
  return [
    ...columns.filter(isShared).flatMap((column) => columnsAlong(column, variables)),
    ...wrt.flatMap((name) => own.map((column) => columnBy(name, column, places))),
  ];
}

/** A formula may have thousands of variables: each is looked up, not searched for. */
function placesOf(variables: readonly string[]): ReadonlyMap<string, number> {
  return new Map(variables.map((name, i) => [name, i]));
}

function columnBy(name: string, column: Column, places: ReadonlyMap<string, number>): NamedColumn {
  return { name: `${column}_${name}`, column, along: places.get(name) ?? -1 };
}

function isOfAll(column: Column): column is OfAllVariables {
  return Object.hasOwn(OF_ALL_VARIABLES, column);
}

/** Along which variables some work has to be done for these columns. */
export function alongFor(work: Work, columns: readonly NamedColumn[]): Set<number> {
  return new Set(
    columns.filter(({ column }) => SOURCES[column].needs.includes(work)).map(({ along }) => along),
  );
}

/** The column, with one number for each point. */
export function columnOf(column: Column, computed: Computed): Float64Array {
  return SOURCES[column].of(computed);
}
