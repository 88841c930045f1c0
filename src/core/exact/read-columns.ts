/**
 * @file The exact reading of many points. Blocks of double-double balls read most of them at once. What
 * they leave undecided is read point by point.
 */

import { pointAt } from '../engine/at-point';
import { notFinite } from './singularities/not-finite';
import type { ExactPoint, Figure, NoNumber, Wanted } from './outcome';
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
  const { graph } = reader.tape;
  const length = x[0]?.length ?? 0;
  const value = new Float64Array(wanted.value ? length : 0);
  const gradient = wanted.gradient.map((isWanted) => new Float64Array(isWanted ? length : 0));
  const asked = wanted.gradient.flatMap((isWanted, k) => (isWanted ? [k] : []));
  const remarks = new Map<number, ExactPoint>();

  const readAlone = (i: number): void => {
    const point = pointAt(x, i);
    const read = notFinite(graph, point) ?? reader.read(point, wanted);
    if (wanted.value) value[i] = numberOf(read.value);
    for (const k of asked) (gradient[k] as Float64Array)[i] = numberOf(read.gradient[k]);
    if (isRemarkable(read, wanted)) remarks.set(i, read);
  };

  /** Decides the derivatives that a block has left as NaN. @returns whether all are decided now */
  const isRefined = (i: number): boolean => {
    for (const k of asked) {
      const column = gradient[k] as Float64Array;
      if (!Number.isNaN(column[i])) continue;
      const nearest = reader.refined(pointAt(x, i), k);
      if (nearest === undefined) return false;
      column[i] = nearest;
    }
    return true;
  };

  const into = { value: wanted.value ? value : undefined, gradient };
  const isLeft = reader.blocks(wanted.gradient).read(x, into);
  for (let i = 0; i < length; i++) if (isLeft[i] === 1 || !isRefined(i)) readAlone(i);
  return { value, gradient, remarks };
}

function numberOf(figure: Figure | NoNumber | undefined): number {
  return figure?.kind === 'nearest' ? figure.value : NaN;
}

function isRemarkable({ value, gradient, sides }: ExactPoint, wanted: Wanted): boolean {
  if (sides !== undefined || value.kind === 'none') return true;
  if (wanted.value && value.kind !== 'nearest') return true;
  return wanted.gradient.some((isWanted, k) => isWanted && gradient[k]?.kind !== 'nearest');
}
