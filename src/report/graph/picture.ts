/** @file What every picture of a graph is: a graph in, text out; and the words they share. */

import { formatNumber } from '../../core/format-number';
import type { DrawnGraph } from '../../core/drawn-graph';
import type { Paint } from '../format';
import { shortCall } from '../shorten';

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
  /** What to say to whoever asked for this picture, if anything. */
  readonly warning?: (graph: DrawnGraph) => string | undefined;
}

/** "square(exp(square(x))) at x = 0.5" */
export function titleOf({ formula, functions, variables }: DrawnGraph, ellipsis?: string): string {
  const place = variables[0]?.figures;
  const at = place === undefined ? '' : ` at x = ${formatNumber(place.data)}`;
  return `${shortCall(formula, functions.length, ellipsis)}${at}`;
}
