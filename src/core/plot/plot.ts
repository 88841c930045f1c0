/** @file Samples a graph of one variable and its derivative over an interval, ready to be drawn. */

import { valuesOf } from '../best/best-of-graph';
import type { BlockFunction } from '../best/asking';
import type { NumericalMethod } from '../differentiate/derivatives';
import { differentiate, differentiateBlock } from '../differentiate/differentiate';
import { DezeroError, wrongType } from '../text/errors';
import { formatNumber } from '../text/format-number';
import { type Graph, requireGraph, requireOneVariable } from '../graph/graph';
import { evenlySpaced } from '../differentiate/grid';
import { DEFAULT_METHOD } from '../../math/finite-differences';
import { DEFAULT_EPS } from '../differentiate/numerical-diff';
import { withCommonPoles } from './common-poles';
import type { Curve, Piece } from './curve';
import { sampleCurve } from './sample-curve';

/** The interval of `plot`, and how the graph is evaluated over it. */
export interface PlotOptions {
  /** The ends of the interval: finite, from < to. */
  readonly from: number;
  readonly to: number;
  /** The number of evenly spaced points: 1001 by default. More are added where a curve is steep. */
  readonly points?: number;
  /** The method of the numerical derivative. */
  readonly method?: NumericalMethod;
  readonly eps?: number;
  /** Called repeatedly with the number of points evaluated since the last call. */
  readonly onPoints?: (count: number) => void;
}

/** Curves over one interval. */
export interface Plot {
  /** The name of the graph's variable. */
  readonly variable: string;
  readonly from: number;
  readonly to: number;
  /** The values of the graph. */
  readonly value: Curve;
  /** Its derivative by backprop. */
  readonly derivative: Curve;
  /** The numerical derivative at 21 of the x, where it is finite, with backprop at the same x. */
  readonly numerical: Piece & { readonly backprop: readonly number[] };
}

export const DEFAULT_POINTS = 1001;
const NUMERICAL_POINTS = 21;

/**
 * Evaluates and differentiates the graph over an interval. Each curve has evenly spaced points, and more
 * where it is steep; it is split into pieces at poles, jumps and gaps in the domain.
 *
 * @param graph of one variable, such as `parseFormula('1/x')`
 * @param options the interval, such as `{ from: -1, to: 1 }`, and how the graph is evaluated over it
 * @returns the curves in pieces, and the places where they break
 * @throws DezeroError `wrong-type`, `bad-interval`, `bad-eps`, or, if there is no value at all, `nothing-to-plot`
 */
export function plot(graph: Graph, options: PlotOptions): Plot {
  requireGraph('plot', graph);
  if (typeof (options as unknown) !== 'object') {
    throw wrongType('plot needs an interval', options, '{ from: -1, to: 1 }');
  }
  const { from, to, points = DEFAULT_POINTS, onPoints } = options;
  requireOneVariable('plot', graph);
  checkInterval(options);
  const x = distinct(evenlySpaced(from, to, points));
  const values = reporting(valuesOf(graph), onPoints);
  const value = sampleCurve(values, x);
  if (value.pieces.length === 0) throw nothingToPlot(graph, options);

  // The derivative is largest where the values are steep: it gets the points added there, too.
  const distance = to / points - from / points;
  const at = steepPlaces(value, distance, x);
  const slopes: BlockFunction = (some) =>
    differentiateBlock(graph, some, { columns: ['backprop'] }).backprop as Float64Array;
  const derivative = sampleCurve(reporting(slopes, onPoints), at);
  const curves = withCommonPoles(values, { value, derivative }, distance);
  return {
    variable: graph.variable,
    from,
    to,
    ...curves,
    numerical: numericalPoints(graph, options),
  };
}

/** Progress is reported after this many points. */
const POINTS_BETWEEN = 1024;

/** The same function, which reports its progress. */
function reporting(f: BlockFunction, onPoints: PlotOptions['onPoints']): BlockFunction {
  if (onPoints === undefined) return f;
  return (x) => {
    const values = new Float64Array(x.length);
    for (let start = 0; start < x.length; start += POINTS_BETWEEN) {
      const some = x.subarray(start, start + POINTS_BETWEEN);
      values.set(f(some), start);
      onPoints(some.length);
    }
    return values;
  };
}

/** @throws DezeroError `bad-interval` */
function checkInterval({ from, to, points = DEFAULT_POINTS }: PlotOptions): void {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
    const given = `from ${formatNumber(from)} to ${formatNumber(to)}`;
    throw new DezeroError('bad-interval', `plot needs finite numbers from < to, not ${given}`);
  }
  if (!(Number.isInteger(points) && points >= 2)) {
    throw new DezeroError(
      'bad-interval',
      `plot needs 2 points or more, not ${formatNumber(points)}`,
    );
  }
}

function numericalPoints(graph: Graph, { from, to, method, eps }: PlotOptions): Plot['numerical'] {
  const x = distinct(evenlySpaced(from, to, NUMERICAL_POINTS));
  const block = differentiateBlock(graph, x, {
    columns: ['numerical', 'backprop'],
    method: method ?? DEFAULT_METHOD,
    eps: eps ?? DEFAULT_EPS,
  });
  const { numerical, backprop, notices } = block as Required<typeof block>;
  // With a jump or a kink at an end, the step would cross to outside the plot.
  const isCrossing = (i: number): boolean =>
    (i === 0 || i === x.length - 1) && notices.some(({ index }) => index === i);
  const kept = [...x.keys()].filter((i) => Number.isFinite(numerical[i]) && !isCrossing(i));
  const pick = (values: Float64Array): number[] => kept.map((i) => values[i] as number);
  return { x: pick(x), y: pick(numerical), backprop: pick(backprop) };
}

/** Each x once: an interval may have fewer doubles than points. */
function distinct(x: Float64Array): Float64Array {
  return x.filter((place, i) => place !== x[i - 1]);
}

/** The even points and those that a curve has added between them, except the ones that lead to a break. */
function steepPlaces(
  { pieces, breaks }: Curve,
  distance: number,
  points: Float64Array,
): Float64Array {
  const near = 2 * distance;
  const kept: number[] = [];
  let next = 0;
  let i = 0;
  for (const { x } of pieces) {
    for (const place of x) {
      for (; (points[i] ?? Infinity) <= place; i++) kept.push(points[i] as number);
      while ((breaks[next]?.at ?? Infinity) < place - near) next++;
      if ((breaks[next]?.at ?? Infinity) > place + near && kept.at(-1) !== place) kept.push(place);
    }
  }
  for (; i < points.length; i++) kept.push(points[i] as number);
  return Float64Array.from(kept);
}

function nothingToPlot(graph: Graph, { from, to }: PlotOptions): DezeroError {
  const range = `from ${formatNumber(from)} to ${formatNumber(to)}`;
  const { problems } = differentiate(graph, Float64Array.of(from), { columns: ['y'] });
  const why =
    problems[0] === undefined
      ? ''
      : `; ${graph.variable} = ${formatNumber(from)}: ${problems[0].message}`;
  return new DezeroError('nothing-to-plot', `nothing to plot: no finite value ${range}${why}`);
}
