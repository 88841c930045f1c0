/** @file The finite differences: the weights of each, and what follows from them. */

/** The weight of the value at x plus this many eps, for each value. */
type Weights = readonly (readonly [step: number, weight: number])[];

/**
 * Central is exactly (f(x + eps) - f(x - eps)) / (2 * eps), forward (f(x + eps) - f(x)) / eps, backward
 * (f(x) - f(x - eps)) / eps. Steps come from the farthest ahead to the farthest behind.
 */
const WEIGHTS = {
  central: [
    [1, 1],
    [-1, -1],
  ],
  forward: [
    [1, 1],
    [0, -1],
  ],
  backward: [
    [0, 1],
    [-1, -1],
  ],
} as const satisfies Record<string, Weights>;

/** A finite difference: `central`, `forward` or `backward`. */
export type Method = keyof typeof WEIGHTS;
/** The names of the finite differences. */
export const METHODS = Object.keys(WEIGHTS) as readonly Method[];
export const DEFAULT_METHOD: Method = 'central';

/** A finite difference, the weighted sum of values divided by width eps, and how its errors depend on eps. */
export interface Difference {
  readonly weights: Weights;
  readonly width: number;
  /** The distance of the farthest point, in eps. */
  readonly reach: number;
  /** The truncation error is eps^order / divisor times the derivative of the next higher order. */
  readonly order: number;
  readonly divisor: number;
  /** The round-off error is at most this times d / eps, if every value is wrong by at most d. */
  readonly roundOff: number;
  /** The fraction of the weights that belong to points other than x. */
  readonly partBeside: number;
}

function differenceWith(weights: Weights): Difference {
  // By Taylor's theorem the sum contains f^(k) eps^k / k! this many times.
  const timesOf = (k: number): number =>
    weights.reduce((sum, [step, weight]) => sum + timesPower(weight, step, k), 0);
  const sizeOf = (some: Weights): number =>
    some.reduce((sum, [, weight]) => sum + Math.abs(weight), 0);
  const width = timesOf(1);
  let k = 2;
  let factorial = 2;
  while (timesOf(k) === 0) factorial *= ++k;
  const size = sizeOf(weights);
  return {
    weights,
    width,
    reach: Math.max(...weights.map(([step]) => Math.abs(step))),
    order: k - 1,
    divisor: (factorial * width) / Math.abs(timesOf(k)),
    roundOff: size / width,
    partBeside: sizeOf(weights.filter(([step]) => step !== 0)) / size,
  };
}

/** factor * base^exponent by repeated multiplication. */
export function timesPower(factor: number, base: number, exponent: number): number {
  let product = factor;
  for (let k = 0; k < exponent; k++) product *= base;
  return product;
}

const DIFFERENCES = Object.fromEntries(
  Object.entries(WEIGHTS).map(([method, weights]) => [method, differenceWith(weights)]),
) as Readonly<Record<Method, Difference>>;

export function differenceOf(method: Method): Difference {
  return DIFFERENCES[method];
}

/** The steps ahead and behind, in units of eps. */
export function stepsOfMethod(method: Method): readonly number[] {
  return differenceOf(method).weights.map(([step]) => step);
}

/** The points at which the method evaluates f, from the farthest ahead to the farthest behind. */
export function stencil(x: number, eps: number, method: Method): number[] {
  // Not x + 0 * eps, which would turn -0 into 0.
  return stepsOfMethod(method).map((step) => (step === 0 ? x : x + step * eps));
}

/** A point beside x as text: `x + eps`, `x - 2 eps` */
export function besideText(step: number, variable = 'x'): string {
  const size = Math.abs(step) === 1 ? '' : `${String(Math.abs(step))} `;
  return `${variable} ${step > 0 ? '+' : '-'} ${size}eps`;
}

/** The points beside x that the method needs, as text. */
export function neighboursOf(method: Method): readonly string[] {
  return stepsOfMethod(method)
    .filter((step) => step !== 0)
    .map((step) => besideText(step));
}
