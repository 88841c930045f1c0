/** @file A point in words. */

import { formatNumber } from './format-number';

/** `x = 1`, or `x = 1, y = 2`. */
export function pointText(variables: readonly string[], point: readonly number[]): string {
  return variables.map((name, k) => `${name} = ${formatNumber(point[k] as number)}`).join(', ');
}
