/** @file The result of `check --all`: a record for each point, or a page with a line for each function. */

import type { Chain } from '../../core/chain';
import type { CheckedPoint } from '../../core/check/checked';
import { formatNumber } from '../../core/format-number';
import type { Block, Paint } from '../format';
import { alignedTable } from '../table';
import { boundText, CHECK_COLUMNS, checkedColumns } from './columns';
import { noteOf } from './note';

/** A function as a chain of one, at its samples. */
export interface CheckedEntry {
  readonly chain: Chain;
  readonly points: readonly CheckedPoint[];
}

export const CATALOGUE_COLUMNS = ['function', ...CHECK_COLUMNS] as const;

export function catalogueBlock(entries: readonly CheckedEntry[]): Block {
  const blocks = entries.map(({ chain, points }) => [
    points.map(() => chain.toString()),
    ...checkedColumns(points, chain, CHECK_COLUMNS),
  ]);
  return {
    length: entries.reduce((sum, { points }) => sum + points.length, 0),
    columns: CATALOGUE_COLUMNS.map((_, i) => blocks.flatMap((columns) => [...(columns[i] ?? [])])),
  };
}

const HEADS = ['function', 'points', 'agree', 'relative bound', 'note'];

/** How many points of each function agree, and to what part of the derivative that is certain. */
export function cataloguePage(entries: readonly CheckedEntry[], paint: Paint): string {
  const rows = entries.map(({ chain, points }) => {
    const isRight = ({ verdict }: CheckedPoint): boolean =>
      verdict === 'agree' || verdict === 'kink';
    const bounds = points.map(({ bound, backprop }) =>
      backprop === 0 ? 0 : bound / Math.abs(backprop),
    );
    const first = points.find((point) => !isRight(point));
    return [
      chain.toString(),
      formatNumber(points.length),
      formatNumber(points.filter(isRight).length),
      boundText(Math.max(0, ...bounds)),
      first === undefined ? '' : noteOf(first, chain),
    ];
  });
  return alignedTable(HEADS, rows, paint);
}
