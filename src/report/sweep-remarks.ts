/** @file What is said of the errors of a sweep. */

import type { Finding } from '../core/best/finding';
import type { ErrorTheory } from '../core/differentiate/error-theory';
import type { Sweep } from '../core/differentiate/sweep';
import type { Regime } from '../core/differentiate/yardstick';
import { formatNumber } from '../core/text/format-number';
import { neighboursOf } from '../math/finite-differences';
import {
  bestStepText,
  higherDerivativeText,
  roundOffText,
  truncationText,
} from './difference-words';
import { fewDigits } from './formats/table';

export function sweepRemarks(sweep: Sweep): string[] {
  const { theory, exact } = sweep;
  const isKnown = theory !== undefined || exact !== undefined;
  return [
    isKnown ? ofYardstick(sweep) : withoutBest(sweep),
    theory === undefined ? '' : ofTheory(sweep, theory),
    ofFailures(sweep),
  ].filter((text) => text !== '');
}

/** Why there is no derivative to measure the errors from. */
export function withoutBest({ x, best: { finding } }: Sweep): string {
  const reason = finding === undefined ? 'no step shows one' : reasonOf(finding);
  return `error and regime are unknown: f has no derivative at x = ${formatNumber(x)} that its values show; ${reason}.`;
}

function reasonOf(finding: Finding): string {
  switch (finding.kind) {
    case 'kink':
      return `it has a kink there, with slope ${fewDigits(finding.left)} on the left and ${fewDigits(finding.right)} on the right`;
    case 'edge':
      return `it is defined only on the ${finding.side} of x`;
    case 'undefined':
      return 'f(x) is not a number';
    case 'pole':
      return 'f(x) is infinite';
    case 'steep':
      return 'its slope grows without bound as the step shrinks';
    case 'jump':
      return 'it jumps there';
    case 'odd':
      return 'its slopes to both sides come no closer to each other as the step shrinks';
    case 'rough':
      return 'it oscillates faster than any step can follow';
    case 'narrow':
      return 'it is not defined far enough on both sides of x';
  }
}

function ofYardstick({ exact, best: { value, bound }, rows }: Sweep): string {
  if (exact !== undefined) {
    return (
      `error is the distance from the derivative of the formula itself, ${formatNumber(exact)}, of ` +
      'which every digit is proved.'
    );
  }
  const isBelow = rows.some(({ error }) => error < bound);
  return (
    `error is the distance from the best numerical derivative, ${formatNumber(value)}, which is made of ` +
    `many steps and wrong by at most ${fewDigits(bound)}${isBelow ? '; an error below that is no more certain' : ''}.`
  );
}

/** So many steps may by luck be much better than the theory says. */
const LUCKY = 2;

/** The theory of both errors, with the numbers of this function. */
function ofTheory({ method, rows, exact }: Sweep, theory: ErrorTheory): string {
  const { higherDerivative, roundOff, bestEps, leastError } = theory;
  const derivative = higherDerivativeText(method);
  const truncation = `The truncation error, ${truncationText(method)} with ${derivative} = ${fewDigits(higherDerivative)}, shrinks with the step.`;
  // What happens inside a function without a formula is not known: it may compute in float32, or add noise.
  const moved =
    exact === undefined
      ? 'd is how far rounding, or noise, moves f, as its values show.'
      : `every number on the way to f(${neighboursOf(method)[0] as string}) is rounded, to 2^-53 of itself, and d is how far that moves f.`;
  const roundOffError =
    roundOff > 0
      ? `The round-off error, about ${roundOffText(method)} with d = ${fewDigits(roundOff)}, grows as the step shrinks: ${moved}`
      : 'No round-off error shows.';
  if (higherDerivative > 0 && roundOff > 0) {
    const isLessElsewhere = rows.filter(({ error }) => error < leastError / 100).length > LUCKY;
    const best = rows.find(({ isBest }) => isBest);
    if (isLessElsewhere && best !== undefined) {
      return `${truncation} ${roundOffError} So it is near x; at larger steps it moves f less. The best of these steps is ${formatNumber(best.eps)}.`;
    }
    return (
      `${truncation} ${roundOffError} Their sum is least at eps = ${bestStepText(method)} = ${fewDigits(bestEps)}: ` +
      `about ${fewDigits(leastError)}; a single step comes closer only by luck.`
    );
  }
  if (higherDerivative > 0)
    return `${truncation} ${roundOffError} The smaller the step, the better.`;
  const hasTruncation = rows.some(({ regime }) => regime === 'truncation');
  const cause = hasTruncation
    ? 'what truncation error there is comes of higher derivatives, or of a change of f farther from x.'
    : 'these steps show no truncation error.';
  if (rows.every(({ regime }) => regime === 'exact'))
    return `${derivative} is 0 at x, too small to be seen or does not exist: every step gives the derivative exactly.`;
  const advice =
    roundOff > 0 && !hasTruncation
      ? ' The largest step is the safest: a smaller one comes closer only by luck.'
      : '';
  return `${derivative} is 0 at x, too small to be seen or does not exist: ${cause} ${roundOffError}${advice}`;
}

/** Explains the rows without a number, and what to do if there is no number at all. */
function ofFailures({ method, rows, best }: Sweep): string {
  // If f has no derivative, another step does not help.
  const isEmpty =
    best.finding === undefined && rows.every(({ numerical }) => !Number.isFinite(numerical));
  const points = neighboursOf(method).join(' or ');
  const meanings: readonly [Regime, string, string][] = [
    ['step lost', `${points} rounds to x`, 'choose larger steps, --eps-from'],
    ['outside the domain', `f is not defined at ${points}`, 'choose smaller steps, --eps-to'],
    ['not finite', `f overflows at ${points}, or is not a number`, ''],
  ];
  return meanings
    .filter(([regime]) => rows.some((row) => row.regime === regime))
    .map(([regime, meaning, way]) => {
      return `${regime}: ${meaning}${isEmpty && way !== '' ? `; ${way}` : ''}.`;
    })
    .join(' ');
}
