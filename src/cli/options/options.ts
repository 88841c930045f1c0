/** @file Options as commands share them, and the reading of their values. */

import { type Command, Option } from 'commander';
import { retelling } from '../../core/text/errors';
import { firstRepeated } from '../../core/text/lists';
import { parseNumber, readNumber } from '../../core/text/parse-number';
import { quote } from '../../core/text/quote';
import { didYouMean } from '../../core/text/suggest';
import { FORMAT_NAMES, type FormatName } from '../../report/formats/formats';
import { TEXT, type Values } from '../../report/program-description';
import { ChoiceOption, hasTrait, type Trait } from './choice-option';
import { COLOR_CHOICES, type ColorChoice } from '../process/io';
import { UsageError } from '../errors';
import type { Given, Options } from './given';
import { unmarked } from './words';
import { readNumbers, readOneNumber } from '../../functions/read/read-numbers';

/** What help says of an option, the words or files that a shell completes its value to, if it can, and its traits. */
type Declared = string | readonly [text: string, values: readonly string[] | Values, ...Trait[]];

/**
 * Declares options by their flags. The values of each are collected, so that a second one is noticed.
 *
 * @param shared traits that all of them have
 */
export function addOptions(
  command: Command,
  all: Readonly<Record<string, Declared>>,
  ...shared: readonly Trait[]
): void {
  for (const [flags, declared] of Object.entries(all)) {
    const [text, values, ...traits] =
      typeof declared === 'string' ? ([declared, TEXT] as const) : declared;
    const known = 'kind' in values ? values : ({ kind: 'words', words: values } as const);
    const option = new ChoiceOption(flags, text, known, [...shared, ...traits]);
    command.addOption(flags.includes('<') ? option.argParser(collect) : option);
  }
}

function collect(value: string, previous: string[] | undefined): string[] {
  const values = previous ?? [];
  values.push(unmarked(value));
  return values;
}

/** The value of an option that may be given once. */
export function once(flag: string, given: Given): string | undefined {
  if (given !== undefined && given.length > 1) {
    throw new UsageError(`${flag} was given ${String(given.length)} times; give it only once`);
  }
  return given?.[0];
}

/**
 * Refuses options that do not go with others.
 *
 * @param flags as they are typed, in the order in which they are looked at
 * @param why of the first of them that is given
 * @throws UsageError
 */
export function refuseGiven(
  options: object,
  flags: readonly string[],
  why: (flag: string) => string,
): void {
  const given: Readonly<Record<string, unknown>> = { ...options };
  const found = flags.find((flag) => {
    const option = new Option(flag);
    const value = given[option.attributeName()];
    return option.negate ? value === false : value !== undefined;
  });
  if (found !== undefined) throw new UsageError(why(found));
}

/** Refuses all options of a command without one of the traits, so that a new one does not go unnoticed. @throws UsageError */
export function refuseAllWithout(
  traits: readonly Trait[],
  command: Command,
  why: (flag: string) => string,
): void {
  const others = command.options.filter(
    (option) => !traits.some((trait) => hasTrait(option, trait)),
  );
  refuseGiven(
    command.opts(),
    others.map(({ long }) => long as string),
    why,
  );
}

/** A choice from a list; the error names the flag and all choices. */
export function choice<T extends string>(
  flag: string,
  given: Given,
  choices: readonly T[],
): T | undefined {
  const text = once(flag, given);
  return text === undefined ? undefined : choose(flag, text, choices);
}

function choose<T extends string>(flag: string, text: string, choices: readonly T[]): T {
  const found = choices.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(
    `${flag}: ${quote(text)} is none of ${choices.join(', ')}.${didYouMean(text, choices)}`,
  );
}

/** Several choices, separated by commas. */
export function choices<T extends string>(
  flag: string,
  given: Given,
  all: readonly T[],
): readonly T[] | undefined {
  const text = once(flag, given);
  if (text === undefined) return undefined;
  const chosen = text.split(',').map((name) => choose(flag, name.trim(), all));
  const repeated = firstRepeated(chosen);
  if (repeated !== undefined) throw new UsageError(`${flag}: ${repeated} is named twice`);
  return chosen;
}

/** Reads the value of an option; the error names the flag. */
function reading<T>(flag: string, read: () => T): T {
  return retelling(read, ({ message }) => new UsageError(`${flag}: ${message}`));
}

/** A number, which may be a formula of constants, `pi/6`; the error names the flag. */
export function number(flag: string, text: string): number {
  const value = readNumber(text);
  if (Number.isFinite(value)) return value;
  return reading(flag, () => readOneNumber(text));
}

/** The number of an option that may be given once. */
export function oneNumber(flag: string, given: Given): number | undefined {
  const text = once(flag, given);
  return text === undefined ? undefined : number(flag, text);
}

/** Numbers: one, or a range, `0:1:0.1`; the error names the flag. */
export function numbers(flag: string, text: string): number[] {
  const value = readNumber(text);
  if (Number.isFinite(value)) return [value];
  return reading(flag, () => readNumbers(text));
}

export function wholeNumber(
  flag: string,
  given: Given,
  least: number,
  most: number,
): number | undefined {
  const text = once(flag, given);
  if (text === undefined) return undefined;
  const value = reading(flag, () => parseNumber(text));
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(
    `${flag}: a whole number from ${String(least)} to ${String(most)} is needed, not ${quote(text)}`,
  );
}

/** @throws UsageError */
export function toleranceOf({ tolerance: given }: Options): number | undefined {
  const tolerance = oneNumber('--tolerance', given);
  if (tolerance === undefined || (tolerance > 0 && tolerance < 1)) return tolerance;
  throw new UsageError(
    `--tolerance must lie between 0 and 1, such as 1e-6, not ${given?.[0] as string}`,
  );
}

/** A double has no more significant digits. */
const MOST_DIGITS = 17;

/** Significant digits of figures for people; Infinity for all of them. */
export function precisionOf(given: Given): number | undefined {
  if (given?.length === 1 && given[0] === 'all') return Infinity;
  return wholeNumber('--precision', given, 1, MOST_DIGITS);
}

export function addFormatOptions(command: Command, defaultFormat: string): void {
  const options = {
    '-f, --format <format>': [
      `print as ${FORMAT_NAMES.join(', ')} (default: ${defaultFormat})`,
      FORMAT_NAMES,
    ],
    '--json': 'short for --format json',
    '--no-header': 'leave out the line with the names of the columns',
  } as const;
  addOptions(command, options, 'goes with --program', 'goes with --all');
  addColorOption(command, 'tables');
}

/** How records are printed: in the usual format unless the options ask for one. */
export interface RecordStyle {
  readonly format: FormatName | undefined;
  readonly header: boolean;
  /** Significant digits of numbers; all by default. */
  readonly precision?: number | undefined;
}

/** @throws UsageError where --json and --format contradict each other */
export function styleOf({ format, json, header = true }: Options): RecordStyle {
  const chosen = choice('--format', format, FORMAT_NAMES);
  if (json !== true) return { format: chosen, header };
  if (chosen !== undefined && chosen !== 'json') {
    throw new UsageError(`--json and --format ${chosen} contradict each other; give one of them`);
  }
  return { format: 'json', header };
}

/** @param where the coloured output: "tables" */
export function addColorOption(command: Command, where: string): void {
  addOptions(command, {
    '--color <when>': [
      `colour in ${where}: auto, always or never (default: auto)`,
      COLOR_CHOICES,
      'goes with --program',
      'goes with --all',
    ],
  });
}

export function colorOf({ color }: Options): ColorChoice {
  return choice('--color', color, COLOR_CHOICES) ?? 'auto';
}

/** More would gain nothing: one thread reads. */
const MOST_JOBS = 256;

export function addJobsOption(command: Command): void {
  addOptions(command, {
    '-j, --jobs <threads>': 'the most threads for many points (default: one for each core)',
  });
}

/** @throws UsageError */
export function jobsOf({ jobs }: Options): number | undefined {
  return wholeNumber('--jobs', jobs, 1, MOST_JOBS);
}
