/** @file What is said of points of a graph beside its figures: faults, then notices. */

import { differentiate } from '../../src/core/differentiate/differentiate';
import type { Graph } from '../../src/core/graph/graph';
import { parseFormula } from '../../src/functions/parse';

/** Of backprop alone, each with the index of its point: "0: log(x) gets -1, outside its domain x >= 0". */
export function saidOf(formula: string | Graph, ...x: number[]): string[] {
  const graph = typeof formula === 'string' ? parseFormula(formula) : formula;
  const { problems, notices } = differentiate(graph, Float64Array.from(x), {
    columns: ['y', 'backprop'],
  });
  return [
    ...problems.map(({ index, message }) => `${String(index)}: ${message}`),
    ...notices.map(({ index, text }) => `${String(index)}: ${text}`),
  ];
}
