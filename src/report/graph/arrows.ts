/** @file Draws the arrows of a graph, forward and back, between columns and between rows. */

import { coordinate, pair, svgPath } from '../svg/document';
import type { Box, LayoutColumn, Link } from './layered-layout';
import type { Rows } from './rows';

export interface Arrow extends Link {
  /** The height at which it meets its target, relative to the middle of that. */
  readonly port: number;
  readonly hasWayBack: boolean;
}

/** The distance of the forward arrow above the middle of a link, and of the backward one below. */
const OFFSET = 7;
const HEAD = 8;
/** The space between a node and the ends of its arrows. */
const SPACE = 3;
/** The distance from the end of a row to the middle of the two lines that lead to the next row. */
const BEND = 26;

type Direction = 'forward' | 'backward';

/**
 * All arrows.
 *
 * @param shapeWidths of the nodes, without the texts above and below them
 */
export function arrows(
  rows: Rows,
  links: readonly Arrow[],
  shapeWidths: readonly number[],
): string[] {
  const offset = links.some(({ hasWayBack }) => hasWayBack) ? OFFSET : 0;
  const node = (i: number): NodeEnds => {
    const { x, y } = rows.boxes[i] as Box;
    const column = rows.columnOf[i] as number;
    const half = (shapeWidths[i] as number) / 2 + SPACE;
    return { left: x - half, right: x + half, y, column };
  };
  return links.flatMap((link, i) => {
    const from = node(link.from);
    const to = node(link.to);
    const ways: readonly Direction[] = link.hasWayBack ? ['forward', 'backward'] : ['forward'];
    const isInRow = rows.rowOf[from.column] === rows.rowOf[to.column];
    return ways.map((way) => {
      const path = isInRow
        ? along(stopsOf(from, to, link.port, rows, i), way, offset)
        : around(from, to, rows, way === 'forward' ? offset : -offset, way);
      return arrow(way, path, way === 'forward' ? to.left : from.right);
    });
  });
}

/** A column that a link passes, or its end: the line is horizontal from left to right there. */
interface Stop extends LayoutColumn {
  readonly y: number;
}

interface NodeEnds extends Stop {
  readonly column: number;
}

function stopsOf(from: NodeEnds, to: NodeEnds, port: number, rows: Rows, i: number): Stop[] {
  const { columns, passes } = rows;
  const column = (at: number): LayoutColumn => columns[at] as LayoutColumn;
  return [
    { left: from.right, right: column(from.column).right, y: from.y },
    ...(passes[i] as readonly number[]).map((y, k) => ({ ...column(from.column + 1 + k), y })),
    { left: column(to.column).left, right: to.left, y: to.y + port },
  ];
}

/** A line without its arrow head, and the height at its end. */
interface Shaft {
  readonly path: string;
  readonly y: number;
}

/** A line from stop to stop, horizontal at each: it bends between columns only, and crosses no node. */
function along(stops: readonly Stop[], way: Direction, offset: number): Shaft {
  const isForward = way === 'forward';
  const lift = isForward ? -offset : offset;
  const first = stops[0] as Stop;
  const last = stops.at(-1) as Stop;
  const ordered = isForward ? stops : stops.toReversed();
  const end = isForward ? last.right - HEAD : first.left + HEAD;
  let { y } = ordered[0] as Stop;
  let path = `M${pair(isForward ? first.left : last.right, y + lift)}`;
  for (let i = 1; i < ordered.length; i++) {
    const before = ordered[i - 1] as Stop;
    const stop = ordered[i] as Stop;
    if (stop.y === before.y) continue;
    const [start, target] = isForward ? [before.right, stop.left] : [before.left, stop.right];
    // The forward arrow keeps to the left and the backward one to the right, so that they do not cross at bends.
    const rise = isForward ? stop.y - before.y : before.y - stop.y;
    const apart = Math.min(offset, Math.abs(rise) / 3) * Math.sign(rise);
    const middle = (start + target) / 2 + (isForward ? apart : -apart);
    path += `H${coordinate(start)}`;
    path += `C${pair(middle, before.y + lift)} ${pair(middle, stop.y + lift)} ${pair(target, stop.y + lift)}`;
    ({ y } = stop);
  }
  return { path: `${path}H${coordinate(end)}`, y: y + lift };
}

/**
 * From the end of a row to the start of the next. Around a corner what is above keeps outside on the
 * right and inside on the left, so that the ways forward and back do not cross.
 *
 * @param offset how far above the middle
 */
function around(from: NodeEnds, to: NodeEnds, rows: Rows, offset: number, way: Direction): Shaft {
  const { columns, rowOf, turns } = rows;
  const farRight = rows.right + BEND + offset;
  const farLeft = (columns[to.column] as LayoutColumn).left - BEND + offset;
  const between = (turns[rowOf[from.column] as number] as number) + offset / 2;
  const startY = from.y - offset;
  const endY = to.y - offset;
  const isForward = way === 'forward';
  const points: readonly (readonly [number, number])[] = [
    [from.right + (isForward ? 0 : HEAD), startY],
    [farRight, startY],
    [farRight, between],
    [farLeft, between],
    [farLeft, endY],
    [to.left - (isForward ? HEAD : 0), endY],
  ];
  const ordered = isForward ? points : points.toReversed();
  return {
    path: `M${ordered.map(([x, y]) => pair(x, y)).join('L')}`,
    y: isForward ? endY : startY,
  };
}

/** An arrow whose line reaches the head horizontally. */
function arrow(way: Direction, { path, y }: Shaft, tip: number): string {
  const back = way === 'forward' ? -HEAD : HEAD;
  return (
    svgPath(way, path) +
    svgPath(`${way}-head`, `M${pair(tip, y)}l${pair(back, -HEAD / 2)}v${coordinate(HEAD)}z`)
  );
}
