/** @file Where points come from: --x, --at, standard input, a file, or columns of a table. */

import type { Command } from 'commander';
import { quote } from '../../core/text/quote';
import { TEXT } from '../../report/program-description';
import { UsageError } from '../errors';
import {
  exampleOf,
  listOf,
  meantBy,
  type KnownNames,
  namedTexts,
  textsOf,
  unknownVariable,
} from './named-points';
import { onlyOne, type Options } from './given';
import { addOptions, number, numbers, once } from './options';
import type { InputShape } from '../stream/input/source';
import type { WantedColumn } from '../stream/input/table';

/** The numbers of each variable, or the input they are read from. */
export type Place =
  | {
      readonly kind: 'points';
      readonly point: readonly Float64Array[];
      /** The numbers as they are written. @throws UsageError for a range that is no decimals */
      readonly texts?: () => readonly (readonly string[])[];
    }
  | {
      readonly kind: 'input';
      /** A file; standard input without it. */
      readonly path: string | undefined;
      readonly shape: InputShape;
    };

/** @param purpose what the points are for: "where to differentiate" */
export function addPlaceOptions(command: Command, purpose: string): void {
  command.optionsGroup('Points:');
  addOptions(command, {
    '-x, --x <numbers...>': [
      `${purpose}: one or more numbers, or - for one a line on standard input`,
      TEXT,
      'goes with --program',
    ],
  });
  addAtOption(
    command,
    `${purpose}, by name, x=1,y=2 (of a program in its order, 1,2), or - for a point a line; may be repeated`,
  );
  addOptions(command, {
    '--input <file>': [
      'read points from a file: numbers, one a line; with several variables, or see --column, ' +
        'a CSV or TSV table',
      { kind: 'file' },
      'goes with --program',
    ],
    '--column <name>': [
      'x is this column, by name or number, of a table, whose other columns are kept; ' +
        'x=NAME of one of several variables',
      TEXT,
      'repeatable',
      'never proposed',
    ],
  });
}

export function addAtOption(command: Command, description: string): void {
  addOptions(command, {
    '--at <point>': [description, TEXT, 'repeatable', 'goes with --program'],
  });
}

/** Whether points come from standard input or a file. @throws UsageError where the options contradict */
export function isInputPlace(options: Options): boolean {
  const isInput = isStandardInput('--x', options.x) || isStandardInput('--at', options.at);
  return isInput || options.input !== undefined;
}

/**
 * @returns undefined where points come from nowhere
 * @throws UsageError unless it is clear where they come from, and what they are numbers of
 */
export function placeOf(options: Options, named: KnownNames): Place | undefined {
  const { x, at } = options;
  const path = once('--input', options.input);
  const isInput = isInputPlace(options);
  const [flag, values] = onlyOne({ '--x': x, '--at': at }) ?? ['--x', []];
  const isInputTwice = path === '-' && values.length === 1 && values[0] === '-';
  if (path !== undefined && values.length > 0 && !isInputTwice) {
    throw new UsageError(
      `${flag} and --input both say where ${flag === '--x' ? 'x comes' : 'points come'} from; use one of them`,
    );
  }
  requireOneVariable(x ?? [], named.variables);
  if (isInput) return { kind: 'input', path, shape: shapeOf(options, named.variables) };
  if (options.column !== undefined) {
    throw new UsageError('--column needs a table: --input FILE, or --x - for standard input');
  }
  if (values.length === 0) return undefined;
  const written = at === undefined ? [values] : namedTexts(at, named);
  // All of them are read before anything is computed.
  const point = numbersOf(flag, written, named);
  return { kind: 'points', point, texts: () => written.map((column) => textsOf(flag, column)) };
}

/** The numbers that are written so. @throws UsageError where one is none */
function numbersOf(
  flag: string,
  texts: readonly (readonly string[])[],
  { variables }: KnownNames,
): Float64Array[] {
  return texts.map((column, k) => {
    if (texts.length === 1) return Float64Array.from(column.flatMap((text) => numbers(flag, text)));
    return Float64Array.from(column, (text) => number(`${flag}: ${variables[k] as string}`, text));
  });
}

/** The number of each variable at the one point that is given, if there is one. @throws UsageError */
export function onePoint({ x, at }: Options, named: KnownNames): Float64Array[] | undefined {
  const [flag, text] = onlyOne({ '--x': once('--x', x), '--at': once('--at', at) }) ?? [];
  if (text === undefined) return undefined;
  if (flag === '--x') {
    requireOneVariable([text], named.variables);
    return [Float64Array.of(number(flag, text))];
  }
  const point = numbersOf('--at', namedTexts([text], named), named);
  if (point[0]?.length === 1) return point;
  throw new UsageError(`--at: one point is needed, not ${quote(text)}`);
}

/** As `placeOf`, for a command that cannot do without. @throws UsageError */
export function givenPlace(options: Options, named: KnownNames): Place {
  const place = placeOf(options, named);
  if (place === undefined) throw new UsageError(missingPlace(named));
  return place;
}

/** The message if there are no points, with an example. */
function missingPlace(named: KnownNames): string {
  const { variables } = named;
  if (variables.length === 1) {
    return '--x is missing: for example --x 0.5, or --x - for standard input';
  }
  const hint = variables.map((name) => meantBy(name, named)).find((text) => text !== '') ?? '';
  return `--at is missing: the formula has ${countOf(variables)}; for example ${exampleOf(variables)}, or --at - for standard input.${hint}`;
}

/** @throws UsageError where --x gives one number to several variables */
function requireOneVariable(values: readonly string[], variables: readonly string[]): void {
  if (values.length === 0 || variables.length === 1) return;
  if (values[0] === '-') {
    throw new UsageError(
      `--x - reads one number a line, and the formula has ${countOf(variables)}: use --at -`,
    );
  }
  const given = variables.slice(0, 1).map((name) => ({ name, text: values[0] ?? '' }));
  throw new UsageError(
    `--x gives the value of one variable, and the formula has ${countOf(variables)}: ${exampleOf(variables, given)}`,
  );
}

/** "2 variables, x and y" */
function countOf(variables: readonly string[]): string {
  return `${String(variables.length)} variables, ${listOf(variables)}`;
}

function shapeOf({ column, input }: Options, variables: readonly string[]): InputShape {
  const isSeveral = variables.length > 1;
  if (column === undefined && !isSeveral) return { kind: 'numbers' };
  if (column === undefined && input === undefined) return { kind: 'points', variables };
  const chosen = new Map<string, string>();
  for (const text of isSeveral ? (column ?? []) : [once('--column', column) ?? '']) {
    const { variable, name } = chosenColumn(text, variables);
    if (chosen.has(variable)) {
      throw new UsageError(`--column: ${variable} is given twice; it is one column`);
    }
    chosen.set(variable, name);
  }
  const wanted = variables.map((variable): WantedColumn => ({
    variable,
    column: chosen.get(variable) ?? variable,
  }));
  return { kind: 'table', wanted };
}

/** The variable and the name in a value of --column. @throws UsageError unless it has a known variable */
function chosenColumn(
  text: string,
  variables: readonly string[],
): { readonly variable: string; readonly name: string } {
  const at = text.indexOf('=');
  const variable = text.slice(0, Math.max(at, 0)).trim();
  if (variables.includes(variable)) return { variable, name: text.slice(at + 1).trim() };
  const [only, second] = variables as [string, string | undefined];
  if (second === undefined) return { variable: only, name: text };
  if (at < 0) {
    throw new UsageError(
      `--column ${quote(text)} says no variable, and the formula has ${countOf(variables)}: --column ${only}=${text}`,
    );
  }
  throw unknownVariable('--column', variable, variables);
}

/** @throws UsageError where there are other values beside it */
export function isStandardInput(flag: string, values: readonly string[] = []): boolean {
  if (!values.includes('-')) return false;
  if (values.length > 1) {
    throw new UsageError(`${flag} - reads standard input and cannot be mixed with other values`);
  }
  return true;
}
