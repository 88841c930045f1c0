/** @file Curves as plain data. */

/** Points whose x increase and that a line may join. */
export interface Piece {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Why a line stops: what the values do, as they come closer to the place. */
export type BreakKind =
  /** They grow; beyond it they are on the other side, or missing. */
  | 'pole'
  /** They tend to different numbers from left and right. */
  | 'jump'
  /** They are infinite from there on, beyond the largest double. */
  | 'overflow'
  /** There are none from there on. */
  | 'edge'
  /** There is none just there. */
  | 'hole';

/** A place where a line stops. */
export interface Break {
  readonly at: number;
  readonly kind: BreakKind;
  /** Where there are values, if they are on one side only. */
  readonly side?: 'left' | 'right';
}

/** A line in pieces, and where it breaks. */
export interface Curve {
  readonly pieces: readonly Piece[];
  /** From left to right. */
  readonly breaks: readonly Break[];
}

/** A place that no line crosses: between two x, which are as near to it as doubles get, or nearly. */
export interface Cut {
  readonly left: number;
  readonly right: number;
  readonly kind: BreakKind;
  readonly side?: 'left' | 'right';
}
