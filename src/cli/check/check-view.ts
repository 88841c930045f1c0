/** @file What a check shows: the columns that are asked for, and what is computed for them. */

import { isProvable } from '../../core/check/check-by-proof';
import { nameOfOne } from '../../core/differentiate/columns';
import type { Graph } from '../../core/graph/graph';
import { ALL_CHECK_COLUMNS, CHECK_COLUMNS, PROOF_COLUMNS } from '../../report/check/columns';
import type { FormatName } from '../../report/formats/formats';
import { columnChoice, type ColumnOptions } from '../options/column-choice';
import { UsageError } from '../errors';
import { type Given, number, once } from '../options/options';
import type { Checking } from '../stream/check-run';

export interface CheckViewOptions extends ColumnOptions {
  /** Whether only what is not right has rows. */
  readonly failing?: boolean;
  /** How wrong a derivative may be, as a part of it. */
  readonly tolerance?: Given;
}

/** @throws UsageError */
export function toleranceOf({ tolerance: given }: CheckViewOptions): number | undefined {
  const text = once('--tolerance', given);
  if (text === undefined) return undefined;
  const tolerance = number('--tolerance', text);
  if (tolerance > 0 && tolerance < 1) return tolerance;
  throw new UsageError(`--tolerance must lie between 0 and 1, such as 1e-6, not ${text}`);
}

export interface CheckView {
  /** As far as the options say so. */
  readonly format: FormatName | undefined;
  readonly precision: number | undefined;
  /** Whether it is one column of bare figures. */
  readonly isBare: boolean;
  /** @param hasPoints whether rows begin with the points already */
  readonly shownIn: (
    isTable: boolean,
    hasPoints: boolean,
  ) => {
    readonly names: readonly string[];
    readonly checking: Checking;
  };
}

/** @throws UsageError where options contradict each other */
export function viewOfOne(graph: Graph, options: CheckViewOptions): CheckView {
  const usual = isProvable(graph) ? PROOF_COLUMNS : CHECK_COLUMNS;
  const { only, columns = usual, ...choice } = columnChoice(options, ALL_CHECK_COLUMNS);
  const { format, precision } = choice;
  const shown = only === undefined ? columns : [only];
  return {
    ...{ format, precision },
    isBare: only !== undefined,
    shownIn: (isTable) => ({
      names: shown.map((name) => nameOfOne(name, graph.variable)),
      checking: {
        kind: 'one',
        ...{ columns: shown, isFailing: options.failing === true },
        tolerance: toleranceOf(options),
        ...(isTable && { table: { precision } }),
      },
    }),
  };
}
