/** @file How the numerical derivative is made: --eps and --method. */

import type { Command } from 'commander';
import { NUMERICAL_METHODS, type NumericalMethod } from '../../core/differentiate/derivatives';
import { formatNumber } from '../../core/text/format-number';
import { DEFAULT_METHOD } from '../../math/finite-differences';
import { checkEps, DEFAULT_EPS } from '../../core/differentiate/numerical-diff';
import { UsageError } from '../errors';
import type { Options } from './given';
import { addOptions, choice, oneNumber } from './options';

interface Numerical {
  readonly method: NumericalMethod;
  /** The step of a finite difference. */
  readonly eps: number;
}

export function addNumericalOptions(command: Command): void {
  command.optionsGroup('Numerical derivative:');
  addOptions(command, {
    '--eps <step>': `step of the numerical derivative (default: ${formatNumber(DEFAULT_EPS)})`,
    '--method <method>': [
      `numerical derivative: ${NUMERICAL_METHODS.join(', ')} (default: ${DEFAULT_METHOD})`,
      NUMERICAL_METHODS,
    ],
  });
}

/** @throws UsageError, or the DezeroError `bad-eps` */
export function numericalOf(options: Options): Numerical {
  const given = oneNumber('--eps', options.eps);
  const eps = given ?? DEFAULT_EPS;
  checkEps(eps);
  const method = choice('--method', options.method, NUMERICAL_METHODS) ?? DEFAULT_METHOD;
  if (method === 'best' && given !== undefined) {
    throw new UsageError('--method best chooses its steps itself, so --eps does not go with it');
  }
  return { method, eps };
}
