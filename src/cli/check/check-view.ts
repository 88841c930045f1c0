/** @file The columns that a check shows, and how wrong a derivative may be. */

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

/** @throws UsageError */
export function toleranceOf({ tolerance: given }: Options): number | undefined {
  const text = once('--tolerance', given);
  if (text === undefined) return undefined;
  const tolerance = number('--tolerance', text);
  if (tolerance > 0 && tolerance < 1) return tolerance;
  throw new UsageError(`--tolerance must lie between 0 and 1, such as 1e-6, not ${text}`);
}

/** @throws UsageError where options contradict each other */
export function checkColumnChoice({ inputs }: Graph, options: Options): ColumnChoice<CheckColumn> {
  return wordChoice(options, columnWords(inputs, checkColumnsOf(inputs)));
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
export function usualColumns(graph: Graph, isTable: boolean, hasPoints: boolean): CheckColumn[] {
  const isSeveral = graph.inputs.length > 1;
  const unused: readonly CheckKind[] = isProvable(graph) ? ['numerical', 'bound'] : ['exact'];
  return checkColumnsOf(graph.inputs).filter(({ kind, along }) => {
    if (kind === 'x') return !(isSeveral && hasPoints);
    if (kind === 'functions' || unused.includes(kind)) return false;
    return along === undefined || !(isSeveral && isTable);
  });
}
