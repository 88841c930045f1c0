/** @file Why a figure is NaN: an overflow on the way, or a product of zero and infinity. */

import { formatNumber } from '../text/format-number';
import { usedNodes } from '../graph/vertex';
import { listed } from '../text/lists';
import type { Graph } from '../graph/graph';
import { partialAt } from '../engine/at-point';
import { type Method, stencil } from '../../math/finite-differences';
import { argumentsText, subject } from './subject';

/** Why the value at a point of the domain is NaN: some function makes NaN of infinite arguments. */
export function explainValueNaN(graph: Graph, ...point: readonly number[]): string {
  const values = graph.valuesAt(...point);
  for (const [node, at, x] of usedNodes(graph, values)) {
    if (!Number.isNaN(values[at])) continue;
    return `y is NaN: ${subject(graph, node, at)} gets ${argumentsText(node, x)}, an overflow`;
  }
  return 'y is NaN';
}

/** Why the numerical derivative is NaN where the value is not: it is NaN or overflows beside the point. */
export function explainNumericalNaN(graph: Graph, x: number, eps: number, method: Method): string {
  const values = stencil(x, eps, method).map((point) => graph.valuesAt(point).at(-1) as number);
  const why = values.some(Number.isNaN) ? 'y is NaN beside x' : 'the function overflows';
  return `numerical is NaN: ${why}; it is the difference of ${listed(values.map(formatNumber), 'and')}`;
}

/**
 * Why the gradient of a point is NaN although its value is not: on the way back, some function
 * multiplied a gradient of zero by an infinite one, or two infinite ones met.
 *
 * @param data the values of all vertices at this point
 * @param grads their gradients
 */
export function explainGradientNaN(
  graph: Graph,
  data: readonly number[],
  grads: readonly number[],
): string {
  const last = grads.findLastIndex(Number.isNaN);
  for (const [node, at, x] of usedNodes(graph, data)) {
    for (const [k, input] of node.inputs.entries()) {
      if (input !== last) continue;
      const local = partialAt(node.f, k, x, data[at] as number);
      const back = grads[at] as number;
      if (!Number.isNaN(local * back)) continue;
      const found = `backprop is NaN: ${subject(graph, node, at)} has the derivative ${formatNumber(local)} here`;
      if (Number.isNaN(local)) return found;
      return (
        `${found} and gets back the gradient ${formatNumber(back)}; ` +
        'zero times infinity has no value'
      );
    }
  }
  return 'backprop is NaN: gradients of Infinity and -Infinity add up to no value';
}
