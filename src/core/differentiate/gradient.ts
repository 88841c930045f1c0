/** @file The gradient of a graph at one point, by the names of its variables. */

import { columnsOfSeveral } from './columns';
import { differentiatePoints } from './differentiate';
import { DezeroError, wrongType } from '../text/errors';
import { type Graph, requireGraph } from '../graph/graph';
import { requireEach } from './named-point';

/**
 * The partial derivatives by backprop at one point: `gradient(graph, { x: 1, y: 2 })` is
 * `{ x: ..., y: ... }`.
 *
 * @param graph of one or more variables, such as `parseFormula('x*y')`
 * @param point a number for each variable
 * @returns a number for each variable
 * @throws DezeroError `wrong-type`, or what is wrong with the point, as `outside-domain`
 */
export function gradient<V extends string>(
  graph: Graph,
  point: Readonly<Record<V, number>>,
): Record<V, number> {
  requireGraph('gradient', graph);
  const { inputs } = graph;
  if (Object.prototype.toString.call(point) !== '[object Object]') {
    const example = `{ ${inputs.map((name, k) => `${name}: ${String(k + 1)}`).join(', ')} }`;
    throw wrongType('gradient needs a number for each variable', point, example);
  }
  requireEach(inputs, point);
  const given = inputs.map((name) => {
    const value: unknown = point[name as V];
    if (typeof value === 'number') return Float64Array.of(value);
    throw wrongType(`the variable ${name} is a number`, value, `{ ${name}: 0.5 }`);
  });
  const columns = columnsOfSeveral(['backprop'], inputs);
  const { columns: partials, faults } = differentiatePoints(graph, given, { columns });
  const fault = faults.get(0);
  if (fault !== undefined) throw DezeroError.from(fault);
  const named = inputs.map((name, k) => [name, partials[k]?.[0] as number]);
  return Object.fromEntries(named) as Record<V, number>;
}
