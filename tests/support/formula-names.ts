/** @file The names that formulas in tests may use: the catalogue's, and those that it is to have. */

import { catalogue } from '../../src/functions/catalogue';
import {
  catalogueNames,
  type FunctionShape,
  type Names,
} from '../../src/functions/read/formula/names';

const ONE: FunctionShape = { arguments: ['x'] };
const TWO: FunctionShape = { arguments: ['a', 'b'] };
const MORE: ReadonlyMap<string, FunctionShape> = new Map([
  ...['sign', 'step', 'floor', 'ceil', 'round'].map((name): [string, FunctionShape] => [name, ONE]),
  ...['min', 'max', 'mod', 'hypot', 'atan2'].map((name): [string, FunctionShape] => [name, TWO]),
  ...['add', 'sub', 'mul', 'div'].map((name): [string, FunctionShape] => [name, TWO]),
]);
const known = catalogueNames(catalogue);

export const formulaNames: Names = {
  shapeOf: (name) => MORE.get(name) ?? known.shapeOf(name),
  functions: [...known.functions, ...MORE.keys()],
};

/** These, and a function of one argument. */
export function withFunction(added: string): Names {
  return {
    shapeOf: (name) => (name === added ? ONE : formulaNames.shapeOf(name)),
    functions: [...formulaNames.functions, added],
  };
}
