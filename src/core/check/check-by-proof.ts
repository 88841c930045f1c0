/** @file Whether the derivatives of a graph are right, by proof: no differences are taken. */

import { bestOfGraph } from '../best/best-of-graph';
import { differentiateBlock } from '../differentiate';
import { functionWithoutFormula } from '../exact/exact-reading';
import type { Fault } from '../errors';
import type { Graph } from '../graph';
import { UNIT_ROUND_OFF } from '../round-off';
import type { Checked, CheckedBlock, CheckedFunction, CheckedPoint } from './checked';
import { checkFunctions } from './functions';
import { Prover } from './prove';

/** Whether the derivatives of a graph can be proved right or wrong: no function is known by values alone. */
export function isProvable(graph: Graph): boolean {
  return functionWithoutFormula(graph) === undefined;
}

/**
 * Judges backprop, or the claims in the graph, against the derivative of the graph itself, at every x.
 *
 * @param isNumerical whether the numerical derivative is asked for, too; it judges nothing
 */
export function checkByProof(graph: Graph, x: Float64Array, isNumerical = false): CheckedBlock {
  const { points, faults } = proveWhole(graph, x);
  const best = isNumerical ? bestOfGraph(graph, x) : [];
  for (const [i, { value, bound }] of best.entries()) {
    points[i] = { ...(points[i] as Checked), numerical: value, bound };
  }
  if (graph.functionCount < 2) return { points, faults };
  const wrong = points.flatMap(({ verdict }, i) => (verdict === 'disagree' ? [i] : []));
  const functions = checkFunctions(
    graph,
    wrong.map((i) => graph.valuesAt(x[i] as number)),
    (alone, inputs) => proveWhole(alone, inputs).points,
  );
  const located: CheckedPoint[] = [...points];
  for (const [j, i] of wrong.entries()) {
    const parts = functions[j] as CheckedFunction[];
    const index = parts.findIndex(({ verdict }) => verdict === 'disagree');
    const reason = index < 0 ? points[i]?.reason : ({ kind: 'wrong-function', index } as const);
    located[i] = {
      ...(points[i] as Checked),
      ...(reason && { reason }),
      functions: parts,
    };
  }
  return { points: located, faults };
}

function proveWhole(graph: Graph, x: Float64Array): { points: Checked[]; faults: CheckedBlock['faults'] } {
  const prover = new Prover(graph);
  const options = { columns: ['y', 'backprop'] } as const;
  const { y, backprop, faults: ofDoubles } = differentiateBlock(graph, x, options);
  const faults = new Map<number, Fault>();
  const points = prover.read([x], 0).map((exact, i): Checked => {
    const at = x[i] as number;
    const computed = backprop?.[i] as number;
    const proved = prover.judge([at], 0, exact, computed, () => scaleOf(graph, at));
    const { reason } = proved.judgement;
    if (reason?.kind === 'no-derivative' && reason.isOutside) {
      faults.set(i, ofDoubles.get(i) ?? { code: 'outside-domain', message: reason.why });
    }
    return {
      x: at,
      y: y?.[i] as number,
      numerical: NaN,
      bound: NaN,
      backprop: computed,
      exact: proved.exact,
      ...proved.judgement,
    };
  });
  return { points, faults };
}

/** How large the products are that backprop sums up: by what their roundings may leave of them. */
function scaleOf(graph: Graph, x: number): number {
  const options = { columns: [], roundOff: 'all' } as const;
  const { roundOff: [roundOff = 0] = [] } = differentiateBlock(graph, Float64Array.of(x), options);
  return roundOff / UNIT_ROUND_OFF;
}
