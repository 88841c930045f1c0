/** @file The errors of a finite difference as formulas of its step, and in words. */

import { differenceOf, type Method, timesPower } from '../math/finite-differences';
import { formatNumber } from '../core/text/format-number';
import type { Break } from '../core/differentiate/break-between';
import { stepFactor } from '../core/differentiate/error-theory';

/** The powers that have words; higher ones are written as numbers. */
const POWERS = ['', 'eps', 'the square of eps', 'the cube of eps'];
const MOST_PRIMES = 3;

/** How fast the truncation error shrinks: "with the square of eps" */
export function shrinks(method: Method): string {
  const { order } = differenceOf(method);
  return `with ${POWERS[order] ?? `eps^${formatNumber(order)}`}`;
}

/** "step goes across a kink; choose a smaller --eps" */
export function crossedText({ kind, isBeside }: Break): string {
  return `step goes across a ${kind}${isBeside ? ' beside x' : '; choose a smaller --eps'}`;
}

/** The derivative in the truncation error: "|f'''|" */
export function higherDerivativeText(method: Method): string {
  const order = differenceOf(method).order + 1;
  return `|f${order <= MOST_PRIMES ? "'".repeat(order) : `^(${formatNumber(order)})`}|`;
}

/** "eps^2/6 |f'''|" */
export function truncationText(method: Method): string {
  const { order, divisor } = differenceOf(method);
  const power = order === 1 ? 'eps' : `eps^${formatNumber(order)}`;
  return `${power}/${formatNumber(divisor)} ${higherDerivativeText(method)}`;
}

/** "2 d/eps" */
export function roundOffText(method: Method): string {
  return `${factorText(differenceOf(method).roundOff)}d/eps`;
}

/** The step with the least sum of both errors: "(3 d/|f'''|)^(1/3)" */
export function bestStepText(method: Method): string {
  const root = differenceOf(method).order + 1;
  const factor = stepFactor(method);
  // A factor with a whole root is taken out: 2 (...)^(1/2), not (4 ...)^(1/2).
  let whole = 1;
  while (timesPower(1, whole, root) < factor) whole++;
  const isWhole = timesPower(1, whole, root) === factor;
  const under = `${isWhole ? '' : factorText(factor)}d/${higherDerivativeText(method)}`;
  return `${isWhole ? factorText(whole) : ''}(${under})^(1/${formatNumber(root)})`;
}

function factorText(factor: number): string {
  return factor === 1 ? '' : `${formatNumber(factor)} `;
}
