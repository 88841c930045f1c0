/**
 * @file Where a part of a formula is used: of `x > 0 ? sqrt(x) : 0` the root is not for x < 0, where it has
 * no value either. An unused part without a value is no error, and its gradient is 0.
 */

import type { Application, Differentiable } from './application';

/** The points of a block, as ones among zeros; all of them where nothing is said. */
export type Used = Uint8Array | undefined;

/** Where the variables of a forward pass are used for its output. */
export class UsedPoints<V extends Differentiable<V>> {
  /** Empty where all are used everywhere, as in every graph without a choice. */
  readonly #used = new Map<V, Used>();

  constructor(applied: readonly Application<V>[]) {
    if (!applied.some((f) => f.inputs.some((_, k) => f.usedAt?.(k) !== undefined))) return;
    const output = applied.at(-1)?.output;
    for (let i = applied.length - 1; i >= 0; i--) {
      const f = applied[i] as Application<V>;
      if (f.output !== output && !this.#used.has(f.output)) continue; // it has no part in the output
      for (const [k, input] of f.inputs.entries()) {
        const used = this.through(f, k);
        const isFirst = !this.#used.has(input);
        this.#used.set(input, isFirst ? used : either(this.#used.get(input), used));
      }
    }
  }

  of(variable: V): Used {
    return this.#used.get(variable);
  }

  /** By way of the function f, which is applied to it as its argument k. */
  through(f: Application<V>, k: number): Used {
    return both(f.usedAt?.(k), this.#used.get(f.output));
  }
}

function both(a: Used, b: Used): Used {
  if (a === undefined || b === undefined) return a ?? b;
  return a.map((isUsed, i) => isUsed & (b[i] as number));
}

function either(a: Used, b: Used): Used {
  if (a === undefined || b === undefined) return undefined;
  return a.map((isUsed, i) => isUsed | (b[i] as number));
}
