/** @file The columns of `check` by several variables, and what is computed for them. */

import { functionWithoutFormula } from '../../core/exact/exact-reading';
import type { Graph } from '../../core/graph/graph';
import {
  type CheckedColumn,
  checkedColumnsOf,
  PARTIAL_KINDS,
} from '../../report/check/several-columns';
import { columnChoice, columnNamed, columnsNamed } from '../options/column-choice';
import { type CheckView, type CheckViewOptions, toleranceOf } from './check-view';

/** @throws UsageError where options contradict each other */
export function viewOfSeveral(graph: Graph, options: CheckViewOptions): CheckView {
  const all = checkedColumnsOf(graph.inputs);
  const words = new Map<string, readonly CheckedColumn[]>();
  for (const kind of PARTIAL_KINDS) {
    if (kind !== 'verdict')
      words.set(
        kind,
        all.filter((column) => column.kind === kind),
      );
  }
  for (const column of all) words.set(column.name, [column]);
  const choice = columnChoice(options, [...words.keys()]);
  const chosen = choice.columns && columnsNamed(choice.columns, words);
  const only = choice.only === undefined ? undefined : columnNamed(choice.only, words);
  const { format, precision } = choice;
  return {
    ...{ format, precision },
    isBare: only !== undefined,
    shownIn: (isTable, hasPoints) => {
      const columns = only ?? chosen ?? usual(graph, all, isTable, hasPoints);
      const table = isTable ? { table: { precision } } : {};
      return {
        names: columns.map(({ name }) => name),
        checking: {
          kind: 'several',
          ...{ columns, isFailing: options.failing === true },
          tolerance: toleranceOf(options),
          ...table,
        },
      };
    },
  };
}

/** Those that fit a terminal; in records those that the verdicts are made from. */
function usual(
  graph: Graph,
  all: readonly CheckedColumn[],
  isTable: boolean,
  hasPoints: boolean,
): CheckedColumn[] {
  const unused = functionWithoutFormula(graph) === undefined ? ['numerical', 'bound'] : ['exact'];
  const partials: readonly string[] = isTable ? PARTIAL_KINDS : unused;
  return all.filter((column) => {
    if (column.kind === 'variable') return !hasPoints;
    if ('along' in column) return !partials.includes(column.kind);
    return column.kind !== 'functions';
  });
}
