/** @file The interface of all pictures of a graph, and the texts that they share. */

import { formatNumber } from '../../core/text/format-number';
import type { DrawnGraph, DrawnVariable } from '../../core/graph/drawn-graph';
import type { Paint } from '../formats/format';
import { shortCall } from '../text/heading';

export interface PictureOptions {
  readonly numberText: (value: number) => string;
  readonly paint: Paint;
  readonly isAscii: boolean;
  /** Whether to show every function of a long chain, in text, or only both ends. */
  readonly isWhole: boolean;
}

export interface Picture {
  readonly draw: (graph: DrawnGraph, options: PictureOptions) => string;
  /** Why it cannot show this graph, if there are such graphs; the text follows its name. */
  readonly refusal?: (graph: DrawnGraph) => string | undefined;
  /** A warning to print with the picture. */
  readonly warning?: (graph: DrawnGraph) => string | undefined;
}

/** "square(exp(square(x))) at x = 0.5" */
export function titleOf(graph: DrawnGraph, ellipsis?: string): string {
  const at = placeText(graph);
  const call = shortCall(graph.formula, graph.functions.length, ellipsis);
  return at === '' ? call : `${call} at ${at}`;
}

/** "x = 1, y = 2"; empty for a graph without numbers. */
function placeText(graph: DrawnGraph): string {
  const places = inputsOf(graph).flatMap(({ name, figures }) =>
    figures === undefined ? [] : [`${name} = ${formatNumber(figures.data)}`],
  );
  return places.join(', ');
}

/** The variables without a creator, which come before all others. */
export function inputsOf({ variables, functions }: DrawnGraph): readonly DrawnVariable[] {
  const made = functions[0]?.output ?? variables.length;
  return variables.slice(0, made).filter(({ isConstant }) => !isConstant);
}
