/** @file What a graph is made of: variables, constants and functions applied to what stands before them. */

import type { Real } from '../../math/real';
import type { AnyFunctionClass } from '../engine/define-operation';

/** A variable of the graph. */
export interface Input {
  readonly kind: 'input';
  readonly name: string;
}

/** A number of a formula. */
export interface Constant {
  readonly kind: 'constant';
  /** The double nearest to it, or what doubles make of it. */
  readonly value: number;
  /** The number that it is. */
  readonly real: Real;
  /** As it is written: `0.1`, `pi`, `1/3`. */
  readonly text: string;
  /** What it was made of, where it is no number by itself: of 1/3 the division, 1 and 3. */
  readonly made?: { readonly f: AnyFunctionClass; readonly from: readonly Constant[] };
}

/** One application of a function. */
export interface Node {
  readonly kind: 'node';
  readonly f: AnyFunctionClass;
  /** What it is applied to, by the places of vertices before it. */
  readonly inputs: readonly number[];
  /** The part of the formula that it is, where it is of one. */
  readonly text?: string;
}

/** What has a value. */
export type Vertex = Input | Constant | Node;
