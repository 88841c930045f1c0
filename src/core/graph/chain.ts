/** @file Step 3 of the book: functions are chained. */

import type { FunctionClass } from '../engine/define-function';
import { formatNumber } from '../text/format-number';
import { Graph } from './graph';
import type { Vertex } from './vertex';
import { wrongType } from '../text/errors';

const MADE = 'new Chain([Square, Exp])';

/** The graph in which each function is applied to the value of the one before it. */
export class Chain extends Graph {
  /**
   * @param functions in the order in which they are applied
   * @throws DezeroError `wrong-type` for anything but classes of functions
   */
  constructor(functions: readonly FunctionClass[]) {
    const isList: boolean = Array.isArray(functions);
    if (!isList) throw wrongType('a Chain is made of a list of functions', functions, MADE);
    const vertices: Vertex[] = [{ kind: 'input', name: 'x' }];
    for (const [at, f] of functions.entries()) {
      if (!Object.hasOwn(Object(f) as object, 'definition')) {
        throw wrongType('a Chain is made of classes of functions', f, MADE);
      }
      vertices.push({ kind: 'node', f, inputs: [at] });
    }
    super(vertices, {
      formula: () => nestedCall(functions),
      text: () => functions.map((f) => f.definition.name).join(','),
    });
  }
}

/** `square(exp(square(x)))`; parameters follow, `add(x, -1)`. */
function nestedCall(functions: readonly FunctionClass[]): string {
  const opening: string[] = [];
  const closing: string[] = [];
  for (const { definition } of functions) {
    const { name, family } = definition;
    opening.push(`${family?.name ?? name}(`);
    closing.push(`${(family?.parameters ?? []).map((c) => `, ${formatNumber(c)}`).join('')})`);
  }
  return `${opening.reverse().join('')}x${closing.join('')}`;
}
