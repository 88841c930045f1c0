/** @file How wrong numerical and backprop are at a point, beside the exact derivative: in figures and in words. */

import type { NumericalMethod } from '../core/derivatives';
import { formatNumber } from '../core/format-number';
import { FEW_DIGITS, type Measured } from '../core/measured';
import { fewDigits } from './table';

/** What stands beneath a figure: how wrong it is. */
export function errorText(error: number): string {
  if (Number.isNaN(error)) return '';
  return error === 0 ? 'right to the last digit' : `wrong by ${fewDigits(error)}`;
}

export interface MeasuredOptions {
  readonly method: NumericalMethod;
  readonly eps: number;
  /** How wrong numerical may be, where it knows that itself. */
  readonly bound: number | undefined;
}

/** A paragraph for each of numerical and backprop. */
export function describeMeasured(measured: Measured, options: MeasuredOptions): string[] {
  return [describeNumerical(measured, options), describeBackprop(measured)];
}

/** What makes numerical: "the central difference, eps = 0.0001". */
export function madeOf(method: NumericalMethod, eps: number): string {
  return method === 'best'
    ? 'best derivative that the values show'
    : `${method} difference, eps = ${formatNumber(eps)}`;
}

function describeNumerical(
  { numerical, kinkInStep }: Measured,
  { method, eps, bound }: MeasuredOptions,
): string {
  const made = `numerical is the ${madeOf(method, eps)}`;
  const { error, parts, regime } = numerical;
  if (bound !== undefined) return `${made}; it knows that it is wrong by ${fewDigits(bound)} at most.`;
  if (Number.isNaN(error)) return `${made}.`;
  if (parts === undefined || regime === 'exact') {
    return error === 0 ? `${made}.` : `${made}; it is wrong in its last digits only.`;
  }
  const isKink = kinkInStep !== undefined && regime === 'truncation';
  if (isKink) {
    const kink = `the kink of ${kinkInStep.name} at ${formatNumber(kinkInStep.at)}`;
    return `${made}. Its step goes across ${kink}; choose a smaller --eps.`;
  }
  const shrinks = method === 'central' ? 'with the square of eps' : 'with eps';
  const truncation = `as it is the slope over a step and not at a point; it shrinks ${shrinks}`;
  const roundOff = 'the last digits of f divided by eps; it grows as eps shrinks';
  const [larger, smaller] =
    regime === 'truncation'
      ? [['truncation', parts.truncation, truncation], ['Round-off', parts.roundOff, roundOff]]
      : [['round-off', parts.roundOff, roundOff], ['Truncation', parts.truncation, truncation]];
  const [name, size, why] = larger as [string, number, string];
  const [otherName, otherSize, otherWhy] = smaller as [string, number, string];
  const first = `${made}. Its error is ${name}, ${fewDigits(size)}: ${why}.`;
  if (otherSize < size * TOO_SMALL) return first;
  return `${first} ${otherName} is ${fewDigits(otherSize)}: ${otherWhy}.`;
}

/** A part of an error that is smaller, beside the other, is not worth a sentence. */
const TOO_SMALL = 1e-12;

function describeBackprop({ backprop: { error, digits, isClaimDoubtful } }: Measured): string {
  if (Number.isNaN(error)) return 'backprop is not a finite number.';
  if (isClaimDoubtful) {
    return (
      "backprop uses a derivative that was given. 'dezero-cli check' tells whether that is wrong, or " +
      'only loses digits here.'
    );
  }
  const exact = 'exact is the derivative of the formula itself, rounded once: each digit is proved.';
  if (error === 0) return exact;
  if (digits >= ALMOST_ALL) return `backprop rounds at every step, which its last digits show. ${exact}`;
  const share = `${String(digits)} of the 16 digits of backprop ${digits === 1 ? 'is' : 'are'} right`;
  const loss = digits < FEW_DIGITS ? `Only ${share}` : share;
  return `${loss}: digits cancel on its way. ${exact}`;
}

/** So many right digits are what roundings leave without further loss. */
const ALMOST_ALL = 14;
