/** @file A program of many variables, without a process: it counts its starts and its evaluations. */

import type { Claimed } from '../../src/core/partials/judge-partials';
import { claimsAt } from '../../src/core/partials/check-partials';
import type { Steadiness } from '../../src/core/partials/checked';
import type { Answer, Points, Program } from '../../src/core/partials/program';
import { randomFractions } from './random';

export interface Model extends Program {
  starts: number;
  evaluations: number;
}

/** A program from a function; its partials go through `claim` before they are claimed. */
export function program(
  variables: number,
  f: (x: Float64Array) => { value: number; partials: Float64Array },
  claim: (partials: Float64Array) => Float64Array = (partials) => partials,
  { noise = 0, seed = 3 } = {},
): Model {
  const random = randomFractions(seed);
  const answer = (x: Float64Array): Answer => {
    const { value, partials } = f(x);
    return { value: value * (1 + noise * (2 * random() - 1)), partials: claim(partials) };
  };
  const ask = ({ count, at }: Points): Answer[] => {
    model.starts++;
    model.evaluations += count;
    return Array.from({ length: count }, (_, i) => answer(at(i)));
  };
  const model: Model = {
    variables,
    starts: 0,
    evaluations: 0,
    answers: (points) => Promise.resolve(ask(points)),
    values: (points) => Promise.resolve(Float64Array.from(ask(points), ({ value }) => value)),
    printingError: () => 0,
  };
  return model;
}

// Looked up once: a test runner makes that slow.
const { exp, log1p } = Math;

/** The sum of log(1 + exp(x_i - x_{i+1})) and of x_i^2/2, and its gradient by hand. */
export function loss(x: Float64Array): { value: number; partials: Float64Array } {
  const partials = Float64Array.from(x);
  let value = 0;
  for (let i = 0; i < x.length; i++) {
    const xi = x[i] as number;
    value += (xi * xi) / 2;
    if (i + 1 === x.length) continue;
    const z = xi - (x[i + 1] as number);
    const s = 1 / (1 + exp(-z));
    value += log1p(exp(z));
    partials[i] = (partials[i] as number) + s;
    partials[i + 1] = (partials[i + 1] as number) - s;
  }
  return { value, partials };
}

/** So many numbers from -1 to 1. */
export function somewhere(count: number, seed = 11): Float64Array {
  const random = randomFractions(seed);
  return Float64Array.from({ length: count }, () => 2 * random() - 1);
}

/** The claims at these points. */
export async function claimed(
  model: Program,
  points: readonly Float64Array[],
): Promise<{ claims: Claimed[]; steadiness: Steadiness }> {
  const { answers, steadiness } = await claimsAt(model, points);
  const claims = answers.map(({ value, partials }, i) => ({
    point: points[i] as Float64Array,
    value,
    partials: partials as Float64Array,
  }));
  return { claims, steadiness };
}
