/** @file A function that a formula defines, with what is inside it. */

import type { FunctionClass } from '../../core/define-function';
import type { Graph } from '../../core/graph';

/** A function that a formula defines. */
export interface FormulaClass extends FunctionClass {
  /** The graph of its value. */
  readonly inside: Graph;
}

export function isFormula(f: FunctionClass): f is FormulaClass {
  return 'inside' in f;
}
