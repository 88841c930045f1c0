/** @file What `check` makes of points, as plain data, from which every thread makes the same run. */

import type { Graph } from '../../core/graph/graph';
import { noWriter, type Paint } from '../../report/formats/format';
import { writerOf } from '../../report/formats/formats';
import { checking, type Checking } from './checking';
import type { Run } from './rows';
import type { RowsRecipe } from './rows-recipe';

export interface CheckRecipe extends RowsRecipe {
  readonly checking: Checking;
  /** Of the columns of rows. */
  readonly names: readonly string[];
  /** Whether nothing is printed. */
  readonly isQuiet: boolean;
}

export function checkRun(graph: Graph, recipe: CheckRecipe, paint: Paint): Run {
  const { names, format, writing, isQuiet, keepGoing, table, lines } = recipe;
  return {
    ...checking(graph, recipe.checking),
    writer: isQuiet ? noWriter : writerOf(format)(names, { ...writing, paint }),
    keepGoing,
    ...(table && { table }),
    ...(lines && { lines }),
  };
}
