/**
 * @file Checks of the arguments of library functions. Types demand the same, but JavaScript has none: wrong
 * arguments are refused here, with a text that says what to write instead.
 */

import { describeType, DezeroError, wrongType } from './errors';
import { quote } from './quote';
import { didYouMean } from './suggest';

/** @param what needs it @throws DezeroError `wrong-type` for anything but a Float64Array */
export function requireBlock(what: string, x: unknown): asserts x is Float64Array {
  if (x instanceof Float64Array) return;
  throw wrongType(`${what} needs a Float64Array of x`, x, 'Float64Array.of(0.5)');
}

/** @param what needs it @throws DezeroError `wrong-type` for anything but text */
export function requireText(what: string, text: unknown, example: string): asserts text is string {
  if (typeof text === 'string') return;
  throw wrongType(`${what} needs a text`, text, `'${example}'`);
}

/** @param what is wanted: `method` @throws DezeroError `wrong-type` for anything but one of these names */
export function requireOneOf(what: string, name: unknown, names: readonly string[]): void {
  if (typeof name === 'string' && names.includes(name)) return;
  const given = typeof name === 'string' ? ` ${quote(name)}` : '';
  const hint = typeof name === 'string' ? didYouMean(name, names) : '';
  throw new DezeroError('wrong-type', `no ${what}${given}; there are ${names.join(', ')}.${hint}`);
}

/** The kinds of values in a definition, and in words. */
const KINDS = {
  string: 'a string',
  function: 'a function',
  list: 'an array',
  domain: "a domain, such as everywhere or { text: 'x > 0', contains: (x) => x > 0 }",
};

function isOfKind(kind: keyof typeof KINDS, value: unknown): boolean {
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'domain')
    return typeof (Object(value) as { contains?: unknown }).contains === 'function';
  return typeof value === kind;
}

/** @throws DezeroError `wrong-type` unless the definition has each of these parts */
export function requireParts(
  maker: string,
  definition: unknown,
  parts: Readonly<Record<string, keyof typeof KINDS>>,
): void {
  if (typeof definition !== 'object' || definition === null) {
    throw wrongType(`${maker} takes a definition`, definition, `${maker}({ name: ... })`);
  }
  for (const [part, kind] of Object.entries(parts)) {
    const value = (definition as Readonly<Record<string, unknown>>)[part];
    if (isOfKind(kind, value)) continue;
    const message = `the ${part} that ${maker} is given must be ${KINDS[kind]}, and it is ${describeType(value)}`;
    throw new DezeroError('wrong-type', message);
  }
}

/**
 * The functions, in an array.
 *
 * @throws DezeroError `wrong-type` unless they are a list, of functions with a definition
 */
export function functionsIn<E>(taker: string, list: Iterable<E>, example: string): E[] {
  const isList: boolean =
    typeof list === 'object' && (list as unknown) !== null && Symbol.iterator in list;
  if (!isList) throw wrongType(`${taker} takes a list of functions`, list, example);
  const functions = [...list];
  for (const f of functions as readonly ({ readonly definition?: unknown } | null | undefined)[]) {
    if (typeof f?.definition === 'object') continue;
    throw wrongType(`${taker} takes functions made by defineFunction and its like`, f, example);
  }
  return functions;
}
