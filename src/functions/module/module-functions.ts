/** @file The exports of a user's module as functions of the catalogue. */

import type { Catalogue } from '../../core/engine/catalogue';
import { USUAL_SAMPLES } from '../../core/check/samples';
import { defineFunction } from '../../core/engine/define-function';
import type { AnyFunctionClass } from '../../core/engine/define-operation';
import { DezeroError, retelling } from '../../core/text/errors';
import { checkFunctionName } from '../../core/engine/function-name';
import {
  type Exported,
  type Foreign,
  moduleOperation,
  readExport,
  type Several,
  severalOf,
} from './module-operation';
import { quote, thrownText } from '../../core/text/quote';
import { describedBy } from './foreign-definition';
import { numberOf } from './foreign-number';
import { domainOf, RESERVED_NAMES } from '../read/define-formula';

/** The two functions that an export must have. */
interface FunctionPair {
  readonly value: Foreign;
  readonly derivative: Foreign;
}

/**
 * The functions among the exports of a module: `{ value(x), derivative(x, y) }`, or of several numbers
 * `{ value(x, y), partials(x, y, value) }`, or what `defineFunction` and `defineOperation` make, under
 * the names of the exports.
 *
 * @param moduleName for messages, quoted
 * @param catalogue the functions whose names are taken
 * @throws DezeroError `bad-module`, `bad-name` or `duplicate-name`
 */
export function moduleFunctions(
  exports: Readonly<Record<string, unknown>>,
  moduleName: string,
  catalogue: Catalogue,
): AnyFunctionClass[] {
  const named = reading(`the module ${moduleName}`, () => namedExports(exports));
  if (named.length === 0) {
    const example = 'export const bump = { value: (x) => ..., derivative: (x, y) => ... }';
    throw new DezeroError(
      'bad-module',
      `the module ${moduleName} exports nothing by name: ${example}`,
    );
  }
  const seen = new Set<string>();
  return named.map(([name, exported]) => {
    const what = `in the module ${moduleName}: ${quote(name)}`;
    checkName(name, moduleName, catalogue);
    if (seen.has(name)) {
      const message = `${what} is exported twice, by itself and in the default export`;
      throw new DezeroError('duplicate-name', message);
    }
    seen.add(name);
    return functionOf(name, exported, what);
  });
}

function checkName(name: string, moduleName: string, catalogue: Catalogue): void {
  retelling(
    () => {
      checkFunctionName(name, catalogue.takenNames, RESERVED_NAMES);
    },
    ({ code, message }) => new DezeroError(code, `in the module ${moduleName}: ${message}`),
  );
}

/** Reads from a module, in which a getter may throw. @throws DezeroError `bad-module` */
function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new DezeroError('bad-module', `${what} threw ${thrownText(error)} as it was read`);
  }
}

/** Node gives a CommonJS module as the default export, and beside it the exports that it could guess without running it. */
function namedExports(exports: Readonly<Record<string, unknown>>): [string, unknown][] {
  const main = exports['default'];
  const parts = exportsIn(main);
  const isGuess = (name: string, exported: unknown): boolean =>
    (exported === undefined && parts.length > 0) ||
    parts.some(([part, same]) => part === name && same === exported);
  const own = Object.entries(exports).filter(([name, exported]) => !isGuess(name, exported));
  return [...own, ...(isOne(main) ? [] : parts)].filter(([name]) => !NOT_FUNCTIONS.includes(name));
}

/** Whether a default export is itself a function, and no collection of them. */
function isOne(main: unknown): boolean {
  const found = readExport(main);
  return pairOf(found) !== undefined || severalOf(found)?.partials !== undefined;
}

/** The exports in a default export, also in that of an ES module that was compiled to CommonJS. */
function exportsIn(main: unknown): [string, unknown][] {
  if (typeof main !== 'object' || main === null) return [];
  const exports = main as Record<string, unknown>;
  const isCompiled = exports['__esModule'] === true && exports['default'] !== main;
  return isCompiled ? namedExports(exports) : Object.entries(exports);
}

/** The names that Node and compilers add. */
const NOT_FUNCTIONS: readonly string[] = ['default', 'module.exports', '__esModule'];

/** Both functions of a function of one number. */
function pairOf({ owner, value, derivative }: Exported): FunctionPair | undefined {
  if (typeof value !== 'function' || typeof derivative !== 'function') return undefined;
  return {
    value: (x, y) => (value as Foreign).call(owner, x, y),
    derivative: (x, y) => (derivative as Foreign).call(owner, x, y),
  };
}

/** The definition of a class made by `defineFunction`, of which the module may have a copy of its own. */
function definitionOf(exported: unknown): unknown {
  if (typeof exported !== 'function') return undefined;
  return (exported as Partial<{ definition: unknown }>).definition;
}

/** @param what the export, for messages */
function functionOf(name: string, exported: unknown, what: string): AnyFunctionClass {
  const { pair, definition, several } = reading(what, () => {
    const definition = definitionOf(exported);
    const found = readExport(definition ?? exported);
    return { definition, pair: pairOf(found), several: severalOf(found) };
  });
  if (several !== undefined) return operationOf(name, several, what);
  if (pair === undefined) {
    const usage = `export const ${name} = { value: (x) => ..., derivative: (x, y) => ... }`;
    const message = `${what} needs value and derivative, both functions: ${usage}`;
    throw new DezeroError('bad-module', message);
  }
  const { described = {}, fault } = reading(what, () => describedBy(definition));
  if (fault !== undefined) throw new DezeroError('bad-module', `${what}: ${fault}`);

  const value = (x: number): number =>
    numberOf(() => pair.value(x, NaN), `${name}: its value function`, x);
  return defineFunction({
    formula: `${name}(x)`,
    derivativeFormula: `${name}'(x)`,
    summary: 'from a module',
    domain: domainOf(value),
    samples: USUAL_SAMPLES,
    ...described,
    name,
    value,
    isForeign: described.roundOff === undefined,
    derivative: (x, y) =>
      numberOf(() => pair.derivative(x, y), `${name}: its derivative function`, x),
  });
}

/** @throws DezeroError `bad-module` without its partials, or with no arguments */
function operationOf(name: string, several: Several, what: string): AnyFunctionClass {
  const { arity, partials } = several;
  const usage = `{ value: (x, y) => ..., partials: (x, y, value) => [..., ...] }`;
  if (partials === undefined) {
    const message = `${what} takes ${String(arity)} arguments; give partials: export const ${name} = ${usage}`;
    throw new DezeroError('bad-module', message);
  }
  if (arity < 1) {
    const message = `${what}: its value names no arguments, which say how many there are: ${usage}`;
    throw new DezeroError('bad-module', message);
  }
  return moduleOperation(name, { ...several, partials });
}
