/**
 * @file Interval arithmetic, for bounding a formula over a range of arguments. Results are not
 * rounded outwards: whoever uses them leaves room for a few units in the last place.
 */

/** The numbers from lo to hi; NaN for none. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

export const point = (x: number): Interval => ({ lo: x, hi: x });
export const around = (x: number, radius: number): Interval => ({ lo: x - radius, hi: x + radius });
export const middle = ({ lo, hi }: Interval): number => lo + (hi - lo) / 2;
export const radius = ({ lo, hi }: Interval): number => (hi - lo) / 2;

/** Whether x lies in the interval, its ends included. */
export const contains = ({ lo, hi }: Interval, x: number): boolean => lo <= x && x <= hi;

/** The largest absolute value. */
export const magnitude = ({ lo, hi }: Interval): number => Math.max(Math.abs(lo), Math.abs(hi));

/** The smallest absolute value. */
export const mignitude = (a: Interval): number =>
  contains(a, 0) ? 0 : Math.min(Math.abs(a.lo), Math.abs(a.hi));

export const negate = ({ lo, hi }: Interval): Interval => ({ lo: -hi, hi: -lo });

export const sum = (...terms: readonly Interval[]): Interval =>
  terms.reduce((a, b) => ({ lo: a.lo + b.lo, hi: a.hi + b.hi }));

export const product = (...factors: readonly Interval[]): Interval => factors.reduce(multiply);

function multiply(a: Interval, b: Interval): Interval {
  const [p, q, r, s] = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  return { lo: Math.min(p, q, r, s), hi: Math.max(p, q, r, s) };
}

export const times = (c: number, a: Interval): Interval => product(point(c), a);

/** 1 / a; NaN where a contains 0. */
export const reciprocal = (a: Interval): Interval =>
  contains(a, 0) ? point(NaN) : { lo: 1 / a.hi, hi: 1 / a.lo };

/** f(a) for an f that rises on a. */
export const increasing = (f: (x: number) => number, { lo, hi }: Interval): Interval => ({
  lo: f(lo),
  hi: f(hi),
});

/** f(a) for an even f that rises with |x|. */
export const risingWithMagnitude = (f: (x: number) => number, a: Interval): Interval => ({
  lo: f(mignitude(a)),
  hi: f(magnitude(a)),
});

export const square = (a: Interval): Interval => risingWithMagnitude((x) => x * x, a);
export const exp = (a: Interval): Interval => increasing(Math.exp, a);

/** a^p; NaN at a pole, and for a negative a unless p is whole. */
export function power(a: Interval, p: number): Interval {
  if (p < 0) return reciprocal(power(a, -p));
  if (p % 2 === 0) return risingWithMagnitude((x) => x ** p, a);
  return increasing((x) => x ** p, a);
}

/** The range of a function of period 2 pi that rises from its minimum up to `maximum`, then falls. */
function wave(f: (x: number) => number, maximum: number, a: Interval): Interval {
  const period = 2 * Math.PI;
  const reaches = (extremum: number): boolean =>
    period * Math.ceil((a.lo - extremum) / period) + extremum <= a.hi;
  return {
    lo: reaches(maximum + Math.PI) ? -1 : Math.min(f(a.lo), f(a.hi)),
    hi: reaches(maximum) ? 1 : Math.max(f(a.lo), f(a.hi)),
  };
}

export const sin = (a: Interval): Interval => wave(Math.sin, Math.PI / 2, a);
export const cos = (a: Interval): Interval => wave(Math.cos, 0, a);

/** c[0] + c[1] x + c[2] x^2 + ..., by Horner's rule. */
export const polynomial = (coefficients: readonly number[], x: Interval): Interval =>
  coefficients.reduceRight((value, c) => sum(point(c), product(value, x)), point(0));
