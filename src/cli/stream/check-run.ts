/** @file What `check` makes of points, as plain data, from which every thread makes the same run. */

import type { Graph } from '../../core/graph/graph';
import { noWriter, type Paint } from '../../report/formats/format';
import { writerOf } from '../../report/formats/formats';
import { type CheckingOfOne, checking } from './checking';
import type * as CheckingSeveral from './checking-several';
import type { Computation, Run } from './rows';
import type { RowsRecipe } from './rows-recipe';

/** What is computed of each point, and shown of it. */
export type Checking = CheckingOfOne | CheckingSeveral.CheckingOfSeveral;

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
    ...computationOf(graph, recipe.checking),
    writer: isQuiet ? noWriter : writerOf(format)(names, { ...writing, paint }),
    keepGoing,
    ...(table && { table }),
    ...(lines && { lines }),
  };
}

function computationOf(graph: Graph, options: Checking): Computation {
  if (options.kind === 'one') return checking(graph, options);
  // Loaded here because most formulas have one variable.
  const { checkingSeveral } = require('./checking-several') as typeof CheckingSeveral;
  return checkingSeveral(graph, options);
}
