/** @file The number of points that are computed at a time. */

import type { Graph } from '../../core/graph/graph';

/** The numbers in the graph of a block, two for each variable and point, take 16 MiB at most. */
const MOST_VARIABLES = 1048576;

/**
 * @param most the number of points for a short formula
 * @param mostVariables the limit of points times variables
 */
export function blockLengthOf(
  { vertices }: Graph,
  most: number,
  mostVariables = MOST_VARIABLES,
): number {
  return Math.min(most, Math.ceil(mostVariables / vertices.length));
}
