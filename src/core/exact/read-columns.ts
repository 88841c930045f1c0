/**
 * @file The exact reading of many points. Blocks of double-double balls read most of them at once. What
 * they leave undecided is read point by point, first in double-double balls, then with more bits.
 */

import { DoubleBall } from '../../math/double/double-ball';
import { pointAt } from '../engine/at-point';
import type { BackwardPlan } from './backward-plan';
import { isAtSingularity } from './singularities/node-singularities';
import { notFinite } from './singularities/not-finite';
import type { ExactPoint, Figure, NoNumber, Wanted } from './outcome';
import type { Pass } from './pass';
import type { PointReader } from './point-reader';

export interface ExactColumns {
  /** The nearest doubles; NaN where there is none or it is undecided. Empty if not asked for. */
  readonly value: Float64Array;
  /** The same by input. */
  readonly gradient: Float64Array[];
  /** By index, the points whose result is more than the nearest doubles. */
  readonly remarks: ReadonlyMap<number, ExactPoint>;
}

export function readColumns(
  reader: PointReader,
  x: readonly Float64Array[],
  wanted: Wanted,
): ExactColumns {
  return new ColumnReader(reader, x, wanted).read();
}

/** Reads the points of one call into its columns. */
class ColumnReader {
  readonly #length: number;
  readonly #value: Float64Array;
  readonly #gradient: Float64Array[];
  /** The inputs whose gradient is asked for. */
  readonly #asked: readonly number[];
  readonly #remarks = new Map<number, ExactPoint>();
  readonly #pass: Pass<DoubleBall>;
  readonly #plan: BackwardPlan;

  constructor(
    private readonly reader: PointReader,
    private readonly x: readonly Float64Array[],
    private readonly wanted: Wanted,
  ) {
    this.#length = x[0]?.length ?? 0;
    this.#value = new Float64Array(wanted.value ? this.#length : 0);
    this.#gradient = wanted.gradient.map(
      (isWanted) => new Float64Array(isWanted ? this.#length : 0),
    );
    this.#asked = wanted.gradient.flatMap((isWanted, k) => (isWanted ? [k] : []));
    ({ pass: this.#pass, plan: this.#plan } = reader.quick(wanted.gradient));
  }

  read(): ExactColumns {
    const { reader, wanted } = this;
    const [value, gradient] = [this.#value, this.#gradient];
    const into = { value: wanted.value ? value : undefined, gradient };
    const isLeft = reader.blocks(wanted.gradient).read(this.x, into);
    for (let i = 0; i < this.#length; i++) {
      const isDecided = isLeft[i] === 0 ? this.#refineUndecided(i) : this.#readInDoubles(i);
      if (!isDecided) this.#readPoint(i);
    }
    return { value, gradient, remarks: this.#remarks };
  }

  /** Decides the derivatives that a block has left as NaN. @returns whether all are decided now */
  #refineUndecided(i: number): boolean {
    for (const k of this.#asked) {
      const column = this.#gradient[k] as Float64Array;
      if (Number.isNaN(column[i]) && !this.#set(column, i, this.#refined(i, k))) return false;
    }
    return true;
  }

  /** Reads a point in double-double balls. @returns whether these decide all that is asked for */
  #readInDoubles(i: number): boolean {
    const pass = this.#pass;
    const { values } = pass;
    for (let k = 0; k < this.x.length; k++) {
      const coordinate = (this.x[k] as Float64Array)[i] as number;
      if (!Number.isFinite(coordinate)) return false;
      values[k] = DoubleBall.of(coordinate);
    }
    pass.forward();
    const { output } = pass;
    if (output.doubt !== undefined) return false;
    if (this.wanted.value && !this.#set(this.#value, i, output.nearest())) return false;
    if (this.#asked.length === 0) return true;
    const { singularities } = this.reader.tape;
    for (let at = 0; at < singularities.length; at++) {
      if (isAtSingularity(singularities[at] as (typeof singularities)[number], values))
        return false;
    }
    pass.backward(this.#plan);
    for (const k of this.#asked) {
      const ball = pass.gradient(k);
      if (ball.doubt !== undefined) return false;
      const nearest = ball.nearest() ?? this.#refined(i, k);
      if (!this.#set(this.#gradient[k] as Float64Array, i, nearest)) return false;
    }
    return true;
  }

  /** One derivative with more bits; undefined where these leave it undecided, too. */
  #refined(i: number, k: number): number | undefined {
    return this.reader.refined(pointAt(this.x, i), k);
  }

  /** @returns whether there is a number to set */
  #set(column: Float64Array, i: number, nearest: number | undefined): boolean {
    if (nearest === undefined) return false;
    column[i] = nearest + 0; // without the sign of a 0
    return true;
  }

  /** Reads a point with as many bits as it takes, singularities included. */
  #readPoint(i: number): void {
    const { reader, wanted } = this;
    const point = pointAt(this.x, i);
    const read = notFinite(reader.tape.graph, point) ?? reader.read(point, wanted);
    if (wanted.value) this.#value[i] = numberOf(read.value);
    for (const k of this.#asked) {
      (this.#gradient[k] as Float64Array)[i] = numberOf(read.gradient[k]);
    }
    if (isRemarkable(read, wanted)) this.#remarks.set(i, read);
  }
}

function numberOf(figure: Figure | NoNumber | undefined): number {
  return figure?.kind === 'nearest' ? figure.value : NaN;
}

function isRemarkable({ value, gradient, sides }: ExactPoint, wanted: Wanted): boolean {
  if (sides !== undefined || value.kind === 'none') return true;
  if (wanted.value && value.kind !== 'nearest') return true;
  return wanted.gradient.some((isWanted, k) => isWanted && gradient[k]?.kind !== 'nearest');
}
