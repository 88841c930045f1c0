/** @file Every function of the catalogue, as the tests go through them. */

import type { FunctionClass, FunctionDefinition } from '../../src/core/engine/define-function';
import { catalogue } from '../../src/functions/catalogue';

/** All classes; of a family, one for each of its examples. */
export function functionClasses(): FunctionClass[] {
  return catalogue.classes;
}

export function definitions(): FunctionDefinition[] {
  return functionClasses().map(({ definition }) => definition);
}
