/** @file What was noticed at x, in words. */

import { formatNumber } from '../text/format-number';
import type { Finding } from './finding';

/**
 * A sentence without its end.
 *
 * @param textOf the text of a slope
 */
export function describeFinding(
  finding: Finding,
  textOf: (slope: number) => string = formatNumber,
): string {
  switch (finding.kind) {
    case 'kink':
      return `a kink: slope ${textOf(finding.left)} on the left, ${textOf(finding.right)} on the right`;
    case 'jump':
      return `a jump of ${textOf(finding.height)} no more than ${textOf(finding.distance)} to the ${finding.side}`;
    case 'edge':
      return `an edge of the domain: f is finite on the ${finding.side} of x only`;
    case 'undefined':
      return 'y is NaN';
    case 'pole':
      return 'y is infinite';
    case 'steep':
      return 'the slope grows without bound as the step shrinks: a vertical tangent or a cusp';
    case 'odd':
      return 'the slopes to both sides come no closer to each other as the step shrinks';
    case 'rough':
      return 'f is not smooth at the smallest steps: rounding inside it, or an oscillation that doubles cannot resolve';
    case 'narrow':
      return 'f is finite on both sides of x at hardly any step';
  }
}

/** Of a staircase, of which the claim is right in one view, and not in the other. */
export function describeSteps(
  height: number,
  textOf: (figure: number) => string = formatNumber,
): string {
  return `f is made of steps of ${textOf(height)}: 0 between its jumps, and another slope from afar`;
}
