/** @file One block of points through a graph: the figures that are asked for, and what is to be said of them. */

import { type Agreement, agreementWithBest, agreementWithDifference } from './agreement';
import type { BestDerivative } from './best/place';
import { bestOfGraph } from './best/best-of-graph';
import { describeFinding } from './best/describe-finding';
import { COLUMNS, columnsOf, type Computed, workFor } from './columns';
import type { BlockDerivatives, DifferentiateOptions, NumericalMethod } from './derivatives';
import type { Fault } from './errors';
import type { Notice } from './explain/figures';
import { explainGradientNaN, explainNumericalNaN, explainValueNaN } from './explain/nan';
import { hasLimits } from './explain/outside-domain';
import type { Graph } from './graph';
import { backpropRoundOff, type RoundOffKind } from './gradient-round-off';
import { numericalColumn } from './numerical-column';
import { checkEps, DEFAULT_EPS, DEFAULT_METHOD } from './numerical-diff';
import { figuresAt, type Passes, passesOf } from './passes';
import { traceSteps } from './trace';

export function blockOf(
  graph: Graph,
  x: Float64Array,
  options: DifferentiateOptions,
): BlockDerivatives {
  const { columns = COLUMNS, eps = DEFAULT_EPS, method = DEFAULT_METHOD } = options;
  const { trace = false, roundOff, compare = false } = options;
  const work = workFor(compare ? [...columns, 'numerical', 'backprop'] : columns);
  const isBoth = work.has('backprop') || trace || roundOff !== undefined;
  if (work.has('numerical') && method !== 'best') checkEps(eps);

  const isLimited = hasLimits(graph);
  const hasValue = isBoth || work.has('value');
  const isPassed = hasValue || (work.has('numerical') && isLimited);
  const passes = isPassed ? passesOf(graph, x, { isBoth, isLimited }) : undefined;
  const faults = new Map(passes?.faults);

  const best = work.has('numerical') && method === 'best' ? bestOfGraph(graph, x) : undefined;
  const numerical =
    work.has('numerical') && method !== 'best'
      ? numericalColumn({ graph, x, eps, method, isLimited }, faults)
      : best && Float64Array.from(best, ({ value }) => value);

  const inside = (figures: Float64Array = NO_FIGURES): Float64Array =>
    withoutOutside(figures, faults);
  const computed = {
    x,
    y: inside(hasValue ? passes?.variables.at(-1)?.data : undefined),
    numerical: inside(numerical),
    bound: Float64Array.from(best ?? [], ({ bound }) => bound),
    backprop: inside(passes?.gradient),
  };
  const point = { graph, eps, method, passes, faults };
  const said = [...(passes?.notices ?? []), ...nanNotices(computed, point)];
  const notices = [...said, ...findingNotices(best ?? [], said)];
  return {
    // With a pass there is a value, which tells a function that failed from one that is NaN.
    ...(hasValue && { y: computed.y }),
    ...columnsOf(columns, computed),
    x,
    ...(passes && trace && { trace: traceSteps(graph, passes.variables) }),
    ...(passes && roundOff && { roundOff: roundOffs(computed, { ...point, passes }, roundOff) }),
    ...(passes && compare && { agreements: agreementsOf(computed, { ...point, passes, best }) }),
    faults,
    notices: notices.filter(({ index }) => !faults.has(index)).sort((a, b) => a.index - b.index),
  };
}

const NO_FIGURES = new Float64Array(0);

/** What the figures of a block were computed from. */
interface Origin {
  readonly graph: Graph;
  readonly eps: number;
  readonly method: NumericalMethod;
  readonly passes: Passes | undefined;
  readonly faults: ReadonlyMap<number, Fault>;
}

/** The same with passes that there have been. */
interface PassedOrigin extends Origin {
  readonly passes: Passes;
}

/** A notice for each NaN that is nobody's fault. */
function nanNotices(
  { x, y, numerical, backprop }: Computed,
  { graph, eps, method, passes, faults }: Origin,
): Notice[] {
  const notices: Notice[] = [];
  const explain = (figures: Float64Array, textOf: (index: number) => string | undefined): void => {
    for (let index = 0; index < figures.length; index++) {
      if (!Number.isNaN(figures[index]) || faults.has(index)) continue;
      const text = textOf(index);
      if (text !== undefined) notices.push({ index, text });
    }
  };
  // Where the value is NaN the derivatives are so too, for the same reason.
  const hasValue = (i: number): boolean => !Number.isNaN(y[i]);
  explain(y, (i) => explainValueNaN(graph, x[i] as number));
  explain(backprop, (i) => {
    if (!hasValue(i) || passes === undefined) return undefined;
    return explainGradientNaN(graph, ...figuresAt(passes, i));
  });
  if (method !== 'best') {
    explain(numerical, (i) =>
      hasValue(i) ? explainNumericalNaN(graph, x[i] as number, eps, method) : undefined,
    );
  }
  return notices;
}

/** How wrong backprop may be at every point. */
function roundOffs(
  { x }: Computed,
  { graph, passes }: PassedOrigin,
  kind: RoundOffKind,
): Float64Array {
  return x.map((_, i) => backpropRoundOff(graph, ...figuresAt(passes, i), kind));
}

/** Whether both derivatives agree, at every point without a fault. */
function agreementsOf(
  { x, numerical, backprop }: Computed,
  {
    graph,
    eps,
    method,
    passes,
    faults,
    best,
  }: PassedOrigin & { readonly best: readonly BestDerivative[] | undefined },
): (Agreement | undefined)[] {
  return Array.from(x, (value, i) => {
    if (faults.has(i)) return undefined;
    const compared = {
      x: value,
      numerical: numerical[i] as number,
      backprop: backprop[i] as number,
      roundOff: backpropRoundOff(graph, ...figuresAt(passes, i), 'all'),
    };
    if (method !== 'best') return agreementWithDifference(graph, compared, eps, method);
    return agreementWithBest(compared, best?.[i] as BestDerivative);
  });
}

/** What the best derivative has found, where nothing else is said. */
function findingNotices(best: readonly BestDerivative[], others: readonly Notice[]): Notice[] {
  const said = new Set(others.map(({ index }) => index));
  return best.flatMap(({ finding }, index) => {
    if (finding === undefined || said.has(index)) return [];
    return [{ index, text: `numerical is uncertain: ${describeFinding(finding)}` }];
  });
}

/** The figures with NaN for every point outside the domain. */
function withoutOutside(figures: Float64Array, faults: ReadonlyMap<number, Fault>): Float64Array {
  if (faults.size === 0) return figures;
  const masked = figures.slice();
  for (const [index, { code }] of faults) {
    if (code === 'outside-domain') masked[index] = NaN;
  }
  return masked;
}
