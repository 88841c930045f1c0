/** @file Step 3 of the book: functions are chained. */

import type { FunctionClass } from './define-function';
import { formatNumber } from './format-number';
import type { Function } from './function';
import { type Variable, wrongType } from './variable';

/** A composition of functions, applied left to right. */
export class Chain {
  /** @throws DezeroError `wrong-type` for anything but classes of functions */
  constructor(readonly functions: readonly FunctionClass[]) {
    for (const f of functions) {
      if (!Object.hasOwn(Object(f) as object, 'definition')) {
        throw wrongType('a Chain is made of classes of functions', f, 'new Chain([Square, Exp])');
      }
    }
  }

  /** The output of the chain, with the graph that leads to it. */
  call(x: Variable): Variable {
    return this.forward(x).at(-1)?.output ?? x;
  }

  /** The forward pass: each function applied, first to last. Each call makes a new graph. */
  forward(x: Variable): Function[] {
    const applied: Function[] = [];
    let variable = x;
    for (const FunctionOfChain of this.functions) {
      const f = new FunctionOfChain();
      variable = f.call(variable);
      applied.push(f);
    }
    return applied;
  }

  /** The values alone, without a graph. */
  evaluate(x: Float64Array): Float64Array {
    let data = x;
    for (const FunctionOfChain of this.functions) data = new FunctionOfChain().forward(data);
    return data;
  }

  /** As it is written on the command line: `square,exp,square`. */
  toString(): string {
    return this.functions.map((f) => f.definition.name).join(',');
  }

  /** As it is written in mathematics: `square(exp(square(x)))`; parameters follow, `add(x, -1)`. */
  nestedCall(): string {
    const opening: string[] = [];
    const closing: string[] = [];
    for (const { definition } of this.functions) {
      const { name, family } = definition;
      opening.push(`${family?.name ?? name}(`);
      closing.push(`${(family?.parameters ?? []).map((c) => `, ${formatNumber(c)}`).join('')})`);
    }
    return `${opening.reverse().join('')}x${closing.join('')}`;
  }
}
