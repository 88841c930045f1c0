/** @file Points on the command line: `--at x=1,y=2`, or `--x` where there is one variable. */

import type { Catalogue } from '../../core/engine/catalogue';
import { formatNumber } from '../../core/text/format-number';
import { firstRepeated, listed } from '../../core/text/lists';
import { readNumber } from '../../core/text/parse-number';
import { quote } from '../../core/text/quote';
import { didYouMean } from '../../core/text/suggest';
import { splitPieces } from '../../functions/read/split-pieces';
import { UsageError } from '../errors';
import { number, numbers } from './options';

/** The names that a point may use for its values, or that a mistyped one may have been meant for. */
export interface KnownNames {
  readonly variables: readonly string[];
  /** The functions, whose names are no variables. */
  readonly catalogue: Catalogue;
}

/**
 * The numbers of each variable at some points as they are written; those of the only one may be ranges.
 *
 * @param texts of --at, each a point
 * @throws UsageError where a variable has no value, or a value no variable
 */
export function namedTexts(texts: readonly string[], named: KnownNames): string[][] {
  const { variables } = named;
  const points = texts.map((text) => splitAtCommas(text).map(assignmentOf));
  for (const [i, point] of points.entries()) {
    // Numbers of the only variable need no name.
    const isBare = variables.length === 1 && point.every(({ name }) => name === undefined);
    if (!isBare) requireAll(texts[i] as string, point, named);
  }
  if (variables.length === 1) return [points.flat().map(({ text }) => text)];
  return variables.map((wanted) =>
    points.map((point) => (point.find(({ name }) => name === wanted) as Assignment).text),
  );
}

/**
 * The texts of numbers, each by itself.
 *
 * @throws UsageError for a range of others than decimals, whose points have no texts
 */
export function textsOf(flag: string, values: readonly string[]): string[] {
  return values.flatMap((text) => {
    if (!text.includes(':')) return [text.trim()];
    if (text.split(':').every((part) => Number.isFinite(readNumber(part.trim())))) {
      return numbers(flag, text).map(formatNumber);
    }
    throw new UsageError(
      `${flag}: with --digits a range has decimals only, and ${quote(text)} has others; give its points one by one`,
    );
  });
}

/**
 * The values of some of the variables, as a point gives them.
 *
 * @throws UsageError where a value has no variable, or is no number
 */
export function assignmentsOf(text: string, named: KnownNames): Map<string, number> {
  const point = splitAtCommas(text).map(assignmentOf);
  requireNames(text, point, named);
  return new Map(
    point.map(({ name, text: value }) => [
      name as string,
      number(`--at: ${name as string}`, value),
    ]),
  );
}

/** `x=1` */
interface Assignment {
  /** Undefined for a number alone. */
  readonly name: string | undefined;
  readonly text: string;
}

function assignmentOf(text: string): Assignment {
  const [, name, value] = /^\s*([A-Za-z_]\w*)\s*=(?!=)(.*)$/s.exec(text) ?? [];
  return name === undefined ? { name, text } : { name, text: (value as string).trim() };
}

/** The parts of a text between commas outside parentheses. */
export function splitAtCommas(text: string): string[] {
  return Array.from(splitPieces(text, ','), (piece) => piece.text);
}

/** @throws UsageError unless each value is that of another variable */
function requireNames(text: string, point: readonly Assignment[], named: KnownNames): void {
  const { variables } = named;
  const nameless = point.find(({ name }) => name === undefined);
  if (nameless !== undefined) {
    throw new UsageError(
      `--at ${quote(text)}: ${quote(nameless.text.trim())} says no variable; a point is written ${exampleOf(variables)}`,
    );
  }
  const names = point.map(({ name }) => name as string);
  const unknown = names.find((name) => !variables.includes(name));
  if (unknown !== undefined) throw unknownVariable('--at', unknown, variables);
  const repeated = firstRepeated(names);
  if (repeated !== undefined)
    throw new UsageError(`--at ${quote(text)}: ${repeated} is given twice`);
}

export function unknownVariable(
  flag: string,
  name: string,
  variables: readonly string[],
): UsageError {
  // The formula may have xy for x*y.
  const glued = variables.find((one) => /^[a-z]{2,3}$/.test(one) && one.includes(name));
  const product = glued && ` For a product write ${glued.split('').join('*')}`;
  return new UsageError(
    `${flag}: the formula has no variable ${quote(name)}; it has ${listOf(variables)}.${product ?? didYouMean(name, variables)}`,
  );
}

/** @throws UsageError unless each variable has one value */
function requireAll(text: string, point: readonly Assignment[], named: KnownNames): void {
  requireNames(text, point, named);
  const missing = named.variables.find((variable) => point.every(({ name }) => name !== variable));
  if (missing === undefined) return;
  throw new UsageError(`--at ${quote(text)}: ${withoutValue(missing, named, point)}`);
}

/** Says that a variable has no value, and what may have been meant by its name. */
export function withoutValue(
  missing: string,
  named: KnownNames,
  given: readonly Assignment[] = [],
): string {
  const example = exampleOf(named.variables, given);
  return `the variable ${missing} has no value; a point is written ${example}.${meantBy(missing, named)}`;
}

/** A hint on what may have been meant by a variable: a product, a power, or a misspelt function. */
export function meantBy(name: string, { variables, catalogue }: KnownNames): string {
  const others = variables.filter((other) => other !== name);
  const letters = name.split(/(?=.)/);
  if (name.length > 1 && letters.every((letter) => others.includes(letter))) {
    return ` For a product write ${letters.join('*')}`;
  }
  const [, letter = '', digits = ''] = /^([A-Za-z])(\d+)$/.exec(name) ?? [];
  if (others.includes(letter)) return ` For a power write ${letter}^${digits}`;
  return name.length > 2 ? didYouMean(name, catalogue.allNames) : '';
}

/** The most variables that a message names. */
const MOST_NAMES = 5;

/** "x and y", "x, y and z" */
export function listOf(variables: readonly string[]): string {
  if (variables.length > MOST_NAMES) return `${variables.slice(0, MOST_NAMES).join(', ')}, …`;
  return listed(variables, 'and');
}

/** `--at x=1,y=2`, with the given values as far as they are numbers. */
export function exampleOf(variables: readonly string[], given: readonly Assignment[] = []): string {
  const shown = variables.slice(0, MOST_NAMES).map((name, k) => {
    const text = given.find((each) => each.name === name)?.text ?? '';
    const found = Number.isFinite(readNumber(text)) ? text : undefined;
    return `${name}=${found ?? String(k + 1)}`;
  });
  return `--at ${shown.join(',')}${variables.length > MOST_NAMES ? ',…' : ''}`;
}
