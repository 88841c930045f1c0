/**
 * @file Backpropagation, manual and automatic: both call the `backward` of each function, the last one
 * first, and sum the gradients that arrive at a variable (steps 6 to 8 and 13 to 16 of the book).
 */

import type { Application, Differentiable } from './application';
import { type Used, UsedPoints } from './used-points';
import { wrongType } from '../text/errors';

/**
 * Step 6 of the book, manual backpropagation: each `backward` called by hand, last to first, through
 * the functions of a forward pass. Sets the `grad` of every variable; that of the output is one.
 *
 * @param x the variable to differentiate with respect to
 * @param applied the functions in the order in which they were applied
 * @returns the derivative of the last output with respect to x, of the length of `x.data`
 * @throws DezeroError `not-called` where one of them was not applied; `wrong-type` for anything but
 *   a Variable and an array
 */
export function backprop<V extends Differentiable<V>>(
  x: V,
  applied: readonly Application<V>[],
): Float64Array {
  const isList: boolean = Array.isArray(applied) && applied.every((f) => 'backward' in Object(f));
  if (!isList) {
    throw wrongType('backprop takes an array of the functions', applied, 'backprop(x, [f])');
  }
  if (!((x as Partial<V> | undefined)?.data instanceof Float64Array)) {
    throw wrongType('backprop takes a Variable', x, 'Variable.of(0.5)');
  }
  const y = applied.at(-1)?.output ?? x;
  y.grad = new Float64Array(y.data.length).fill(1);
  backThrough(applied, y);
  return (x.grad ??= new Float64Array(x.data.length));
}

/**
 * Passes the gradient of the output back through the functions, the last one first.
 *
 * @param applied in the order in which they were applied, y the output of the last one
 */
export function backThrough<V extends Differentiable<V>>(
  applied: readonly Application<V>[],
  y: V,
): void {
  const gradient = y.grad;
  for (const { inputs, output } of applied) {
    output.grad = null;
    for (const input of inputs) input.grad = null;
  }
  y.grad = gradient;
  const used = new UsedPoints(applied);
  for (let i = applied.length - 1; i >= 0; i--) {
    const f = applied[i] as Application<V>;
    const { inputs, output } = f;
    if (output.grad === null) continue; // it has no part in y
    const gradients = f.backward(output.grad);
    const list = gradients instanceof Float64Array ? [gradients] : gradients;
    for (let k = 0; k < inputs.length; k++) {
      arrive(inputs[k] as V, list[k] as Float64Array, used.through(f, k));
    }
  }
}

function arrive<V>(variable: Differentiable<V>, gradient: Float64Array, used: Used): void {
  if (variable.isConstant) return;
  const { grad } = variable;
  if (grad === null && used === undefined) {
    variable.grad = gradient;
    return;
  }
  // A new array: a function may have handed the same one to two variables.
  const sum = new Float64Array(gradient.length);
  for (let i = 0; i < sum.length; i++) {
    const arriving = used === undefined || used[i] === 1 ? (gradient[i] as number) : 0;
    sum[i] = grad === null ? arriving : (grad[i] as number) + arriving;
  }
  variable.grad = sum;
}

/** The functions that lead to an output, in the order in which they were called. */
export function creatorsOf<V extends Differentiable<V>>(last: Application<V>): Application<V>[] {
  // Functions that are added to a set during the loop over it are visited later in the same loop, each once.
  const found = new Set([last]);
  for (const { inputs } of found) {
    for (const { creator } of inputs) if (creator !== null) found.add(creator);
  }
  return [...found].sort((f, g) => f.order - g.order);
}
