/** @file The names that formulas in tests may use: the catalogue's. */

import { catalogue } from '../../src/functions/catalogue';
import { catalogueNames, type Names } from '../../src/functions/read/formula/names';

export const formulaNames: Names = catalogueNames(catalogue);

/** These, and a function of one argument. */
export function withFunction(added: string): Names {
  return {
    shapeOf: (name) => (name === added ? { arguments: ['x'] } : formulaNames.shapeOf(name)),
    functions: [...formulaNames.functions, added],
  };
}
