/** @file Words of a command line that commander accepts, or misunderstands, and that we do not. */

import type { Command } from 'commander';
import { readNumber } from '../../core/text/parse-number';
import { quote } from '../../core/text/quote';
import { didYouMean } from '../../core/text/suggest';
import { constantWritten } from '../../functions/read/formula/constants';
import { UsageError } from '../errors';

/** Refuses words that no option takes, and options in the place of a value. */
export function checkWords(command: Command): void {
  for (const option of command.options) {
    const values: unknown = command.getOptionValue(option.attributeName());
    if (!Array.isArray(values)) continue;
    const flag: unknown = values.find((value) =>
      command.options.some(({ short, long }) => value === short || value === long),
    );
    if (typeof flag === 'string') {
      throw new UsageError(`${option.long as string} needs a value, but ${flag} follows it`);
    }
  }
  const unexpected = command.args[command.registeredArguments.length];
  if (unexpected !== undefined) {
    const isPoint = command.getOptionValue('at') !== undefined && /^[A-Za-z_]\w*=/.test(unexpected);
    if (isPoint) {
      const other = quote(unmarked(unexpected));
      throw new UsageError(`unexpected argument ${other}: a further point has an --at of its own`);
    }
    const x = command.options.find(({ long }) => long === '--x');
    const takesFormula = command.options.some(({ long }) => long === '--chain');
    const formula = takesFormula
      ? '; a formula with blanks stands in quotes, chains are joined with commas, as in square,exp'
      : '';
    const several = x?.variadic === true ? ', and several x follow --x, as in --x -1 1' : '';
    throw new UsageError(`unexpected argument ${quote(unmarked(unexpected))}${formula}${several}`);
  }
}

/** -1E5 and -5. as -1e5 and -5, which commander knows from options. */
export function plainNegative(arg: string): string {
  if (!/^-\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$|^-\.\d+[eE][+-]?\d+$/.test(arg)) return arg;
  return arg.toLowerCase().replace(/\.(?=e|$)/, '');
}

/**
 * Put before a word that begins with a minus and is no option, so that commander takes it for a value. No word of
 * a command line can contain this character.
 */
const MARK = '\0';

/** A word as it was given, or a message with such words. */
export function unmarked(text: string): string {
  return text.replaceAll(MARK, '');
}

/** Marks a word that begins with a minus and is a formula, `-x^2`, or a number, `-pi`. */
export function markedFormula(word: string, command: Command): string {
  return isFormula(word, command) ? MARK + word : word;
}

/** Signs that show a formula: no short option with its value has one of them, except for the name of a file. */
const FORMULA_SIGN = /[()*^/+|?<>\u00b2\u00b3\u221a]/;
/** The parameters of a function in a chain. */
const PARAMETERS = /\([-+\d.,eE\s]*\)/g;

/** What other programs print instead of a number; it looks like an option. */
const NOT_FINITE = /^-(?:nan|inf(?:inity)?|\u221e)$/i;

function isFormula(word: string, command: Command): boolean {
  if (!/^-[^-]/.test(word) || Number.isFinite(readNumber(word))) return false;
  if (constantWritten(word.slice(1)) !== undefined || NOT_FINITE.test(word)) return true;
  if (/^-[A-Za-z]+$/.test(word)) return false; // an option, or one that is misspelt
  const option = command.options.find(({ short }) => short !== undefined && word.startsWith(short));
  if (option === undefined) return true;
  const value = word.slice(2);
  if (value.startsWith('=') || option.short === '-o') return false;
  if (option.short === '-x') return value !== '-' && !/^-?[\d.]/.test(value);
  return FORMULA_SIGN.test(value.replace(PARAMETERS, ''));
}

/** Refuses an unknown topic of help, for which commander prints the general help. */
export function checkHelpTopic(args: readonly string[], topics: readonly string[]): void {
  const [first, topic] = args;
  if (first !== 'help' || topic === undefined || topics.includes(topic)) return;
  if (/^(?:-h|--help|-V|--version)$/.test(topic)) return;
  throw new UsageError(`unknown command ${quote(topic)}.${didYouMean(topic, topics)}`);
}
