/** @file Steps 2 and 11 of the book: a function turns one or more Variables into a Variable. */

import type { Application } from './application';
import { DezeroError, wrongType } from '../text/errors';
import { Variable } from './variable';

/** How many functions have been called so far. */
let callCount = 0;

/**
 * One application of a function: one node of the graph, with its inputs and its output.
 *
 * Because it is a node, an instance is called once. (In the book, `f(f(x)).backward()` with one
 * instance f never ends: the second call overwrites the first one's input and output.)
 */
export abstract class Function implements Application<Variable> {
  #inputs: readonly Variable[] | null = null;
  #output: Variable | null = null;
  #order = 0;

  /**
   * Applies the function and records itself as the creator of the output.
   *
   * @param inputs one Variable for each argument of the function, all with as many numbers
   * @throws DezeroError `wrong-type` unless the inputs are such Variables, `already-called` the second time
   */
  call(...inputs: readonly Variable[]): Variable {
    this.#requireVariables(inputs);
    if (this.#inputs !== null) {
      const name = this.constructor.name;
      throw new DezeroError(
        'already-called',
        `this ${name} has been called already: an instance is one node of the graph, ` +
          `so make a new ${name} for each call`,
      );
    }
    const output = new Variable(this.forward(...inputs.map(({ data }) => data)));
    output.creator = this;
    this.#inputs = inputs;
    this.#output = output;
    this.#order = ++callCount;
    return output;
  }

  #requireVariables(inputs: readonly unknown[]): void {
    const [first] = inputs;
    for (const input of inputs.length === 0 ? [undefined] : inputs) {
      const name = this.constructor.name;
      if (!(input instanceof Variable)) {
        throw wrongType(`${name} needs a Variable`, input, 'Variable.of(0.5)');
      }
      const length = input.data.length;
      const expected = (first as Variable).data.length;
      if (length === expected) continue;
      const message = `the Variables that ${name} is called with have ${String(expected)} and ${String(length)} numbers: it needs as many of each`;
      throw new DezeroError('wrong-type', message);
    }
  }

  /** The variables this function was called with. */
  get inputs(): readonly Variable[] {
    return this.#inputs ?? this.#refuse();
  }

  /** The variable a function of one argument was called with; of several, the first. */
  get input(): Variable {
    return this.inputs[0] as Variable;
  }

  /** The variable this function made. */
  get output(): Variable {
    return this.#output ?? this.#refuse();
  }

  /** Larger than the order of every function called before, among them those that made its inputs. */
  get order(): number {
    return this.#order;
  }

  /**
   * The values of the function.
   *
   * @param x the numbers of each argument, as many of each
   * @returns as many numbers
   */
  abstract forward(...x: readonly Float64Array[]): Float64Array;

  /**
   * The gradient of the input from the gradient of the output (the cotangent; this is the vjp):
   * gx = f'(x) * gy, element by element.
   *
   * @returns of a function of several arguments a list, with the gradient of each of them
   */
  abstract backward(gy: Float64Array): Float64Array | readonly Float64Array[];

  /**
   * The points, as ones among zeros, at which an input is used: of `test ? a : b` just one of a and
   * b is. Where an input is not used its gradient is 0, even if it has no derivative there.
   *
   * @param k which input
   * @returns undefined where it always is
   */
  usedAt?(k: number): Uint8Array | undefined;

  #refuse(): never {
    throw new DezeroError('not-called', `this ${this.constructor.name} has not been called yet`);
  }
}
