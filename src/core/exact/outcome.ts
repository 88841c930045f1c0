/** @file The outcomes of the exact reading: a number, certainly no number, or undecided. */

/** The two doubles that a number lies between; infinite if nothing is known of it. */
export type Neighbours = readonly [lower: number, upper: number];

/** A real number: its nearest double, proved, or undecided. */
export type Figure =
  | { readonly kind: 'nearest'; readonly value: number }
  | { readonly kind: 'undecided'; readonly neighbours: Neighbours };

/** The limits of a function and its slope from one side along one variable. */
export interface Side {
  /** The limit of the value; infinite at a pole. */
  readonly value: Figure;
  /** The limit of the slope; infinite at a vertical tangent. */
  readonly slope: Figure;
}

/** The limits on both sides, where they explain why there is no single derivative; undefined outside the domain. */
export interface Sides {
  readonly left: Side | undefined;
  readonly right: Side | undefined;
}

/** That there certainly is no value, or no derivative. */
export interface NoNumber {
  readonly kind: 'none';
  /** The vertex of the graph that has none. */
  readonly at: number;
  /** For people: `log is not defined at -1`, `a jump from 0 to 1`. */
  readonly why: string;
}

/** The outcome at one point: of the value, and of the derivative by each variable. */
export interface ExactPoint {
  readonly value: Figure | NoNumber;
  /** At a kink that is hit exactly it is the value of the convention, as in backprop. */
  readonly gradient: readonly (Figure | NoNumber)[];
  /** By variable, where the point is at a kink, a jump, an edge of the domain or a hole. */
  readonly sides?: readonly (Sides | undefined)[];
}

/** The results that are asked for. */
export interface Wanted {
  readonly value: boolean;
  /** By input. */
  readonly gradient: readonly boolean[];
}

/** The nearest double; NaN where there is none or it is undecided. */
export function nearestOf(figure: Figure | NoNumber | undefined): number {
  return figure?.kind === 'nearest' ? figure.value : NaN;
}
