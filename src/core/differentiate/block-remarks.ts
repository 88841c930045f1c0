/** @file Messages about the results of a block of points, and how accurate these are. */

import { type Agreement, agreementWithBest, agreementWithDifference } from './agreement';
import type { BestDerivative } from '../best/best-at';
import { describeFinding } from '../best/finding';
import type { ComputedColumns } from './columns';
import type { NumericalMethod } from './derivatives';
import type { Fault } from '../text/errors';
import type { ExactBlock } from '../exact/exact-block';
import type { Notice } from '../explain/notice';
import { explainGradientNaN, explainNumericalNaN, explainValueNaN } from '../explain/nan';
import type { Graph } from '../graph/graph';
import { backpropRoundOff, type RoundOffKind } from '../round-off/backprop-round-off';
import { type Measured, MeasuredPoint } from './measured';
import { pointAt } from '../engine/at-point';
import { figuresAt, type Passes } from './passes';

/** The options and intermediate results that a block was computed with. */
interface Origin {
  readonly graph: Graph;
  readonly eps: number;
  readonly method: NumericalMethod;
  readonly passes: Passes | undefined;
  readonly faults: ReadonlyMap<number, Fault>;
  /** Along each variable. */
  readonly best: readonly (readonly BestDerivative[] | undefined)[];
  readonly exact: ExactBlock | undefined;
}

/** The same for a block with forward and backward passes. */
interface PassedOrigin extends Origin {
  readonly passes: Passes;
}

/** Notices for each NaN without a fault. @param computed along each variable */
export function nanNotices(
  computed: readonly ComputedColumns[],
  { graph, eps, method, passes, faults }: Origin,
): Notice[] {
  const notices: Notice[] = [];
  // Often the same thing makes several partials NaN: one notice of a kind for each point.
  const explain = (
    columns: readonly Float64Array[],
    textOf: (index: number, along: number) => string | undefined,
  ): void => {
    const said = new Set(faults.keys());
    for (const [along, figures] of columns.entries()) {
      for (let index = 0; index < figures.length; index++) {
        if (!Number.isNaN(figures[index]) || said.has(index)) continue;
        const text = textOf(index, along);
        if (text === undefined) continue;
        said.add(index);
        notices.push({ index, text });
      }
    }
  };
  // A NaN value makes the derivatives NaN, too: one notice is enough.
  const { y } = computed[0] as ComputedColumns;
  const hasValue = (i: number): boolean => !Number.isNaN(y[i]);
  const columns = computed.map(({ x }) => x);
  explain([y], (i) => explainValueNaN(graph, ...pointAt(columns, i)));
  const backprops = computed.map(({ backprop }) => backprop);
  explain(backprops, (i) => {
    if (!hasValue(i) || passes === undefined) return undefined;
    return explainGradientNaN(graph, ...figuresAt(passes, i));
  });
  if (method === 'best') return notices;
  const numericals = computed.map(({ numerical }) => numerical);
  explain(numericals, (i, k) => {
    if (!hasValue(i)) return undefined;
    const x = columns[k]?.[i] as number;
    return explainNumericalNaN(graph.along(k, pointAt(columns, i)), x, eps, method);
  });
  return notices;
}

/** A bound on the round-off of backprop along each variable, at every point. */
export function roundOffsOf(
  computed: readonly ComputedColumns[],
  { graph, passes }: PassedOrigin,
  kind: RoundOffKind,
): Float64Array[] {
  const found = computed.map(({ x }) => new Float64Array(x.length));
  for (const i of (found[0] as Float64Array).keys()) {
    const roundOff = backpropRoundOff(graph, ...figuresAt(passes, i), kind);
    for (const [k, column] of found.entries()) column[i] = roundOff[k] as number;
  }
  return found;
}

/** The comparison of both derivatives along each variable, at every point without a fault. */
interface Comparisons {
  /** The errors of both, where the exact derivative is known. */
  readonly measured: (Measured | undefined)[][];
  /** Otherwise, whether they agree. */
  readonly agreements: (Agreement | undefined)[][];
}

export function comparisonsOf(
  computed: readonly ComputedColumns[],
  { graph, eps, method, passes, faults, best, exact }: PassedOrigin,
): Comparisons {
  const comparisonAt = (
    k: number,
    i: number,
    point: MeasuredPoint,
    roundOff: number,
  ): { readonly measured?: Measured; readonly agreement?: Agreement } => {
    const figures = computed[k] as ComputedColumns;
    const compared = {
      x: figures.x[i] as number,
      numerical: figures.numerical[i] as number,
      backprop: figures.backprop[i] as number,
      roundOff,
    };
    if (exact?.isPlain(k, i) === true) {
      const withExact = {
        ...compared,
        y: figures.y[i] as number,
        exact: figures.exact[i] as number,
        exactY: figures.exactValue[i] as number,
        bound: figures.bound[i],
      };
      return { measured: point.along(k, withExact, eps, method) };
    }
    const agreement =
      method === 'best'
        ? agreementWithBest(compared, best[k]?.[i] as BestDerivative)
        : agreementWithDifference(graph.along(k, point.point), compared, eps, method);
    return { agreement };
  };
  const columns = computed.map(({ x }) => x);
  const measured = computed.map((): (Measured | undefined)[] => []);
  const agreements = computed.map((): (Agreement | undefined)[] => []);
  for (const i of (columns[0] as Float64Array).keys()) {
    const point = new MeasuredPoint(graph, pointAt(columns, i));
    const roundOff = faults.has(i)
      ? undefined
      : backpropRoundOff(graph, ...figuresAt(passes, i), 'all');
    for (const k of computed.keys()) {
      const found = roundOff && comparisonAt(k, i, point, roundOff[k] as number);
      measured[k]?.push(found?.measured);
      agreements[k]?.push(found?.agreement);
    }
  }
  return { measured, agreements };
}

/** Notices for the findings of the best derivatives, at points without another notice. */
export function findingNotices(
  best: readonly (readonly BestDerivative[] | undefined)[],
  others: readonly Notice[],
): Notice[] {
  const said = new Set(others.map(({ index }) => index));
  return best.flatMap((along = []) =>
    along.flatMap(({ finding }, index) => {
      if (finding === undefined || said.has(index)) return [];
      said.add(index);
      return [{ index, text: `numerical is uncertain: ${describeFinding(finding)}` }];
    }),
  );
}
