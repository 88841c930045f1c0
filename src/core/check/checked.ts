/** @file What a check finds: a verdict for every x, its figures and its reason. */

import type { Fault } from '../text/errors';
import type { Judgement, Verdict } from './judge';
import type { Compared } from './mistake';
import type { Proof } from './proof';

/** What the functions of a graph, each by itself, say of it; the index is that in `functions`. */
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

/** Why a point is judged as it is. */
export type Reason =
  | NonNullable<Judgement['reason']>
  /** x is outside a domain, or a function fails at it; the message says whose, or which. */
  | { readonly kind: 'fault'; readonly message: string }
  /** The first function whose value is not finite, and what it gets. */
  | { readonly kind: 'not-finite'; readonly name: string; readonly inputs: readonly number[] }
  | NonNullable<Proof['reason']>
  /** Doubles land on a kink that the number is beside; the text tells which. */
  | { readonly kind: 'kink-of-doubles'; readonly text: string }
  | FunctionReason;

/** A derivative beside the numerical one. */
export interface Checked {
  readonly verdict: Verdict;
  /** What was noticed at x, or why it is judged so. */
  readonly reason?: Reason;
  readonly x: number;
  readonly y: number;
  /** The best numerical derivative (see `bestDerivatives`); its error is no larger than the bound. */
  readonly numerical: number;
  readonly bound: number;
  readonly backprop: number;
  /** The derivative itself, the nearest double; undefined where nothing is proved. */
  readonly exact?: number;
}

/** The claim beside the derivative: that which is proved, else the numerical one. */
export function comparedOf({ backprop, numerical, bound, exact, reason }: Checked): Compared {
  if (exact === undefined) return { claim: backprop, numerical, bound };
  const claim = reason?.kind === 'factor' ? reason.claim : backprop;
  return { claim, numerical: exact, bound: 0 };
}

/** What is found at a point at which there is an error. */
export function faulty({ message }: Fault) {
  const reason = { kind: 'fault', message } as const;
  return { numerical: NaN, bound: Infinity, verdict: 'inconclusive', reason } as const;
}

/**
 * One function of a graph at the arguments that it really gets: x is one of them, backprop the
 * derivative by it there.
 */
export interface CheckedFunction extends Checked {
  /** With the name of the argument where there are several: `mul by a`. */
  readonly name: string;
}

/** One x of a graph. */
export interface CheckedPoint extends Checked {
  /** Every function by itself, where the graph as a whole does not agree or is undecided. */
  readonly functions?: readonly CheckedFunction[];
}

/** The points in the order of x, and the errors among them by index. */
export interface CheckedBlock {
  readonly points: readonly CheckedPoint[];
  readonly faults: ReadonlyMap<number, Fault>;
}
