/** @file A function of several variables that can only be evaluated: it gives values, and perhaps partials. */

/** Up to this many variables each partial is checked by itself; with more, random directions come first. */
export const MOST_EACH = 50;

/** Points that are made when they are needed. */
export interface Points {
  readonly count: number;
  readonly at: (index: number) => Float64Array;
}

/** The answer of the program at one point. */
export interface Answer {
  /** It may be NaN or infinite. */
  readonly value: number;
  /** Undefined if it prints values only. */
  readonly partials: Float64Array | undefined;
}

/** A program that takes blocks of points and gives answers; it is started for each block. */
export interface Program {
  readonly variables: number;
  readonly answers: (points: Points) => Promise<readonly Answer[]>;
  readonly values: (points: Points) => Promise<Float64Array>;
  /** The error of a partial by the number of digits it is printed with. */
  readonly printingError: (partial: number) => number;
}
