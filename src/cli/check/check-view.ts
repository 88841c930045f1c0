/** @file The columns that a check shows, and what is computed for them. */

import { isProvable } from '../../core/check/check-by-proof';
import type { Graph } from '../../core/graph/graph';
import {
  CHECK_KINDS,
  type CheckColumn,
  checkColumnsOf,
  type CheckKind,
  FIGURES_OF_PARTIALS,
} from '../../report/check/columns';
import { type ColumnChoice, wordChoice } from '../options/column-choice';
import { UsageError } from '../errors';
import type { Options } from '../options/given';
import { number, once } from '../options/options';
import type { Checking } from '../stream/check-run';

/** @throws UsageError */
export function toleranceOf({ tolerance: given }: Options): number | undefined {
  const text = once('--tolerance', given);
  if (text === undefined) return undefined;
  const tolerance = number('--tolerance', text);
  if (tolerance > 0 && tolerance < 1) return tolerance;
  throw new UsageError(`--tolerance must lie between 0 and 1, such as 1e-6, not ${text}`);
}

export interface CheckView extends Omit<ColumnChoice<CheckColumn>, 'columns'> {
  /** @param hasPoints whether rows begin with the points already */
  readonly checkingIn: (isTable: boolean, hasPoints: boolean) => Checking;
}

/** @throws UsageError where options contradict each other */
export function checkViewOf(graph: Graph, options: Options): CheckView {
  const all = checkColumnsOf(graph.inputs);
  const { columns, ...choice } = wordChoice(options, columnWords(graph.inputs, all));
  const tolerance = toleranceOf(options);
  return {
    ...choice,
    checkingIn: (isTable, hasPoints) => ({
      columns: columns ?? usualColumns(graph, all, isTable, hasPoints),
      isFailing: options.failing === true,
      tolerance,
      ...(isTable && { table: { precision: choice.precision } }),
    }),
  };
}

/** The columns by the words that choose them: with several variables also all figures of a kind. */
function columnWords(
  variables: readonly string[],
  all: readonly CheckColumn[],
): Map<string, readonly CheckColumn[]> {
  const words = new Map<string, readonly CheckColumn[]>();
  const isOne = variables.length === 1;
  for (const kind of isOne ? CHECK_KINDS : FIGURES_OF_PARTIALS) {
    words.set(
      kind,
      all.filter((column) => column.kind === kind),
    );
  }
  if (!isOne) for (const column of all) words.set(column.name, [column]);
  return words;
}

/**
 * The default columns: those that the verdicts are based on. In a table of several variables the figures of each
 * partial are left out, as they do not fit a terminal; rows that begin with the points do not repeat them.
 */
function usualColumns(
  graph: Graph,
  all: readonly CheckColumn[],
  isTable: boolean,
  hasPoints: boolean,
): CheckColumn[] {
  const isSeveral = graph.inputs.length > 1;
  const unused: readonly CheckKind[] = isProvable(graph) ? ['numerical', 'bound'] : ['exact'];
  return all.filter(({ kind, along }) => {
    if (kind === 'x') return !(isSeveral && hasPoints);
    if (kind === 'functions' || unused.includes(kind)) return false;
    return along === undefined || !(isSeveral && isTable);
  });
}
