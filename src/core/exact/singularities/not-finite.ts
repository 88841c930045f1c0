/** @file The outcome at points with a coordinate that is NaN or infinite. */

import type { Real } from '../../../math/real';
import { formatNumber } from '../../text/format-number';
import type { Graph } from '../../graph/graph';
import type { ExactPoint, NoNumber } from '../outcome';

/** Undefined if all coordinates are finite. */
export function notFinite(
  { inputs }: Graph,
  point: readonly (number | Real)[],
): ExactPoint | undefined {
  const at = point.findIndex((x) => typeof x === 'number' && !Number.isFinite(x));
  if (at < 0) return undefined;
  const why = `${inputs[at] as string} is ${formatNumber(point[at] as number)}, which is no number`;
  const none: NoNumber = { kind: 'none', at, why };
  return { value: none, gradient: inputs.map(() => none) };
}
