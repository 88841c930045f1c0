/** @file What the exact reading says: the number, that there certainly is none, or that it is not decided. */

/** Both doubles that a number may be nearest to, where it was not decided which; infinite where nothing is known. */
export type Neighbours = readonly [lower: number, upper: number];

/** A real number: the double nearest to it, proved; or not decided. */
export type Figure =
  | { readonly kind: 'nearest'; readonly value: number }
  | { readonly kind: 'undecided'; readonly neighbours: Neighbours };

/** The function as one comes to the point from one side along one variable; undefined outside its domain. */
export interface Side {
  /** The limit of the value; infinite at a pole. */
  readonly value: Figure;
  /** The slope there; infinite where the function is steep. */
  readonly slope: Figure;
}

/** Why the derivative by a variable is not one number: what there is on each side. */
export interface Sides {
  readonly left: Side | undefined;
  readonly right: Side | undefined;
}

/** Why there certainly is no value, or no derivative. */
export interface NoNumber {
  readonly kind: 'none';
  /** The vertex of the graph at which it is lost. */
  readonly at: number;
  /** For people: `log is not defined at -1`, `a jump from 0 to 1`. */
  readonly why: string;
}

/** One point: its value, and its derivative by each variable. */
export interface ExactPoint {
  readonly value: Figure | NoNumber;
  /** At a kink that is hit exactly, the value of the convention, that of backprop. */
  readonly gradient: readonly (Figure | NoNumber)[];
  /** By variable, where the point is at a kink, a jump, an edge or a hole. */
  readonly sides?: readonly (Sides | undefined)[];
}

/** What is asked for. */
export interface Wanted {
  readonly value: boolean;
  /** By input. */
  readonly gradient: readonly boolean[];
}
