/** @file Curves as plain data. */

/** Points with increasing x that a line may join. */
export interface Piece {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Why a line stops: what f does near the place. */
export type BreakKind =
  /** f grows without bound; on the other side it continues, with either sign, or is not defined. */
  | 'pole'
  /** f tends to different numbers from left and right. */
  | 'jump'
  /** f tends to the same number from left and right, and has another value there. */
  | 'point'
  /** From there on f exceeds the largest double. */
  | 'overflow'
  /** From there on f is not defined. */
  | 'edge'
  /** f is not defined at this one place. */
  | 'hole';

/** A place where a line stops. */
export interface Break {
  readonly at: number;
  readonly kind: BreakKind;
  /** The side where f has values, if it is one side only. */
  readonly side?: 'left' | 'right';
}

/** A line in pieces, and where it breaks. */
export interface Curve {
  readonly pieces: readonly Piece[];
  /** From left to right. */
  readonly breaks: readonly Break[];
}

/** Two neighbouring x (as near as bisection got) that no line may join. */
export interface Cut {
  readonly left: number;
  readonly right: number;
  readonly kind: BreakKind;
  readonly side?: 'left' | 'right';
  /** The values at both, where they were compared. */
  readonly leftY?: number;
  readonly rightY?: number;
}
