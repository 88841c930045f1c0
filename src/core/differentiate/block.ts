/** @file Differentiates one block of points: the columns that are asked for, with faults and notices. */

import type { BestDerivative } from '../best/best-at';
import { bestOfGraph } from '../best/best-of-graph';
import { comparisonsOf, findingNotices, nanNotices, roundOffsOf } from './block-remarks';
import { alongFor, columnOf, type ComputedColumns, type NamedColumn } from './columns';
import type { DifferentiatedBlock, DifferentiateOptions } from './derivatives';
import type { Fault } from '../text/errors';
import {
  addExactFaults,
  type ExactBlock,
  exactBlock,
  type ExactNotice,
} from '../exact/exact-block';
import { hasLimits } from '../explain/outside-domain';
import type { Notice } from '../explain/notice';
import type { Graph } from '../graph/graph';
import { numericalColumns } from './numerical-column';
import { DEFAULT_METHOD } from '../../math/finite-differences';
import { checkEps, DEFAULT_EPS } from './numerical-diff';
import { pointAt } from '../engine/at-point';
import { passesOf } from './passes';
import { traceSteps } from '../graph/trace';

export interface BlockOptions extends Omit<DifferentiateOptions, 'columns'> {
  readonly columns: readonly NamedColumn[];
}

/** @param point a column for each variable of the graph, all of the same length */
export function blockOf(
  graph: Graph,
  point: readonly Float64Array[],
  options: BlockOptions,
): DifferentiatedBlock {
  const { columns, eps = DEFAULT_EPS, method = DEFAULT_METHOD } = options;
  const { trace = false, roundOff, compare = false } = options;
  const every = new Set(point.keys());
  const along = compare ? every : alongFor('numerical', columns);
  const isBoth =
    compare || alongFor('backprop', columns).size > 0 || trace || roundOff !== undefined;
  if (along.size > 0 && method !== 'best') checkEps(eps);

  const hasValue = isBoth || alongFor('value', columns).size > 0;
  const isPassed = hasValue || (along.size > 0 && hasLimits(graph));
  const passes = isPassed ? passesOf(graph, point, isBoth) : undefined;
  const faults = new Map(passes?.faults);

  const best = point.map((_, k) =>
    along.has(k) && method === 'best' ? bestAlong(graph, point, k) : undefined,
  );
  const numerical =
    method === 'best'
      ? best.map((found) => found && Float64Array.from(found, ({ value }) => value))
      : numericalColumns({ graph, point, eps, method }, along, faults);

  const exact = exactOf(graph, point, columns);
  if (exact !== undefined) addExactFaults(faults, exact);

  const inside = (figures: Float64Array = NO_FIGURES): Float64Array =>
    withoutOutside(figures, faults);
  const y = inside(hasValue ? passes?.variables.at(-1)?.data : undefined);
  const computed = point.map((x, k): ComputedColumns => ({
    x,
    y,
    numerical: inside(numerical[k]),
    bound: Float64Array.from(best[k] ?? [], ({ bound }) => bound),
    backprop: inside(passes?.gradient?.[k]),
    exact: exact?.gradient[k] ?? NO_FIGURES,
    exactValue: exact?.value ?? NO_FIGURES,
  }));
  const origin = { graph, eps, method, passes, faults, best, exact };
  const said = [...(passes?.notices ?? []), ...nanNotices(computed, origin)];
  const ofExact = exact?.notices.filter((notice) => !isSaid(notice, said)) ?? [];
  const notices = [...said, ...findingNotices(best, said), ...ofExact];
  return {
    // Wherever there was a pass: it shows whether a function failed or its value is NaN.
    ...(hasValue && { value: y }),
    columns: columns.map((named) =>
      columnOf(named.column, computed[named.along] as ComputedColumns),
    ),
    ...(passes && trace && { trace: traceSteps(graph, passes.variables) }),
    ...(passes && roundOff && { roundOff: roundOffsOf(computed, { ...origin, passes }, roundOff) }),
    ...(passes && compare && comparisonsOf(computed, { ...origin, passes })),
    faults,
    notices: notices.filter(({ index }) => !faults.has(index)).sort((a, b) => a.index - b.index),
  };
}

const NO_FIGURES = new Float64Array(0);

/** The exact reading of the columns that ask for it; undefined if none does. */
function exactOf(
  graph: Graph,
  point: readonly Float64Array[],
  columns: readonly NamedColumn[],
): ExactBlock | undefined {
  const along = alongFor('exact', columns);
  const value = alongFor('exactValue', columns).size > 0;
  if (along.size === 0 && !value) return undefined;
  const wanted = { value, gradient: point.map((_, k) => along.has(k)) };
  return exactBlock(graph, point, wanted);
}

/** Whether another notice has given the slopes of the kink. */
function isSaid({ index, slopes }: ExactNotice, said: readonly Notice[]): boolean {
  if (slopes === undefined) return false;
  return said.some((other) => other.index === index && other.text.includes(slopes));
}

/** The best derivative along one variable at every point. */
function bestAlong(graph: Graph, point: readonly Float64Array[], k: number): BestDerivative[] {
  const x = point[k] as Float64Array;
  if (point.length === 1) return bestOfGraph(graph, x);
  return Array.from(x, (value, i) => {
    const [best] = bestOfGraph(graph.along(k, pointAt(point, i)), Float64Array.of(value));
    return best as BestDerivative;
  });
}

/** The column with NaN at every point outside the domain. */
function withoutOutside(figures: Float64Array, faults: ReadonlyMap<number, Fault>): Float64Array {
  if (faults.size === 0) return figures;
  const masked = figures.slice();
  for (const [index, { code }] of faults) {
    if (code === 'outside-domain') masked[index] = NaN;
  }
  return masked;
}
