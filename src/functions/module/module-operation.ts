/** @file A function of several numbers that a module exports. */

import { defineOperation, type OperationClass } from '../../core/engine/define-operation';
import { DezeroError } from '../../core/text/errors';
import { formatNumber } from '../../core/text/format-number';
import { kindOf, numberOf } from './foreign-number';
import { domainOf } from '../read/define-formula';

/** A function of a module; nobody has checked what it returns. */
export type Foreign = (...x: readonly number[]) => unknown;

/** The functions of an export of several numbers; nobody has checked their types. */
export interface Several {
  /** The number of arguments that `value` declares. */
  readonly arity: number;
  readonly value: Foreign;
  /** Makes an array with a number for each argument from the arguments and the value. */
  readonly partials: Foreign | undefined;
}

/** The properties of an export, read once: a getter could return something else the next time. */
export interface Exported {
  readonly owner: unknown;
  readonly value: unknown;
  readonly derivative: unknown;
  readonly partials: unknown;
}

export function readExport(owner: unknown): Exported {
  const none = { owner, value: undefined, derivative: undefined, partials: undefined };
  if (typeof owner !== 'object' || owner === null) return none;
  const { value, derivative, partials } = owner as Partial<Exported>;
  return { owner, value, derivative, partials };
}

/** The export as a function of several numbers; undefined if it is one of one number, or no function. */
export function severalOf({ owner, value, partials }: Exported): Several | undefined {
  if (typeof value !== 'function') return undefined;
  const evaluate: Foreign = (...x) => (value as Foreign).call(owner, ...x);
  if (Array.isArray(partials)) {
    // Made by defineOperation.
    const kernels = partials as readonly Foreign[];
    return {
      arity: kernels.length,
      value: evaluate,
      partials: (...x) => kernels.map((kernel) => kernel(...x)),
    };
  }
  const hasPartials = typeof partials === 'function';
  if (!hasPartials && value.length < 2) return undefined;
  return {
    arity: value.length,
    value: evaluate,
    partials: hasPartials ? (...x) => (partials as Foreign).call(owner, ...x) : undefined,
  };
}

/** @throws nothing; its kernels throw `function-failed` */
export function moduleOperation(
  name: string,
  { arity, value, partials }: Several & { readonly partials: Foreign },
): OperationClass {
  const evaluate = (...x: readonly number[]): number =>
    numberOf(() => value(...x), `${name}: its value function`, ...x);
  const gradient = remembered((x: readonly number[]): readonly number[] => {
    const given = x.slice(0, arity);
    const what = `${name}: its partials function`;
    let found: unknown;
    const call = (): number => {
      found = partials(...x);
      return 0;
    };
    numberOf(call, what, ...given);
    if (isNumbers(found) && found.length === arity) return found;
    const at = given.map((each) => formatNumber(each)).join(', ');
    const message = `${what} returned ${resultText(found)}, not an array of ${String(arity)} numbers, at ${at}`;
    throw new DezeroError('function-failed', message);
  });
  const names = argumentNames(arity);
  return defineOperation({
    name,
    arguments: names,
    formula: `${name}(${names.join(', ')})`,
    partialFormulas: names.map((argument) => `d${name}/d${argument}`),
    summary: 'from a module',
    isForeign: true,
    domain: domainOf(evaluate),
    value: evaluate,
    partials: names.map(
      (_, k) =>
        (...x: readonly number[]) =>
          gradient(x)[k] as number,
    ),
    samples: [],
  });
}

function isNumbers(result: unknown): result is readonly number[] {
  return Array.isArray(result) && result.every((partial) => typeof partial === 'number');
}

function resultText(result: unknown): string {
  return isNumbers(result) ? `an array of ${String(result.length)}` : kindOf(result);
}

function argumentNames(arity: number): string[] {
  if (arity <= LETTERS.length) return LETTERS.slice(0, arity);
  return Array.from({ length: arity }, (_, k) => `x${String(k + 1)}`);
}

const LETTERS = ['x', 'y', 'z'];

/** Keeps the last result: the partials of a point are asked for one by one, but computed together. */
function remembered<T>(compute: (x: readonly number[]) => T): (x: readonly number[]) => T {
  let last: { readonly x: readonly number[]; readonly result: T } | undefined;
  return (x) => {
    const isSame = last?.x.length === x.length && x.every((each, i) => Object.is(each, last?.x[i]));
    if (last === undefined || !isSame) last = { x, result: compute(x) };
    return last.result;
  };
}
