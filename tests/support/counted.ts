/** @file Functions that count how often their values and derivatives are asked for. */

import {
  type AnyFunctionClass,
  defineOperation,
  isOperation,
} from '../../src/core/engine/define-operation';
import { defineFunction } from '../../src/core/engine/define-function';

export interface Counts {
  values: number;
  derivatives: number;
}

/** The same function, which counts. */
export function counted(f: AnyFunctionClass, counts: Counts): AnyFunctionClass {
  const counting =
    <A extends readonly number[]>(what: keyof Counts, kernel: (...x: A) => number) =>
    (...x: A): number => {
      counts[what]++;
      return kernel(...x);
    };
  if (isOperation(f)) {
    const { value, partials } = f.definition;
    return defineOperation({
      ...f.definition,
      value: counting('values', value),
      partials: partials.map((partial) => counting('derivatives', partial)),
    });
  }
  const { value, derivative } = f.definition;
  return defineFunction({
    ...f.definition,
    value: counting('values', value),
    derivative: counting('derivatives', derivative),
  });
}
