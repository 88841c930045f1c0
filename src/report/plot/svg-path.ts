/** @file Makes SVG path data of lines, with no more points than are visible. */

import { pair } from '../svg/document';
import { type Position, extremesByColumn } from './clip';

/** The position of a frame in the picture, in pixels from the upper left. */
export interface PixelFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point is left out if the line without it passes it this closely, in pixels. */
const TOLERANCE = 0.05;

export function pathData(lines: readonly (readonly Position[])[], box: PixelFrame): string {
  return lines
    .map((line) => {
      const points = straightened(
        extremesByPixel(
          line.map(({ x, y }) => ({
            x: box.left + x * box.width,
            y: box.top + (1 - y) * box.height,
          })),
        ),
      );
      return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${pair(x, y)}`).join('');
    })
    .join('');
}

function extremesByPixel(points: readonly Position[]): Position[] {
  const x = points.map((point) => point.x);
  const y = points.map((point) => point.y);
  return extremesByColumn(x, y, Math.floor).map((i) => points[i] as Position);
}

/**
 * The line simplified within the tolerance, by the algorithm of D. H. Douglas and
 * T. K. Peucker ("Algorithms for the reduction of the number of points", 1973).
 */
function straightened(points: readonly Position[]): Position[] {
  const isKept = new Set([0, points.length - 1]);
  const open: (readonly [number, number])[] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [start, end] = span;
    let farthest = start;
    let distance = TOLERANCE;
    for (let i = start + 1; i < end; i++) {
      const d = distanceToLine(
        points[i] as Position,
        points[start] as Position,
        points[end] as Position,
      );
      if (d > distance) [farthest, distance] = [i, d];
    }
    if (farthest === start) continue;
    isKept.add(farthest);
    open.push([start, farthest], [farthest, end]);
  }
  return points.filter((_, i) => isKept.has(i));
}

/** The distance of a point from the segment between two others. */
function distanceToLine(point: Position, from: Position, to: Position): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const px = point.x - from.x;
  const py = point.y - from.y;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  const ex = px - share * dx;
  const ey = py - share * dy;
  return Math.sqrt(ex * ex + ey * ey);
}
