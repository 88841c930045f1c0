/** @file Doubles where a number is needed: people mean the decimal that they read. */

import { type Real, realOfDecimal } from '../../math/real';
import { formatNumber } from './format-number';

export function isReal(given: unknown): given is Real {
  return typeof given === 'object' && given !== null && 'nearest' in given;
}

/** A double stands for its shortest decimal: 0.1 for a tenth. */
export function realOf(given: number | Real): Real {
  return isReal(given) ? given : realOfDecimal(formatNumber(given), given);
}
