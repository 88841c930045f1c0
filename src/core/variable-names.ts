/** @file The names of the variables of a graph, as the book draws them: x, a, b, y. */

import type { Graph, Node } from './graph';
import { isOperation } from './define-operation';
import { formatNumber } from './format-number';

const LETTERS = 'a b c d e f g h i j k l m n o p q r s t u v w'.split(' ');

/**
 * A name for each vertex: inputs keep theirs, constants are called as they are written, what
 * functions make gets a letter, or v1, v2, ... where there are many; the last one is y.
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
    if (at === graph.vertices.length - 1) return taken.has('y') ? 'value' : 'y';
    let name: string;
    do {
      name = isFew ? (letters[made] as string) : `v${String(made + 1)}`;
      made++;
    } while (taken.has(name));
    return name;
  });
}

/**
 * How a variable was made: `exp`, where the function was applied to the variable before; otherwise
 * with what it was applied to, `exp(a)`, `x * b`, `max(x, 1)`.
 */
export function creatorText(graph: Graph, names: readonly string[], at: number): string {
  const node = graph.vertices[at] as Node;
  const { f, inputs } = node;
  const given = inputs.map((input) => nameInFormula(graph, names, input));
  const { name, operator } = f.definition;
  if (!isOperation(f)) {
    const { family } = f.definition;
    const parameters = (family?.parameters ?? []).map(formatNumber);
    if (operator !== undefined && !graph.isChain) {
      return [...given, ...parameters].join(` ${operator} `);
    }
    if (inputs[0] === previousVariable(graph, at)) return name;
    return `${family?.name ?? name}(${[...given, ...parameters].join(', ')})`;
  }
  return operator === undefined ? `${name}(${given.join(', ')})` : given.join(` ${operator} `);
}

/** A constant that is made of others, 1/3, in parentheses. */
function nameInFormula({ vertices }: Graph, names: readonly string[], at: number): string {
  const [vertex, name] = [vertices[at], names[at] as string];
  return vertex?.kind === 'constant' && vertex.made !== undefined ? `(${name})` : name;
}

/** The vertex before, constants not counted. */
function previousVariable({ vertices }: Graph, at: number): number {
  let before = at - 1;
  while (vertices[before]?.kind === 'constant') before--;
  return before;
}
