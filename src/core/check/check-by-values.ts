/** @file Checks the derivatives of a graph against its values, where not every function has a formula. */

import type { BestDerivative } from '../best/best-at';
import { bestOfGraph } from '../best/best-of-graph';
import { judge } from '../best/judge';
import { differentiateBlock } from '../differentiate/differentiate';
import type { Graph } from '../graph/graph';
import { inputsOf, type Node, nodesOf } from '../graph/vertex';
import { relativeDistance, SMALLEST_NORMAL } from '../round-off/round-off';
import type { Fault } from '../text/errors';
import { roundOffAt } from './check-by-proof';
import {
  type Checked,
  type CheckedBlock,
  type CheckedFunction,
  faulty,
  type Reason,
} from './checked';
import { withFunctions } from './functions';

/**
 * Checks the derivative against the values of the graph alone.
 *
 * It agrees if it differs from the numerical derivative by no more than the bound of that one plus the
 * round-off of backprop, 16 * 2^-53 of it. A numerical derivative with a bound above 1/2000 of it decides
 * nothing, unless it is negligible (see `judge`). A disagreement of the whole counts only if one of its
 * functions disagrees at its arguments, or if it is no larger than what all of them together may be wrong by.
 */
export function checkByValues(graph: Graph, x: Float64Array, tolerance = 0): CheckedBlock {
  const { points, faults } = checkWhole(graph, x, tolerance);
  const located = withFunctions(
    graph,
    points,
    ({ verdict, reason }) =>
      verdict !== 'agree' && reason?.kind !== 'fault' && reason?.kind !== 'not-finite',
    (alone, inputs) => checkWhole(alone, inputs, tolerance).points,
    (point, functions) => {
      const concluded = conclude(point, functions, tolerance);
      return { ...unlessRoundOff(graph, concluded), functions };
    },
  );
  return { points: located, faults };
}

/** Takes a disagreement back if the round-off of the intermediate values explains it. */
function unlessRoundOff(graph: Graph, point: Checked): Checked {
  if (point.verdict !== 'disagree' || point.reason !== undefined) return point;
  const roundOff = roundOffAt(graph, point.x);
  const isExplained = Math.abs(point.numerical - point.backprop) <= point.bound + roundOff;
  if (!isExplained) return point;
  return { ...point, verdict: 'inconclusive', reason: { kind: 'cancellation', roundOff } };
}

function checkWhole(
  graph: Graph,
  x: Float64Array,
  tolerance: number,
): { points: Checked[]; faults: ReadonlyMap<number, Fault> } {
  // The functions of a chain, checked one by one, show whether it is ill-conditioned.
  const kind = graph.isChain ? 'own' : 'all';
  const options = { columns: ['y', 'backprop'], roundOff: kind } as const;
  const { y, backprop, roundOff, faults } = differentiateBlock(graph, x, options);
  const points = bestOfGraph(graph, x).map((best, i) => {
    const figures = { x: x[i] as number, y: y?.[i] as number, backprop: backprop?.[i] as number };
    const fault = faults.get(i);
    if (fault !== undefined) return { ...figures, ...faulty(fault) };
    return checked(graph, figures, best, { roundOff: roundOff?.[i] as number, tolerance });
  });
  return { points, faults };
}

function checked(
  graph: Graph,
  figures: Pick<Checked, 'x' | 'y' | 'backprop'>,
  best: BestDerivative,
  allowed: { readonly roundOff: number; readonly tolerance: number },
): Checked {
  const { value: numerical, bound } = best;
  const judgement = Number.isFinite(figures.y)
    ? judge(figures.backprop, best, allowed.roundOff, allowed.tolerance)
    : { verdict: 'inconclusive' as const, reason: firstNotFinite(graph, figures.x) };
  return { ...figures, numerical, bound, ...judgement };
}

/** The first function without a finite value; there is one, as a graph without functions is proved. */
function firstNotFinite(graph: Graph, x: number): Reason {
  const values = graph.valuesAt(x);
  const [node] = [...nodesOf(graph)].find(([, at]) => !Number.isFinite(values[at])) as [
    Node,
    number,
  ];
  return { kind: 'not-finite', name: node.f.definition.name, inputs: inputsOf(node, values) };
}

/**
 * Judges a graph that does not agree by its functions. Its derivative is a sum of products of theirs: it is
 * wrong if one of them is wrong and none is 0, and right if all are right.
 *
 * @param tolerance a relative error that each function may have and agree
 */
function conclude(
  whole: Checked,
  functions: readonly CheckedFunction[],
  tolerance: number,
): Checked {
  const indexOf = (verdict: Checked['verdict']): number =>
    functions.findIndex((f) => f.verdict === verdict);
  const wrong = indexOf('disagree');
  const undecided = indexOf('inconclusive');
  const kink = indexOf('kink');
  if (wrong >= 0 && (whole.verdict === 'disagree' || whole.backprop !== 0)) {
    return { ...whole, verdict: 'disagree', reason: { kind: 'wrong-function', index: wrong } };
  }
  if (whole.verdict === 'kink') return whole;
  if (undecided >= 0) {
    const reason = { kind: 'undecided-function', index: undecided } as const;
    return { ...whole, verdict: 'inconclusive', reason };
  }
  if (whole.verdict === 'disagree' && kink >= 0) {
    return { ...whole, verdict: 'kink', reason: { kind: 'kink-inside', index: kink } };
  }
  const underflow = functions.findIndex(
    (f) => f.backprop === 0 && Math.abs(f.numerical) + f.bound < SMALLEST_NORMAL,
  );
  if (underflow >= 0 && whole.backprop === 0) {
    return { ...whole, verdict: 'inconclusive', reason: { kind: 'underflow', index: underflow } };
  }
  if (whole.verdict === 'disagree' && !provesRight(whole, functions, tolerance)) return whole;
  return { ...whole, verdict: 'inconclusive', reason: { kind: 'ill-conditioned' } };
}

/** Whether the whole disagrees by more than all functions together may be wrong: then its values mislead, not backprop. */
function provesRight(
  { numerical, backprop }: Checked,
  functions: readonly CheckedFunction[],
  tolerance: number,
): boolean {
  const mostOf = (f: CheckedFunction): number => f.bound / Math.abs(f.backprop) + tolerance;
  const most = functions.reduce((sum, f) => sum + mostOf(f), 0);
  return most < relativeDistance(numerical, backprop);
}
