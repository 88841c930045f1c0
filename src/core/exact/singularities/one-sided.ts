/** @file The limits of a graph as one variable approaches a point from one side. */

import { isCertain } from '../../../math/ball';
import { type Direction, Germ, type GermLimit } from '../../../math/germ/germ';
import type { GermContext } from '../../../math/germ/germ-context';
import type { Real } from '../../../math/real';
import { figureOf, NOTHING_KNOWN } from '../figures';
import type { Figure, Side } from '../outcome';
import { Pass } from '../pass';
import type { Tape } from '../tape';

/** A point, and the variable that approaches it. */
export interface Approach {
  readonly tape: Tape;
  readonly reals: readonly Real[];
  readonly k: number;
}

/** The germs of one attempt: of the output on both sides, and at the point itself. */
export interface Germs {
  readonly left: Germ;
  readonly right: Germ;
  /** Computed only if it is needed. */
  readonly here: () => Germ;
  /** Whether a vertex jumps on a side where it has a value; undefined if undecided. */
  readonly isGap: (at: number) => boolean | undefined;
}

export function germsAt({ tape, reals, k }: Approach, context: GermContext): Germs {
  const zero = Germ.zero(context);
  const pass = new Pass(tape, zero);
  const point = reals.map((real) => real.in(zero));
  const valuesOf = (moved: Germ): readonly Germ[] => {
    point.forEach((germ, at) => {
      pass.values[at] = at === k ? moved : germ;
    });
    pass.forward();
    return [...pass.values];
  };
  const beside = (direction: Direction): readonly Germ[] =>
    valuesOf(Germ.variable(reals[k] as Real, direction, context));
  const left = beside(-1);
  const right = beside(1);
  let found: readonly Germ[] | undefined;
  const here = (at: number): Germ => {
    found ??= valuesOf(point[k] as Germ);
    return found[at] as Germ;
  };
  const last = left.length - 1;
  return {
    left: left[last] as Germ,
    right: right[last] as Germ,
    here: () => here(last),
    isGap: (at) => {
      const equal = [left, right]
        .map((values) => values[at] as Germ)
        .filter((germ) => !isOutside(germ))
        .map((germ) => isZero(germ.minus(here(at)).limit()));
      if (equal.includes(false)) return true;
      return equal.includes(undefined) ? undefined : false;
    },
  };
}

/** Whether the graph certainly has no value on this side. */
export function isOutside({ doubt }: Germ): boolean {
  return isCertain(doubt);
}

/** The limits on one side; undefined if there certainly is no value. */
export function sideOf(germ: Germ, direction: Direction): Side | undefined {
  if (isOutside(germ)) return undefined;
  return { value: figureOfLimit(germ.limit()), slope: figureOfLimit(germ.slope(direction)) };
}

export function figureOfLimit(limit: GermLimit): Figure {
  if (limit.kind === 'none') return NOTHING_KNOWN;
  if (limit.kind === 'infinite') return { kind: 'nearest', value: limit.sign * Infinity };
  return figureOf(limit.ball);
}

/** Whether a limit is 0; undefined if undecided. */
export function isZero(limit: GermLimit): boolean | undefined {
  if (limit.kind === 'none') return undefined;
  const sign = limit.kind === 'infinite' ? limit.sign : limit.ball.sign;
  return sign === undefined ? undefined : sign === 0;
}
