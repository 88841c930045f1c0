/** @file A point in words. */

import { formatNumber } from './format-number';

/** `x = 1`, or `x = 1, y = 2`. */
export function pointText(
  variables: readonly string[],
  point: readonly number[],
  textOf: (value: number) => string = formatNumber,
): string {
  return variables.map((name, k) => `${name} = ${textOf(point[k] as number)}`).join(', ');
}
