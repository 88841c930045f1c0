/** @file The parts of variables and functions that backpropagation needs. */

/** A variable that a gradient may arrive at. */
export interface Differentiable<V> {
  readonly data: Float64Array;
  grad: Float64Array | null;
  /** Whether it is a number of a formula, which has no gradient. */
  readonly isConstant: boolean;
  /** The application that made it; null for an input. */
  readonly creator: Application<V> | null;
}

/** One application of a function, a node of the graph; V is the class of its variables. */
export interface Application<V> {
  readonly inputs: readonly V[];
  /** The variable that a function of one argument was applied to; the first of several. */
  readonly input: V;
  readonly output: V;
  /** Larger than the order of every earlier application, among them those that made the inputs. */
  readonly order: number;
  /** The gradient of each input from that of the output; of a single input without a list. */
  readonly backward: (gy: Float64Array) => Float64Array | readonly Float64Array[];
  /** The points, as ones among zeros, at which an input is used; undefined for all of them. */
  readonly usedAt?: (k: number) => Uint8Array | undefined;
}
