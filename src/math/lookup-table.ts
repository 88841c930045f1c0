/** @file Tables of a function at evenly spaced points, each entry computed when it is first used. */

import { WholeBall } from './whole/whole-ball';

/** More than a double-double holds. */
const BITS = 128;

/** A function as double-doubles: entry i is hi[i] + lo[i]. */
export class LookupTable {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
  readonly #compute: (index: WholeBall) => WholeBall;

  /** @param compute the entry from its index */
  constructor(length: number, compute: (index: WholeBall) => WholeBall) {
    this.hi = new Float64Array(length).fill(NaN);
    this.lo = new Float64Array(length);
    this.#compute = compute;
  }

  /** The high part of entry i; after it, lo[i] is there too. */
  at(i: number): number {
    const hi = this.hi[i] as number;
    // Number.isNaN would be one more call to inline: sin x takes 113 ns with it, 96 without.
    return hi === hi ? hi : this.#fill(i);
  }

  #fill(i: number): number {
    const { hi, lo } = this.#compute(WholeBall.of(i, BITS)).toDoubleDouble();
    this.hi[i] = hi;
    this.lo[i] = lo;
    return hi;
  }
}
