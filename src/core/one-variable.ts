/** @file What is for graphs of one variable refuses others, and says how they are made of them. */

import { DezeroError } from './errors';
import type { Graph } from './graph';

/** @param what needs it: "sweep" @throws DezeroError `wrong-type` for a graph of several variables */
export function requireOneVariable(what: string, { inputs }: Graph): void {
  const [first, second] = inputs;
  if (second === undefined) return;
  const message = `${what} needs a graph of one variable, and this one has ${String(inputs.length)}: hold the others, graph.along(0, point), to go along ${String(first)}`;
  throw new DezeroError('wrong-type', message);
}
