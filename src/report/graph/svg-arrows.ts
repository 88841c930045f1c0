/** @file The arrows of a drawn graph, forward and back, along the rows and from row to row. */

import { coordinate } from '../svg/document';
import { ARROW_ROOM, type Layout, type Node } from './layout';

/** From the middle line of a row up to the arrows forward, and down to those back. */
const OFFSET = 7;
const HEAD = 8;
/** Between a node and the ends of its arrows. */
const SPACE = 3;

type Way = 'forward' | 'backward';

/** All lines with their heads; back only where there are gradients. */
export function arrows(layout: Layout, hasGradients: boolean): string[] {
  const links = layout.functions.flatMap((f, i) => {
    const [before, after] = [layout.variables[i] as Node, layout.variables[i + 1] as Node];
    return [
      [before, f],
      [f, after],
    ] as const;
  });
  const ways: readonly Way[] = hasGradients ? ['forward', 'backward'] : ['forward'];
  return links.flatMap(([from, to]) =>
    ways.map((way) =>
      from.y === to.y
        ? straight(way, from, to, hasGradients)
        : aroundTheCorner(way, from, to, layout),
    ),
  );
}

function straight(way: Way, from: Node, to: Node, isOneOfTwo: boolean): string {
  const offset = isOneOfTwo ? OFFSET : 0;
  const [start, end] = [from.x + from.halfWidth + SPACE, to.x - to.halfWidth - SPACE];
  return way === 'forward'
    ? arrow(way, [start, from.y - offset], [[end, from.y - offset]])
    : arrow(way, [end, from.y + offset], [[start, from.y + offset]]);
}

/**
 * From the end of a row to the start of the next. The line forward keeps outside on the right and
 * inside on the left, so that the two do not cross.
 */
function aroundTheCorner(way: Way, from: Node, to: Node, { left, right }: Layout): string {
  const sign = way === 'forward' ? 1 : -1;
  const [start, end] = [from.x + from.halfWidth + SPACE, to.x - to.halfWidth - SPACE];
  const [startY, endY] = [from.y - sign * OFFSET, to.y - sign * OFFSET];
  const farRight = right + (sign + 2) * (ARROW_ROOM / 4);
  const farLeft = left - (2 - sign) * (ARROW_ROOM / 4);
  const between = (from.y + to.y) / 2 + (sign * OFFSET) / 2;
  const corners: Point[] = [
    [farRight, startY],
    [farRight, between],
    [farLeft, between],
    [farLeft, endY],
  ];
  return way === 'forward'
    ? arrow(way, [start, startY], [...corners, [end, endY]])
    : arrow(way, [end, endY], [...corners.reverse(), [start, startY]]);
}

type Point = readonly [x: number, y: number];

/** A line through points, with a head at the last one, to which it comes horizontally. */
function arrow(way: Way, start: Point, points: readonly Point[]): string {
  const [x, y] = points.at(-1) as Point;
  const sign = way === 'forward' ? -1 : 1;
  const shaft: readonly Point[] = [...points.slice(0, -1), [x + sign * HEAD, y]];
  const line = shaft.map((point) => `L${pair(point)}`).join('');
  return (
    `<path class="${way}" d="M${pair(start)}${line}"/>` +
    `<path class="${way}-head" d="M${pair([x, y])}l${pair([sign * HEAD, -HEAD / 2])}v${coordinate(HEAD)}z"/>`
  );
}

function pair([x, y]: Point): string {
  return `${coordinate(x)} ${coordinate(y)}`;
}
