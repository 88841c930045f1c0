/** @file The arrows of a drawn graph, forward and back, along the rows and from row to row. */

import { coordinate } from '../svg/document';
import { type Layout, type Node } from './layout';

/** From the middle line of a row up to the arrows forward, and down to those back. */
const OFFSET = 7;
const HEAD = 8;
/** Between a node and the ends of its arrows. */
const SPACE = 3;
/** From the end of a row to the lines that lead on to the next, in the middle of both. */
const BEND = 26;

type Way = 'forward' | 'backward';

/** All lines with their heads; back only where there are gradients. */
export function arrows(
  { variables, functions, left, right }: Layout,
  hasGradients: boolean,
): string[] {
  const ways: readonly Way[] = hasGradients ? ['forward', 'backward'] : ['forward'];
  const offset = hasGradients ? OFFSET : 0;
  const link = (from: Node, to: Node): string[] =>
    ways.map((way) => {
      const points = path(from, to, { left, right }, way === 'forward' ? offset : -offset);
      return arrow(way, way === 'forward' ? points : points.reverse());
    });
  return functions.flatMap((f, i) => [
    ...link(variables[i] as Node, f),
    ...link(f, variables[i + 1] as Node),
  ]);
}

type Point = readonly [x: number, y: number];

/**
 * From the right of a node to the left of the next, at the end of a row around to the next one.
 *
 * @param offset how far above the middle. Around a corner what is above keeps outside on the right and
 *   inside on the left, so that the ways forward and back do not cross.
 */
function path(
  from: Node,
  to: Node,
  { left, right }: Pick<Layout, 'left' | 'right'>,
  offset: number,
): Point[] {
  const [start, end] = [from.x + from.halfWidth + SPACE, to.x - to.halfWidth - SPACE];
  const [startY, endY] = [from.y - offset, to.y - offset];
  if (from.y === to.y) {
    return [
      [start, startY],
      [end, endY],
    ];
  }
  const farRight = right + BEND + offset;
  const farLeft = left - BEND + offset;
  const between = (from.y + to.y + offset) / 2;
  return [
    [start, startY],
    [farRight, startY],
    [farRight, between],
    [farLeft, between],
    [farLeft, endY],
    [end, endY],
  ];
}

/** A line through points, with a head at the last one, to which it comes horizontally. */
function arrow(way: Way, points: readonly Point[]): string {
  const [x, y] = points.at(-1) as Point;
  const back = way === 'forward' ? -HEAD : HEAD;
  const shaft: readonly Point[] = [...points.slice(0, -1), [x + back, y]];
  return (
    `<path class="${way}" d="M${shaft.map(pair).join('L')}"/>` +
    `<path class="${way}-head" d="M${pair([x, y])}l${pair([back, -HEAD / 2])}v${coordinate(HEAD)}z"/>`
  );
}

function pair([x, y]: Point): string {
  return `${coordinate(x)} ${coordinate(y)}`;
}
