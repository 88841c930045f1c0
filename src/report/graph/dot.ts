/** @file The graph for Graphviz, in the colours of the book's `get_dot_graph`. */

import type { Graph, GraphVariable } from '../../core/graph';
import { type Picture, type PictureOptions, titleOf } from './picture';

/** A backslash begins an escape, and an ampersand an entity of HTML. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"'),
  );
  return `"${escaped.join('\\n')}"`;
}

export const dotPicture: Picture = {
  draw(graph, options) {
    const { variables, functions } = graph;
    const lines = [
      `label=${quoted([titleOf(graph)])}`,
      'labelloc=t',
      'rankdir=LR',
      'fontname="Helvetica"',
      'node [style=filled, fontname="Helvetica", color=orange, shape=ellipse]',
      ...variables.map((variable, i) => `v${String(i)} [label=${labelOf(variable, options)}]`),
      'node [color=lightblue, shape=box]',
      ...functions.map((name, i) => `f${String(i + 1)} [label=${quoted([name])}]`),
      ...functions.map((_, i) => `v${String(i)} -> f${String(i + 1)} -> v${String(i + 1)}`),
      ...backward(graph),
    ];
    return `digraph g {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  },
};

function labelOf({ name, figures }: GraphVariable, { numberText }: PictureOptions): string {
  if (figures === undefined) return quoted([name]);
  return quoted([`data ${numberText(figures.data)}`, name, `grad ${numberText(figures.grad)}`]);
}

/** The way of the gradients; it does not count for the order of the nodes. */
function backward({ variables, functions }: Graph): string[] {
  if (variables[0]?.figures === undefined) return [];
  return [
    'edge [style=dashed, color=firebrick, constraint=false]',
    ...functions.map((_, i) => `v${String(i + 1)} -> f${String(i + 1)} -> v${String(i)}`),
  ];
}
