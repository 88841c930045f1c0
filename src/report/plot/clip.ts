/** @file Clips lines to the frame. */

import type { Piece } from '../../core/plot/curve';
import { position } from './axis';
import type { Axis } from './figure';

/** A position relative to the frame: (0, 0) is its lower left corner, (1, 1) the upper right one. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** The positions of the points that lie in the frame. */
export function placesOf({ x, y }: Piece, xAxis: Axis, yAxis: Axis): Position[] {
  const isInside = (place: number): boolean => place >= 0 && place <= 1;
  return toPlaces({ x, y }, xAxis, yAxis).filter((p) => isInside(p.x) && isInside(p.y));
}

/** The parts of the line through the points that lie inside the frame. */
export function clippedLines(piece: Piece, xAxis: Axis, yAxis: Axis): Position[][] {
  const lines: Position[][] = [];
  const places = toPlaces(thinned(piece, xAxis), xAxis, yAxis);
  for (const [i, to] of places.entries()) {
    const segment = clipped(places[i - 1] ?? to, to);
    if (segment === undefined) continue;
    const [start, end] = segment;
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line !== undefined && last?.x === start.x && last.y === start.y) line.push(end);
    else lines.push([start, end]);
  }
  return lines;
}

/** Columns for thinning: several for each dot of the widest figure, so that thinning changes no dot. */
const FINE_COLUMNS = 40000;

/** The piece without points that cannot be seen; a short piece stays as it is. */
function thinned(piece: Piece, { min, max, scale }: Axis): Piece {
  const { x, y } = piece;
  if (scale !== 'linear' || x.length <= FINE_COLUMNS) return piece;
  const width = max / FINE_COLUMNS - min / FINE_COLUMNS;
  const kept = extremesByColumn(x, y, (value) => Math.floor(value / width - min / width));
  return { x: kept.map((i) => x[i] as number), y: kept.map((i) => y[i] as number) };
}

function toPlaces({ x, y }: Piece, xAxis: Axis, yAxis: Axis): Position[] {
  return x.map((value, i) => ({
    x: position(xAxis, value),
    y: position(yAxis, y[i] as number),
  }));
}

/**
 * The part of a segment inside the frame, by the algorithm of Y.-D. Liang and B. A. Barsky ("A new
 * concept and method for line clipping", 1984); undefined if there is none.
 */
function clipped(from: Position, to: Position): [Position, Position] | undefined {
  let enter = 0;
  let leave = 1;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  for (const [speed, room] of [
    [-dx, from.x],
    [dx, 1 - from.x],
    [-dy, from.y],
    [dy, 1 - from.y],
  ] as const) {
    if (speed === 0 && room < 0) return undefined;
    if (speed < 0) enter = Math.max(enter, room / speed);
    if (speed > 0) leave = Math.min(leave, room / speed);
  }
  if (enter > leave) return undefined;
  const at = (t: number): Position =>
    t === 0 ? from : t === 1 ? to : { x: inFrame(from.x + t * dx), y: inFrame(from.y + t * dy) };
  return [at(enter), at(leave)];
}

function inFrame(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/**
 * The first, lowest, highest and last of the points in each column: the line that joins these covers
 * the others.
 *
 * @param x from left to right
 * @param columnOf the column that an x lies in
 * @returns the indices of these points
 */
export function extremesByColumn(
  x: readonly number[],
  y: readonly number[],
  columnOf: (x: number) => number,
): number[] {
  const kept: number[] = [];
  for (let start = 0; start < x.length;) {
    const column = columnOf(x[start] as number);
    let end = start + 1;
    let low = start;
    let high = start;
    while (end < x.length && columnOf(x[end] as number) === column) {
      if ((y[end] as number) < (y[low] as number)) low = end;
      if ((y[end] as number) > (y[high] as number)) high = end;
      end++;
    }
    kept.push(...new Set([start, Math.min(low, high), Math.max(low, high), end - 1]));
    start = end;
  }
  return kept;
}
