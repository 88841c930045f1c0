/** @file A graph differentiated at many points: value, numerical derivative and backprop. */

import { blockOf, type BlockOptions } from './block';
import { ALL_COLUMNS, COLUMNS, columnsOfOne, columnsOfSeveral } from './columns';
import {
  type AllDerivatives,
  type AllPartials,
  type DifferentiatedBlock,
  type BlockDerivatives,
  type Derivatives,
  type DifferentiateOptions,
  NUMERICAL_METHODS,
  type Partials,
} from './derivatives';
import { type Graph, requireGraph } from '../graph/graph';
import { failureOf, guarding } from '../graph/guarded-graph';
import { type NamedPoint, pointOf } from './named-point';
import { DEFAULT_METHOD } from '../../math/finite-differences';
import { DEFAULT_EPS } from './numerical-diff';
import { requireBlock, requireOneOf } from '../text/require';
import { Variable } from '../engine/variable';
import { wrongType } from '../text/errors';

type PartialsOptions = Omit<DifferentiateOptions, 'roundOff' | 'compare'>;

/**
 * Differentiates a graph of one variable at every x of a block, or a graph of several at every point:
 * `differentiate(graph, { x, y })`, whose columns are then `x`, `y`, `value`, `backprop_x`, ...
 *
 * `numerical` is the finite difference, or the best derivative, which also has a column `bound` for its error.
 * `backprop` is manual backpropagation, once for all variables. `absoluteError` is the distance of both
 * derivatives. `relativeError` is this distance relative to the larger one: 0 if they are equal, NaN if both
 * are the same infinity.
 *
 * @param graph such as `parseFormula('x*exp(-x)')` or `parseChain('square,exp')`
 * @param x where, as many numbers as you like
 * @param options what to compute, and how
 * @returns the columns, each with a number for each point, and messages about single points
 * @throws DezeroError `wrong-type`, `bad-name` or `bad-eps`; errors at single points are in `problems`
 */
export function differentiate(
  graph: Graph,
  x: Float64Array,
  options?: Omit<DifferentiateOptions, 'columns'>,
): AllDerivatives;
/**
 * The same with a choice of columns: what is not asked for is not computed, and cannot fail.
 *
 * @param graph such as `parseFormula('x*exp(-x)')`
 * @param x where, as many numbers as you like
 * @param options `columns` is the choice
 * @returns those columns, and what is to be said of single points
 * @throws DezeroError `wrong-type`, `bad-name` or `bad-eps`; what concerns single points is in `problems`
 */
export function differentiate(
  graph: Graph,
  x: Float64Array,
  options: DifferentiateOptions,
): Derivatives;
/**
 * The same for a graph of several variables: columns `x`, `y`, `value`, `backprop_x`, ...
 *
 * @param graph such as `parseFormula('x*y')`
 * @param point the numbers of each variable, as many of each: `{ x, y }`
 * @param options what to compute, and how
 * @returns the columns, and what is to be said of single points
 * @throws DezeroError `wrong-type`, `bad-name` or `bad-eps`; what concerns single points is in `problems`
 */
export function differentiate<V extends string>(
  graph: Graph,
  point: NamedPoint<V>,
  options?: Omit<PartialsOptions, 'columns'>,
): AllPartials<V>;
/**
 * The same for a graph of several variables, with a choice of columns.
 *
 * @param graph such as `parseFormula('x*y')`
 * @param point the numbers of each variable, as many of each: `{ x, y }`
 * @param options `columns` is the choice; `backprop` is that by each variable
 * @returns those columns, and what is to be said of single points
 * @throws DezeroError `wrong-type`, `bad-name` or `bad-eps`; what concerns single points is in `problems`
 */
export function differentiate<V extends string>(
  graph: Graph,
  point: NamedPoint<V>,
  options: PartialsOptions,
): Partials<V>;
export function differentiate(
  graph: Graph,
  point: Float64Array | NamedPoint,
  options: DifferentiateOptions = {},
): Derivatives | Partials<string> {
  requireGraph('differentiate', graph);
  requireOptions(options);
  if (!isNamed(point) && graph.inputs.length > 1) {
    throw wrongType(
      `differentiate needs numbers for each of ${graph.inputs.join(', ')}`,
      point,
      `differentiate(graph, { ${graph.inputs.join(', ')} })`,
    );
  }
  if (!isNamed(point)) requireBlock('differentiate', point);
  const { faults, ...found } = isNamed(point)
    ? partialsOf(graph, point, options)
    : differentiateBlock(graph, point, options);
  const problems = [...faults].map(([index, { code, message }]) => ({ index, code, message }));
  return { ...found, problems: problems.sort((a, b) => a.index - b.index) } as
    | Derivatives
    | Partials<string>;
}

/** Whether points are given by the names of variables; other wrong types are refused later. */
function isNamed(point: Float64Array | NamedPoint): point is NamedPoint {
  return (
    Object.prototype.toString.call(point) === '[object Object]' && !(point instanceof Variable)
  );
}

function partialsOf(graph: Graph, given: NamedPoint, options: DifferentiateOptions) {
  const { columns: wanted = COLUMNS } = options;
  const point = pointOf(graph.inputs, given);
  const columns = columnsOfSeveral(wanted, graph.inputs);
  const {
    faults,
    notices,
    trace,
    columns: figures,
  } = differentiatePoints(graph, point, {
    ...options,
    columns,
  });
  const named = columns.map(({ name }, i) => [name, figures[i] as Float64Array] as const);
  return { ...Object.fromEntries(named), ...given, ...(trace && { trace }), notices, faults };
}

/** As `differentiate` at many x; the messages of faults are made when they are read. */
export function differentiateBlock(
  graph: Graph,
  x: Float64Array,
  options: DifferentiateOptions,
): BlockDerivatives {
  const columns = columnsOfOne(options.columns ?? COLUMNS);
  const block = differentiatePoints(graph, [x], { ...options, columns });
  const { columns: figures, value, roundOff, agreements, measured, ...rest } = block;
  // Keyed by the kind of column, whatever the name of the variable.
  const named = columns.map(({ column }, i) => [column, figures[i]] as const);
  return {
    ...(value && { y: value }),
    ...Object.fromEntries(named),
    x,
    ...(roundOff && { roundOff: roundOff[0] as Float64Array }),
    ...(agreements && { agreements: agreements[0] ?? [] }),
    ...(measured && { measured: measured[0] ?? [] }),
    ...rest,
  };
}

/**
 * As `differentiate` for any number of variables; the messages of faults are made when they are read.
 *
 * @param point a column for each variable of the graph, all of the same length
 */
export function differentiatePoints(
  graph: Graph,
  point: readonly Float64Array[],
  options: BlockOptions,
): DifferentiatedBlock {
  return guarding(graph, (usable) => {
    const block = blockOf(usable, point, options);
    return usable === graph ? block : withFailures(block, graph, point, options);
  });
}

function requireOptions({
  columns = [],
  method = DEFAULT_METHOD,
  eps = DEFAULT_EPS,
}: DifferentiateOptions): void {
  for (const column of columns) requireOneOf('column', column, ALL_COLUMNS);
  requireOneOf('method', method, NUMERICAL_METHODS);
  if (typeof eps !== 'number') throw wrongType('eps is a number', eps, '1e-4');
}

/** A block computed with a guarded graph, with faults added for the points at which the graph fails. */
function withFailures(
  block: DifferentiatedBlock,
  graph: Graph,
  point: readonly Float64Array[],
  options: BlockOptions,
): DifferentiatedBlock {
  const faults = new Map(block.faults);
  const figures = [block.value, ...block.columns];
  for (const index of (point[0] as Float64Array).keys()) {
    const isComputed = figures.every((column) => !Number.isNaN(column?.[index]));
    if (isComputed) continue;
    const alone = point.map((x) => x.subarray(index, index + 1));
    const fault = failureOf(() => blockOf(graph, alone, options));
    if (fault !== undefined) faults.set(index, fault);
  }
  return { ...block, faults, notices: block.notices.filter(({ index }) => !faults.has(index)) };
}
