/** @file Which columns `check` prints of a formula or a chain. */

import { isProvable } from '../../core/check/check-by-proof';
import type { Graph } from '../../core/graph/graph';
import {
  CHECK_KINDS,
  type CheckColumn,
  checkColumnsOf,
  type CheckKind,
  FIGURES_OF_PARTIALS,
} from '../../report/check/columns';
import { type ColumnChoice, wordChoice, wordsFor } from '../options/column-choice';
import type { Options } from '../options/given';

/** @throws UsageError where options contradict each other */
export function checkColumnChoice({ inputs }: Graph, options: Options): ColumnChoice<CheckColumn> {
  const all = checkColumnsOf(inputs);
  const words =
    inputs.length === 1 ? wordsFor(CHECK_KINDS, all, []) : wordsFor(FIGURES_OF_PARTIALS, all);
  const choice = wordChoice(options, words);
  if (options.quiet !== true) return choice;
  // Nothing is printed, and a table would keep all rows until the end.
  return { ...choice, columns: [], isBare: true, format: 'tsv' };
}

/**
 * The default columns: those that the verdicts are based on. In a table of several variables the figures of each
 * partial are left out, as they do not fit a terminal; rows that begin with the points do not repeat them.
 */
export function usualCheckColumns(
  graph: Graph,
  isTable: boolean,
  hasPoints: boolean,
): CheckColumn[] {
  const isSeveral = graph.inputs.length > 1;
  const unused: readonly CheckKind[] = isProvable(graph) ? ['numerical', 'bound'] : ['exact'];
  return checkColumnsOf(graph.inputs).filter(({ column, along }) => {
    if (column === 'x') return !(isSeveral && hasPoints);
    if (column === 'functions' || unused.includes(column)) return false;
    return along === undefined || !(isSeveral && isTable);
  });
}
