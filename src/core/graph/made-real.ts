/** @file The real number of a constant that functions compute from other constants. */

import type { Ball } from '../../math/ball';
import { type Real, realOfDouble } from '../../math/real';
import { ballFormulaOf } from './ball-formulas';
import type { Constant } from './vertex';

type Made = NonNullable<Constant['made']>;

/**
 * The number that a function makes of constants: by its formula, or else the double that it gives.
 * However long the row of constants made of constants is, it is a loop.
 *
 * @param value its value in doubles
 */
export function realOfMade(made: Made, value: number): Real {
  if (ballFormulaOf(made.f) === undefined) return realOfDouble(value);
  return { nearest: value, in: (like) => evaluate(made, like) };
}

function evaluate<T extends Ball<T>>(last: Made, like: T): T {
  const balls = new Map<Made, T>();
  const wanted = [last];
  for (let made = wanted.at(-1); made !== undefined; made = wanted.at(-1)) {
    if (balls.has(made)) {
      wanted.pop();
      continue;
    }
    const missing = made.from.flatMap(({ made: part }) =>
      part !== undefined && !balls.has(part) && ballFormulaOf(part.f) !== undefined ? [part] : [],
    );
    if (missing.length > 0) {
      wanted.push(...missing);
      continue;
    }
    const from = made.from.map(
      (constant) => (constant.made && balls.get(constant.made)) ?? constant.real.in(like),
    );
    balls.set(made, ballFormulaOf(made.f)?.(...from) ?? (from[0] as T));
    wanted.pop();
  }
  return balls.get(last) as T;
}
