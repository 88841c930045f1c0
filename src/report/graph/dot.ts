/** @file The graph for Graphviz, in the colours of the book's `get_dot_graph`. */

import type { DrawnGraph, DrawnVariable } from '../../core/graph/drawn-graph';
import { type Picture, type PictureOptions, titleOf } from './picture';
import { backwardWays, forwardWays, functionName, hasFigures, variableName } from './ways';

/** A backslash begins an escape, and an ampersand an entity of HTML. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"'),
  );
  return `"${escaped.join('\\n')}"`;
}

/** The style of the labels of arrows, which name the role of an input. */
const ROLES = 'edge [fontname="Helvetica", fontsize=10]';

/** The style of constants, which have no gradient. */
const CONSTANT = ', style=dashed, color=gray40';

export const dotPicture: Picture = {
  draw(graph, options) {
    const { variables, functions } = graph;
    const lines = [
      `label=${quoted([titleOf(graph)])}`,
      'labelloc=t',
      'rankdir=LR',
      'fontname="Helvetica"',
      ...(functions.some(({ roles }) => roles !== undefined) ? [ROLES] : []),
      'node [style=filled, fontname="Helvetica", color=orange, shape=ellipse]',
      ...variables.map(
        (variable, i) =>
          `${variableName(i)} [label=${labelOf(variable, options)}${variable.isConstant ? CONSTANT : ''}]`,
      ),
      'node [color=lightblue, shape=box]',
      ...functions.map(({ label }, i) => `${functionName(i)} [label=${quoted([label])}]`),
      ...forwardWays(graph).map(({ names, role }) => {
        const ends = names.join(' -> ');
        return role === undefined ? ends : `${ends} [label=${quoted([role])}]`;
      }),
      ...backward(graph),
    ];
    return `digraph g {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  },
};

function labelOf({ name, figures }: DrawnVariable, { numberText }: PictureOptions): string {
  if (figures === undefined) return quoted([name]);
  return quoted([`data ${numberText(figures.data)}`, name, `grad ${numberText(figures.grad)}`]);
}

/** The arrows of the gradients, which do not affect the order of the nodes. */
function backward(graph: DrawnGraph): string[] {
  if (!hasFigures(graph)) return [];
  const ways = backwardWays(graph).map(({ names }) => names.join(' -> '));
  return ['edge [style=dashed, color=firebrick, constraint=false]', ...ways];
}
