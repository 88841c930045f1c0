/** @file Looking functions up by name. Core knows no function: the entries are handed to it. */

import { type Entry, type FunctionClass, type FunctionFamily, isFamily } from './define-function';
import { DezeroError } from './errors';
import { numberFault, readNumber } from './parse-number';
import { quote } from './quote';
import { didYouMean } from './suggest';

/** What somebody writes who takes a chain for a formula: `x^2`, `sin*cos`, `3x`. */
const IS_FORMULA = /[-+*/^]|^\d*x$/;

/** A set of functions by name. A Map, so that `constructor` or `__proto__` is no function. */
export class Catalogue {
  readonly #entries: readonly Entry[];
  /** By name and by alias. */
  readonly #byName = new Map<string, Entry>();

  /** @throws DezeroError `duplicate-name` */
  constructor(entries: Iterable<Entry>) {
    this.#entries = [...entries];
    for (const entry of this.#entries) {
      for (const name of [entry.definition.name, ...(entry.definition.aliases ?? [])]) {
        if (this.#byName.has(name)) {
          throw new DezeroError('duplicate-name', `two functions have the name ${quote(name)}`);
        }
        this.#byName.set(name, entry);
      }
    }
  }

  /** In the order in which they were defined. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** This one and more. @throws DezeroError `duplicate-name` */
  with(entries: Iterable<Entry>): Catalogue {
    return new Catalogue([...this.#entries, ...entries]);
  }

  /** Every name and alias. */
  get names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  /** Every function; of a family those of its examples. */
  get classes(): FunctionClass[] {
    return this.#entries.flatMap((entry) =>
      isFamily(entry) ? entry.definition.examples.map((given) => entry.of(...given)) : [entry],
    );
  }

  /**
   * The entry of that name or alias.
   *
   * @throws DezeroError `unknown-function`, with the nearest name
   */
  entry(name: string): Entry {
    const entry = this.#byName.get(name);
    if (entry !== undefined) return entry;
    const mend = IS_FORMULA.test(name)
      ? "; a chain is made of names, so give a formula one: --define 'f(x) = x^2; 2*x'"
      : /[\s;]/.test(name)
        ? ': separate names with , or |'
        : `.${didYouMean(name, this.names)}`;
    throw new DezeroError('unknown-function', `unknown function ${quote(name)}${mend}`);
  }

  /**
   * The class of a function by its name and the texts of its parameters, undefined where it is
   * written without parentheses.
   *
   * @throws DezeroError `unknown-function` or `bad-parameter`
   */
  resolve(name: string, parameters?: readonly string[]): FunctionClass {
    const entry = this.entry(name);
    if (isFamily(entry)) return entry.of(...parametersOf(entry, parameters ?? []));
    if (parameters === undefined) return entry;
    throw new DezeroError('bad-parameter', `${name} takes no parameters: write ${name}`);
  }
}

function parametersOf({ definition }: FunctionFamily, texts: readonly string[]): number[] {
  const { name, parameters } = definition;
  const isWhole = (text: string): boolean => /^[+-]?\d+$/.test(text);
  if (parameters.length === 1 && texts.length === 2 && texts.every(isWhole)) {
    const number = texts.join('.');
    throw new DezeroError('bad-parameter', `use a point for the decimals: ${name}(${number})`);
  }
  return texts.map((text) => {
    const value = readNumber(text);
    if (Number.isFinite(value)) return value;
    throw new DezeroError('bad-parameter', `parameter of ${name}: ${numberFault(text).message}`);
  });
}
