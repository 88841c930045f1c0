/**
 * @file The exact reading of many points. Blocks of double-double balls read most of them at once. Points
 * that they leave undecided are read one by one.
 */

import { pointAt } from '../engine/at-point';
import { DECIDED, UNROUNDED } from './block-reader';
import { type ExactPoint, type Figure, nearestOf, type NoNumber, type Wanted } from './outcome';
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
  const { length } = x[0] as Float64Array;
  const columns = {
    value: new Float64Array(wanted.value ? length : 0),
    gradient: wanted.gradient.map((isWanted) => new Float64Array(isWanted ? length : 0)),
    remarks: new Map<number, ExactPoint>(),
  };
  const { value, gradient } = columns;
  const into = { value: wanted.value ? value : undefined, gradient };
  const found = reader.blocks(wanted.gradient).read(x, into);
  for (let i = 0; i < length; i++) {
    if (found[i] === DECIDED) continue;
    const point = pointAt(x, i);
    if (found[i] === UNROUNDED && areRounded(reader, point, i, gradient)) continue;
    readAlone(reader, point, i, wanted, columns);
  }
  return columns;
}

/** Rounds the derivatives that a block has left as NaN. @returns whether more bits have decided them all */
function areRounded(
  reader: PointReader,
  point: readonly number[],
  i: number,
  gradient: readonly Float64Array[],
): boolean {
  for (const [k, column] of gradient.entries()) {
    // Those that are not asked for are empty.
    if (i >= column.length || !Number.isNaN(column[i])) continue;
    const nearest = reader.refined(point, k);
    if (nearest === undefined) return false;
    column[i] = nearest;
  }
  return true;
}

/** Reads one point, and keeps the outcome where it is more than nearest doubles. */
function readAlone(
  reader: PointReader,
  point: readonly number[],
  i: number,
  wanted: Wanted,
  { value, gradient, remarks }: ExactColumns & { readonly remarks: Map<number, ExactPoint> },
): void {
  const read = reader.read(point, wanted);
  let isRemarkable = read.sides !== undefined || read.value.kind === 'none';
  if (wanted.value) {
    value[i] = nearestOf(read.value);
    isRemarkable ||= read.value.kind !== 'nearest';
  }
  for (let k = 0; k < gradient.length; k++) {
    if (wanted.gradient[k] !== true) continue;
    const figure = read.gradient[k] as Figure | NoNumber;
    (gradient[k] as Float64Array)[i] = nearestOf(figure);
    isRemarkable ||= figure.kind !== 'nearest';
  }
  if (isRemarkable) remarks.set(i, read);
}
