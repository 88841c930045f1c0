/** @file The graph as a Mermaid flowchart, which many pages of documentation can show. */

import { formatNumber } from '../../core/text/format-number';
import type { DrawnVariable } from '../../core/graph/drawn-graph';
import { type Picture, type PictureOptions, titleOf } from './picture';
import { backwardWays, forwardWays, functionName, hasFigures, variableName } from './ways';

/** With more arrows Mermaid draws nothing, unless its setting maxEdges is larger. */
const MOST_ARROWS = 500;

/** Text for a label, in which Mermaid's own entities stand for what would end it or be taken for HTML. */
function escaped(text: string): string {
  return text.replace(/["#&<>;`]/g, (character) => `#${String(character.charCodeAt(0))};`);
}

/** The same for text that may be Markdown: a sign alone begins a list, and 2*pi*x gets emphasis. */
function escapedSigns(text: string): string {
  return text.replace(/[^\p{L}\d .]/gu, (character) => `#${String(character.codePointAt(0))};`);
}

export const mermaidPicture: Picture = {
  draw(graph, options) {
    const { variables, functions } = graph;
    const lines = [
      `accTitle: ${escaped(titleOf(graph))}`,
      ...variables.map(
        (variable, i) =>
          `${variableName(i)}(["${labelOf(variable, options)}"]):::${variable.isConstant ? 'constant' : 'variable'}`,
      ),
      ...functions.map(
        ({ label }, i) => `${functionName(i)}["${functionLabel(label)}"]:::function`,
      ),
      ...forwardWays(graph).map(({ names, role }) =>
        names.join(role === undefined ? ' --> ' : ` -->|"${escapedSigns(role)}"| `),
      ),
      ...(hasFigures(graph) ? backwardWays(graph).map(({ names }) => names.join(' -.-> ')) : []),
      'classDef variable fill:#ffa500,stroke:#c77700,color:#000',
      'classDef function fill:#add8e6,stroke:#5b9bb5,color:#000',
      ...(variables.some(({ isConstant }) => isConstant)
        ? ['classDef constant fill:#eee,stroke:#666,color:#000,stroke-dasharray:3 2']
        : []),
    ];
    return `flowchart LR\n${lines.map((line) => `  ${line}\n`).join('')}`;
  },

  warning(graph) {
    const ways = [...forwardWays(graph), ...(hasFigures(graph) ? backwardWays(graph) : [])];
    const arrows = ways.reduce((count, { names }) => count + names.length - 1, 0);
    if (arrows <= MOST_ARROWS) return undefined;
    return (
      `Mermaid refuses a graph of more than ${formatNumber(MOST_ARROWS)} arrows, and this one has ` +
      `${formatNumber(arrows)}: raise its setting maxEdges where the page is made`
    );
  },
};

function labelOf({ name, figures }: DrawnVariable, { numberText }: PictureOptions): string {
  if (figures === undefined) return escapedSigns(name);
  const { data, grad } = figures;
  return `data ${numberText(data)}<br>${escapedSigns(name)}<br>grad ${numberText(grad)}`;
}

/** The label of a function; an operator consists of signs. */
function functionLabel(label: string): string {
  return /\w/.test(label) ? escaped(label) : escapedSigns(label);
}
