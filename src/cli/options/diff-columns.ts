/**
 * @file The columns of `diff` by the words that choose them: a column's own name, or all of a kind; and those
 * that are shown where none are chosen: as many as make sense there.
 */

import {
  ALL_COLUMNS,
  type Column,
  COLUMNS,
  columnsOfOne,
  columnsOfSeveral,
  DIGITS_COLUMNS,
  type NamedColumn,
} from '../../core/differentiate/columns';
import type { NumericalMethod } from '../../core/differentiate/derivatives';
import { functionWithoutFormula } from '../../core/exact/exact-reading';
import type { Graph } from '../../core/graph/graph';
import { wordsFor } from './column-choice';
import type { Table } from '../stream/input/table';

/** Those of the variables, in the order in which `columns` has them. @param wrt the variables that it is differentiated by */
function columnsFor(
  columns: readonly Column[],
  variables: readonly string[],
  wrt?: readonly string[],
): NamedColumn[] {
  const [only, second] = variables as [string, string?];
  return second === undefined
    ? columnsOfOne(columns, only)
    : columnsOfSeveral(columns, variables, wrt);
}

/** With several variables the words x and y may be variables. */
const KINDS_OF_SEVERAL = ALL_COLUMNS.filter((name) => name !== 'x' && name !== 'y');

/** The columns that each word chooses; with one variable x always chooses the point. */
export function columnWords(
  variables: readonly string[],
  wrt: readonly string[],
): Map<string, readonly NamedColumn[]> {
  const kinds = variables.length === 1 ? ALL_COLUMNS : KINDS_OF_SEVERAL;
  return wordsFor(kinds, columnsFor(ALL_COLUMNS, variables, wrt));
}

/** A row of a format for programs, a line of a table of 80 columns, or the page of one point. */
type Showing = 'row' | 'line' | 'page';

/** What is differentiated, and how. */
export interface Differentiated {
  readonly graph: Graph;
  /** The variables that it is differentiated by. */
  readonly wrt: readonly string[];
  readonly method: NumericalMethod;
  /** The number of digits of exact results, if these are wanted as decimals. */
  readonly digits: number | undefined;
}

/** @param table the input table, whose columns the rows begin with: the point is among them */
export function defaultColumns(
  showing: Showing,
  { graph, wrt, method, digits }: Differentiated,
  table: Table | undefined,
): NamedColumn[] {
  const columns = digits === undefined ? usual(showing, graph) : DIGITS_COLUMNS;
  // Only the best derivative has a bound; the page says it in words beside what is exact.
  const isBounded = method === 'best' && !(showing === 'page' && columns.includes('exact'));
  const known = columns.flatMap((name): readonly Column[] =>
    name === 'numerical' && isBounded ? ['numerical', 'bound'] : [name],
  );
  const shown = table === undefined ? known : known.filter((name) => name !== 'x');
  return columnsFor(shown, graph.inputs, wrt);
}

function usual(showing: Showing, graph: Graph): readonly Column[] {
  const isOne = graph.inputs.length === 1;
  if (showing === 'line') {
    return isOne ? ['x', 'y', 'numerical', 'backprop'] : ['x', 'y', 'backprop'];
  }
  // Rows of one variable keep the columns of the first version, which programs read.
  const isPlain = showing === 'row' && isOne;
  if (isPlain || functionWithoutFormula(graph) !== undefined) return COLUMNS;
  return showing === 'page'
    ? ['x', 'y', 'numerical', 'backprop', 'exact', 'exactY']
    : ['x', 'y', 'numerical', 'backprop', 'exact', 'absoluteError', 'relativeError'];
}

/** The names that no variable may have: those of other columns. */
export function takenNames(variables: readonly string[]): readonly string[] {
  if (variables.length < 2) return KINDS_OF_SEVERAL;
  const own = new Set(variables);
  const columns = columnsOfSeveral(ALL_COLUMNS, variables).map(({ name }) => name);
  const isTaken = (name: string, i: number): boolean =>
    own.has(name) && columns.indexOf(name) !== i;
  return [...KINDS_OF_SEVERAL, ...columns.filter(isTaken), 'trace'];
}
