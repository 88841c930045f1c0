/** @file Looking functions up by name. Core knows no function: the entries are handed to it. */

import type { Real } from '../../math/real';
import { type Entry, type FunctionClass, type FunctionFamily, isFamily } from './define-function';
import { isOperation, type OperationClass } from './define-operation';
import { DezeroError, wrongType, retelling } from '../text/errors';
import { parseNumber } from '../text/parse-number';
import { quote } from '../text/quote';
import { didYouMean } from '../text/suggest';
import { functionsIn } from '../text/require';

/** Matches a formula written where a chain belongs: `x^2`, `sin*cos`, `3x`. */
const IS_FORMULA = /[-+*/^]|^\d*x$/;

/** Functions in their order, and by name and alias. */
class Entries<E extends Entry | OperationClass> {
  readonly list: E[] = [];
  /** A Map, so that `constructor` or `__proto__` is no function. */
  readonly byName = new Map<string, E>();

  /** @throws DezeroError `duplicate-name` */
  add(entry: E): void {
    for (const name of [entry.definition.name, ...(entry.definition.aliases ?? [])]) {
      if (this.byName.has(name)) {
        throw new DezeroError('duplicate-name', `two functions have the name ${quote(name)}`);
      }
      this.byName.set(name, entry);
    }
    this.list.push(entry);
  }
}

/**
 * A set of functions by name: those of one argument, which chains and formulas apply, and those of
 * several, which formulas apply. `add` and `pow` are both: with a number they have one argument.
 */
export class Catalogue {
  readonly #entries = new Entries<Entry>();
  readonly #operations = new Entries<OperationClass>();
  /** Families of functions that no name has been looked for in. */
  #families: Iterator<Iterable<Entry | OperationClass>> = [].values();

  /** @throws DezeroError `duplicate-name`, or `wrong-type` for anything but functions */
  constructor(entries: Iterable<Entry>, operations: Iterable<OperationClass> = []) {
    for (const entry of functionsIn('a Catalogue', entries, 'new Catalogue([f])')) {
      this.#entries.add(entry);
    }
    for (const entry of functionsIn('a Catalogue', operations, 'new Catalogue([f], [g])')) {
      this.#operations.add(entry);
    }
  }

  /**
   * A catalogue that takes a family only when a name is in none of those before it: a chain of
   * `square` and `exp` starts without the other functions. A formula may call what has several arguments, and takes all.
   */
  static ofFamilies(families: Iterable<Iterable<Entry | OperationClass>>): Catalogue {
    const catalogue = new Catalogue([]);
    catalogue.#families = families[Symbol.iterator]();
    return catalogue;
  }

  /** Takes the next family. @returns whether there was one */
  #takeFamily(): boolean {
    const next = this.#families.next();
    if (next.done === true) return false;
    for (const entry of next.value) {
      if (isOperation(entry)) this.#operations.add(entry);
      else this.#entries.add(entry);
    }
    return true;
  }

  #find<E extends Entry | OperationClass>({ byName }: Entries<E>, name: string): E | undefined {
    while (!byName.has(name) && this.#takeFamily());
    return byName.get(name);
  }

  #all<E extends Entry | OperationClass>(entries: Entries<E>): Entries<E> {
    while (this.#takeFamily());
    return entries;
  }

  /** In the order in which they were defined. */
  get entries(): readonly Entry[] {
    return this.#all(this.#entries).list;
  }

  /** Those of several arguments. */
  get operations(): readonly OperationClass[] {
    return this.#all(this.#operations).list;
  }

  /** This one and more. @throws DezeroError `duplicate-name` */
  with(entries: Iterable<Entry | OperationClass>): Catalogue {
    const added = [...this.entries];
    const operations = [...this.operations];
    for (const entry of functionsIn('with', entries, 'catalogue.with([f])')) {
      if (isOperation(entry)) operations.push(entry);
      else added.push(entry);
    }
    return new Catalogue(added, operations);
  }

  /** This one and functions that a user has brought, in the place of those that yield to them. */
  withOwn(own: readonly (Entry | OperationClass)[]): Catalogue {
    const names = own.map(({ definition }) => definition.name);
    const stays = ({ definition }: Entry | OperationClass): boolean =>
      definition.yields !== true || !names.includes(definition.name);
    return new Catalogue(this.entries.filter(stays), this.operations.filter(stays)).with(own);
  }

  /** The names of its functions that another catalogue, made of this one, has no more. */
  namesMissingIn(other: Catalogue): string[] {
    return [
      ...this.entries.filter((entry) => !other.entries.includes(entry)),
      ...this.operations.filter((operation) => !other.operations.includes(operation)),
    ].map(({ definition }) => definition.name);
  }

  /** Every name and alias of a function of one argument. */
  get names(): readonly string[] {
    return [...this.#all(this.#entries).byName.keys()];
  }

  /** Every name and alias. */
  get allNames(): readonly string[] {
    return [...new Set([...this.names, ...this.#operations.byName.keys()])];
  }

  /** Every name and alias that a user's own function may not have. */
  get takenNames(): readonly string[] {
    const yielding = [...this.entries, ...this.operations]
      .filter(({ definition }) => definition.yields === true)
      .map(({ definition }) => definition.name);
    return this.allNames.filter((name) => !yielding.includes(name));
  }

  /** The function of one argument of that name or alias, or the family. */
  find(name: string): Entry | undefined {
    return this.#find(this.#entries, name);
  }

  /** The function of several arguments of that name or alias. */
  operation(name: string): OperationClass | undefined {
    return this.#find(this.#operations, name);
  }

  /** Every function, and of each family the functions of its examples. */
  get classes(): FunctionClass[] {
    return this.entries.flatMap((entry) =>
      isFamily(entry) ? entry.definition.examples.map((given) => entry.of(...given)) : [entry],
    );
  }

  /**
   * The entry of that name or alias.
   *
   * @throws DezeroError `unknown-function`, with the nearest name; `wrong-type` for anything but text
   */
  entry(name: string): Entry {
    if (typeof name !== 'string') {
      throw wrongType('entry takes the name of a function', name, "catalogue.entry('square')");
    }
    const entry = this.find(name);
    if (entry !== undefined) return entry;
    const operation = this.operation(name);
    if (operation !== undefined) {
      const { arguments: needed } = operation.definition;
      const message = `${name} takes ${String(needed.length)} arguments, and a chain has one: write a formula, as ${name}(${['x', 1, 2, 3].slice(0, needed.length).join(', ')})`;
      throw new DezeroError('unknown-function', message);
    }
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
   * @param read the number that the text of a parameter stands for; a plain one by default
   *
   * @throws DezeroError `unknown-function` or `bad-parameter`
   */
  resolve(
    name: string,
    parameters?: readonly string[],
    read: (text: string) => number | Real = parseNumber,
  ): FunctionClass {
    const entry = this.entry(name);
    if (isFamily(entry)) return entry.of(...parametersOf(entry, parameters ?? [], read));
    if (parameters === undefined) return entry;
    throw new DezeroError('bad-parameter', `${name} takes no parameters: write ${name}`);
  }
}

/** No function has so many; and a call takes no hundred thousand arguments. */
const MOST_PARAMETERS = 1000;

function parametersOf(
  { definition }: FunctionFamily,
  texts: readonly string[],
  read: (text: string) => number | Real,
): (number | Real)[] {
  const { name, parameters } = definition;
  if (texts.length > MOST_PARAMETERS) {
    const message = `${name} gets ${String(texts.length)} parameters, and takes ${String(parameters.length)}`;
    throw new DezeroError('bad-parameter', message);
  }
  const isWhole = (text: string): boolean => /^[+-]?\d+$/.test(text);
  if (parameters.length === 1 && texts.length === 2 && texts.every(isWhole)) {
    const number = texts.join('.');
    throw new DezeroError(
      'bad-parameter',
      `${name} takes one parameter, and ${texts.join(',')} are two; with a point for the decimals: ${name}(${number})`,
    );
  }
  return texts.map((text) =>
    retelling(
      () => read(text),
      ({ message }) => new DezeroError('bad-parameter', `parameter of ${name}: ${message}`),
    ),
  );
}
