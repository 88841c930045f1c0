/** @file Step 9 of the book: functions made convenient, `square(x)` for `new Square().call(x)`. */

import type { FunctionClass, FunctionFamily } from '../core/define-function';
import type { Variable } from '../core/variable';

/** A plain function of a Variable; each call makes a new node of the graph. */
export function applying(FunctionToApply: FunctionClass): (x: Variable) => Variable {
  return (x) => new FunctionToApply().call(x);
}

/** A plain function of a Variable and the parameters: `add(x, -1)`. */
export function applyingFamily(
  family: FunctionFamily,
): (x: Variable, ...parameters: number[]) => Variable {
  return (x, ...parameters) => new (family.of(...parameters))().call(x);
}
