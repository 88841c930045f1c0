/** @file Step 2 of the book: a function turns a Variable into a Variable. */

import { DezeroError } from './errors';
import { Variable, wrongType } from './variable';

/**
 * One application of a function: one node of the graph, with its input and its output.
 *
 * Because it is a node, an instance is called once. (In the book, `f(f(x)).backward()` with one
 * instance f never ends: the second call overwrites the first one's input and output.)
 */
export abstract class Function {
  #input: Variable | null = null;
  #output: Variable | null = null;

  /**
   * Applies the function and records itself as the creator of the output.
   *
   * @throws DezeroError `wrong-type` unless the input is a Variable, `already-called` the second time
   */
  call(input: Variable): Variable {
    if (!(input instanceof Variable)) {
      throw wrongType(`${this.constructor.name} needs a Variable`, input, 'Variable.of(0.5)');
    }
    if (this.#input !== null) {
      const name = this.constructor.name;
      throw new DezeroError(
        'already-called',
        `this ${name} has been called already: an instance is one node of the graph, ` +
          `so make a new ${name} for each call`,
      );
    }
    const output = new Variable(this.forward(input.data));
    output.creator = this;
    this.#input = input;
    this.#output = output;
    return output;
  }

  /** The variable this function was called with. */
  get input(): Variable {
    return this.#input ?? this.#refuse();
  }

  /** The variable this function made. */
  get output(): Variable {
    return this.#output ?? this.#refuse();
  }

  /** The values of the function; x and the result have the same length. */
  abstract forward(x: Float64Array): Float64Array;

  /**
   * The gradient of the input from the gradient of the output (the cotangent; this is the vjp):
   * gx = f'(x) * gy, element by element.
   */
  abstract backward(gy: Float64Array): Float64Array;

  #refuse(): never {
    throw new DezeroError('not-called', `this ${this.constructor.name} has not been called yet`);
  }
}
