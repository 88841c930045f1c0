/** @file A graph differentiated at many points: value, numerical derivative and backprop. */

import { blockOf } from './block';
import { COLUMNS } from './columns';
import type {
  AllDerivatives,
  BlockDerivatives,
  Derivatives,
  DifferentiateOptions,
} from './derivatives';
import { Graph } from './graph';
import { failureOf, guarding } from './guarded-graph';
import { wrongType } from './variable';

/**
 * Differentiates a graph of one variable at every x of a block.
 *
 * `numerical` is the finite difference, or the best derivative with a `bound` of its error, which is
 * no column otherwise; `backprop` manual backpropagation; absoluteError is their
 * distance, relativeError that distance relative to the larger of the two (0 for two equal numbers;
 * NaN, as the distance, where both are the same infinity).
 *
 * @throws DezeroError `wrong-type` or `bad-eps`; what concerns single points is in `problems`
 */
export function differentiate(
  graph: Graph,
  x: Float64Array,
  options?: Omit<DifferentiateOptions, 'columns'>,
): AllDerivatives;
export function differentiate(
  graph: Graph,
  x: Float64Array,
  options: DifferentiateOptions,
): Derivatives;
export function differentiate(
  graph: Graph,
  x: Float64Array,
  options: DifferentiateOptions = {},
): Derivatives {
  const { faults, ...derivatives } = differentiateBlock(graph, x, options);
  const problems = [...faults].map(([index, { code, message }]) => ({ index, code, message }));
  return { ...derivatives, problems: problems.sort((a, b) => a.index - b.index) };
}

/** As `differentiate`; the message of a fault is made when it is read. */
export function differentiateBlock(
  graph: Graph,
  x: Float64Array,
  options: DifferentiateOptions,
): BlockDerivatives {
  if (!(graph instanceof Graph)) {
    throw wrongType('differentiate needs a Graph', graph, "parseChain('square,exp')");
  }
  return guarding(graph, (usable) => {
    const block = blockOf(usable, x, options);
    return usable === graph ? block : withFailures(block, graph, options);
  });
}

/** The block of a guarded graph, with the faults of the points at which the graph itself fails. */
function withFailures(
  block: BlockDerivatives,
  graph: Graph,
  options: DifferentiateOptions,
): BlockDerivatives {
  const faults = new Map(block.faults);
  const figures = [...COLUMNS.map((name) => block[name]), block.trace?.at(-1)?.data];
  for (const [index, value] of block.x.entries()) {
    const isComputed = figures.every((column) => !Number.isNaN(column?.[index]));
    if (isComputed) continue;
    const fault = failureOf(() => blockOf(graph, Float64Array.of(value), options));
    if (fault !== undefined) faults.set(index, fault);
  }
  return { ...block, faults, notices: block.notices.filter(({ index }) => !faults.has(index)) };
}
