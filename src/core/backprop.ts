/** @file Step 6 of the book: manual backpropagation, each `backward` called by hand, last to first. */

import type { Function } from './function';
import type { Variable } from './variable';

/**
 * Backpropagates through the functions of a forward pass, from the output back to the input, and
 * sets the `grad` of every variable. The gradient of the output is one.
 *
 * @param x the input of the first function
 * @param applied the functions in the order in which they were applied
 * @returns the derivative of the output with respect to x, of the length of `x.data`
 */
export function backprop(x: Variable, applied: readonly Function[]): Float64Array {
  const y = applied.at(-1)?.output ?? x;
  let gradient: Float64Array = new Float64Array(y.data.length).fill(1);
  y.grad = gradient;
  for (let i = applied.length - 1; i >= 0; i--) {
    const f = applied[i] as Function;
    gradient = f.backward(gradient);
    f.input.grad = gradient;
  }
  return gradient;
}
