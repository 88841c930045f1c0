/** @file Step 9 of the book: functions made convenient, `square(x)` for `new Square().call(x)`. */

import type { FunctionClass, FunctionFamily } from '../core/define-function';
import type { OperationClass } from '../core/define-operation';
import { Variable } from '../core/variable';

/** A plain function of a Variable; each call makes a new node of the graph. */
export function applying(FunctionToApply: FunctionClass): (x: Variable) => Variable {
  return (x) => new FunctionToApply().call(x);
}

/** A plain function of a Variable and the parameters: `scale(x, -1)`. */
export function applyingFamily(
  family: FunctionFamily,
): (x: Variable, ...parameters: number[]) => Variable {
  return (x, ...parameters) => new (family.of(...parameters))().call(x);
}

/** A plain function of two Variables: `mul(x, y)`. */
export function applyingToTwo(
  OperationToApply: OperationClass,
): (x: Variable, y: Variable) => Variable {
  return (x, y) => new OperationToApply().call(x, y);
}

/** One name for both: `add(x, -1)` has a number as its parameter, `add(x, y)` takes two Variables. */
export function applyingEither(
  family: FunctionFamily,
  OperationToApply: OperationClass,
): (x: Variable, y: Variable | number) => Variable {
  return (x, y) =>
    y instanceof Variable ? new OperationToApply().call(x, y) : new (family.of(y))().call(x);
}
