/** @file A run as plain data, from which every thread makes the same. */

import type { NamedColumn } from '../../core/differentiate/columns';
import type { NumericalMethod } from '../../core/differentiate/derivatives';
import type { Graph } from '../../core/graph/graph';
import { catalogue } from '../../functions/catalogue';
import { withDefinitions } from '../../functions/read/define-formula';
import { graphOfSource, type GraphSource } from '../../functions/read/parse-graph';
import { plainPaint, type WriterOptions } from '../../report/formats/format';
import { type FormatName, writerOf } from '../../report/formats/formats';
import { differentiation, recordNames, recordsOf, type Shown } from './differentiation';
import type { LineShape } from './input/line-shape';
import type { Computation, Run } from './rows';
import { rowNames, type Table } from './input/table';

/** What rows are made of a graph. */
export interface RowsRecipe {
  readonly eps: number;
  readonly method: NumericalMethod;
  readonly columns: readonly NamedColumn[];
  readonly trace: boolean;
  readonly format: FormatName;
  readonly writing: Pick<WriterOptions, 'header' | 'precision' | 'isSeen'>;
  readonly keepGoing: boolean;
  readonly table?: Table;
  readonly lines?: LineShape;
  /** How many digits exact figures have, where they are asked for as texts. */
  readonly digits?: number;
}

export interface RunRecipe {
  readonly source: GraphSource;
  /** The functions that are defined there. */
  readonly definitions: readonly string[];
  readonly rows: RowsRecipe;
}

/** The columns that are points. @param names of the columns of rows, after those of a table */
export function pointNames(
  columns: readonly NamedColumn[],
  names: readonly string[],
  others = 0,
): string[] {
  const own = names.slice(names.length - others - columns.length);
  return own.filter((_, i) => columns[i]?.column === 'x');
}

export function runOf({ source, definitions, rows }: RunRecipe): Run {
  return recordsRun(graphOfSource(source, withDefinitions(catalogue, definitions)), rows);
}

/** The same of a graph that is there already. */
export function recordsRun(graph: Graph, recipe: RowsRecipe): Run {
  const { columns, trace, format, writing, keepGoing, table, lines } = recipe;
  const names = rowNames(recordNames(columns, trace), table);
  return {
    ...computationOf(graph, recipe, recordsOf(columns, trace)),
    writer: writerOf(format)(names, {
      ...writing,
      inFull: pointNames(columns, names, trace ? 1 : 0),
      paint: plainPaint,
    }),
    keepGoing,
    ...(table && { table }),
    ...(lines && { lines }),
  };
}

export function computationOf(
  graph: Graph,
  { eps, method, digits }: Pick<RowsRecipe, 'eps' | 'method' | 'digits'>,
  shown: Shown,
): Computation {
  if (digits === undefined) return differentiation(graph, { eps, method }, shown);
  // Loaded here because most runs do without it.
  const { exactDigits } = require('./exact-digits') as typeof import('./exact-digits');
  return exactDigits(graph, shown.columns, digits);
}
