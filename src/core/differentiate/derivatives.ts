/** @file The derivatives of a graph at many points: what may be asked for, and what comes of it. */

import type { Agreement } from './agreement';
import type { Column, COLUMNS, PartialColumn, SeveralColumn } from './columns';
import type { Fault } from '../text/errors';
import type { Notice } from '../explain/notice';
import type { Measured } from './measured';
import { type Method, METHODS } from './finite-differences';
import type { RoundOffKind } from '../round-off/gradient-round-off';
import type { TraceStep } from '../graph/trace';

/** The finite differences, and what many of them together show: see `bestDerivatives`. */
export type NumericalMethod = Method | 'best';
export const NUMERICAL_METHODS: readonly NumericalMethod[] = [...METHODS, 'best'];

/** What `differentiate` computes, and how. */
export interface DifferentiateOptions {
  /** What to compute: all by default. What is not asked for is not computed and cannot fail. */
  readonly columns?: readonly Column[];
  /** The step of a finite difference. */
  readonly eps?: number;
  readonly method?: NumericalMethod;
  /** Whether to return every variable of the graph with its data and gradient. */
  readonly trace?: boolean;
  /** Whether to say how wrong backprop may be by the round-off of the values on its way. */
  readonly roundOff?: RoundOffKind;
  /**
   * Whether to judge of each point if both derivatives agree, as far as they can be known; or with the
   * column exact how wrong they are.
   */
  readonly compare?: boolean;
}

/** What is wrong with one point. Outside a domain all its figures are NaN, otherwise the numerical one. */
export interface Problem extends Fault {
  /** The index of the point in the block. */
  readonly index: number;
}

/** The asked-for columns, each with one number for each x; and what is to be said about them. */
export interface Derivatives extends Readonly<Partial<Record<Column, Float64Array>>> {
  readonly x: Float64Array;
  readonly trace?: readonly TraceStep[];
  /** How wrong backprop may be, beside the roundings of its products. */
  readonly roundOff?: Float64Array;
  /** By index; undefined for a point with a problem, and for one that was measured. */
  readonly agreements?: readonly (Agreement | undefined)[];
  /** By index; undefined where the exact derivative is not known. */
  readonly measured?: readonly (Measured | undefined)[];
  /** By index, at most one for each point. */
  readonly problems: readonly Problem[];
  /** By index. */
  readonly notices: readonly Notice[];
}

/** The same for streams, which tell only a few of many faults: by index, in no order. */
export interface BlockDerivatives extends Omit<Derivatives, 'problems'> {
  readonly faults: ReadonlyMap<number, Fault>;
}

/** What comes of a block of points of any number of variables. */
export interface Block {
  /** Where it was needed. */
  readonly value?: Float64Array;
  /** In the order in which they were asked for. */
  readonly columns: readonly Float64Array[];
  readonly trace?: readonly TraceStep[];
  /** Along each variable, as `Derivatives` has them. */
  readonly roundOff?: readonly Float64Array[];
  readonly agreements?: readonly (readonly (Agreement | undefined)[])[];
  readonly measured?: readonly (readonly (Measured | undefined)[])[];
  /** By index, in no order. */
  readonly faults: ReadonlyMap<number, Fault>;
  readonly notices: readonly Notice[];
}

/** The asked-for columns of a graph of several variables, and what is to be said about them. */
export type Partials<V extends string> = Readonly<Record<V, Float64Array>> &
  Readonly<Partial<Record<SeveralColumn<V>, Float64Array>>> &
  Pick<Derivatives, 'trace' | 'problems' | 'notices'>;

/** All columns, which is what comes without a choice of columns. */
export type AllPartials<V extends string> = Partials<V> &
  Readonly<
    Record<
      'value' | `${Exclude<PartialColumn, 'bound'> & (typeof COLUMNS)[number]}_${V}`,
      Float64Array
    >
  >;

/** All columns, which is what comes without a choice of columns. */
export type AllDerivatives = Derivatives & Readonly<Record<(typeof COLUMNS)[number], Float64Array>>;
