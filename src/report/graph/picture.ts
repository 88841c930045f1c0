/** @file What every picture of a graph is: a graph in, text out; and the words they share. */

import { formatNumber } from '../../core/text/format-number';
import type { DrawnGraph, DrawnVariable } from '../../core/graph/drawn-graph';
import type { Paint } from '../formats/format';
import { shortCall } from '../text/shorten';

export interface PictureOptions {
  /** The text of the figures. */
  readonly numberText: (value: number) => string;
  readonly paint: Paint;
  /** Whether to do without characters beyond ASCII, in text. */
  readonly isAscii: boolean;
  /** Whether to show every function of a long chain, in text, or only both ends. */
  readonly isWhole: boolean;
}

export interface Picture {
  readonly draw: (graph: DrawnGraph, options: PictureOptions) => string;
  /** The most functions that it can show; any number by default. */
  readonly most?: number;
  /** What it says of a graph that it cannot show for another reason, after its name. */
  readonly refusal?: (graph: DrawnGraph) => string | undefined;
  /** What to say to whoever asked for this picture, if anything. */
  readonly warning?: (graph: DrawnGraph) => string | undefined;
}

/** "square(exp(square(x))) at x = 0.5" */
export function titleOf(graph: DrawnGraph, ellipsis?: string): string {
  const at = placeOf(graph);
  const call = shortCall(graph.formula, graph.functions.length, ellipsis);
  return at === '' ? call : `${call} at ${at}`;
}

/** "x = 1, y = 2"; nothing of a graph without figures. */
function placeOf(graph: DrawnGraph): string {
  const places = inputsOf(graph).flatMap(({ name, figures }) =>
    figures === undefined ? [] : [`${name} = ${formatNumber(figures.data)}`],
  );
  return places.join(', ');
}

/** The variables that no function makes, which come before all others. */
export function inputsOf({ variables, functions }: DrawnGraph): readonly DrawnVariable[] {
  const made = functions[0]?.output ?? variables.length;
  return variables.slice(0, made).filter(({ isConstant }) => !isConstant);
}
