/** @file The columns of `diff` where none are chosen: as many as make sense where they are shown. */

import {
  type Column,
  COLUMNS,
  DIGITS_COLUMNS,
  type NamedColumn,
} from '../core/differentiate/columns';
import type { NumericalMethod } from '../core/differentiate/derivatives';
import { functionWithoutFormula } from '../core/exact/exact-reading';
import type { Graph } from '../core/graph/graph';
import { usualColumns } from './options/diff-columns';
import type { Table } from './stream/input/table';

/** A row of a format for programs, a line of a table of 80 columns, or the page of one point. */
type Showing = 'row' | 'line' | 'page';

interface ColumnContext {
  readonly graph: Graph;
  readonly wrt: readonly string[];
  readonly method: NumericalMethod;
  readonly digits?: number | undefined;
}

/** @param table the input table, whose columns the rows begin with: the point is among them */
export function defaultColumns(
  showing: Showing,
  { graph, wrt, method, digits }: ColumnContext,
  table: Table | undefined,
): NamedColumn[] {
  const columns = digits === undefined ? usual(showing, graph) : DIGITS_COLUMNS;
  // Only the best derivative has a bound; the page says it in words beside what is exact.
  const isBounded = method === 'best' && !(showing === 'page' && columns.includes('exact'));
  const known = columns.flatMap((name): readonly Column[] =>
    name === 'numerical' && isBounded ? ['numerical', 'bound'] : [name],
  );
  const shown = table === undefined ? known : known.filter((name) => name !== 'x');
  return usualColumns(shown, { variables: graph.inputs, wrt });
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
