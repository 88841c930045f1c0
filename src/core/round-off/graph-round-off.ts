/**
 * @file Running error analysis of a graph at one point (N. J. Higham, "Accuracy and Stability of Numerical
 * Algorithms", 3.3): a bound on the round-off of every value, from those of its arguments.
 */

import type { AnyFunctionClass } from '../engine/define-operation';
import { isUsedAt, partialAt, valueAt } from '../engine/at-point';
import type { Graph } from '../graph/graph';
import { type Constant, inputsOf, nodesOf, withParts } from '../graph/vertex';
import { TWO_UNITS, UNIT_ROUND_OFF } from './round-off';

/** How the round-off of a function's value is estimated: `own` is made by the function itself. */
interface RoundingModel {
  readonly own: (f: AnyFunctionClass, x: readonly number[], y: number) => number;
  /** The factor by which an error of the argument k grows. */
  readonly slope: (
    f: AnyFunctionClass,
    k: number,
    x: readonly number[],
    y: number,
    error: number,
  ) => number;
}

/** The slope is a difference over this fraction of the argument to both sides, or over its error if that is larger. */
const STEP = 9.5367431640625e-7; // 2^-20

/** Uses values only: a derivative may be the wrong one that is being looked for. */
export const OBSERVED: RoundingModel = {
  own: (f, x, y) => Math.max(TWO_UNITS * Math.abs(y), ownRoundOff(f, x) ?? 0),
  slope(f, k, x, y, error) {
    const least = Number.isFinite(error) ? Math.max(error, Number.MIN_VALUE) : Number.MIN_VALUE;
    const step = Math.max(Math.abs(x[k] as number) * STEP, least);
    const ahead = valueAt(f, moved(x, k, step)) - y;
    const behind = y - valueAt(f, moved(x, k, -step));
    return largest(ahead, behind) / step;
  },
};

/** Uses the derivatives of the functions, and assumes that each rounds to the nearest double. */
export const DERIVED: RoundingModel = {
  own(f, x, y) {
    if (f.definition.isExact === true) return 0;
    return ownRoundOff(f, x) ?? UNIT_ROUND_OFF * Math.abs(y) + Number.MIN_VALUE;
  },
  slope: (f, k, x, y) => Math.abs(partialAt(f, k, x, y)),
};

/** The round-off that a function states for its value; Infinity if it states NaN. */
function ownRoundOff(f: AnyFunctionClass, x: readonly number[]): number | undefined {
  const own = f.definition.roundOff?.(x[0] as number);
  return Number.isNaN(own) ? Infinity : own;
}

export function moved(x: readonly number[], k: number, step: number): number[] {
  return x.map((value, i) => (i === k ? value + step : value));
}

/** The larger magnitude of those that are finite. */
function largest(a: number, b: number): number {
  const sizes = [Math.abs(a), Math.abs(b)].filter(Number.isFinite);
  return sizes.length === 0 ? 0 : Math.max(...sizes);
}

/** An error multiplied by a slope; 0 if either is 0, even if the other is infinite. */
export function carried(error: number, slope: number): number {
  return error === 0 || slope === 0 ? 0 : error * slope;
}

/**
 * A bound on the round-off of the value of every vertex.
 *
 * @param values of all vertices
 * @param ofInputs errors of the inputs, 0 by default
 */
export function valueRoundOff(
  graph: Graph,
  values: readonly number[],
  model: RoundingModel,
  ofInputs: readonly number[] = [],
): number[] {
  const constants = graph.vertices.filter((vertex) => vertex.kind === 'constant');
  const ofConstants = new Map<Constant, number>();
  for (const constant of withParts(constants)) {
    const { value, made } = constant;
    const x = made?.from.map((part) => part.value) ?? [];
    const ofParts = made?.from.map((part) => ofConstants.get(part) as number) ?? [];
    // A literal is not computed.
    ofConstants.set(constant, made ? roundOffOf(made.f, x, value, ofParts, model) : 0);
  }
  const errors = graph.vertices.map((vertex, at) =>
    vertex.kind === 'constant' ? (ofConstants.get(vertex) as number) : (ofInputs[at] ?? 0),
  );
  for (const [node, at] of nodesOf(graph)) {
    const { f, inputs } = node;
    const x = inputsOf(node, values);
    const y = values[at] as number;
    const ofArguments = inputs.map((input) => errors[input] as number);
    errors[at] = roundOffOf(f, x, y, ofArguments, model);
  }
  return errors;
}

/** The round-off of a function's value, given errors of its arguments. */
function roundOffOf(
  f: AnyFunctionClass,
  x: readonly number[],
  y: number,
  ofArguments: readonly number[],
  { own, slope }: RoundingModel,
): number {
  let sum = 0;
  for (const [k, error] of ofArguments.entries()) {
    if (error !== 0 && isUsedAt(f, k, x)) sum += carried(error, slope(f, k, x, y, error));
  }
  return sum + own(f, x, y);
}
