/** @file Which part of the values a figure shows. */

import type { Curve, Piece } from '../../core/plot/curve';
import { niceAxis } from './axis';
import type { Axis } from './figure';

/** So many ticks are looked for when the ends are made round. */
const TICKS = 5;
/** Of a curve with poles, the values along this part of it are left out at each end. */
const LEFT_OUT = 0.05;
/** And this part of the rest is added. */
const ADDED = 0.5;
/** A smaller range, relative to the values, is noise: it shows how numbers are rounded. */
const NOISE = 4e-15;

/** All values of the curve and the points, or most of them where a pole has no end. */
export function rangeOf(curve: Curve, points?: Piece): Axis {
  const isUnbounded = curve.breaks.some(({ kind }) => kind === 'pole' || kind === 'overflow');
  if (curve.pieces.length === 0) {
    if (points === undefined || points.y.length === 0) return { min: -1, max: 1, isLog: false };
    return niceAxis(...widened(...extremes([points])), TICKS);
  }
  let [min, max] = extremes(curve.pieces);
  if (isUnbounded) [min, max] = mostOf(curve.pieces, min, max);
  [min, max] = widened(min, max);
  if (!isUnbounded && points !== undefined) [min, max] = extremes([points], min, max);
  return niceAxis(min, max, TICKS);
}

function extremes(pieces: readonly Piece[], min = Infinity, max = -Infinity): [number, number] {
  for (const { y } of pieces) {
    for (const value of y) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return [min, max];
}

/** A range for what is constant, too. */
function widened(min: number, max: number): [number, number] {
  const size = Math.max(Math.abs(min), Math.abs(max));
  if (max - min > size * NOISE) return [min, max];
  if (size === 0) return [-1, 1];
  const middle = min / 2 + max / 2;
  const [low, high] = [middle - size / 2, middle + size / 2];
  return low < high && high < Infinity ? [low, high] : [Math.min(0, min), Math.max(0, max)];
}

/** Without the highest and lowest values, each counted by how much of x it stands for. */
function mostOf(pieces: readonly Piece[], min: number, max: number): [number, number] {
  const values = pieces.flatMap(({ x, y }) =>
    y.map((value, i) => {
      const [before, after] = [x[i - 1] ?? x[i], x[i + 1] ?? x[i]] as [number, number];
      return { value, weight: after / 2 - before / 2 };
    }),
  );
  values.sort((a, b) => a.value - b.value);
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  const at = (share: number): number => {
    let sum = 0;
    return values.find(({ weight }) => (sum += weight) >= share * total)?.value ?? max;
  };
  const [low, high] = [at(LEFT_OUT), at(1 - LEFT_OUT)];
  const more = (high - low) * ADDED;
  return [Math.max(min, low - more), Math.min(max, high + more)];
}
