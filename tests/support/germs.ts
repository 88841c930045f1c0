/** @file What a formula over balls is on one side of a point, read from germs with as many attempts as it takes. */

import type { BallFormula } from '../../src/math/ball';
import { type Direction, Germ, type GermLimit } from '../../src/math/germ/germ';
import { GermContext } from '../../src/math/germ/germ-context';
import type { Real } from '../../src/math/real';

/** The nearest double, or why there is none. */
export type Figure = number | string;

function figure(limit: GermLimit): Figure | undefined {
  if (limit.kind === 'number') return limit.ball.nearest();
  return limit.kind === 'infinite' ? limit.sign * Infinity : limit.doubt;
}

/** The limit of the value, and the slope. */
export function sideOf(formula: BallFormula, x0: Real, direction: Direction): [Figure, Figure] {
  for (let context = new GermContext(); ;) {
    const y = formula(Germ.variable(x0, direction, context));
    const [value, slope] = [figure(y.limit()), figure(y.slope(direction))];
    const isRounded = value !== undefined && slope !== undefined;
    if (!isRounded) context.note('bits');
    const isSettled = isRounded && value !== 'undecided' && slope !== 'undecided';
    const next = isSettled ? undefined : context.more();
    if (next === undefined) return [value ?? 'undecided', slope ?? 'undecided'];
    context = next;
  }
}
