/** @file A function of several variables of which one can only ask: its values, the partials it claims. */

/** Up to so many variables each partial is checked by itself; with more, random directions are asked first. */
export const MOST_EACH = 50;

/** Points, made when they are needed. */
export interface Points {
  readonly count: number;
  readonly at: (index: number) => Float64Array;
}

/** What it says of one point. */
export interface Answer {
  /** It may be NaN or infinite. */
  readonly value: number;
  /** Undefined where it has values only. */
  readonly partials: Float64Array | undefined;
}

/** What it takes to ask, in ms. */
export interface Costs {
  /** For each block of points. */
  readonly start: number;
  readonly evaluation: number;
}

/** Blocks of points in, answers out: a program that is started for each block. */
export interface Program {
  /** The number of its variables. */
  readonly variables: number;
  readonly answers: (points: Points) => Promise<readonly Answer[]>;
  /** The values alone. */
  readonly values: (points: Points) => Promise<Float64Array>;
  /** As far as they are known by now; they decide what is asked in advance, and no verdict. */
  readonly costs: () => Costs;
  /** How wrong a partial may be by the digits in which it is printed. */
  readonly doubtOf: (partial: number) => number;
}
