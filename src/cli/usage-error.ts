/** @file What commander says of a command line, in our words: what is wrong, and what to type. */

import { listed } from '../core/text/lists';
import { Command, type CommanderError } from 'commander';
import { SHELLS } from '../report/completion/shells';
import { COMMAND_NAMES, type CommandName, commandOf } from './commands';
import { UsageError } from './errors';

const LONGEST_MESSAGE = 300;
const LONGEST_VALUE = 20;

/** Commander's sentence in our form; it quotes the command line as it is, so it may be long. */
export function usageErrorOf(
  { message }: CommanderError,
  args: readonly string[],
  command: CommandName | undefined,
): UsageError {
  const [, flag] = /unknown option '(--?[\w-]+)'/.exec(message) ?? [];
  const told =
    (flag === undefined
      ? undefined
      : (valueOfVariable(flag, args) ?? optionOfOthers(flag, command))) ?? missingValue(message);
  if (told !== undefined) return new UsageError(told);
  const sentence = message
    .replace(/^error: /, '')
    .replace(/\n\((Did you mean [^\n]*\?)\)$/, '. $1')
    .slice(0, LONGEST_MESSAGE);
  return new UsageError(sentence);
}

/** What `--y 2` is told, where y stands in another word, as a variable does in a formula. */
function valueOfVariable(flag: string, args: readonly string[]): string | undefined {
  const [, name] = /^--([A-Za-z_]\w*)$/.exec(flag) ?? [];
  if (name === undefined) return undefined;
  const isVariable = new RegExp(`(?<!-)\\b${name}\\b(?!=)`);
  if (!args.some((word) => !word.startsWith('--') && isVariable.test(word))) return undefined;
  const value = args[args.indexOf(flag) + 1] ?? '2';
  const others = name === 'x' ? '' : 'x=1,';
  return `unknown option ${flag}: a variable gets its value by --at, as in --at ${others}${name}=${value.slice(0, LONGEST_VALUE)}`;
}

/** Options by which a figure is written to a file. */
const TO_FILE = ['--output', '-o'];

/** What is told of an option that other commands have: one that only looks like it would mislead. */
function optionOfOthers(flag: string, command: CommandName | undefined): string | undefined {
  const others = COMMAND_NAMES.filter((name) => name !== command && hasOption(name, flag));
  if (others.length === 0) return undefined;
  const here = command === undefined ? '' : ` of ${command}`;
  const end = TO_FILE.includes(flag) ? '; > FILE writes what is printed to a file' : '';
  const have = others.length === 1 ? 'has' : 'have';
  return `unknown option '${flag}'${here}, which ${listed(others, 'and')} ${have}${end}`;
}

function hasOption(name: CommandName, flag: string): boolean {
  const command = new Command(name);
  commandOf(name).describe(command);
  return command.options.some(({ short, long }) => flag === short || flag === long);
}

/** What is told where something has to follow. */
function missingValue(message: string): string | undefined {
  const [, flag, value] =
    /option '(?:-\w, )?(--[\w-]+) ([^']*)' argument missing/.exec(message) ?? [];
  if (flag !== undefined) return `${flag} needs a value: ${flag} ${value as string}`;
  if (!message.includes("missing required argument 'shell'")) return undefined;
  return `which shell? ${SHELLS.map((shell) => `completion ${shell}`).join(', ')}`;
}
