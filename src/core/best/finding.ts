/** @file The reasons why the values of f around x show no derivative, and their texts. */

import { formatNumber } from '../text/format-number';

/** What keeps f from having a derivative at x, or its values from showing one. */
export type Finding =
  /** The slopes on both sides of x differ. */
  | {
      readonly kind: 'kink';
      readonly left: number;
      readonly right: number;
      readonly slopeBound: number;
    }
  /** f jumps on this side of x, nearer than the smallest step. */
  | {
      readonly kind: 'jump';
      readonly height: number;
      readonly distance: number;
      readonly side: 'left' | 'right';
    }
  /** f is finite on this side of x only, and its one-sided slope does not converge either. */
  | { readonly kind: 'edge'; readonly side: 'left' | 'right' }
  /** f(x) is NaN, or infinite. */
  | { readonly kind: 'undefined' | 'pole' }
  /** The slope grows without bound as the step shrinks: a vertical tangent or a cusp. */
  | { readonly kind: 'steep' }
  /** The slopes on the two sides do not approach each other, and do not converge. */
  | { readonly kind: 'odd' }
  /** f is not smooth at the smallest steps: it oscillates faster than doubles resolve, or rounds inside. */
  | { readonly kind: 'rough' }
  /** f is finite on both sides of x at hardly any step: two edges of its domain lie beside x. */
  | { readonly kind: 'narrow' };

/**
 * The finding as a clause, without a full stop.
 *
 * @param textOf writes a number
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

/** The text for a staircase: it explains why both 0 and the slope seen from afar can be right. */
export function describeSteps(
  height: number,
  textOf: (figure: number) => string = formatNumber,
): string {
  return `f is made of steps of ${textOf(height)}: 0 between its jumps, and another slope from afar`;
}
