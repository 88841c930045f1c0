/**
 * @file What the functions of the library need of their arguments. Types say it too, but JavaScript has
 * none: what comes in is refused here, with what to write instead.
 */

import { DezeroError } from './errors';
import { Graph } from '../graph/graph';
import { quote } from './quote';
import { didYouMean } from './suggest';
import { wrongType } from './wrong-type';

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

/** @param what needs it @throws DezeroError `wrong-type` for anything but a Float64Array */
export function requireBlock(what: string, x: unknown): asserts x is Float64Array {
  if (x instanceof Float64Array) return;
  throw wrongType(`${what} needs a Float64Array of x`, x, 'Float64Array.of(0.5)');
}

/** @param what needs it @throws DezeroError `wrong-type` for anything but text */
export function requireText(what: string, text: unknown, example: string): asserts text is string {
  if (typeof text === 'string') return;
  throw wrongType(`${what} needs a text`, text, `'${example}'`);
}

/** @param what is wanted: `method` @throws DezeroError `wrong-type` for anything but one of these names */
export function requireOneOf(what: string, name: unknown, names: readonly string[]): void {
  if (typeof name === 'string' && names.includes(name)) return;
  const given = typeof name === 'string' ? ` ${quote(name)}` : '';
  const hint = typeof name === 'string' ? didYouMean(name, names) : '';
  throw new DezeroError('wrong-type', `no ${what}${given}; there are ${names.join(', ')}.${hint}`);
}
