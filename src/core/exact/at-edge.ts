/** @file The derivative at an edge that is hit exactly: from what the function is on both sides. */

import type { Ball } from '../../math/ball';
import type { Real } from '../../math/real';
import type { Edge } from './edges';
import { NOTHING_KNOWN } from './figures';
import type { Figure, NoNumber, Sides } from './outcome';
import type { Pass } from './pass';
import type { Program } from './program';

/** A point at an edge, and the input by which the derivative is asked for. */
export interface AtEdge<T extends Ball<T>> {
  readonly program: Program;
  readonly reals: readonly Real[];
  readonly k: number;
  /** Forward and back, with the conventions of the functions. */
  readonly pass: Pass<T>;
  /** The value, or why there is none. */
  readonly fault: Figure | NoNumber | undefined;
  /** The edges that are hit by vertices with a say. */
  readonly hit: readonly Edge[];
  /** Whether the chain rule gives no number. */
  readonly isLost: boolean;
}

export interface EdgeGradient {
  readonly gradient: Figure | NoNumber;
  readonly sides: Sides | undefined;
}

/** Undefined where the point is at no edge. */
export function gradientAtEdge<T extends Ball<T>>(edge: AtEdge<T>): EdgeGradient | undefined {
  const { fault, hit, isLost } = edge;
  if (fault?.kind === 'none') return { gradient: fault, sides: undefined };
  if (hit.length === 0 && !isLost) return undefined;
  return { gradient: NOTHING_KNOWN, sides: undefined };
}
