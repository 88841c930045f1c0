/** @file Step 1 of the book, a box with data; and steps 7, 8 and 13 to 16, automatic backpropagation. */

import type { Application, Differentiable } from './application';
import { backThrough, creatorsOf } from './backprop';
import { DezeroError, wrongType } from '../text/errors';

/** The Function that made a Variable, as far as the Variable needs it. */
export type Creator = Application<Variable>;

/**
 * A box with data, as `Variable` in the book's step 1.
 *
 * `data` is always a Float64Array: one point is a batch of one (`Variable.of(0.5)`), as the book's
 * step 9 takes nothing but arrays, and a block of thousands runs through the same graph.
 */
export class Variable implements Differentiable<Variable> {
  /** The derivative of the output with respect to this variable, of the length of `data`. */
  grad: Float64Array | null = null;

  /** The function application that made this variable; null for an input. */
  creator: Creator | null = null;

  /** Whether it is a number of a formula, which has no gradient. */
  readonly isConstant: boolean = false;

  /** @throws DezeroError `wrong-type` for anything but a Float64Array (step 9) */
  constructor(readonly data: Float64Array) {
    if (!(data instanceof Float64Array)) {
      throw wrongType('a Variable holds a Float64Array', data, 'Variable.of(0.5)');
    }
  }

  /** A variable that holds these numbers: `Variable.of(0.5)` is the book's `Variable(np.array(0.5))`. */
  static of(...values: number[]): Variable {
    for (const value of values) {
      if (typeof value !== 'number') throw wrongType('Variable.of takes numbers', value, '0.5');
    }
    return new Variable(Float64Array.from(values));
  }

  /** A variable without a gradient: the same number, as often as others have numbers. */
  static constant(value: number, length: number): Variable {
    const variable = new Variable(new Float64Array(length).fill(value));
    return Object.assign(variable, { isConstant: true });
  }

  /** The only number of a batch of one. */
  item(): number {
    const [value, ...others] = this.data;
    if (value === undefined || others.length > 0) {
      throw new DezeroError(
        'wrong-type',
        `item() needs a Variable with one number; this one has ${String(this.data.length)}`,
      );
    }
    return value;
  }

  /**
   * Automatic backpropagation: goes back from this output through the functions that made it, in
   * reverse order of creation and in a loop, and sets the `grad` of every variable on the way. The
   * gradients that arrive at a variable that is used more than once are summed up (steps 13 to 16). The gradient of
   * the output defaults to one (step 9). Each call starts anew: nothing is added to the gradients of
   * an earlier one.
   *
   * @throws DezeroError `no-creator` for an input, `wrong-type` for a gradient of another length
   */
  backward(): void {
    if (this.creator === null) {
      throw new DezeroError(
        'no-creator',
        'backward() starts from the output of a function, but no function made this Variable: ' +
          'it is an input',
      );
    }
    this.grad ??= new Float64Array(this.data.length).fill(1);
    if (this.grad.length !== this.data.length) {
      throw new DezeroError('wrong-type', 'the gradient of a Variable has the length of its data');
    }
    backThrough(creatorsOf(this.creator), this);
  }
}
