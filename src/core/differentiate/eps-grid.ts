/** @file Step sizes from large to small, evenly spaced on a logarithmic scale. */

import { power } from '../../math/rounded/power';
import { readNumber } from '../text/parse-number';

interface EpsGrid {
  /** The largest step. */
  readonly from: number;
  /** A lower limit of the steps. */
  readonly to: number;
  /** The number of steps per power of ten. */
  readonly perDecade: number;
}

/** From steps where truncation dominates to steps where round-off does, with the book's step among them. */
export const DEFAULT_EPS_GRID: EpsGrid = { from: 1e-1, to: 1e-15, perDecade: 1 };

/**
 * The steps of the grid, the largest first. Each is the double nearest to a short decimal: 1e-1, 1e-2, and
 * with three digits in between: 1e-1, 4.64e-2, 2.15e-2. They are generated on demand, so that a grid that is
 * too long can be refused early.
 *
 * @param grid from and to are normal doubles with from >= to > 0, perDecade is a whole number
 */
export function* stepsOf({ from, to, perDecade }: EpsGrid): Generator<number, void> {
  // The shortest digits that read back as `from`: those that were typed.
  const [digits, exponentText] = from.toExponential().split('e') as [string, string];
  const exponent = readNumber(exponentText);
  const factors = Array.from({ length: perDecade }, (_, j) => power(-j / perDecade)(10));
  for (let decade = 0; ; decade++) {
    for (const [j, factor] of factors.entries()) {
      const mantissa = j === 0 ? digits : threeDigits(readNumber(digits) * factor);
      const step = times10(mantissa, exponent - decade);
      if (step < to) return;
      yield step;
    }
  }
}

/** A number from 0.1 to 10, as decimal text. */
function threeDigits(value: number): string {
  return value < 1
    ? `${String(Math.round(value * 1000))}e-3`
    : `${String(Math.round(value * 100))}e-2`;
}

function times10(mantissa: string, exponent: number): number {
  const [digits, own = '0'] = mantissa.split('e') as [string, string?];
  return readNumber(`${digits}e${String(readNumber(own) + exponent)}`);
}
