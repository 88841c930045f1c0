/** @file Numbers as texts for people, with as many digits as they ask for. */

import { formatNumber } from '../../core/text/format-number';

/** The number with so many significant digits, trailing zeros left out. */
function rounded(value: number, significantDigits: number): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber(value);
  return trimmed(value.toPrecision(significantDigits));
}

/** Without the zeros at the end of the digits. */
function trimmed(text: string): string {
  if (!text.endsWith('0') && !text.includes('e')) return text;
  const [digits = '', exponent] = text.split('e');
  const mantissa = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return exponent === undefined ? mantissa : `${mantissa}e${exponent}`;
}

/** The text of numbers in a table: all digits, which Infinity says too, or so many significant ones. */
export function numberText(precision: number | undefined): (value: number) => string {
  if (precision === undefined || precision === Infinity) return formatNumber;
  return (value) => rounded(value, precision);
}

/** Significant digits of figures for people. */
export const DEFAULT_DIGITS = 10;
export const short = numberText(DEFAULT_DIGITS);
/** For sizes. */
export const rough = numberText(2);

/** As `numberText`, always with an exponent, so that sizes are compared at a glance: 8.79e-8. */
export function exponentText(precision: number | undefined): (value: number) => string {
  return (value) => {
    if (!Number.isFinite(value) || value === 0) return formatNumber(value);
    const isWhole = precision === undefined || precision === Infinity;
    return value.toExponential(isWhole ? undefined : precision - 1);
  };
}
