/** @file What a user's module exports, as functions of a chain. */

import type { Catalogue } from '../core/catalogue';
import {
  defineFunction,
  type FunctionClass,
  type FunctionDefinition,
} from '../core/define-function';
import { DezeroError } from '../core/errors';
import { formatNumber } from '../core/format-number';
import { checkFunctionName } from '../core/function-name';
import { quote, thrownText } from '../core/quote';
import { RESERVED_NAMES } from './formula/compile';
import { domainOf, USUAL_SAMPLES } from './formula/define';

type Kernel = (x: number, y: number) => unknown;

/** What an export must have. */
interface Pair {
  readonly value: Kernel;
  readonly derivative: Kernel;
}

/**
 * The functions among the exports of a module: `{ value(x), derivative(x, y) }`, or what
 * `defineFunction` makes, under the names of the exports.
 *
 * @param moduleName for messages, quoted
 * @param catalogue the functions whose names are taken
 * @throws DezeroError `bad-module`, `bad-name` or `duplicate-name`
 */
export function moduleFunctions(
  exports: Readonly<Record<string, unknown>>,
  moduleName: string,
  catalogue: Catalogue,
): FunctionClass[] {
  const named = Object.entries(namedExports(exports));
  if (named.length === 0) {
    const example = 'export const bump = { value: (x) => ..., derivative: (x, y) => ... }';
    throw new DezeroError(
      'bad-module',
      `the module ${moduleName} exports nothing by name: ${example}`,
    );
  }
  return named.map(([name, exported]) => {
    try {
      checkFunctionName(name, catalogue, RESERVED_NAMES);
    } catch (error) {
      if (!(error instanceof DezeroError)) throw error;
      throw new DezeroError(error.code, `in the module ${moduleName}: ${error.message}`);
    }
    const definition = definitionOf(exported);
    const pair = definition ?? exported;
    if (isPair(pair)) return wrapped(name, pair, definition);
    throw new DezeroError(
      'bad-module',
      `in the module ${moduleName}: ${quote(name)} needs value and derivative, both functions: ` +
        `export const ${name} = { value: (x) => ..., derivative: (x, y) => ... }`,
    );
  });
}

/** A CommonJS module comes as the default export, beside what of it could be guessed beforehand. */
function namedExports(exports: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const main = exports['default'];
  const isWhole = typeof main === 'object' && main !== null && !isPair(main);
  const entries = [...Object.entries(exports), ...(isWhole ? Object.entries(main) : [])];
  return Object.fromEntries(
    entries.filter(([name, exported]) => {
      return !NOT_FUNCTIONS.includes(name) && !(isWhole && exported === undefined);
    }),
  );
}

/** What Node and compilers add. */
const NOT_FUNCTIONS: readonly string[] = ['default', 'module.exports', '__esModule'];

function isPair(exported: unknown): exported is Pair {
  if (typeof exported !== 'object' || exported === null) return false;
  const { value, derivative } = exported as Partial<Pair>;
  return typeof value === 'function' && typeof derivative === 'function';
}

/** Of a class that `defineFunction` has made: the module may have another copy of it than we. */
function definitionOf(exported: unknown): FunctionDefinition | undefined {
  if (typeof exported !== 'function') return undefined;
  return (exported as Partial<{ definition: FunctionDefinition }>).definition;
}

function wrapped(
  name: string,
  pair: Pair,
  definition: FunctionDefinition | undefined,
): FunctionClass {
  const value = (x: number): number =>
    numberOf(() => pair.value(x, NaN), `${name}: its value function`, x);
  return defineFunction({
    formula: `${name}(x)`,
    derivativeFormula: `${name}'(x)`,
    summary: 'from a module',
    domain: domainOf(value),
    samples: USUAL_SAMPLES,
    ...definition,
    name,
    value,
    derivative: (x, y) =>
      numberOf(() => pair.derivative(x, y), `${name}: its derivative function`, x),
  });
}

/** @throws DezeroError `function-failed`, unless it returns a number */
function numberOf(call: () => unknown, what: string, x: number): number {
  const at = `at ${formatNumber(x)}`;
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    throw new DezeroError('function-failed', `${what} threw ${thrownText(error)} ${at}`);
  }
  if (typeof result === 'number') return result;
  const message = `${what} returned ${kindOf(result)}, not a number, ${at}`;
  throw new DezeroError('function-failed', message);
}

function kindOf(result: unknown): string {
  if (result === undefined || result === null) return String(result);
  if (typeof result === 'object') {
    return 'then' in result ? 'a promise' : Array.isArray(result) ? 'an array' : 'an object';
  }
  return `a ${typeof result}`;
}
