/** @file The result of a foreign function: a number, or words for what it is instead. */

import { DezeroError } from '../../core/text/errors';
import { formatNumber } from '../../core/text/format-number';
import { thrownText } from '../../core/text/quote';

/** @throws DezeroError `function-failed`, unless it returns a number */
export function numberOf(call: () => unknown, what: string, ...x: readonly number[]): number {
  const at = `at ${x.map((value) => formatNumber(value)).join(', ')}`;
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    throw new DezeroError('function-failed', `${what} threw ${thrownText(error)} ${at}`);
  }
  if (typeof result === 'number') return result;
  const message = `${what} returned ${kindOf(result)}, not a number, ${at}`;
  throw new DezeroError('function-failed', message);
}

/** Words for a result that is no number. */
export function kindOf(result: unknown): string {
  if (result === undefined || result === null) return String(result);
  if (typeof result !== 'object') return `a ${typeof result}`;
  try {
    return 'then' in result ? 'a promise' : Array.isArray(result) ? 'an array' : 'an object';
  } catch {
    return 'an object'; // a proxy, which may refuse to be looked at
  }
}
