/** @file Looking functions up by name. Core knows no function: the entries are handed to it. */

import { type Entry, type FunctionClass, isFamily } from './define-function';
import { DezeroError } from './errors';
import { parseNumber } from './parse-number';
import { quote } from './quote';
import { didYouMean } from './suggest';

/** A set of functions by name. A Map, so that `constructor` or `__proto__` is no function. */
export class Catalogue {
  readonly #entries = new Map<string, Entry>();

  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) this.#entries.set(entry.definition.name, entry);
  }

  /** In the order in which they were defined. */
  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  /** @throws DezeroError `unknown-function`, with the nearest name */
  entry(name: string): Entry {
    const entry = this.#entries.get(name);
    if (entry !== undefined) return entry;
    const mend = /[\s;]/.test(name)
      ? ': separate names with , or |'
      : `.${didYouMean(name, [...this.#entries.keys()])}`;
    throw new DezeroError('unknown-function', `unknown function ${quote(name)}${mend}`);
  }

  /**
   * The class of a function as it is written in a chain: `square`, `add(-1)`.
   *
   * @throws DezeroError `unknown-function`, `bad-parameter` or `bad-chain`
   */
  resolve(text: string): FunctionClass {
    const parenthesis = text.indexOf('(');
    if (parenthesis < 0) {
      const entry = this.entry(text);
      return isFamily(entry) ? entry.of() : entry;
    }
    const entry = this.entry(text.slice(0, parenthesis).trimEnd());
    const { name } = entry.definition;
    if (!isFamily(entry)) {
      throw new DezeroError('bad-parameter', `${name} takes no parameters: write ${name}`);
    }
    const inside = text.slice(parenthesis + 1, -1).trim();
    if (entry.definition.parameters.length === 1 && /^[+-]?\d+,\d+$/.test(inside)) {
      const number = inside.replace(',', '.');
      throw new DezeroError('bad-parameter', `use a point for the decimals: ${name}(${number})`);
    }
    const parameters = inside === '' ? [] : inside.split(',');
    return entry.of(...parameters.map((parameter) => parseParameter(name, parameter)));
  }
}

function parseParameter(name: string, text: string): number {
  try {
    return parseNumber(text);
  } catch (error) {
    if (!(error instanceof DezeroError)) throw error;
    throw new DezeroError('bad-parameter', `parameter of ${name}: ${error.message}`);
  }
}
