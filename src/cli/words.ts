/** @file What commander lets pass, or takes for something else, among the words of a command line. */

import type { Command } from 'commander';
import { quote } from '../core/quote';
import { didYouMean } from '../core/suggest';
import { UsageError } from './errors';

/** Refuses words that no option takes, and options in the place of a value. */
export function checkWords(command: Command): void {
  for (const option of command.options) {
    const values: unknown = command.getOptionValue(option.attributeName());
    if (!Array.isArray(values)) continue;
    const flag: unknown = values.find((value) =>
      command.options.some(({ short, long }) => value === short || value === long),
    );
    if (typeof flag === 'string') {
      throw new UsageError(`${option.long ?? option.flags} needs a value, but ${flag} follows it`);
    }
  }
  const unexpected = command.args[command.registeredArguments.length];
  if (unexpected !== undefined) {
    const x = command.options.find(({ long }) => long === '--x');
    const several = x?.variadic === true ? ', and several x follow --x, as in --x -1 1' : '';
    throw new UsageError(
      `unexpected argument ${quote(unexpected)}; chains are joined with commas, as in square,exp${several}`,
    );
  }
}

/** -1E5 and -5. as -1e5 and -5, which commander knows from options. */
export function plainNegative(arg: string): string {
  if (!/^-\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$|^-\.\d+[eE][+-]?\d+$/.test(arg)) return arg;
  return arg.toLowerCase().replace(/\.(?=e|$)/, '');
}

/** Refuses an unknown topic of help, for which commander prints the general help. */
export function checkHelpTopic(args: readonly string[], topics: readonly string[]): void {
  const [first, topic] = args;
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return;
  if (topics.includes(topic)) return;
  throw new UsageError(`unknown command ${quote(topic)}.${didYouMean(topic, topics)}`);
}
