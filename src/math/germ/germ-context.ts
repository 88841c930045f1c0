/** @file The precision of an attempt with germs, and what it lacked where something was undecided. */

import { WholeBall } from '../whole/whole-ball';

/** What an undecided question lacked: terms of the series, or bits of its numbers. */
type Lack = 'terms' | 'bits';

/** The first attempt has as many bits as `rounded` begins with; the next ones have twice as much of what was lacking. */
const FIRST_BITS = 160;
const FIRST_TERMS = 8;
/** The last attempt: no number of bits and terms tells equal numbers apart, so that attempts must end. */
const MOST_BITS = 1280;
const MOST_TERMS = 64;

/** The precision of one attempt; germs made in it note what they lacked. */
export class GermContext {
  /** A ball with the bits of this attempt. */
  readonly zero: WholeBall;
  private readonly lacks = new Set<Lack>();
  private readonly makings = new Map<string, number>();

  constructor(
    /** The bits of every number. */
    readonly bits = FIRST_BITS,
    /** The terms of every series, counted in whole powers of t from its first term. */
    readonly terms = FIRST_TERMS,
  ) {
    this.zero = WholeBall.of(0, bits);
  }

  /**
   * A number for what is made in this way, the same for all that is made alike; sums and products in either order.
   *
   * @param parts the numbers of what it is made of
   */
  numberOf(does: string, ...parts: number[]): number {
    const isEither = does === 'plus' || does === 'times';
    const making = [does, ...(isEither ? parts.toSorted((a, b) => a - b) : parts)].join(' ');
    const known = this.makings.get(making);
    if (known !== undefined) return known;
    const { size } = this.makings;
    this.makings.set(making, size);
    return size;
  }

  note(lack: Lack): void {
    this.lacks.add(lack);
  }

  /**
   * The next attempt, with twice as much of what was lacking. Undefined if nothing was lacking or if the
   * limits are reached: the question stays undecided.
   */
  more(): GermContext | undefined {
    const bits = this.lacks.has('bits') ? 2 * this.bits : this.bits;
    const terms = this.lacks.has('terms') ? 2 * this.terms : this.terms;
    const bitsAtMost = Math.min(bits, MOST_BITS);
    const termsAtMost = Math.min(terms, MOST_TERMS);
    const isSame = bitsAtMost === this.bits && termsAtMost === this.terms;
    return isSame ? undefined : new GermContext(bitsAtMost, termsAtMost);
  }
}
