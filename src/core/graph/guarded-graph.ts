/** @file Guards functions of the user that may throw, so that the points at which they do not are still computed. */

import type { Kernel } from '../../math/ball';
import { defineFunction } from '../engine/define-function';
import { type AnyFunctionClass, defineOperation, isOperation } from '../engine/define-operation';
import { DezeroError, type Fault } from '../text/errors';
import type { Graph } from './graph';

/**
 * The result of a computation with the graph. If a function fails, the computation is repeated with functions
 * that give NaN instead of failing.
 *
 * @throws any error that is not the failure of a function
 */
export function guarding<T>(graph: Graph, compute: (usable: Graph) => T): T {
  try {
    return compute(graph);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return compute(graph.withFunctions(guarded));
  }
}

/** The fault that a call fails with; undefined if it does not fail. */
export function failureOf(call: () => void): Fault | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { code: error.code, message: error.message };
  }
}

function isFailure(error: unknown): error is DezeroError {
  return error instanceof DezeroError && error.code === 'function-failed';
}

function guarded(f: AnyFunctionClass): AnyFunctionClass {
  if (isOperation(f)) {
    const { value, partials } = f.definition;
    return defineOperation({
      ...f.definition,
      value: orNaN(value),
      partials: partials.map(orNaN),
    });
  }
  const { value, derivative } = f.definition;
  return defineFunction({ ...f.definition, value: orNaN(value), derivative: orNaN(derivative) });
}

function orNaN(kernel: Kernel): Kernel {
  return (...x) => {
    try {
      return kernel(...x);
    } catch (error) {
      if (isFailure(error)) return NaN;
      throw error;
    }
  };
}
