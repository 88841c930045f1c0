/** @file The exact reading of a graph: its value and derivatives as mathematics has them, rounded once. */

import type { Real } from '../../math/real';
import type { Graph } from '../graph/graph';
import { type ExactColumns, readColumns } from './read-columns';
import { flattened } from './flattened';
import type { ExactPoint, Wanted } from './outcome';
import { PointReader } from './point-reader';
import { type ExactDigits, readDigits } from './read-digits';
import { nodeWithoutFormula, tapeOf } from './tape';
import { notFinite } from './edges/not-finite';

export interface ExactReading {
  /** The graph that is read, to which `at` of an outcome belongs: no claim is in it. */
  readonly graph: Graph;
  /** @param point one number for each input */
  readonly at: (point: readonly (number | Real)[]) => ExactPoint;
  /**
   * Many points, of which x has one column for each input.
   *
   * @param wanted what is not asked for is not computed
   */
  readonly columns: (x: readonly Float64Array[], wanted: Wanted) => ExactColumns;
  /**
   * Decimals with `count` significant digits, from 1 to 1000, each of them certain; undefined where
   * they are not decided.
   */
  readonly digits: (point: readonly Real[], count: number) => ExactDigits;
}

/** @throws DezeroError `no-exact-reading`, naming a function that is known by its values alone */
export function exactReadingOf(graph: Graph): ExactReading {
  const flat = flattened(graph);
  const reader = new PointReader(tapeOf(flat));
  const all = { value: true, gradient: flat.inputs.map(() => true) };
  return {
    graph: flat,
    at: (point) => notFinite(flat, point) ?? reader.read(point, all),
    columns: (x, wanted) => readColumns(reader, x, wanted),
    digits: (point, count) => readDigits(reader, point, count),
  };
}

/** The name of a function that is known by its values alone, so that there is no exact reading. */
export function functionWithoutFormula(graph: Graph): string | undefined {
  return nodeWithoutFormula(flattened(graph));
}
