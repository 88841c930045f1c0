/** @file The numerical derivatives along variables at every point of a block, with the faults of points. */

import { pointAt } from '../engine/at-point';
import { joined } from '../engine/fill-column';
import type { Fault } from '../text/errors';
import { stencilFault } from '../explain/outside-domain';
import type { Graph } from '../graph/graph';
import { differenceOf, type Method } from '../../math/finite-differences';
import { difference, isStepKept, stepFault } from './numerical-diff';

interface NumericalPlace {
  readonly graph: Graph;
  /** A column for each variable. */
  readonly point: readonly Float64Array[];
  readonly eps: number;
  readonly method: Method;
}

/**
 * The points of one evaluation, if a block has fewer. An evaluation makes lists and objects for each function; with
 * 1,500 variables at one point these take three times as long as the numbers in them.
 */
const POINTS_AT_ONCE = 1024;

/**
 * The finite differences along some of the variables, by variable; NaN where the step or the domain does not allow
 * one. Several variables share an evaluation of the graph, each with points of its own.
 */
export function numericalColumns(
  place: NumericalPlace,
  along: ReadonlySet<number>,
  faults: Map<number, Fault>,
): (Float64Array | undefined)[] {
  const { point } = place;
  const found: (Float64Array | undefined)[] = point.map(() => undefined);
  const { length } = point[0] as Float64Array;
  const variables = [...along];
  if (variables.length === 0) return found;
  const most = Math.max(1, Math.floor(POINTS_AT_ONCE / Math.max(1, length)));
  const atOnce = Math.min(most, variables.length);
  const held = point.map((x) => joined(Array.from({ length: atOnce }, () => x)));
  for (let start = 0; start < variables.length; start += atOnce) {
    const group = variables.slice(start, start + atOnce);
    const numerical = differencesAlong(place, group, held);
    for (const [part, k] of group.entries()) {
      const column = numerical.subarray(part * length, (part + 1) * length);
      dropFaulty(column, place, k, faults);
      found[k] = column;
    }
  }
  return found;
}

/**
 * The differences along each variable of a group, one after the other.
 *
 * @param held by variable, its column as often as the largest group has variables
 */
function differencesAlong(
  { graph, point, eps, method }: NumericalPlace,
  group: readonly number[],
  held: readonly Float64Array[],
): Float64Array {
  const x = joined(group.map((k) => point[k] as Float64Array));
  const { length } = point[0] as Float64Array;
  const starts = new Map(group.map((k, part) => [k, part * length]));
  const columnsWith = (moved: Float64Array): Float64Array[] =>
    held.map((column, k) => {
      const start = starts.get(k);
      if (start === undefined) return column.subarray(0, x.length);
      if (group.length === 1) return moved;
      const own = column.slice(0, x.length);
      own.set(moved.subarray(start, start + length), start);
      return own;
    });
  return difference((moved) => graph.evaluate(...columnsWith(moved)), x, eps, method);
}

/** Makes the differences NaN that the step or the domain does not allow, and adds their faults. */
function dropFaulty(
  numerical: Float64Array,
  { graph, point, eps, method }: NumericalPlace,
  along: number,
  faults: Map<number, Fault>,
): void {
  const x = point[along] as Float64Array;
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    const mayLeave = !Number.isFinite(numerical[i]);
    if (isStepKept(value, eps, differenceOf(method)) && !mayLeave) continue;
    if (faults.get(i)?.code === 'outside-domain') continue;
    const fault =
      stepFault(value, eps, method) ??
      (mayLeave
        ? stencilFault(graph.along(along, pointAt(point, i)), value, eps, method)
        : undefined);
    if (fault === undefined) continue;
    if (!faults.has(i)) faults.set(i, fault);
    numerical[i] = NaN;
  }
}
