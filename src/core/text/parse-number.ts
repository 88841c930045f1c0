/** @file The one place where text becomes a number. */

import { DezeroError, type Fault } from './errors';
import { ungrouped, withoutComma } from './grouped-digits';
import { quote } from './quote';

/**
 * Decimal numbers, nothing else: no hex, no digit groups, no words. Each text matches in one way
 * only, so the time is linear however long the text.
 */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Spaces and tabs around a number are forgiven; no other white space is. */
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isBlank(charCode: number): boolean {
  return charCode === 32 || charCode === 9;
}

/**
 * The double nearest to a decimal number. NaN where the text is no such number, and an infinity
 * where it is beyond the range of a double: `parseNumber` says which, this one is for streams.
 */
export function readNumber(text: string): number {
  const trimmed = trimBlanks(text);
  return DECIMAL.test(trimmed) ? Number(trimmed) : NaN;
}

/**
 * The double nearest to a decimal number such as 0.5, -1e-4, .5, 5. or +2.
 *
 * @throws DezeroError `not-a-number` or `out-of-range`
 */
export function parseNumber(text: string): number {
  const value = readNumber(text);
  if (!Number.isFinite(value)) throw DezeroError.from(numberFault(text));
  return value;
}

/** The message on a text in which `readNumber` finds no finite number. */
export function numberFault(text: string): Fault {
  if (Number.isNaN(readNumber(text))) {
    return { code: 'not-a-number', message: `not a number: ${quote(text)}${hint(text)}` };
  }
  return {
    code: 'out-of-range',
    message: `${quote(text)} is outside the range of a double, 1.8e308 to either side`,
  };
}

/** How to mend the commonest mistakes. */
function hint(text: string): string {
  const trimmed = trimBlanks(text);
  if (trimmed === '') return '; a number is needed, and this is empty';
  const joined = ungrouped(trimmed);
  if (joined !== undefined) return `; digits are not grouped: write ${joined}`;
  if (/^[+-]?\d*,\d+$/.test(trimmed)) return `; ${withoutComma(trimmed)}`;
  if (/^[-+.\d]+[\s,;]+[-+.\d]/.test(trimmed)) return '; it looks like several numbers';
  if (/^[+-]?\d+(?:_\d+)+$/.test(trimmed)) return '; leave out the underscores';
  if (/^[+-]?0[xXbBoO]/.test(trimmed)) return '; only decimal numbers are read';
  if (/^[+-]?(?:nan|inf|infinity)$/i.test(trimmed)) return '; a finite number is needed';
  if (/^\u2212[\d.]/.test(trimmed)) return '; use the minus sign of the keyboard, -';
  const written = asDecimal(trimmed);
  return DECIMAL.test(written) ? `; write ${written}` : '';
}

/** In our spelling what is nearly a decimal: `２`, `"2"`, `1d5`, `1.5x10^3`. */
function asDecimal(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/[\p{Cf}\s]/gu, '')
    .replace(/^([+-]?[\d.]+)(?:d|[x×·*]10(?:\^|\*\*))([+-]?\d+)$/i, '$1e$2');
}
