/** @file How many there are of something, in words. */

import { formatNumber } from './format-number';

/** "1 point", "12 points" */
export function counted(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}
