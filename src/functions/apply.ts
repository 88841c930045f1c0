/** @file Step 9 of the book: functions made convenient, `square(x)` for `new Square().call(x)`. */

import type { FunctionClass, FunctionFamily } from '../core/engine/define-function';
import type { OperationClass } from '../core/engine/define-operation';
import { formatNumber } from '../core/text/format-number';
import { Variable } from '../core/engine/variable';
import { wrongType } from '../core/text/errors';

/** A plain function of a Variable; each call makes a new node of the graph. */
export function applying(FunctionToApply: FunctionClass): (x: Variable) => Variable {
  return (x) => new FunctionToApply().call(x);
}

/** A plain function of a Variable and the parameters: `scale(x, -1)`. */
export function applyingFamily(
  family: FunctionFamily,
): (x: Variable, ...parameters: number[]) => Variable {
  return (x, ...parameters) => new (familyOf(family, parameters))().call(x);
}

/** @throws DezeroError `wrong-type` where a parameter is no number; left out, it has its usual value */
function familyOf(family: FunctionFamily, parameters: readonly unknown[]): FunctionClass {
  const { name, parameters: names, defaults, examples } = family.definition;
  const given = parameters.length > 0 || defaults === undefined ? parameters : defaults;
  const wrong = names.findIndex((_, i) => typeof given[i] !== 'number');
  if (wrong < 0) return family.of(...(parameters as readonly number[]));
  const example = `${name}(x, ${(examples[0] as readonly number[]).map(formatNumber).join(', ')})`;
  throw wrongType(`${name} needs a number for ${names[wrong] as string}`, given[wrong], example);
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
    y instanceof Variable
      ? new OperationToApply().call(x, y)
      : new (familyOf(family, [y]))().call(x);
}
