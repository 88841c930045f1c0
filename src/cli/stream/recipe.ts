/** @file A run as plain data, from which every thread makes the same. */

import type { NamedColumn } from '../../core/columns';
import type { NumericalMethod } from '../../core/derivatives';
import { catalogue } from '../../functions/catalogue';
import { withDefinitions } from '../../functions/read/define-formula';
import { graphOfSource, type GraphSource } from '../../functions/read/parse-graph';
import { plainPaint } from '../../report/format';
import { type FormatName, writerOf } from '../../report/formats';
import { differentiation, recordNames, recordsOf } from './differentiation';
import type { LineShape } from './line-shape';
import type { Run } from './rows';
import { rowNames, type Table } from './table';

export interface RunRecipe {
  readonly source: GraphSource;
  /** The functions that are defined there. */
  readonly definitions: readonly string[];
  readonly eps: number;
  readonly method: NumericalMethod;
  readonly columns: readonly NamedColumn[];
  readonly trace: boolean;
  readonly format: FormatName;
  readonly header: boolean;
  readonly keepGoing: boolean;
  readonly table?: Table;
  readonly lines?: LineShape;
}

export function runOf(recipe: RunRecipe): Run {
  const { source, definitions, eps, method, columns, trace, format, header } = recipe;
  const { keepGoing, table, lines } = recipe;
  const graph = graphOfSource(source, withDefinitions(catalogue, definitions));
  return {
    ...differentiation(graph, { eps, method }, recordsOf(columns, trace)),
    writer: writerOf(format)(rowNames(recordNames(columns, trace), table), {
      header,
      paint: plainPaint,
    }),
    keepGoing,
    ...(table && { table }),
    ...(lines && { lines }),
  };
}
