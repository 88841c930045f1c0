/** @file Checks the derivatives of a graph, and names the function whose derivative is wrong. */

import { relativeDistance, SMALLEST_NORMAL } from '../round-off/round-off';
import type { BestDerivative } from '../best/best-at';
import { bestOfGraph } from '../best/best-of-graph';
import { differentiateBlock } from '../differentiate/differentiate';
import type { Fault } from '../text/errors';
import { type Graph, requireGraph, requireOneVariable } from '../graph/graph';
import { inputsOf, type Node, nodesOf } from '../graph/vertex';
import { requireBlock } from '../text/require';
import { checkByProof, isProvable, roundOffAt } from './check-by-proof';
import { overflow } from './proof';
import {
  type Checked,
  type CheckedBlock,
  type CheckedFunction,
  type CheckedPoint,
  faulty,
  type Reason,
} from './checked';
import { withFunctions } from './functions';
import { judge } from '../best/judge';

/** The options of `check` and `checkSeveral`. */
export interface CheckOptions {
  /** Whether to compute the numerical derivative even where a proof does without it. */
  readonly numerical?: boolean;
  /** A relative error that is accepted, for derivatives that are approximations themselves. */
  readonly tolerance?: number;
}

/**
 * Checks the derivative that backprop gives at every x: by proof where all functions have formulas,
 * otherwise against the values of the graph.
 *
 * @param graph of one variable, such as `parseFormula('x^2; 2*x')`
 * @param x where, as many numbers as you like
 * @returns a verdict with its numbers and its reason for each x; errors at single x are in `faults`
 * @throws DezeroError `wrong-type`
 */
export function check(
  graph: Graph,
  x: Float64Array,
  { numerical = false, tolerance = 0 }: CheckOptions = {},
): CheckedBlock {
  requireGraph('check', graph);
  requireOneVariable('check', graph);
  requireBlock('check', x);
  if (!isProvable(graph)) return checkByValues(graph, x, tolerance);
  const proved = checkByProof(graph, x, numerical);
  if (tolerance === 0) return proved;
  return { ...proved, points: proved.points.map((point) => tolerating(point, tolerance)) };
}

/** Turns a disagreement by proof into agreement if it is within the tolerance. */
function tolerating(point: CheckedPoint, tolerance: number): CheckedPoint {
  const { x, y, numerical, bound, backprop, reason } = point;
  const exact = point.exact as number;
  const isNormal = Math.abs(exact) >= SMALLEST_NORMAL && Number.isFinite(exact);
  // Beyond the normal doubles these do not show how far a claim is off.
  const factor = reason?.kind === 'beyond-doubles' ? reason.factor : NaN;
  const isClose = isNormal
    ? Math.abs(backprop - exact) <= tolerance * Math.abs(exact)
    : Math.abs(factor - 1) <= tolerance;
  if (point.verdict !== 'disagree' || !isClose) return point;
  const figures = { x, y, numerical, bound, backprop, exact };
  return Number.isFinite(exact) ? { ...figures, verdict: 'agree' } : { ...figures, ...overflow };
}

/**
 * Checks the derivative against the values of the graph alone.
 *
 * It agrees if it differs from the numerical derivative by no more than the bound of that one plus the
 * round-off of backprop, 16 * 2^-53 of it. A numerical derivative with a bound above 1/2000 of it decides
 * nothing, unless it is negligible (see `judge`). A disagreement of the whole counts only if one of its
 * functions disagrees at its arguments, or if the functions are known so precisely that it must be real.
 */
export function checkByValues(graph: Graph, x: Float64Array, tolerance = 0): CheckedBlock {
  const { points, faults } = checkWhole(graph, x, tolerance);
  const located = withFunctions(
    graph,
    points,
    ({ verdict, reason }) => verdict !== 'agree' && !isOutOfRange(reason),
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

function isOutOfRange(reason: Reason | undefined): boolean {
  return reason?.kind === 'fault' || reason?.kind === 'not-finite';
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
  const underflow = functions.findIndex(isUnderflow);
  if (underflow >= 0 && whole.backprop === 0) {
    return { ...whole, verdict: 'inconclusive', reason: { kind: 'underflow', index: underflow } };
  }
  if (whole.verdict === 'disagree' && !provesRight(whole, functions, tolerance)) return whole;
  return { ...whole, verdict: 'inconclusive', reason: { kind: 'ill-conditioned' } };
}

function isUnderflow({ numerical, bound, backprop }: CheckedFunction): boolean {
  return backprop === 0 && Math.abs(numerical) + bound < SMALLEST_NORMAL;
}

/** Whether the errors that all functions may have together cannot explain the disagreement. */
function provesRight(
  { numerical, backprop }: Checked,
  functions: readonly CheckedFunction[],
  tolerance: number,
): boolean {
  const discrepancy = relativeDistance(numerical, backprop);
  return functions.reduce((sum, f) => sum + localRelativeBound(f) + tolerance, 0) < discrepancy;
}

/** The relative bound of a derivative that agrees, without the tolerance. */
function localRelativeBound({ bound, backprop }: CheckedFunction): number {
  return bound / Math.abs(backprop);
}
