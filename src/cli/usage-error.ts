/**
 * @file Errors of commander in our words: what is wrong, and what to type. Its errors have a text only, so flags are
 * taken from that; the tests notice if a new version words it otherwise.
 */

import { listed } from '../core/text/lists';
import { unmarked } from './options/words';
import type { CommanderError } from 'commander';
import { SHELLS } from '../report/completion/shells';
import { COMMAND_NAMES, type CommandName, optionsOf } from './commands';
import { UsageError } from './errors';
import { isCalled } from './options/choice-option';

/** Messages quote the command line, which may be of any length. */
const LONGEST_MESSAGE = 300;
const LONGEST_VALUE = 20;

export function usageErrorOf(
  { message }: CommanderError,
  args: readonly string[],
  command: CommandName | undefined,
): UsageError {
  const [, flag] = /unknown option '(--?[\w-]+)'/.exec(message) ?? [];
  const told =
    flag === undefined
      ? missingValue(message)
      : (valueOfVariable(flag, args) ?? optionOfOthers(flag, command));
  const sentence = unmarked(message)
    .replace(/^error: /, '')
    .replace(/\n\((Did you mean [^\n]*\?)\)$/, '. $1')
    .slice(0, LONGEST_MESSAGE);
  return new UsageError(told ?? sentence);
}

/** The answer to `--y 2`, if y is in another word, as a variable is in a formula. */
function valueOfVariable(flag: string, args: readonly string[]): string | undefined {
  const [, name] = /^--([A-Za-z_]\w*)$/.exec(flag) ?? [];
  if (name === undefined) return undefined;
  const isThere = (variable: string): boolean => {
    const written = new RegExp(`(?<!-)\\b${variable}\\b(?!=)`);
    return args.some((word) => !word.startsWith('--') && written.test(word));
  };
  if (!isThere(name)) return undefined;
  if (args[0] === 'plot') {
    return `unknown option ${flag}: plot goes along a variable, from --from to --to, and others get their values by --at`;
  }
  const value = args[args.indexOf(flag) + 1] ?? '2';
  const others = name !== 'x' && isThere('x') ? 'x=1,' : '';
  return `unknown option ${flag}: a variable gets its value by --at, as in --at ${others}${name}=${value.slice(0, LONGEST_VALUE)}`;
}

/** Options by which a figure is written to a file. */
const TO_FILE = ['--output', '-o'];

/** The answer to an option of other commands; one that only looks similar would mislead. */
function optionOfOthers(flag: string, command: CommandName | undefined): string | undefined {
  const others = COMMAND_NAMES.filter(
    (name) => name !== command && optionsOf(name).some((option) => isCalled(option, flag)),
  );
  if (others.length === 0) return undefined;
  const here = command === undefined ? '' : ` of ${command}`;
  const end = TO_FILE.includes(flag) ? '; > FILE writes what is printed to a file' : '';
  const have = others.length === 1 ? 'has' : 'have';
  return `unknown option '${flag}'${here}, which ${listed(others, 'and')} ${have}${end}`;
}

/** The message if a value or an argument is missing. */
function missingValue(message: string): string | undefined {
  const [, flag, value] =
    /option '(?:-\w, )?(--[\w-]+) ([^']*)' argument missing/.exec(message) ?? [];
  if (flag !== undefined) return `${flag} needs a value: ${flag} ${value as string}`;
  if (!message.includes("missing required argument 'shell'")) return undefined;
  return `which shell? ${SHELLS.map((shell) => `completion ${shell}`).join(', ')}`;
}
