/** @file The verdicts that a proof can reach, with their reasons. */

export type Proof =
  | { readonly verdict: 'agree'; readonly reason?: EdgeReason }
  | { readonly verdict: 'disagree'; readonly reason: DisagreeReason }
  | { readonly verdict: 'imprecise'; readonly reason: ImpreciseReason }
  | { readonly verdict: 'kink'; readonly reason: KinkReason }
  | { readonly verdict: 'inconclusive'; readonly reason: UndecidedReason };

/** The slopes on both sides of x differ. */
interface KinkReason {
  readonly kind: 'proved-kink';
  readonly left: number;
  readonly right: number;
}

/** x is at an edge of the domain: there is a slope on one side only. */
interface EdgeReason {
  readonly kind: 'proved-edge';
  readonly side: 'left' | 'right';
  readonly slope: number;
}

/** Nothing infinite counts as agreement. */
export const overflow = { verdict: 'inconclusive', reason: { kind: 'overflow' } } as const;

export interface ImpreciseReason {
  readonly kind: 'imprecise';
  /** The number of right significant digits. */
  readonly digits: number;
  /** The part of the formula that loses the most digits, how many are right before and after it, and if none, why. */
  readonly loss?: {
    readonly text: string;
    readonly before: number;
    readonly after: number;
    readonly beyond?: 'large' | 'small';
  };
}

type DisagreeReason =
  | KinkReason
  | EdgeReason
  /** The claim is this many times the derivative; the factor is NaN if the derivative is 0. */
  | { readonly kind: 'factor'; readonly factor: number; readonly claim: number }
  /** `factor` is the claim divided by a derivative too small or too large for doubles; NaN if it is not told from 0. */
  | { readonly kind: 'beyond-doubles'; readonly factor: number }
  /** The claim has no value where there is a derivative; without claims, backprop as a formula has none. */
  | { readonly kind: 'no-claim'; readonly isClaimed: boolean };

type UndecidedReason =
  /** The claim has no value there, and so may say that there is no derivative. */
  | KinkReason
  /** There is no derivative, and why: x is outside a domain, or at a jump. */
  | { readonly kind: 'no-derivative'; readonly why: string; readonly isOutside: boolean }
  /** The derivative exceeds the largest double: a claim may be proved wrong, but nothing infinite agrees. */
  | { readonly kind: 'overflow' }
  | { readonly kind: 'undecided' };
