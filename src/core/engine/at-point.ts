/** @file A function of one or more arguments at one point. */

import { type AnyFunctionClass, isOperation } from './define-operation';

/** One point of a block. A loop, as streams take many points: with `map` the exact reading takes 3 % longer. */
export function pointAt(x: readonly Float64Array[], index: number): number[] {
  const point: number[] = [];
  for (let k = 0; k < x.length; k++) point.push((x[k] as Float64Array)[index] as number);
  return point;
}

export function valueAt(f: AnyFunctionClass, x: readonly number[]): number {
  return isOperation(f) ? f.definition.value(...x) : f.definition.value(x[0] as number);
}

/** Whether the arguments are where the function is said to be defined. */
export function isInDomain({ definition }: AnyFunctionClass, x: readonly number[]): boolean {
  const { contains }: { contains: (...x: readonly number[]) => boolean } = definition.domain;
  return contains(...x);
}

/** The partial derivative by the argument k, from the arguments and the value y. */
export function partialAt(f: AnyFunctionClass, k: number, x: readonly number[], y: number): number {
  if (!isOperation(f)) return f.definition.derivative(x[0] as number, y);
  return f.definition.partials[k]?.(...x, y) ?? NaN;
}

/** Whether the value depends on the argument k. */
export function isUsedAt(f: AnyFunctionClass, k: number, x: readonly number[]): boolean {
  return !isOperation(f) || (f.definition.uses?.[k]?.(...x) ?? true);
}
