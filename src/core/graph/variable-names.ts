/** @file The names of the variables of a graph, as the book draws them: x, a, b, y. */

import type { Graph } from './graph';
import type { Node } from './vertex';
import { type AnyFunctionClass, isOperation } from '../engine/define-operation';
import { formatNumber } from '../text/format-number';

const LETTERS = 'a b c d e f g h i j k l m n o p q r s t u v w'.split(' ');

/**
 * A name for each vertex: inputs keep theirs, constants are called as they are written, results of functions
 * get a letter, or v1, v2, ... if there are many; the last one is y.
 */
export function variableNames(graph: Graph): string[] {
  const taken = new Set(graph.inputs);
  const letters = LETTERS.filter((letter) => !taken.has(letter));
  const inner = graph.functionCount - 1;
  const isFew = inner <= letters.length;
  let made = 0;
  return graph.vertices.map((vertex, at) => {
    if (vertex.kind === 'input') return vertex.name;
    if (vertex.kind === 'constant') return vertex.text;
    if (at === graph.vertices.length - 1) return outputName(graph.inputs);
    let name: string;
    do {
      name = isFew ? (letters[made] as string) : `v${String(made + 1)}`;
      made++;
    } while (taken.has(name));
    return name;
  });
}

/** The name of the value of a formula: y, unless a variable has that name. */
export function outputName(inputs: readonly string[]): string {
  return inputs.includes('y') ? 'value' : 'y';
}

/**
 * How a variable was made: `exp`, where the function was applied to the variable before; otherwise
 * with its arguments, `exp(a)`, `x * b`, `max(x, 1)`.
 */
export function creatorText(graph: Graph, names: readonly string[], at: number): string {
  const { f, inputs } = graph.vertices[at] as Node;
  const { name, operator } = f.definition;
  const isNext = !isOperation(f) && inputs[0] === previousVariable(graph, at);
  if (isNext && (operator === undefined || graph.isChain)) return name;
  return applicationText(
    f,
    inputs.map((input) => names[input] as string),
  );
}

/** Texts that need no parentheses beside an operator, as -1, 1/3 and 2*pi do. */
const IS_ONE_WORD = /^(?:[\p{L}\d_.]+|[\d.]+e[+-]?\d+)$/u;

/** The name of an argument in a formula. */
const WORD = /[A-Za-z_]\w*/g;

/** A function with its arguments, as people write it. */
export function applicationText(f: AnyFunctionClass, given: readonly string[]): string {
  const { name, operator } = f.definition;
  if (!isOperation(f)) {
    const { family } = f.definition;
    const parameters = (family?.parameters ?? []).map(formatNumber);
    if (operator !== undefined) return besides(operator, [...given, ...parameters]);
    return `${family?.name ?? name}(${[...given, ...parameters].join(', ')})`;
  }
  const { formula, arguments: named } = f.definition;
  if (operator !== undefined) return besides(operator, given);
  // A function whose name is a sign, as that of the choice, is written around its arguments.
  if (!/\w/.test(name)) return formula.replace(WORD, (word) => given[named.indexOf(word)] ?? word);
  return `${name}(${given.join(', ')})`;
}

/** Names with an operator between them. */
function besides(operator: string, given: readonly string[]): string {
  return given.map((text) => (IS_ONE_WORD.test(text) ? text : `(${text})`)).join(` ${operator} `);
}

/** The vertex before, constants not counted. */
function previousVariable({ vertices }: Graph, at: number): number {
  let before = at - 1;
  while (vertices[before]?.kind === 'constant') before--;
  return before;
}
