/** @file Formulas evaluated to the nearest double. */

import { type Ball, type BinaryKernel, type Formula, stated, type UnaryKernel } from '../ball';
import { DoubleBall } from '../double/double-ball';
import { WholeBall } from '../whole/whole-ball';

/** The bits of the first try with whole numbers; each further try has twice as many. */
const FIRST_BITS = 160;
/**
 * No result of the catalogue comes so near to the middle between two doubles without lying on it:
 * where the formula is algebraic of low degree this is a theorem, elsewhere far beyond all odds.
 */
const LAST_BITS = 2560;

/**
 * The function that a formula describes, correctly rounded: for every finite x the double nearest
 * to the true value, the same on every machine; ties to even. NaN for NaN, and where the formula has
 * no value (the formula itself knows no domain: that is for the caller).
 *
 * @param limits the values at -Infinity and Infinity
 */
export function rounded(formula: Formula, limits: readonly [number, number]): UnaryKernel {
  return stated(formula, (x: number) => {
    if (!Number.isFinite(x)) return Number.isNaN(x) ? x : limits[x < 0 ? 0 : 1];
    const byBits = (bits: number): WholeBall => formula(WholeBall.of(x, bits));
    return formula(DoubleBall.of(x)).nearest() ?? withMoreBits([x], byBits);
  });
}

/** A formula of two variables, in whatever arithmetic. */
type FormulaOfTwo = <T extends Ball<T>>(a: T, b: T) => T;

/**
 * The function of two finite numbers that a formula describes, correctly rounded, as that of one is.
 *
 * @param settled the results that more bits would never decide, or only after very many: those in
 *   the middle between two doubles, or all but there; undefined for all others
 */
export function roundedOfTwo(
  formula: FormulaOfTwo,
  settled: (a: number, b: number) => number | undefined = () => undefined,
): BinaryKernel {
  const byBits = (a: number, b: number): number =>
    withMoreBits([a, b], (bits) => formula(WholeBall.of(a, bits), WholeBall.of(b, bits)));
  return stated(
    formula,
    (a: number, b: number) =>
      formula(DoubleBall.of(a), DoubleBall.of(b)).nearest() ?? settled(a, b) ?? byBits(a, b),
  );
}

/** Ziv's loop: the ball with more and more bits, until they leave one double. */
function withMoreBits(x: readonly number[], evaluate: (bits: number) => WholeBall): number {
  for (let bits = FIRST_BITS; ; bits *= 2) {
    const ball = evaluate(bits);
    const nearest = ball.nearest();
    if (nearest !== undefined) return nearest;
    if (bits < LAST_BITS) continue;
    const even = ball.nearestOfTie();
    if (even !== undefined) return even;
    const place = x.map(String).join(', ');
    throw new RangeError(`a formula cannot be evaluated at ${place}: all digits cancel out`);
  }
}
