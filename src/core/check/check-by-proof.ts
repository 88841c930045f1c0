/** @file Checks the derivatives of a graph by proof, without finite differences. */

import { bestOfGraph } from '../best/best-of-graph';
import { differentiateBlock } from '../differentiate/differentiate';
import { functionWithoutFormula } from '../exact/exact-reading';
import type { Fault } from '../text/errors';
import { flattened } from '../exact/flattened';
import type { Notice } from '../explain/notice';
import { lossOf } from '../exact/loss';
import { isFormula } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import { inputsOf, type Node, nodesOf } from '../graph/vertex';
import { LAST_DIGITS, SMALLEST_NORMAL, UNIT_ROUND_OFF } from '../round-off/round-off';
import type { Checked, CheckedBlock } from './checked';
import { withFunctions } from './functions';
import type { ImpreciseReason, Proof } from './proof';
import { Prover } from './prove';

/** Whether every function has a formula, so that derivatives can be proved right or wrong. */
export function isProvable(graph: Graph): boolean {
  return functionWithoutFormula(graph) === undefined;
}

/**
 * Judges backprop, which uses the claims in the graph, against the exact derivative at every x.
 *
 * @param isNumerical whether to compute the numerical derivative as well, for display only
 */
export function checkByProof(graph: Graph, x: Float64Array, isNumerical: boolean): CheckedBlock {
  const { points, faults } = proveWhole(graph, x);
  const best = isNumerical ? bestOfGraph(graph, x) : [];
  for (const [i, { value, bound }] of best.entries()) {
    points[i] = { ...(points[i] as Checked), numerical: value, bound };
  }
  const located = withFunctions(
    graph,
    points,
    ({ verdict }) => verdict === 'disagree',
    (alone, inputs) => proveWhole(alone, inputs).points,
    (point, functions) => {
      const index = functions.findIndex(({ verdict }) => verdict === 'disagree');
      // All functions are right: backprop of the whole follows conventions at kinks.
      if (index < 0) return point;
      return { ...point, reason: { kind: 'wrong-function', index }, functions };
    },
  );
  return { points: located, faults };
}

function proveWhole(
  graph: Graph,
  x: Float64Array,
): { points: Checked[]; faults: CheckedBlock['faults'] } {
  const prover = new Prover(graph).at([x]);
  const options = { columns: ['y', 'backprop'] } as const;
  const { y, backprop, faults: ofDoubles } = differentiateBlock(graph, x, options);
  const faults = new Map<number, Fault>();
  const points = Array.from(x, (at, i): Checked => {
    const computed = backprop?.[i] as number;
    // The size of the products that backprop sums up.
    const scale = (): number => roundOffAt(graph, at) / UNIT_ROUND_OFF;
    const proved = prover.judge(i, 0, computed, scale);
    const judged = withCause(proved.judgement, graph, at, computed);
    const { reason } = judged;
    // At a pole the value in doubles is infinite, not missing: that is no fault.
    const isFault = ofDoubles.has(i) || Number.isFinite(y?.[i]);
    if (reason?.kind === 'no-derivative' && reason.isOutside && isFault) {
      faults.set(i, { code: 'outside-domain', message: reason.why });
    }
    const fault = faults.get(i);
    return {
      x: at,
      y: y?.[i] as number,
      numerical: NaN,
      bound: NaN,
      backprop: computed,
      exact: proved.exact,
      ...judged,
      ...(fault && { reason: { kind: 'fault' as const, message: fault.message } }),
    };
  });
  return { points, faults };
}

/**
 * Adds the cause to an imprecise verdict: doubles land on a kink, or digits are lost. To an undecided one
 * it adds what the values show.
 */
function withCause(
  judgement: Proof,
  graph: Graph,
  x: number,
  claim: number,
): Pick<Checked, 'verdict' | 'reason'> {
  if (judgement.reason?.kind === 'undecided') {
    const [best] = bestOfGraph(graph, Float64Array.of(x));
    return best?.finding === undefined ? judgement : { ...judgement, reason: best.finding };
  }
  if (judgement.verdict !== 'imprecise') return judgement;
  const [kink] = kinkNoticesAt(flattened(graph), x);
  if (kink !== undefined && isBetweenSlopes(graph, x, claim)) {
    return { verdict: 'kink', reason: { kind: 'kink-of-doubles', text: kink.text } };
  }
  const loss = lossAt(graph, x);
  return { verdict: 'imprecise', reason: { ...judgement.reason, ...(loss && { loss }) } };
}

/** The kinks that x hits in doubles. Poles and vertical tangents, with an infinite derivative, are not among them. */
function kinkNoticesAt(graph: Graph, x: number): readonly Notice[] {
  const options = { columns: ['backprop'] } as const;
  const { notices, backprop } = differentiateBlock(graph, Float64Array.of(x), options);
  return Number.isFinite(backprop?.[0]) ? notices : [];
}

/** Whether a claim lies between the slopes a few roundings of x to both sides: a kink between them excuses no other. */
function isBetweenSlopes(graph: Graph, x: number, claim: number): boolean {
  const beside = LAST_DIGITS * Math.max(Math.abs(x), SMALLEST_NORMAL);
  const both = Float64Array.of(x - beside, x + beside);
  const slopes = differentiateBlock(graph, both, { columns: ['exact'] }).exact as Float64Array;
  const slack = LAST_DIGITS * Math.max(...slopes.map(Math.abs));
  return Math.min(...slopes) - slack <= claim && claim <= Math.max(...slopes) + slack;
}

/** Where digits are lost: in the claim if the graph is one function with a claim, otherwise in the values. */
function lossAt(graph: Graph, x: number): ImpreciseReason['loss'] {
  const [[node], ...others] = [...nodesOf(graph)] as [[Node], ...unknown[]];
  const claims = others.length === 0 && isFormula(node.f) ? node.f.claims : [];
  const values = graph.valuesAt(x);
  const given = [...inputsOf(node, values), values.at(-1) as number];
  // A claim may use the value as well as the arguments. Claims by constant arguments do not matter.
  const losses = claims.flatMap((claim, k) => {
    const isAsked = graph.vertices[node.inputs[k] as number]?.kind === 'input';
    return isAsked ? (lossOf(claim, given.slice(0, claim.inputs.length)) ?? []) : [];
  });
  const loss = claims.length > 0 ? losses[0] : lossOf(graph, [x]);
  if (loss === undefined) return undefined;
  const { at, digitsBefore: before, digitsAfter: after, beyond } = loss;
  const vertex = loss.graph.vertices[at] as Node;
  const text = vertex.text ?? vertex.f.definition.name;
  return { text, before, after, ...(beyond && { beyond }) };
}

/** A bound on the round-off of backprop. */
export function roundOffAt(graph: Graph, x: number): number {
  const options = { columns: [], roundOff: 'all' } as const;
  return differentiateBlock(graph, Float64Array.of(x), options).roundOff?.[0] as number;
}
