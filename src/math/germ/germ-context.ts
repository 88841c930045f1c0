/** @file How far germs are computed, and what was missing where something was not decided. */

import { WholeBall } from '../whole/whole-ball';

/** What a decision lacked: terms of the series, or bits of its numbers. */
type Lack = 'terms' | 'bits';

const FIRST_BITS = 160;
const FIRST_TERMS = 8;
/** What these do not decide is left undecided: numbers that are equal look like that forever. */
const MOST_BITS = 1280;
const MOST_TERMS = 64;

/** One attempt; germs made in it leave word of what they lacked. */
export class GermContext {
  /** A ball with the bits of this attempt. */
  readonly zero: WholeBall;
  private readonly lacks = new Set<Lack>();

  constructor(
    /** Of every number. */
    readonly bits = FIRST_BITS,
    /** Of every series, counted in whole powers of the variable, from its first on. */
    readonly terms = FIRST_TERMS,
  ) {
    this.zero = WholeBall.of(0, bits);
  }

  note(lack: Lack): void {
    this.lacks.add(lack);
  }

  /**
   * The next attempt: twice as much of what was lacking. Undefined where nothing was, or where so much
   * was of no help; then the question is not decided.
   */
  more(): GermContext | undefined {
    const bits = this.lacks.has('bits') ? 2 * this.bits : this.bits;
    const terms = this.lacks.has('terms') ? 2 * this.terms : this.terms;
    const [bitsAtMost, termsAtMost] = [Math.min(bits, MOST_BITS), Math.min(terms, MOST_TERMS)];
    const isSame = bitsAtMost === this.bits && termsAtMost === this.terms;
    return isSame ? undefined : new GermContext(bitsAtMost, termsAtMost);
  }
}
