/** @file The names that a formula may use. */

import type { Catalogue } from '../../../core/engine/catalogue';
import { isFamily } from '../../../core/engine/define-function';

/** How a function is called. */
export interface FunctionShape {
  /** The names of its arguments in hints: `['x']`, `['a', 'b']`. */
  readonly arguments: readonly string[];
  /** Numbers that stand after the arguments, by name: `['p']` for `pow(x, p)`. */
  readonly parameters?: readonly string[];
  /** The parameters if they are left out; without defaults they must be given. */
  readonly defaults?: readonly number[];
}

export interface Names {
  /** undefined where no function has that name. */
  readonly shapeOf: (name: string) => FunctionShape | undefined;
  /** All functions, for suggestions. */
  readonly functions: readonly string[];
  /**
   * The only variables that there are, as in a claim or in a definition; they come before functions
   * of the same name. Without it every other name is a variable.
   */
  readonly variables?: readonly string[];
  /** Added to the message about an unknown function that is similar to none, if the variables are given. */
  readonly closedHint?: string;
}

const ONE_ARGUMENT: FunctionShape = { arguments: ['x'] };

/** The functions of a catalogue: of x, of several arguments, and of x with parameters after it. */
export function catalogueNames(
  catalogue: Catalogue,
  variables?: readonly string[],
  closedHint?: string,
): Names {
  return {
    get functions() {
      return catalogue.allNames;
    },
    shapeOf: (name) => {
      const operation = catalogue.operation(name);
      if (operation !== undefined) return { arguments: operation.definition.arguments };
      const entry = catalogue.find(name);
      if (entry === undefined || !isFamily(entry)) return entry && ONE_ARGUMENT;
      const { parameters, defaults } = entry.definition;
      return { ...ONE_ARGUMENT, parameters, ...(defaults && { defaults }) };
    },
    ...(variables !== undefined && { variables }),
    ...(closedHint !== undefined && { closedHint }),
  };
}

/** How a call is written: `pow(x, p)`. */
export function usage(name: string, { arguments: given, parameters = [] }: FunctionShape): string {
  return `${name}(${[...given, ...parameters].join(', ')})`;
}
