/** @file The formats of a graph, by name and by the names of files. */

import { dotPicture } from './dot';
import { mermaidPicture } from './mermaid';
import type { Picture } from './picture';
import { svgPicture } from './svg';
import { textPicture } from './text';

const PICTURES = {
  text: textPicture,
  dot: dotPicture,
  mermaid: mermaidPicture,
  svg: svgPicture,
} satisfies Record<string, Picture>;

export type GraphFormat = keyof typeof PICTURES;
export const GRAPH_FORMATS = Object.keys(PICTURES) as readonly GraphFormat[];

export function pictureOf(format: GraphFormat): Picture {
  return PICTURES[format];
}

/** The formats that can show every graph. */
export const FORMATS_FOR_ALL = GRAPH_FORMATS.filter(
  (name) => pictureOf(name).refusal === undefined,
);

/** The format that the ending of a file asks for, as `graph.svg` does. */
export const GRAPH_ENDINGS: ReadonlyMap<string, GraphFormat> = new Map([
  ['txt', 'text'],
  ['dot', 'dot'],
  ['gv', 'dot'],
  ['mermaid', 'mermaid'],
  ['mmd', 'mermaid'],
  ['svg', 'svg'],
]);
