/** @file Functions of the library that take a graph refuse other arguments, and say what to write instead. */

import { DezeroError, wrongType } from '../text/errors';
import { Graph } from './graph';

/** @param what needs it: `sweep` @throws DezeroError `wrong-type` for anything but a Graph */
export function requireGraph(what: string, graph: unknown): asserts graph is Graph {
  if (graph instanceof Graph) return;
  const example = `parseFormula('x^2'), or parseChain('square,exp')`;
  throw wrongType(`${what} needs a Graph`, graph, example);
}

/** @param what needs it: `sweep` @throws DezeroError `wrong-type` for a graph of several variables */
export function requireOneVariable(what: string, { inputs }: Graph): void {
  const [first, second] = inputs;
  if (second === undefined) return;
  const message = `${what} needs a graph of one variable, and this one has ${String(inputs.length)}: hold the others, graph.along(0, point), to go along ${String(first)}`;
  throw new DezeroError('wrong-type', message);
}
