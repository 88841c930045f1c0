/** @file What the values round about x show, where they show no derivative; and that in words. */

import { formatNumber } from '../text/format-number';

/** What keeps f from having a derivative at x, or us from seeing it. */
export type Finding =
  /** The slopes on both sides differ. */
  | {
      readonly kind: 'kink';
      readonly left: number;
      readonly right: number;
      readonly slopeBound: number;
    }
  /** f jumps at x, or so near to it, on this side, that there is no step to the jump. */
  | {
      readonly kind: 'jump';
      readonly height: number;
      readonly distance: number;
      readonly side: 'left' | 'right';
    }
  /** f is finite on this side of x only, and shows no slope there. */
  | { readonly kind: 'edge'; readonly side: 'left' | 'right' }
  /** f(x) is not a number, or infinite. */
  | { readonly kind: 'undefined' | 'pole' }
  /** The slope grows without bound as the step shrinks: a vertical tangent, a cusp. */
  | { readonly kind: 'steep' }
  /** The slopes on both sides come no closer to each other, and to no slope of their own. */
  | { readonly kind: 'odd' }
  /** f is not smooth at the smallest steps there are: an oscillation that no step resolves. */
  | { readonly kind: 'rough' }
  /** f is finite on both sides at hardly any step: x lies between edges of the domain, or at one. */
  | { readonly kind: 'narrow' };

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
