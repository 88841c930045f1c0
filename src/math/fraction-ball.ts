/** @file Fractions with powers of e and pi as balls, which can be rounded. */

import { PI } from './constants';
import type { Fraction } from './fraction';
import { wholePower } from './power-formula';
import type { WholeBall } from './whole/whole-ball';

/** A ball, as precise as `like`, around an exact fraction. */
export function ballOf(
  { numerator, denominator, power, pis }: Fraction,
  like: WholeBall,
): WholeBall {
  const whole = (n: bigint): WholeBall => like.make(n, 0, 0);
  const fraction = whole(numerator).over(whole(denominator));
  const ofPi = pis === 0 ? fraction : fraction.times(wholePower(like.constant(PI), pis));
  return power === undefined ? ofPi : ofPi.times(ballOf(power, like).exp());
}
