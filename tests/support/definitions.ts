/** @file Every function of the catalogue, as the tests go through them. */

import {
  type FunctionClass,
  type FunctionDefinition,
  isFamily,
} from '../../src/core/define-function';
import { catalogue } from '../../src/functions/catalogue';

/** All classes; of a family, one for each of its examples. */
export function functionClasses(): FunctionClass[] {
  return catalogue.entries.flatMap((entry) =>
    isFamily(entry) ? entry.definition.examples.map((numbers) => entry.of(...numbers)) : [entry],
  );
}

export function definitions(): FunctionDefinition[] {
  return functionClasses().map(({ definition }) => definition);
}
