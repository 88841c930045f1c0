/** @file A function that a formula defines, with what is inside it. */

import type { FunctionClass } from './define-function';
import type { AnyFunctionClass, OperationClass } from './define-operation';
import type { Graph } from './graph';

interface Inside {
  /** The graph of its value. */
  readonly inside: Graph;
  /** Whether somebody has given its derivative; otherwise it is a part of whatever applies it. */
  readonly isClaimed: boolean;
}

export type FormulaClass = FunctionClass & Inside;
export type FormulaOperationClass = OperationClass & Inside;

export function isFormula<F extends AnyFunctionClass>(f: F): f is F & Inside {
  return 'inside' in f;
}
