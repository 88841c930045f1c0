/** @file Functions that a user brings may throw: the points at which they do not are still computed. */

import { Chain } from './chain';
import { defineFunction } from './define-function';
import { DezeroError, type Fault } from './errors';

/**
 * What is computed with the chain; where a function fails, with one that is NaN where it does.
 *
 * @throws whatever is no failure of a function
 */
export function guarding<T>(chain: Chain, compute: (usable: Chain) => T): T {
  try {
    return compute(chain);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return compute(guardedChain(chain));
  }
}

/** What the call fails with; undefined where it does not. */
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

function guardedChain(chain: Chain): Chain {
  return new Chain(
    chain.functions.map(({ definition }) => {
      const { value, derivative } = definition;
      return defineFunction({
        ...definition,
        value: (x) => orNaN(() => value(x)),
        derivative: (x, y) => orNaN(() => derivative(x, y)),
      });
    }),
  );
}

function orNaN(call: () => number): number {
  try {
    return call();
  } catch (error) {
    if (isFailure(error)) return NaN;
    throw error;
  }
}
