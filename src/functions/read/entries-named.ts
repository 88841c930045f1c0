/** @file The entries of a catalogue that a name, typed as in a chain or a formula, stands for. */

import type { Catalogue } from '../../core/engine/catalogue';
import type { Entry, FunctionClass } from '../../core/engine/define-function';
import type { OperationClass } from '../../core/engine/define-operation';
import { nodesOf } from '../../core/graph/graph';
import { catalogue as builtIn } from '../catalogue';
import { parseChain } from './parse-chain';

/**
 * Of `max` the function, and of `add` both that have this name, as they are listed; of `add(c)` the
 * one that chains apply, of `add(a, b)` the other; of `add(-1)` that function.
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
  return [(member?.[0].f as FunctionClass | undefined) ?? catalogue.entry(family)];
}

/** Whether it is not one that the user brings. */
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
