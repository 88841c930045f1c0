/** @file The graph for Graphviz, in the colours of the book's `get_dot_graph`. */

import type { DrawnGraph, DrawnVariable } from '../../core/drawn-graph';
import { type Picture, type PictureOptions, titleOf } from './picture';
import { backwardWays, forwardWays, hasFigures } from './ways';

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
      ...functions.map(({ label }, i) => `f${String(i + 1)} [label=${quoted([label])}]`),
      ...forwardWays(graph).map((way) => way.join(' -> ')),
      ...backward(graph),
    ];
    return `digraph g {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  },
};

function labelOf({ name, figures }: DrawnVariable, { numberText }: PictureOptions): string {
  if (figures === undefined) return quoted([name]);
  return quoted([`data ${numberText(figures.data)}`, name, `grad ${numberText(figures.grad)}`]);
}

/** The ways of the gradients; they do not count for the order of the nodes. */
function backward(graph: DrawnGraph): string[] {
  if (!hasFigures(graph)) return [];
  const ways = backwardWays(graph).map((way) => way.join(' -> '));
  return ['edge [style=dashed, color=firebrick, constraint=false]', ...ways];
}
