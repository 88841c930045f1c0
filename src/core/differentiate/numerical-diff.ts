/** @file Step 4 of the book: numerical differentiation. */

import { DezeroError, type Fault, wrongType } from '../text/errors';
import { formatNumber } from '../text/format-number';
import { Graph, requireOneVariable } from '../graph/graph';
import { requireOneOf } from '../text/require';
import { SMALLEST_NORMAL } from '../round-off/round-off';
import { Variable } from '../engine/variable';
import {
  DEFAULT_METHOD,
  type Difference,
  differenceOf,
  type Method,
  METHODS,
  stencil,
} from '../../math/finite-differences';

/** The book's step. A decimal literal: 10 ** -4 is another double in Node 20. */
export const DEFAULT_EPS = 1e-4;

/**
 * The derivative of f at each x by finite differences, without calling any `backward`.
 *
 * The error of the central difference is eps^2/6 * f''' (truncation) plus about
 * 2^-53 * |f| / eps (round-off); the one-sided ones have a truncation error of eps/2 * f''.
 *
 * @param f maps a Variable to a Variable, `square`; or a graph of one variable, `parseFormula('x^2')`
 * @param x where, as many numbers as you like
 * @param eps the step
 * @param method which difference is taken
 * @returns a derivative for each x
 * @throws DezeroError `wrong-type`, `bad-eps`, or `step-lost` where x + eps equals x or overflows
 */
export function numericalDiff(
  f: ((x: Variable) => Variable) | { readonly call: (x: Variable) => Variable },
  x: Variable,
  eps = DEFAULT_EPS,
  method = DEFAULT_METHOD,
): Float64Array {
  if (!(x instanceof Variable)) {
    throw wrongType('numericalDiff needs a Variable', x, 'Variable.of(0.5)');
  }
  if (f instanceof Graph) requireOneVariable('numericalDiff', f);
  requireOneOf('method', method, METHODS);
  checkEps(eps);
  for (const value of x.data) {
    const fault = stepFault(value, eps, method);
    if (fault !== undefined) throw DezeroError.from(fault);
  }
  const evaluate = (data: Float64Array): Float64Array => {
    const input = new Variable(data);
    const y = apply(f, input);
    if (y.data.length === data.length) return y.data;
    throw new DezeroError(
      'wrong-type',
      'numericalDiff needs an f that keeps the length of its input',
    );
  };
  return difference(evaluate, x.data, eps, method);
}

/** @throws DezeroError `wrong-type` unless f makes a Variable of a Variable, as `Math.sin` does not */
function apply(f: unknown, input: Variable): Variable {
  const isClass = typeof f === 'function' && Object.hasOwn(f, 'definition');
  let y: unknown = f;
  if (typeof f === 'function' && !isClass) y = (f as (x: Variable) => unknown)(input);
  else if (hasCall(f) && !isClass) y = f.call(input);
  if (y instanceof Variable) return y;
  const needed = 'numericalDiff needs an f that makes a Variable of a Variable';
  throw wrongType(needed, y, "square, or parseFormula('x^2')");
}

function hasCall(f: unknown): f is { readonly call: (x: Variable) => unknown } {
  return typeof (f as { call?: unknown } | null | undefined)?.call === 'function';
}

/** As `numericalDiff`, for plain data, and for eps and x that have been checked. */
export function difference(
  f: (x: Float64Array) => Float64Array,
  x: Float64Array,
  eps: number,
  method: Method,
): Float64Array {
  const { weights, width } = differenceOf(method);
  const sums = new Float64Array(x.length);
  for (const [k, [step, weight]] of weights.entries()) {
    const y = f(step === 0 ? x : shifted(x, step * eps));
    for (let i = 0; i < x.length; i++) {
      const weighted = weight * (y[i] as number);
      // Not added to 0, which would turn -0 into 0.
      sums[i] = k === 0 ? weighted : (sums[i] as number) + weighted;
    }
  }
  for (let i = 0; i < x.length; i++) sums[i] = (sums[i] as number) / (width * eps);
  return sums;
}

function shifted(x: Float64Array, step: number): Float64Array {
  const result = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) result[i] = (x[i] as number) + step;
  return result;
}

/** Whether eps is a positive normal double, and 2 eps is finite. */
export function isUsableEps(eps: number): boolean {
  return eps >= SMALLEST_NORMAL && Number.isFinite(2 * eps);
}

/**
 * Refuses an eps that suits no x: not positive, not finite, subnormal (it would have lost digits itself), or
 * so large that 2 * eps overflows.
 *
 * @throws DezeroError `bad-eps`
 */
export function checkEps(eps: number): void {
  if (isUsableEps(eps)) return;
  const reason = eps > 1 ? 'is too large' : eps > 0 ? 'is too small' : 'is not a positive number';
  throw new DezeroError(
    'bad-eps',
    `eps = ${formatNumber(eps)} ${reason}: choose --eps between 2.3e-308 and 8.9e307, such as 1e-4`,
  );
}

/** Whether x plus and minus the step differs from x and is finite. */
export function isStepKept(x: number, eps: number, { reach, width }: Difference): boolean {
  const far = reach * eps;
  return x + eps !== x && x - eps !== x && x + far - (x - far) < Infinity && width * eps < Infinity;
}

/** The fault of a step that is rounded away in x or leaves the range of doubles. */
export function stepFault(x: number, eps: number, method: Method): Fault | undefined {
  const { weights, width } = differenceOf(method);
  const points = stencil(x, eps, method);
  const isLost = weights.some(([step], k) => step !== 0 && points[k] === x);
  if (!isLost && points.every(Number.isFinite) && width * eps < Infinity) return undefined;
  const at = formatNumber(x);
  const step = formatNumber(eps);
  if (!Number.isFinite(x)) {
    return { code: 'out-of-range', message: `there is no numerical derivative at ${at}` };
  }
  const message = isLost
    ? `the step is lost: ${at} + ${step} or ${at} - ${step} rounds to ${at}; choose a larger --eps, or --columns without numerical`
    : `the step is too large: ${at} + ${step} or ${at} - ${step} overflows; choose a smaller --eps`;
  return { code: 'step-lost', message };
}
