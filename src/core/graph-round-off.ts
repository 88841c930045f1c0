/**
 * @file What the roundings of all functions of a graph add up to, at one point: forward, how wrong every
 * value may be, and back, how wrong every gradient (running error analysis: N. J. Higham, "Accuracy and
 * Stability of Numerical Algorithms", 3.3).
 */

import { type AnyFunctionClass, isOperation } from './define-operation';
import { type Constant, type Graph, inputsOf, nodesOf } from './graph';
import { isUsedAt, partialAt, valueAt } from './kernels';
import { TWO_UNITS, UNIT_ROUND_OFF } from './round-off';
import { usedVertices } from './used-vertices';

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

function moved(x: readonly number[], k: number, step: number): number[] {
  return x.map((value, i) => (i === k ? value + step : value));
}

/** The larger size, of those that are numbers. */
function largest(a: number, b: number): number {
  const sizes = [Math.abs(a), Math.abs(b)].filter(Number.isFinite);
  return sizes.length === 0 ? 0 : Math.max(...sizes);
}

/** An error, carried on by a slope; 0 stays 0, even where the other is infinite. */
function carried(error: number, slope: number): number {
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

/**
 * How wrong the gradient of the output by every vertex may be: by what the derivatives lose inside,
 * and as they are taken at values that are off.
 *
 * @param values of all vertices
 * @param grads of all vertices
 * @param errors of the values
 */
export function gradientRoundOff(
  graph: Graph,
  values: readonly number[],
  grads: readonly number[],
  errors: readonly number[],
): number[] {
  const found = values.map(() => 0);
  const used = usedVertices(graph, values);
  for (const [node, at] of [...nodesOf(graph)].reverse()) {
    if (used[at] !== true) continue;
    const { f, inputs } = node;
    const [x, y] = [inputsOf(node, values), values[at] as number];
    const partialsAt = (point: readonly number[], value: number): number[] =>
      inputs.map((_, k) => partialAt(f, k, point, value));
    const partials = partialsAt(x, y);
    const off = partials.map(() => ownDerivativeRoundOff(f, x, y));
    for (const [j, input] of inputs.entries()) {
      const error = errors[input] as number;
      if (error === 0) continue;
      const beside = moved(x, j, error);
      for (const [k, partial] of partialsAt(beside, valueAt(f, beside)).entries()) {
        off[k] = (off[k] as number) + Math.abs(partial - (partials[k] as number));
      }
    }
    for (const [k, input] of inputs.entries()) {
      if (!isUsedAt(f, k, x)) continue;
      const ofGradient = carried(found[at] as number, Math.abs(partials[k] as number));
      // What nobody knows stays unknown, even if it is multiplied by 0.
      const ofPartial = off[k] === 0 ? 0 : (off[k] as number) * Math.abs(grads[at] as number);
      found[input] = (found[input] as number) + ofGradient + ofPartial;
    }
  }
  return found.map((error) => (Number.isNaN(error) ? Infinity : error));
}

/**
 * What a gradient is wrong by: `own` is what the derivatives of the functions lose inside, as far as
 * they say so; `all` also what they are off by as the values are that they are taken at.
 */
export type RoundOffKind = 'own' | 'all';

/**
 * How wrong the gradient by the first input may be, beside the roundings of the products on the way.
 *
 * @param values of all vertices
 * @param grads of all vertices
 */
export function backpropRoundOff(
  graph: Graph,
  values: readonly number[],
  grads: readonly number[],
  kind: RoundOffKind,
): number {
  if (kind === 'own' && !graph.someFunction(saysOwnRoundOff)) return 0;
  // What the derivatives claim is not believed here: they may be wrong, and would excuse themselves.
  const errors = kind === 'own' ? values.map(() => 0) : valueRoundOff(graph, values, OBSERVED);
  return gradientRoundOff(graph, values, grads, errors)[0] as number;
}

function saysOwnRoundOff(f: AnyFunctionClass): boolean {
  return !isOperation(f) && f.definition.derivativeRoundOff !== undefined;
}

function ownDerivativeRoundOff(f: AnyFunctionClass, x: readonly number[], y: number): number {
  if (isOperation(f)) return 0;
  const own = f.definition.derivativeRoundOff?.(x[0] as number, y) ?? 0;
  return Number.isNaN(own) ? Infinity : own;
}
