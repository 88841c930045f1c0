/** @file The domains that several functions share. */

import { type Domain } from '../core/define-function';

/** Zero and above; infinite values at 0, as of log, are the limits from above. */
export const fromZero: Domain = { text: 'x >= 0', contains: (x) => x >= 0 };
export const exceptZero: Domain = { text: 'x != 0', contains: (x) => x < 0 || x > 0 };
export const fromMinusOne: Domain = { text: 'x >= -1', contains: (x) => x >= -1 };
export const fromOne: Domain = { text: 'x >= 1', contains: (x) => x >= 1 };
export const unitInterval: Domain = {
  text: '|x| <= 1',
  contains: (x) => x >= -1 && x <= 1,
};

/** The function inside the domain, NaN outside. */
export function within(domain: Domain, f: (x: number) => number): (x: number) => number {
  return (x) => (domain.contains(x) ? f(x) : NaN);
}
