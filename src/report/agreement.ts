/** @file Texts that say whether the numerical derivative and backprop agree, and if not, why. */

import type { Agreement } from '../core/differentiate/agreement';
import { describeFinding, describeSteps } from '../core/best/finding';
import type { NumericalMethod } from '../core/differentiate/derivatives';
import { crossedText, shrinks } from './difference-words';
import { fewDigits } from './formats/table';

export function describeAgreement(agreement: Agreement, method: NumericalMethod): string {
  const { verdict, reason } = agreement;
  switch (verdict) {
    case 'agree':
      if (reason?.kind === 'cancellation') {
        return `That is within the round-off of backprop, at most ${fewDigits(reason.roundOff)}: digits cancel on its way.`;
      }
      return `That is within the error of numerical, ${numericalErrorText(agreement, method)}`;
    case 'disagree':
      return (
        `That is more than the error of numerical, ${numericalErrorText(agreement, method)} ` +
        "'dezero-cli check' finds the function that is wrong."
      );
    case 'kink':
      return `numerical goes across ${reasonText(reason)}; backprop is between them.`;
    case 'inconclusive':
      return `Whether they agree cannot be told here: ${reasonText(reason)}.`;
  }
}

function reasonText(reason: Agreement['reason']): string {
  if (reason?.kind === 'not-finite') return `${reason.which} is not a finite number`;
  if (reason === undefined || reason.kind === 'unresolved') {
    return 'round-off hides the derivative';
  }
  if (reason.kind === 'cancellation') {
    return `its own round-off may make backprop wrong by ${fewDigits(reason.roundOff)}`;
  }
  if (reason.kind === 'steps') return describeSteps(reason.height, fewDigits);
  return describeFinding(reason, fewDigits);
}

/** The error of the numerical derivative, and its main cause. */
function numericalErrorText(agreement: Agreement, method: NumericalMethod): string {
  const { difference, bound, breakInStep } = agreement;
  if (difference === undefined || method === 'best') return `at most ${fewDigits(bound)}.`;
  const { error, regime } = difference;
  const size = error > bound ? `about ${fewDigits(error)}` : `at most ${fewDigits(error + bound)}`;
  if (breakInStep !== undefined) return `${size}: the ${crossedText(breakInStep)}.`;
  switch (regime) {
    case 'truncation':
      return `${size}: truncation, as it is the slope over a step and not at a point; it shrinks ${shrinks(method)}.`;
    case 'round-off':
      return `${size}: round-off, the last digits of f divided by eps; it grows as eps shrinks.`;
    default:
      return `${size}: the rounding of its own last digits.`;
  }
}
