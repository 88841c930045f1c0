/** @file The subject of sentences about a node of a graph, and its arguments in words. */

import { isOperation } from '../engine/define-operation';
import { formatNumber } from '../text/format-number';
import type { Graph } from '../graph/graph';
import type { Node } from '../graph/vertex';

/** The longest part of a formula that a sentence begins with. */
const LONGEST_PART = 40;

/** "sqrt", "sqrt, function 2 of the chain,", "log(x - 2)": the subject of a sentence. */
export function subject(graph: Graph, { f, text }: Node, at: number): string {
  const { name } = f.definition;
  if (text !== undefined) return text.length > LONGEST_PART ? name : text;
  return graph.vertices.length === 2 ? name : `${name}, function ${String(at)} of the chain,`;
}

/** "-1", or "a = 1 and b = 0"; for b/a, whose own a and b are others, "a = 1 and b = 0 in a/b" */
export function argumentsText({ f, text = '' }: Node, x: readonly number[]): string {
  if (!isOperation(f)) return formatNumber(x[0] as number);
  const { name: called, arguments: names, formula } = f.definition;
  const given = names.map((name, k) => `${name} = ${formatNumber(x[k] as number)}`).join(' and ');
  const own = [formula, `${called}(${names.join()})`].map((spelled) => spelled.replaceAll(' ', ''));
  const isSame = own.includes(text.replaceAll(' ', ''));
  const words = text.match(/[A-Za-z_]\w*/g) ?? [];
  return !isSame && words.some((word) => names.includes(word)) ? `${given} in ${formula}` : given;
}
