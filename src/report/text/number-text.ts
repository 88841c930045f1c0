/** @file Writes numbers with a given number of digits. */

import { formatNumber } from '../../core/text/format-number';

/** Without the zeros at the end of the digits. */
function trimmed(text: string): string {
  if (!text.endsWith('0') && !text.includes('e')) return text;
  const [digits, exponent] = text.split('e') as [string, string?];
  const mantissa = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return exponent === undefined ? mantissa : `${mantissa}e${exponent}`;
}

/** Writes numbers with this many significant digits; with all if it is undefined or Infinity. */
export function numberText(precision: number | undefined): (value: number) => string {
  if (precision === undefined || precision === Infinity) return formatNumber;
  return (value) => {
    if (!Number.isFinite(value) || value === 0) return formatNumber(value);
    return trimmed(value.toPrecision(precision));
  };
}

/** The default number of significant digits in tables. */
export const DEFAULT_DIGITS = 10;
export const short = numberText(DEFAULT_DIGITS);
/** Writes sizes with two digits. */
export const rough = numberText(2);

/** A bound with two digits, never below it: rounding to two digits takes away less than 5 %. */
export function boundText(bound: number): string {
  return rough(bound * 1.05);
}

/** "exp(x) is too large for a double" */
export function beyondText(name: string, beyond: 'large' | 'small'): string {
  return `${name} is too ${beyond} for a double`;
}

/** As `numberText`, but always with an exponent, so that sizes are easy to compare: 8.79e-8. */
export function exponentText(precision: number | undefined): (value: number) => string {
  return (value) => {
    if (!Number.isFinite(value) || value === 0) return formatNumber(value);
    const isWhole = precision === undefined || precision === Infinity;
    return value.toExponential(isWhole ? undefined : precision - 1);
  };
}
