/**
 * @file What the roundings of all functions of a graph add up to, at one point: forward, how wrong every
 * value may be, and back, how wrong every gradient (running error analysis: N. J. Higham, "Accuracy and
 * Stability of Numerical Algorithms", 3.3).
 */

import { type AnyFunctionClass, isOperation } from '../engine/define-operation';
import { isUsedAt, partialAt, valueAt } from '../engine/at-point';
import { type Constant, type Graph, inputsOf, nodesOf } from '../graph/graph';
import { TWO_UNITS, UNIT_ROUND_OFF } from './round-off';

/** How wrong a function makes its value: by itself, and by what its arguments are wrong by. */
export interface RoundingModel {
  readonly own: (f: AnyFunctionClass, x: readonly number[], y: number) => number;
  /** How much an error of the argument k grows. */
  readonly slope: (
    f: AnyFunctionClass,
    k: number,
    x: readonly number[],
    y: number,
    error: number,
  ) => number;
}

/** The slope of a function is taken over this part of its argument to either side, or over its error. */
const STEP = 9.5367431640625e-7; // 2^-20

/** Nothing is believed but values: a derivative may be the wrong one that is to be found. */
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

/** The functions round to the nearest double and have the derivatives that they are known for. */
export const DERIVED: RoundingModel = {
  own(f, x, y) {
    if (f.definition.isExact === true) return 0;
    return ownRoundOff(f, x) ?? UNIT_ROUND_OFF * Math.abs(y) + Number.MIN_VALUE;
  },
  slope: (f, k, x, y) => Math.abs(partialAt(f, k, x, y)),
};

/** What a function says of its own value; Infinity where it cannot tell. */
function ownRoundOff(f: AnyFunctionClass, x: readonly number[]): number | undefined {
  if (isOperation(f)) return undefined;
  const own = f.definition.roundOff?.(x[0] as number);
  return Number.isNaN(own) ? Infinity : own;
}

export function moved(x: readonly number[], k: number, step: number): number[] {
  return x.map((value, i) => (i === k ? value + step : value));
}

/** The larger size, of those that are numbers. */
function largest(a: number, b: number): number {
  const sizes = [Math.abs(a), Math.abs(b)].filter(Number.isFinite);
  return sizes.length === 0 ? 0 : Math.max(...sizes);
}

/** An error, carried on by a slope; 0 stays 0, even where the other is infinite. */
export function carried(error: number, slope: number): number {
  return error === 0 || slope === 0 ? 0 : error * slope;
}

/**
 * How wrong the value of every vertex may be.
 *
 * @param values of all vertices
 * @param ofInputs how wrong the inputs are; not at all without it
 */
export function valueRoundOff(
  graph: Graph,
  values: readonly number[],
  model: RoundingModel,
  ofInputs: readonly number[] = [],
): number[] {
  const known = new Map<Constant, number>();
  const errors = graph.vertices.map((vertex, at) =>
    vertex.kind === 'constant' ? constantRoundOff(vertex, model, known) : (ofInputs[at] ?? 0),
  );
  for (const [node, at] of nodesOf(graph)) {
    const { f, inputs } = node;
    const [x, y] = [inputsOf(node, values), values[at] as number];
    const ofArguments = inputs.map((input) => errors[input] as number);
    errors[at] = roundOffOf(f, x, y, ofArguments, model);
  }
  return errors;
}

/** How wrong a function makes its value, if its arguments are wrong by so much. */
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

/**
 * A number as it is written is taken for exact; what is made of such numbers is rounded.
 *
 * @param known of constants that others were made of, perhaps more than once
 */
function constantRoundOff(
  constant: Constant,
  model: RoundingModel,
  known: Map<Constant, number>,
): number {
  const { value, made } = constant;
  if (made === undefined) return 0;
  const found = known.get(constant);
  if (found !== undefined) return found;
  const x = made.from.map((part) => part.value);
  const ofArguments = made.from.map((part) => constantRoundOff(part, model, known));
  const error = roundOffOf(made.f, x, value, ofArguments, model);
  known.set(constant, error);
  return error;
}
