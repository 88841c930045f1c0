/** @file The catalogue: every function that the families' files export. */

import { Catalogue } from '../core/engine/catalogue';
import type { Entry } from '../core/engine/define-function';
import type { OperationClass } from '../core/engine/define-operation';

function isFunction(exported: unknown): exported is Entry | OperationClass {
  return exported !== null && exported !== undefined && Object.hasOwn(exported, 'definition');
}

const byName = (a: Entry | OperationClass, b: Entry | OperationClass): number =>
  a.definition.name < b.definition.name ? -1 : 1;

/** Its families, those of which people ask most first. Each is evaluated when it is its turn. */
const FAMILIES: readonly (() => object)[] = [
  () => require('./algebraic') as object,
  () => require('./exponential') as object,
  () => require('./trigonometric') as object,
  () => require('./hyperbolic') as object,
  () => require('./activation') as object,
  () => require('./gaussian') as object,
  () => require('./rounding') as object,
  () => require('./arithmetic') as object,
  () => require('./extremes') as object,
  () => require('./polar') as object,
];

function* families(): Generator<(Entry | OperationClass)[]> {
  for (const exportsOf of FAMILIES) {
    yield Object.values(exportsOf()).filter(isFunction).sort(byName);
  }
}

/** All functions, by family and name. A new one is found here by itself. */
export const catalogue = Catalogue.ofFamilies(families());
