/** @file What a check finds: a verdict for every x, its figures and its reason. */

import type { Fault } from '../errors';
import type { Judgement } from './judge';

/** What the functions of a chain, each by itself, say of it; they are given by their index. */
type FunctionReason =
  /** Its derivative is wrong, so that of the chain is. */
  | { readonly kind: 'wrong-function'; readonly index: number }
  /** It cannot be decided, so neither can the chain. */
  | { readonly kind: 'undecided-function'; readonly index: number }
  /** It has a kink at its input. */
  | { readonly kind: 'kink-inside'; readonly index: number }
  /** Its derivative is right, but too small for a double, and backprop multiplies by 0. */
  | { readonly kind: 'underflow'; readonly index: number }
  /** Every function is right by itself, which the numbers of the whole chain are too rough to show. */
  | { readonly kind: 'ill-conditioned' };

/** Why a point is judged as it is. Functions are given by their index in the chain. */
export type Reason =
  | NonNullable<Judgement['reason']>
  /** x is outside a domain, or a function fails at it; the message says whose, or which. */
  | { readonly kind: 'fault'; readonly message: string }
  /** The first function whose value is not finite, and what it gets. */
  | { readonly kind: 'not-finite'; readonly index: number; readonly input: number }
  | FunctionReason;

/** A derivative beside the numerical one. */
export interface Checked extends Judgement<Reason> {
  readonly x: number;
  readonly y: number;
  /** The best numerical derivative (see `bestDerivatives`); its error is no larger than the bound. */
  readonly numerical: number;
  readonly bound: number;
  readonly backprop: number;
}

/** One function of a chain at the input that it really gets; backprop is its derivative there. */
export interface CheckedFunction extends Checked {
  readonly name: string;
  readonly index: number;
}

/** One x of a chain. */
export interface CheckedPoint extends Checked {
  /** Every function by itself, where the chain as a whole does not agree or is undecided. */
  readonly functions?: readonly CheckedFunction[];
}

/** The points in the order of x, and the errors among them by index. */
export interface CheckedBlock {
  readonly points: readonly CheckedPoint[];
  readonly faults: ReadonlyMap<number, Fault>;
}
