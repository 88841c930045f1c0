/** @file Finds the entries of a catalogue by a name as it is typed in a chain or a formula. */

import type { Catalogue } from '../../core/engine/catalogue';
import type { Entry, FunctionClass } from '../../core/engine/define-function';
import type { OperationClass } from '../../core/engine/define-operation';
import { nodesOf } from '../../core/graph/vertex';
import { catalogue as builtIn } from '../catalogue';
import { DezeroError, retelling } from '../../core/text/errors';
import { foreignFault } from './formula/foreign-functions';
import { parseChain } from './parse-chain';

/**
 * `max` finds the function, `add` both with this name, `add(c)` the one for chains, `add(a, b)` the other one,
 * `add(-1)` this function.
 */
export function entriesNamed(
  name: string,
  catalogue: Catalogue,
): readonly (Entry | OperationClass)[] {
  const [, family = name, parameters] = /^([^(]*)\((.*)\)$/s.exec(name) ?? [];
  const operation = catalogue.operation(family);
  if (operation !== undefined) {
    if (parameters?.includes(',') === true) return [operation];
    const unary = catalogue.find(family);
    if (parameters === undefined) return unary === undefined ? [operation] : [unary, operation];
  }
  const [member] = /\d/.test(parameters ?? '') ? [...nodesOf(parseChain(name, catalogue))] : [];
  return [
    (member?.[0].f as FunctionClass | undefined) ??
      retelling(
        () => catalogue.entry(family),
        ({ code, message }) => new DezeroError(code, foreignFault(family) ?? message),
      ),
  ];
}

/** Whether the entry is not a function of the user. */
export function isBuiltIn(entry: Entry | OperationClass): boolean {
  const { definition } = entry;
  if ('family' in definition) return true;
  const { name } = definition;
  const known: readonly (Entry | OperationClass | undefined)[] = [
    builtIn.find(name),
    builtIn.operation(name),
  ];
  return known.includes(entry);
}
