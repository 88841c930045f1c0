/** @file Places the nodes of a graph in columns, each to the right of all its inputs. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A placed node, by its middle. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** A link from one node to another, by their indices. */
export interface Link {
  readonly from: number;
  readonly to: number;
}

/** A column: as wide as its widest node plus the space in which arrows are horizontal. */
export interface LayoutColumn {
  readonly left: number;
  readonly right: number;
}

export interface Layout {
  readonly boxes: readonly Box[];
  /** From left to right. */
  readonly columns: readonly LayoutColumn[];
  /** The index of the column of each node. */
  readonly columnOf: readonly number[];
  /** For each link, the heights at which it passes the columns between its ends without touching nodes. */
  readonly passes: readonly (readonly number[])[];
}

/** The length of horizontal links beside the nodes of a column. */
const LEVEL = 13;
/** The distance between nodes of a column. */
const NODE_GAP = 24;
/** The distance between links, each of which is two arrows. */
const LINK_GAP = 26;

/** The part of the library that is used here; its own types are for ES modules only. */
interface Dagre {
  readonly graphlib: { readonly Graph: new (options: { multigraph: boolean }) => DagreGraph };
  readonly layout: (graph: DagreGraph) => void;
}

interface DagreGraph {
  setGraph(options: object): void;
  setNode(name: string, size: Size): void;
  setEdge(from: string, to: string, options: object, name: string): void;
  node(name: string): Point;
  edge(from: string, to: string, name: string): { readonly points: readonly Point[] };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The layout, the same on every machine for the same sizes and links: the library only adds and compares.
 *
 * @param gap the distance between the nodes of neighbouring columns
 */
export function layeredLayout(sizes: readonly Size[], links: readonly Link[], gap: number): Layout {
  // Loaded here because only this picture needs it.
  const dagre = require('@dagrejs/dagre') as Dagre;
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranksep: gap, nodesep: NODE_GAP, edgesep: LINK_GAP });
  for (const [i, { width, height }] of sizes.entries()) {
    graph.setNode(String(i), { width, height });
  }
  for (const [i, { from, to }] of links.entries()) {
    graph.setEdge(String(from), String(to), {}, String(i));
  }
  dagre.layout(graph);

  const boxes = sizes.map((size, i) => {
    const { x, y } = graph.node(String(i));
    return { ...size, x, y };
  });
  const middles = [...new Set(boxes.map(({ x }) => x))].sort((a, b) => a - b);
  const columnAt = new Map(middles.map((x, column) => [x, column]));
  const columnOf = boxes.map(({ x }) => columnAt.get(x) as number);
  const halves = middles.map(() => 0);
  for (const [i, { width }] of boxes.entries()) {
    const column = columnOf[i] as number;
    halves[column] = Math.max(halves[column] as number, width / 2);
  }
  const columns = middles.map((x, i) => ({
    left: x - (halves[i] as number) - LEVEL,
    right: x + (halves[i] as number) + LEVEL,
  }));
  const passes = links.map(({ from, to }, i) => {
    const { points } = graph.edge(String(from), String(to), String(i));
    const start = columnOf[from] as number;
    const end = columnOf[to] as number;
    return middles.slice(start + 1, end).map((x) => nearest(points, x).y);
  });
  return upright({ boxes, columns, columnOf, passes }, links);
}

/** The point of a link in the column at x. */
function nearest(points: readonly Point[], x: number): Point {
  return points.reduce((best, point) =>
    Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best,
  );
}

/** The height from which a link comes to its end. */
export function heightBefore({ boxes, passes }: Layout, { from }: Link, i: number): number {
  return passes[i]?.at(-1) ?? (boxes[from] as Box).y;
}

/** Turns the layout upside down if that puts the first inputs of nodes above the later ones. */
function upright(layout: Layout, links: readonly Link[]): Layout {
  const coming = layout.boxes.map((): number[] => []);
  for (const [i, link] of links.entries()) coming[link.to]?.push(heightBefore(layout, link, i));
  let balance = 0;
  for (const heights of coming) {
    for (let i = 1; i < heights.length; i++) {
      balance += Math.sign((heights[i] as number) - (heights[i - 1] as number));
    }
  }
  if (balance >= 0) return layout;
  return {
    ...layout,
    boxes: layout.boxes.map((box) => ({ ...box, y: -box.y })),
    passes: layout.passes.map((heights) => heights.map((y) => -y)),
  };
}
