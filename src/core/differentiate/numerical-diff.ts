/** @file Step 4 of the book: numerical differentiation. */

import { DezeroError, type Fault, wrongType } from '../text/errors';
import { formatNumber } from '../text/format-number';
import { Graph } from '../graph/graph';
import { requireOneVariable } from '../graph/require-graph';
import { requireOneOf } from '../text/require';
import { SMALLEST_NORMAL } from '../round-off/round-off';
import { Variable } from '../engine/variable';

/** The book's step. A decimal literal: 10 ** -4 is another double in Node 20. */
export const DEFAULT_EPS = 1e-4;

/** A quotient of differences over the points around x, (f(ahead) - f(behind)) / (ahead - behind). */
export interface Difference {
  /** The steps ahead of x and behind it, in units of eps. */
  readonly ahead: 0 | 1;
  readonly behind: 0 | 1;
  /** The truncation error is eps^order / (order + 1)! times the derivative of the order after f'. */
  readonly order: 1 | 2;
}

/**
 * All that is known of each method: central is exactly (f(x + eps) - f(x - eps)) / (2 * eps), forward
 * (f(x + eps) - f(x)) / eps, backward (f(x) - f(x - eps)) / eps.
 */
const DIFFERENCES = {
  central: { ahead: 1, behind: 1, order: 2 },
  forward: { ahead: 1, behind: 0, order: 1 },
  backward: { ahead: 0, behind: 1, order: 1 },
} as const satisfies Record<string, Difference>;

/** A finite difference: `central`, `forward` or `backward`. */
export type Method = keyof typeof DIFFERENCES;
/** The names of the finite differences. */
export const METHODS = Object.keys(DIFFERENCES) as readonly Method[];
export const DEFAULT_METHOD: Method = 'central';

export function differenceOf(method: Method): Difference {
  return DIFFERENCES[method];
}

/** The points that the method needs beside x, as people write them: `x + eps` and `x - eps`. */
export function neighboursOf(method: Method): readonly string[] {
  const { ahead, behind } = differenceOf(method);
  return [...(ahead === 0 ? [] : ['x + eps']), ...(behind === 0 ? [] : ['x - eps'])];
}

/** The two points at which the method evaluates f for one x. */
export function stencil(x: number, eps: number, method: Method): [ahead: number, behind: number] {
  const { ahead, behind } = DIFFERENCES[method];
  // Not x + 0 * eps, which would turn -0 into 0.
  return [ahead === 0 ? x : x + eps, behind === 0 ? x : x - eps];
}

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

/** As `numericalDiff`, on plain data, for an eps and an x that have been checked. */
export function difference(
  f: (x: Float64Array) => Float64Array,
  x: Float64Array,
  eps: number,
  method: Method,
): Float64Array {
  const { ahead, behind } = DIFFERENCES[method];
  const yAhead = f(ahead === 0 ? x : shifted(x, eps));
  const yBehind = f(behind === 0 ? x : shifted(x, -eps));
  const width = (ahead + behind) * eps;
  const derivative = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    derivative[i] = ((yAhead[i] as number) - (yBehind[i] as number)) / width;
  }
  return derivative;
}

function shifted(x: Float64Array, step: number): Float64Array {
  const result = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) result[i] = (x[i] as number) + step;
  return result;
}

/** Whether eps is a positive normal double of which the double is finite. */
export function isUsableEps(eps: number): boolean {
  return eps >= SMALLEST_NORMAL && Number.isFinite(2 * eps);
}

/**
 * Refuses a step that no x could bear: not positive, not finite, so small that it has lost digits
 * itself (subnormal), or so large that 2 * eps overflows.
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

/** Whether a step to either side is neither lost in x nor leads out of the range of doubles. */
export function isStepKept(x: number, eps: number): boolean {
  const [ahead, behind] = [x + eps, x - eps];
  return ahead !== x && behind !== x && ahead - behind < Infinity;
}

/** What is wrong where the step vanishes in x or leaves the range of doubles. */
export function stepFault(x: number, eps: number, method: Method): Fault | undefined {
  const { ahead, behind } = DIFFERENCES[method];
  const [xAhead, xBehind] = stencil(x, eps, method);
  const isLost = (ahead > 0 && xAhead === x) || (behind > 0 && xBehind === x);
  if (!isLost && Number.isFinite(xAhead) && Number.isFinite(xBehind)) return undefined;
  const [at, step] = [formatNumber(x), formatNumber(eps)];
  if (!Number.isFinite(x)) {
    return { code: 'out-of-range', message: `there is no numerical derivative at ${at}` };
  }
  const message = isLost
    ? `the step is lost: ${at} + ${step} or ${at} - ${step} rounds to ${at}; choose a larger --eps`
    : `the step is too large: ${at} + ${step} or ${at} - ${step} overflows; choose a smaller --eps`;
  return { code: 'step-lost', message };
}
