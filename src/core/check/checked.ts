/** @file The results of a check: a verdict for every x, with its numbers and its reason. */

import type { Fault } from '../text/errors';
import type { Judgement, Verdict } from '../best/judge';
import type { Compared } from './mistake';
import type { Proof } from './proof';

/** A reason that a function of the graph gives; the index is that in `functions`. */
type FunctionReason =
  /** Its derivative is wrong, and so is that of the whole. */
  | { readonly kind: 'wrong-function'; readonly index: number }
  /** Its derivative cannot be decided, and so cannot that of the whole. */
  | { readonly kind: 'undecided-function'; readonly index: number }
  /** It has a kink at its input. */
  | { readonly kind: 'kink-inside'; readonly index: number }
  /** Its derivative is right, but too small for a double, and backprop multiplies by 0. */
  | { readonly kind: 'underflow'; readonly index: number }
  /** Every function is right by itself; the numerical derivative of the whole is too imprecise to confirm it. */
  | { readonly kind: 'ill-conditioned' };

/** The reason for the verdict at a point. */
export type Reason =
  | NonNullable<Judgement['reason']>
  /** x is outside a domain, or a function fails there; the message names it. */
  | { readonly kind: 'fault'; readonly message: string }
  /** The first function whose value is not finite, and its arguments. */
  | { readonly kind: 'not-finite'; readonly name: string; readonly inputs: readonly number[] }
  | NonNullable<Proof['reason']>
  /** Rounding puts x on a kink that it is not at; the text says which kink. */
  | { readonly kind: 'kink-of-doubles'; readonly text: string }
  | FunctionReason;

/** A derivative compared with the numerical one or with the exact one. */
export interface Checked {
  readonly verdict: Verdict;
  /** The finding at x, or the reason for the verdict. */
  readonly reason?: Reason;
  readonly x: number;
  readonly y: number;
  /** The best numerical derivative (see `bestDerivatives`), and an upper bound on its error. */
  readonly numerical: number;
  readonly bound: number;
  readonly backprop: number;
  /** The double nearest to the derivative; undefined if nothing is proved. */
  readonly exact?: number;
}

/** The claim, and the derivative to compare it with: the proved one, or else the numerical one. */
export function comparedOf({ backprop, numerical, bound, exact, reason }: Checked): Compared {
  if (exact === undefined) return { claim: backprop, numerical, bound };
  const claim = reason?.kind === 'factor' ? reason.claim : backprop;
  return { claim, numerical: exact, bound: 0 };
}

/** The result at a point with an error. */
export function faulty({ message }: Fault) {
  const reason = { kind: 'fault', message } as const;
  return { numerical: NaN, bound: Infinity, verdict: 'inconclusive', reason } as const;
}

/**
 * One function of a graph, checked at the arguments that it gets there: x is one of them, and backprop the
 * derivative by it.
 */
export interface CheckedFunction extends Checked {
  /** The name, with that of the argument if there are several: `mul by a`. */
  readonly name: string;
}

/** The check of a graph at one x. */
export interface CheckedPoint extends Checked {
  /** The check of every function by itself, if the graph as a whole does not agree. */
  readonly functions?: readonly CheckedFunction[];
}

/** The points in the order of x, and the errors by index. */
export interface CheckedBlock {
  readonly points: readonly CheckedPoint[];
  readonly faults: ReadonlyMap<number, Fault>;
}
