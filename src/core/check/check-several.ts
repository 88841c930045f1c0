/** @file Checks the partial derivatives of a graph of several variables one by one. */

import { columnsOfSeveral } from '../differentiate/columns';
import { differentiatePoints } from '../differentiate/differentiate';
import { type Fault, wrongType } from '../text/errors';
import { type Graph, requireGraph } from '../graph/graph';
import { pointAt } from '../engine/at-point';
import { check, type CheckOptions } from './check';
import { isProvable } from './check-by-proof';
import { type CheckedPoint, comparedOf, faulty } from './checked';
import { type Verdict, worstOf } from '../best/judge';
import { type ComparedPartial, type Mistake, withMistakes } from './mistake';
import type { Proof } from './proof';
import { Prover } from './prove';

/** One partial at one point, checked along its variable with the others held. */
export interface CheckedPartial extends CheckedPoint {
  readonly variable: string;
  /** What is wrong with it, judged beside the other partials of several; with `disagree` only. */
  readonly mistake?: Mistake;
}

/** A gradient at one point: the value, and the check of each partial; with one variable, of its derivative. */
export interface CheckedGradient {
  readonly point: readonly number[];
  readonly value: number;
  /** The worst verdict among the partials. */
  readonly verdict: Verdict;
  /** In the order of the variables. */
  readonly partials: readonly CheckedPartial[];
}

/** The gradients in the order of the points, and the points with an error. */
export interface CheckedGradients {
  readonly points: readonly CheckedGradient[];
  /** By index. */
  readonly faults: ReadonlyMap<number, Fault>;
}

/**
 * Checks the partials that backprop gives at every point.
 *
 * @param graph of several variables, such as `parseFormula('x*y; y; x')`
 * @param point one array for each variable, in the order of `graph.inputs`, all of the same length
 * @returns a verdict for each point and each partial; errors at single points are in `faults`
 * @throws DezeroError `wrong-type`
 */
export function checkSeveral(
  graph: Graph,
  point: readonly Float64Array[],
  options: CheckOptions = {},
): CheckedGradients {
  requireGraph('checkSeveral', graph);
  if (!Array.isArray(point) || !point.every((x) => x instanceof Float64Array)) {
    const example = '[Float64Array.of(1), Float64Array.of(2)]';
    throw wrongType('checkSeveral needs a list of Float64Arrays, one a variable', point, example);
  }
  return severalChecker(graph, options)(point);
}

/** A checker for one block of points after the other, for any number of variables. */
export function gradientChecker(
  graph: Graph,
  options: CheckOptions,
): (point: readonly Float64Array[]) => CheckedGradients {
  if (graph.inputs.length > 1) return severalChecker(graph, options);
  const { variable } = graph;
  return ([x]) => {
    const { points, faults } = check(graph, x as Float64Array, options);
    const gradients = points.map((only): CheckedGradient => {
      const { x, y: value, verdict } = only;
      return { point: [x], value, verdict, partials: [{ ...only, variable }] };
    });
    return { points: gradients, faults };
  };
}

function severalChecker(
  graph: Graph,
  options: CheckOptions,
): (point: readonly Float64Array[]) => CheckedGradients {
  const { inputs } = graph;
  const columns = columnsOfSeveral(['y', 'backprop'], inputs);
  const prover = isProvable(graph) ? new Prover(graph) : undefined;
  return (point) => {
    const block = differentiatePoints(graph, point, { columns });
    const [values, ...slopes] = block.columns as [Float64Array, ...Float64Array[]];
    const proofs = options.numerical === true ? undefined : prover?.at(point);
    // A proof says itself where there is no value: doubles have none where numbers are only too large for them.
    const ofDoubles: ReadonlyMap<number, Fault> = prover === undefined ? block.faults : new Map();
    const faults = new Map(ofDoubles);
    const checkedAt = (i: number): CheckedGradient => {
      const y = values[i] as number;
      const place = pointAt(point, i);
      const fault = ofDoubles.get(i);
      const partials = inputs.map((variable, k): CheckedPartial => {
        const x = place[k] as number;
        const backprop = (slopes[k] as Float64Array)[i] as number;
        if (fault !== undefined) return { variable, x, y, backprop, ...faulty(fault) };
        const proved = proofs?.judge(i, k, backprop, nothing);
        if (proved !== undefined && isPlain(proved.judgement, graph, options)) {
          const { judgement, exact } = proved;
          return { variable, x, y, numerical: NaN, bound: NaN, backprop, exact, ...judgement };
        }
        const found = check(graph.along(k, place), Float64Array.of(x), options);
        for (const other of found.faults.values()) if (!faults.has(i)) faults.set(i, other);
        return { ...(found.points[0] as CheckedPoint), variable };
      });
      const verdict = worstOf(partials);
      return { point: place, value: y, verdict, partials: withMistakes(partials, comparedPartial) };
    };
    return { points: Array.from(values, (_, i) => checkedAt(i)), faults };
  };
}

// A derivative of 0 needs the size of the products, which this quick judgement leaves out.
const nothing = (): number => 0;

/** Whether a judgement is final: the partial is right with no reason to report, or wrong in the only function. */
function isPlain(
  { verdict, reason }: Proof,
  graph: Graph,
  { tolerance = 0 }: CheckOptions,
): boolean {
  if (verdict === 'agree') return reason === undefined;
  return reason.kind === 'factor' && graph.functionCount < 2 && tolerance === 0;
}

function comparedPartial(partial: CheckedPartial, index: number): ComparedPartial {
  const { reason } = partial;
  const below = reason?.kind === 'beyond-doubles' && { factor: reason.factor };
  return { index, ...comparedOf(partial), ...below };
}
