/** @file What tests ask of graphs. */

import type { FunctionClass } from '../../src/core/engine/define-function';
import type { Graph } from '../../src/core/graph/graph';
import { nodesOf } from '../../src/core/graph/vertex';

/** The functions of a chain, in the order in which they are applied. */
export function functionsOf(chain: Graph): FunctionClass[] {
  return [...nodesOf(chain)].map(([{ f }]) => f as FunctionClass);
}
