/** @file The options and results of `differentiate`. */

import type { Agreement } from './agreement';
import type { Column, COLUMNS, PartialColumn, SeveralColumn } from './columns';
import type { Fault } from '../text/errors';
import type { Notice } from '../explain/notice';
import type { Measured } from './measured';
import { type Method, METHODS } from '../../math/finite-differences';
import type { RoundOffKind } from '../round-off/backprop-round-off';
import type { TraceStep } from '../graph/trace';

/** A finite difference, or `best`: the result of many of them (see `bestDerivatives`). */
export type NumericalMethod = Method | 'best';
export const NUMERICAL_METHODS: readonly NumericalMethod[] = [...METHODS, 'best'];

/** The options of `differentiate`. */
export interface DifferentiateOptions {
  /** The columns to compute: all by default. Others are not computed, and cannot fail. */
  readonly columns?: readonly Column[];
  /** The step of a finite difference. */
  readonly eps?: number;
  readonly method?: NumericalMethod;
  /** Whether to return every variable of the graph with its data and gradient. */
  readonly trace?: boolean;
  /** Whether to bound the round-off of backprop, and of which kind. */
  readonly roundOff?: RoundOffKind;
  /** Whether to judge if both derivatives agree, or with the column `exact`, to measure their errors. */
  readonly compare?: boolean;
}

/** An error at one point. Outside a domain all numbers are NaN there, otherwise only the numerical derivative is. */
export interface Problem extends Fault {
  /** The index of the point in the block. */
  readonly index: number;
}

/** The columns that were asked for, each with one number for each x, and messages about single x. */
export interface Derivatives extends Readonly<Partial<Record<Column, Float64Array>>> {
  readonly x: Float64Array;
  readonly trace?: readonly TraceStep[];
  /** A bound on the round-off of backprop, without that of its products. */
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

/** The same for streams, which report only a few of many faults: these are by index, unsorted. */
export interface BlockDerivatives extends Omit<Derivatives, 'problems'> {
  readonly faults: ReadonlyMap<number, Fault>;
}

/** The results of a block of points, for any number of variables. */
export interface DifferentiatedBlock {
  /** Where a pass was needed. */
  readonly value?: Float64Array;
  /** In the order in which they were asked for. */
  readonly columns: readonly Float64Array[];
  readonly trace?: readonly TraceStep[];
  /** Along each variable, as `Derivatives` has them. */
  readonly roundOff?: readonly Float64Array[];
  readonly agreements?: readonly (readonly (Agreement | undefined)[])[];
  readonly measured?: readonly (readonly (Measured | undefined)[])[];
  /** By index, unsorted. */
  readonly faults: ReadonlyMap<number, Fault>;
  readonly notices: readonly Notice[];
}

/** The columns of a graph of several variables, and messages about single points. */
export type Partials<V extends string> = Readonly<Record<V, Float64Array>> &
  Readonly<Partial<Record<SeveralColumn<V>, Float64Array>>> &
  Pick<Derivatives, 'trace' | 'problems' | 'notices'>;

/** The default columns, all of them. */
export type AllPartials<V extends string> = Partials<V> &
  Readonly<
    Record<
      'value' | `${Exclude<PartialColumn, 'bound'> & (typeof COLUMNS)[number]}_${V}`,
      Float64Array
    >
  >;

/** The default columns, all of them. */
export type AllDerivatives = Derivatives & Readonly<Record<(typeof COLUMNS)[number], Float64Array>>;
