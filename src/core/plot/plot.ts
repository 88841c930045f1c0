/** @file A graph of one variable and its derivative over an interval, ready to be drawn. */

import { valuesOf } from '../best/best-of-graph';
import type { BlockFunction } from '../best/ladder';
import type { NumericalMethod } from '../differentiate/derivatives';
import { differentiate, differentiateBlock } from '../differentiate/differentiate';
import { DezeroError, wrongType } from '../text/errors';
import { formatNumber } from '../text/format-number';
import type { Graph } from '../graph/graph';
import { requireGraph, requireOneVariable } from '../graph/require-graph';
import { evenlySpaced } from '../differentiate/grid';
import { DEFAULT_EPS, DEFAULT_METHOD } from '../differentiate/numerical-diff';
import { withCommonPoles } from './common-poles';
import type { Curve, Piece } from './curve';
import { trace } from './trace';

/** The interval of `plot`, and how it is evaluated. */
export interface PlotOptions {
  /** Both finite, from < to. */
  readonly from: number;
  readonly to: number;
  /** How many points the curves have at least: 1001 by default. */
  readonly points?: number;
  /** Of the numerical derivative. */
  readonly method?: NumericalMethod;
  readonly eps?: number;
  /** Called on the way, with how many points have been evaluated since it was called last. */
  readonly onPoints?: (count: number) => void;
}

/** Curves over one interval. */
export interface Plot {
  /** What x is called in the graph. */
  readonly variable: string;
  readonly from: number;
  readonly to: number;
  /** The values of the graph. */
  readonly value: Curve;
  /** Its derivative by backprop. */
  readonly derivative: Curve;
  /** The numerical derivative at some of the x, where there is one; and backprop there. */
  readonly numerical: Piece & { readonly backprop: readonly number[] };
}

export const DEFAULT_POINTS = 1001;
const NUMERICAL_POINTS = 21;

/**
 * Evaluates and differentiates the graph over an interval. Each curve has its points at even
 * distances, and more where it is steep; it is in pieces where it has poles, jumps or no values.
 *
 * @param graph of one variable, such as `parseFormula('1/x')`
 * @param options the interval, `{ from: -1, to: 1 }`, and how it is evaluated
 * @returns the curves in pieces, and where they break
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
  const values = told(valuesOf(graph), onPoints);
  const value = trace(values, x);
  if (value.pieces.length === 0) throw nothingToPlot(graph, options);

  // Where the values are steep the derivative has its peaks.
  const distance = to / points - from / points;
  const at = steepPlaces(value, distance, x);
  const derivative = trace(
    told((some) => slopes(graph, some), onPoints),
    at,
  );
  const curves = withCommonPoles(values, { value, derivative }, distance);
  return {
    variable: graph.variable,
    from,
    to,
    ...curves,
    numerical: numericalPoints(graph, options),
  };
}

/** So many points are evaluated before somebody hears of it. */
const POINTS_BETWEEN = 1024;

/** The same function, which tells on the way how many points it has been evaluated at. */
function told(f: BlockFunction, onPoints: PlotOptions['onPoints']): BlockFunction {
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
  const { numerical = x, backprop = x, notices } = block;
  // At an end that is a jump or a kink, the step goes across what is no longer in the figure.
  const isCrossing = (i: number): boolean =>
    (i === 0 || i === x.length - 1) && notices.some(({ index }) => index === i);
  const kept = [...x.keys()].filter((i) => Number.isFinite(numerical[i]) && !isCrossing(i));
  const pick = (values: Float64Array): number[] => kept.map((i) => values[i] as number);
  return { x: pick(x), y: pick(numerical), backprop: pick(backprop) };
}

/** From left to right, each once: doubles may be too coarse for so many. */
function distinct(x: Float64Array): Float64Array {
  return x.filter((place, i) => place !== x[i - 1]);
}

/** The points, and those that a curve has got between them, but for those that lead to a break. */
function steepPlaces(
  { pieces, breaks }: Curve,
  distance: number,
  points: Float64Array,
): Float64Array {
  const near = 2 * distance;
  const kept: number[] = [];
  let [next, i] = [0, 0];
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

function slopes(graph: Graph, x: Float64Array): Float64Array {
  return differentiateBlock(graph, x, { columns: ['backprop'] }).backprop ?? x;
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
