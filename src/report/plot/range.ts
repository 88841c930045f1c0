/** @file Chooses the range of values that a figure shows. */

import type { Break, Curve, Piece } from '../../core/plot/curve';
import { niceAxis } from './axis';
import type { Axis } from './figure';

/** The number of ticks to aim for when the ends are rounded. */
const TICKS = 5;
/** The fraction of an unbounded curve, measured along x, whose extreme values are left out. */
const LEFT_OUT = 0.1;
/** The fraction of the remaining range that is added to it. */
const ADDED = 0.5;
/** Points closer to a pole than this fraction of the width, about a column of text, count as beside it. */
const BESIDE = 0.01;
/** The number of points that are enough to find the quantiles. */
const ENOUGH = 20000;
/** A range below this fraction of the values is rounding noise. */
const NOISE = 4e-15;

/** The range of all values of the curve and the points, or of most of them if a pole is unbounded. */
export function rangeOf({ pieces, breaks }: Curve, points?: Piece): Axis {
  if (pieces.length === 0) {
    if (points === undefined || points.y.length === 0) return { min: -1, max: 1, scale: 'linear' };
    return niceAxis(...widened(...extremes([points])), TICKS);
  }
  const poles = breaks.filter(({ kind }) => kind === 'pole' || kind === 'overflow');
  const isUnbounded = poles.length > 0;
  const most = isUnbounded ? mostOf(pieces, poles) : extremes(pieces);
  let [min, max] = widened(...most);
  if (points !== undefined) {
    [min, max] = extremes([isUnbounded ? withoutExtremes(points) : points], min, max);
  }
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

/** The range, widened if it is that of a constant. */
function widened(min: number, max: number): [number, number] {
  const size = Math.max(Math.abs(min), Math.abs(max));
  if (max - min > size * NOISE) return [min, max];
  if (size === 0) return [-1, 1];
  const middle = min / 2 + max / 2;
  const low = middle - size / 2;
  const high = middle + size / 2;
  return low < high && high < Infinity ? [low, high] : [Math.min(0, min), Math.max(0, max)];
}

/**
 * The range without the highest values if they are unbounded beside a pole, and without the lowest likewise.
 * A bounded side is kept: nothing is left out at the bottom of 1/x^2.
 */
function mostOf(pieces: readonly Piece[], poles: readonly Break[]): [number, number] {
  const [min, max] = extremes(pieces);
  const at = quantiles(pieces);
  const [low, high] = stretched(at(LEFT_OUT / 2), at(1 - LEFT_OUT / 2));
  const beside = valuesBeside(pieces, poles);
  const goesDown = beside.some((y) => y < low);
  const goesUp = beside.some((y) => y > high);
  const share = goesDown && goesUp ? LEFT_OUT / 2 : LEFT_OUT;
  const [bottom, top] = stretched(goesDown ? at(share) : min, goesUp ? at(1 - share) : max);
  return [goesDown ? Math.max(min, bottom) : min, goesUp ? Math.min(max, top) : max];
}

function stretched(low: number, high: number): [number, number] {
  const more = (high - low) * ADDED;
  return [low - more, high + more];
}

/** The quantiles of the values of the curve, weighted by length along x. */
function quantiles(pieces: readonly Piece[]): (share: number) => number {
  const values = sampled(pieces).flatMap(({ x, y }) =>
    y.map((value, i) => {
      const before = (x[i - 1] ?? x[i]) as number;
      const after = (x[i + 1] ?? x[i]) as number;
      return { value, weight: after / 2 - before / 2 };
    }),
  );
  values.sort((a, b) => a.value - b.value);
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  return (share) => {
    let sum = 0;
    return (values.find(({ weight }) => (sum += weight) >= share * total) ?? values.at(-1))
      ?.value as number;
  };
}

/** The pieces, thinned evenly if they have very many points, which hardly changes their quantiles. */
function sampled(pieces: readonly Piece[]): readonly Piece[] {
  const every = Math.floor(pieces.reduce((sum, { x }) => sum + x.length, 0) / ENOUGH);
  if (every < 2) return pieces;
  const some = (values: readonly number[]): number[] => values.filter((_, i) => i % every === 0);
  return pieces.map(({ x, y }) => ({ x: some(x), y: some(y) }));
}

/** @param poles from left to right */
function valuesBeside(pieces: readonly Piece[], poles: readonly Break[]): number[] {
  const first = pieces[0]?.x[0] as number;
  const last = pieces.at(-1)?.x.at(-1) as number;
  const distance = last * BESIDE - first * BESIDE;
  let next = 0;
  return pieces.flatMap(({ x, y }) =>
    y.filter((_, i) => {
      const place = x[i] as number;
      while ((poles[next]?.at ?? Infinity) < place - distance) next++;
      return (poles[next]?.at ?? Infinity) <= place + distance;
    }),
  );
}

/** The piece without its highest and lowest point, which may lie on a pole. */
function withoutExtremes({ x, y }: Piece): Piece {
  const order = [...y.keys()].sort((a, b) => (y[a] as number) - (y[b] as number));
  const count = Math.floor(y.length * LEFT_OUT);
  const kept = order.slice(count, y.length - count);
  return { x: kept.map((i) => x[i] as number), y: kept.map((i) => y[i] as number) };
}
