/** @file The exact reading of texts, said in one line. */

import type { Figure, NoNumber, Side } from '../../src/core/exact/outcome';
import { exactReadingOf } from '../../src/core/exact/exact-reading';
import { catalogue } from '../../src/functions/catalogue';
import { parseGraph } from '../../src/functions/read/parse-graph';

/** "0.5", "none: a jump from 0 to 1", "between 1 and 1.0000000000000002" */
export function said(figure: Figure | NoNumber | undefined): string {
  if (figure === undefined) return 'nothing';
  if (figure.kind === 'nearest') return String(figure.value);
  if (figure.kind === 'none') return `none: ${figure.why}`;
  const [lower, upper] = figure.neighbours;
  return `between ${String(lower)} and ${String(upper)}`;
}

function saidOfSide(side: Side | undefined): string {
  return side === undefined ? 'outside' : `${said(side.value)} ${said(side.slope)}`;
}

export interface SaidPoint {
  readonly value: string;
  readonly slope: string;
  /** Value and slope on the left and on the right, where they are told. */
  readonly sides?: readonly [left: string, right: string];
}

/** What is said of a formula or chain of one variable at x. */
export function exactAt(text: string, x: number): SaidPoint {
  const { value, gradient, sides } = exactReadingOf(parseGraph(text, catalogue)).at([x]);
  const [beside] = sides ?? [];
  return {
    value: said(value),
    slope: said(gradient[0]),
    ...(beside && { sides: [saidOfSide(beside.left), saidOfSide(beside.right)] }),
  };
}
