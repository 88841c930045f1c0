/** @file The number that a constant is which functions made of others. */

import type { Ball } from '../../math/ball';
import { type Real, realOfDouble } from '../../math/real';
import type { AnyFunctionClass } from '../engine/define-operation';
import { isFormula } from './formula-class';
import type { Constant } from './graph';

type Made = NonNullable<Constant['made']>;

/**
 * The number that a function makes of constants: by its formula, or else the double that it gives.
 * However long the row of constants made of constants is, it is a loop.
 *
 * @param value what doubles make of it
 */
export function realOfMade(made: Made, value: number): Real {
  if (!hasFormula(made.f)) return realOfDouble(value);
  return { nearest: value, in: (like) => evaluate(made, like) };
}

function hasFormula(f: AnyFunctionClass): boolean {
  if (!isFormula(f)) return f.definition.value.ball !== undefined;
  return f.inside.vertices.every((vertex) => vertex.kind !== 'node' || hasFormula(vertex.f));
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
      part !== undefined && hasFormula(part.f) && !balls.has(part) ? [part] : [],
    );
    if (missing.length > 0) {
      wanted.push(...missing);
      continue;
    }
    const from = made.from.map(
      (constant) => (constant.made && balls.get(constant.made)) ?? constant.real.in(like),
    );
    balls.set(made, apply(made.f, from));
    wanted.pop();
  }
  return balls.get(last) as T;
}

/** By the formula of a function; of one that a formula defines, by all that is inside. */
function apply<T extends Ball<T>>(f: AnyFunctionClass, x: readonly T[]): T {
  if (!isFormula(f)) return f.definition.value.ball?.(...x) ?? (x[0] as T);
  const values: T[] = [];
  for (const [at, vertex] of f.inside.vertices.entries()) {
    if (vertex.kind === 'input') values.push(x[at] as T);
    else if (vertex.kind === 'constant') values.push(vertex.real.in(x[0] as T));
    else {
      values.push(
        apply(
          vertex.f,
          vertex.inputs.map((input) => values[input] as T),
        ),
      );
    }
  }
  return values.at(-1) as T;
}
