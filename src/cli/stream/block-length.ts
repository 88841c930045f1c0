/** @file How many points are computed at a time. */

import type { Graph } from '../../core/graph/graph';

/** The graph of a block holds two numbers for each variable and point: some 16 MiB at a time. */
const MOST_VARIABLES = 1048576;

/**
 * @param most points of a short formula
 * @param mostVariables of all points together
 */
export function blockLengthOf(
  { vertices }: Graph,
  most: number,
  mostVariables = MOST_VARIABLES,
): number {
  return Math.min(most, Math.ceil(mostVariables / vertices.length));
}
