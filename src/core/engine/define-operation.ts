/** @file A function of several arguments from its definition: everything known of it in one entry. */

import type { BallFormula, Kernel } from '../../math/ball';
import { type Entry, type FunctionClass, type Named, nameClass } from './define-function';
import { DezeroError } from '../text/errors';
import { fillerOf, multiplyColumn, pointsWhere } from './fill-column';
import { requireParts } from '../text/require';
import { Function } from './function';

/** All that the program knows of one function of several arguments. */
export interface OperationDefinition extends Named {
  /** The names of its arguments, in order, as its formulas use them. */
  readonly arguments: readonly string[];
  /** The partial derivative by each argument. */
  readonly partialFormulas: readonly string[];
  /** Where it is defined, for people (`b != 0`) and for the program. */
  readonly domain: {
    readonly text: string;
    readonly contains: (...x: readonly number[]) => boolean;
    readonly isImplied?: boolean;
  };
  /** Of the arguments, the nearest double; NaN where one of them is, and outside the domain. */
  readonly value: Kernel;
  /** One for each argument: of the arguments and the value, the nearest double. */
  readonly partials: readonly Kernel[];
  /** One for each argument: whether the value depends on it at these; without it on all of them always. */
  readonly uses?: readonly ((...x: readonly number[]) => boolean)[];
  /** Whether it is true or false, as 1 or 0: nothing to differentiate. */
  readonly isCondition?: boolean;
  /** Of a condition: a number that is 0 where it may turn, and not beside. */
  readonly edge?: BallFormula;
  /** Ordinary points of the domain, away from kinks and jumps, at which it is tested. */
  readonly samples: readonly (readonly number[])[];
  /** Only functions of one argument have these. */
  readonly kinks?: undefined;
  readonly roundOff?: undefined;
  readonly derivativeRoundOff?: undefined;
}

/** A class of functions of several arguments: each instance is one application. */
export interface OperationClass {
  new (): Function;
  readonly definition: OperationDefinition;
}

/** A function of one or more arguments, which a node of a graph applies. */
export type AnyFunctionClass = FunctionClass | OperationClass;

/** Whether the function has several arguments, and so partial derivatives. */
export function isOperation(f: Entry | OperationClass): f is OperationClass {
  return 'partials' in f.definition;
}

const OPERATION_PARTS = {
  name: 'string',
  arguments: 'list',
  partialFormulas: 'list',
  value: 'function',
  partials: 'list',
  domain: 'domain',
} as const;

/**
 * The class of a function of several arguments, from its definition.
 *
 * @param definition its names, its formulas for people, its value and its partial derivatives
 * @returns a class, for `catalogue.with([...])` and formulas
 * @throws DezeroError `wrong-type` where a part of the definition is missing
 */
export function defineOperation(definition: OperationDefinition): OperationClass {
  requireParts('defineOperation', definition, OPERATION_PARTS);
  const { name, value, partials, uses } = definition;
  const { length: arity } = definition.arguments;
  const fillValues = fillerOf(value, arity);
  const fillPartials = partials.map((partial) => fillerOf(partial, arity + 1));

  class DefinedOperation extends Function {
    static readonly definition = definition;

    readonly #used: (Uint8Array | undefined)[] = [];

    override forward(...x: readonly Float64Array[]): Float64Array {
      if (x.length !== arity) {
        const given = `${String(x.length)} ${x.length === 1 ? 'Variable' : 'Variables'}`;
        const message = `${name} takes ${String(arity)} Variables, ${definition.arguments.join(' and ')}, not ${given}`;
        throw new DezeroError('wrong-type', message);
      }
      const y = new Float64Array((x[0] as Float64Array).length);
      fillValues(y, ...x);
      return y;
    }

    override backward(gy: Float64Array): readonly Float64Array[] {
      const x = this.inputs.map(({ data }) => data);
      const y = this.output.data;
      return fillPartials.map((fillPartial, k) => {
        const gx = new Float64Array(gy.length);
        if (this.inputs[k]?.isConstant === true) return gx;
        fillPartial(gx, ...x, y);
        multiplyColumn(gx, gy);
        return gx;
      });
    }

    override usedAt(k: number): Uint8Array | undefined {
      const isUsed = uses?.[k];
      if (isUsed === undefined) return undefined;
      // A pass asks more than once.
      return (this.#used[k] ??= pointsWhere(
        isUsed,
        this.inputs.map(({ data }) => data),
      ));
    }
  }

  nameClass(DefinedOperation, name);
  return DefinedOperation;
}
