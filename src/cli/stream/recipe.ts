/** @file A run as plain data, from which every thread makes the same. */

import type { NamedColumn } from '../../core/differentiate/columns';
import type { NumericalMethod } from '../../core/differentiate/derivatives';
import type { Graph } from '../../core/graph/graph';
import { catalogue } from '../../functions/catalogue';
import { withDefinitions } from '../../functions/read/define-formula';
import { graphOfSource, type GraphSource } from '../../functions/read/parse-graph';
import { plainPaint, type WriterOptions } from '../../report/formats/format';
import { type FormatName, writerOf } from '../../report/formats/formats';
import { differentiation, recordNames, recordsOf } from './differentiation';
import type { LineShape } from './input/line-shape';
import type { Computation, Run } from './rows';
import { rowNames, type Table } from './input/table';

export interface RunRecipe {
  readonly source: GraphSource;
  /** The functions that are defined there. */
  readonly definitions: readonly string[];
  readonly eps: number;
  readonly method: NumericalMethod;
  readonly columns: readonly NamedColumn[];
  readonly trace: boolean;
  readonly format: FormatName;
  readonly writing: Pick<WriterOptions, 'header' | 'precision' | 'inFull' | 'isSeen'>;
  readonly keepGoing: boolean;
  readonly table?: Table;
  readonly lines?: LineShape;
  /** How many digits exact figures have, where they are asked for as texts. */
  readonly digits?: number;
}

/** Loaded here because most runs do without it. */
export function digitsOf(
  graph: Graph,
  columns: readonly NamedColumn[],
  digits: number,
): Computation {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { exactDigits } = require('./exact-digits') as typeof import('./exact-digits');
  return exactDigits(graph, columns, digits);
}

/** With the names of the columns that are points, which are printed in full. @param names of rows */
export function writingOf<Writing extends RunRecipe['writing']>(
  writing: Writing,
  columns: readonly NamedColumn[],
  names: readonly string[],
): Writing {
  if (writing.precision === undefined) return writing;
  const own = names.slice(names.length - columns.length);
  return { ...writing, inFull: own.filter((_, i) => columns[i]?.column === 'x') };
}

export function runOf(recipe: RunRecipe): Run {
  const { source, definitions, eps, method, columns, trace, format, writing } = recipe;
  const { keepGoing, table, lines, digits } = recipe;
  const graph = graphOfSource(source, withDefinitions(catalogue, definitions));
  return {
    ...(digits === undefined
      ? differentiation(graph, { eps, method }, recordsOf(columns, trace))
      : digitsOf(graph, columns, digits)),
    writer: writerOf(format)(rowNames(recordNames(columns, trace), table), {
      ...writing,
      paint: plainPaint,
    }),
    keepGoing,
    ...(table && { table }),
    ...(lines && { lines }),
  };
}
