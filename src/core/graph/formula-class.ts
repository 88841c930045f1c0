/** @file Functions that a formula defines, with the graph inside them. */

import type { FunctionClass } from '../engine/define-function';
import type { AnyFunctionClass, OperationClass } from '../engine/define-operation';
import type { Graph } from './graph';

interface Inside {
  readonly inside: Graph;
  /**
   * The derivatives that were claimed for it, one for each argument: functions of the arguments, and of its
   * value as y, unless an argument is called y. Without claims it is a part of the graph that applies it.
   */
  readonly claims: readonly Graph[];
}

export type FormulaClass = FunctionClass & Inside;
export type FormulaOperationClass = OperationClass & Inside;

export function isFormula<F extends AnyFunctionClass>(f: F): f is F & Inside {
  return 'inside' in f;
}

/** Whether it is a formula without a derivative of its own, which becomes a part of whatever applies it. */
export function isPart<F extends AnyFunctionClass>(f: F): f is F & Inside {
  return isFormula(f) && f.claims.length === 0;
}

/** Whether somebody has given its derivatives. */
export function isClaimed(f: AnyFunctionClass): boolean {
  return isFormula(f) && f.claims.length > 0;
}
