/** @file The exact reading of a graph: its value and derivatives as mathematics has them, rounded once. */

import type { Real } from '../../math/real';
import type { Graph } from '../graph/graph';
import { type ExactColumns, readColumns } from './read-columns';
import { flattened } from './flattened';
import type { ExactPoint, Wanted } from './outcome';
import { PointReader } from './point-reader';
import { type ExactDigits, readDigits } from './read-digits';
import { nodeWithoutFormula, tapeOf } from './tape';

export interface ExactReading {
  /** The graph that is read, with definitions replaced by their insides: `at` of an outcome counts its vertices. */
  readonly graph: Graph;
  /** @param point one number for each input */
  readonly at: (point: readonly (number | Real)[]) => ExactPoint;
  /**
   * Reads many points.
   *
   * @param x a column for each input
   * @param wanted the columns to compute
   */
  readonly columns: (x: readonly Float64Array[], wanted: Wanted) => ExactColumns;
  /** Decimals with `count` (1 to 1000) significant digits, all of them certain; undefined if undecided. */
  readonly digits: (point: readonly Real[], count: number) => ExactDigits;
}

/** @throws DezeroError `no-exact-reading`, naming a function without a formula */
export function exactReadingOf(graph: Graph): ExactReading {
  const flat = flattened(graph);
  const reader = new PointReader(tapeOf(flat));
  const all = { value: true, gradient: flat.inputs.map(() => true) };
  return {
    graph: flat,
    at: (point) => reader.read(point, all),
    columns: (x, wanted) => readColumns(reader, x, wanted),
    digits: (point, count) => readDigits(reader, point, count),
  };
}

/** The name of a function without a formula, which is why there is no exact reading. */
export function functionWithoutFormula(graph: Graph): string | undefined {
  return nodeWithoutFormula(flattened(graph));
}
