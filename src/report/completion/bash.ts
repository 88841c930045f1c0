/** @file The completion script for bash. It is for 3.2 and newer, and needs no package. */

import {
  type CommandDescription,
  type OptionDescription,
  type ProgramDescription,
  type Values,
  wordsOf,
} from '../program-description';
import { BASH_FUNCTIONS } from './bash-functions';
import { banner, functionPrefix, singleQuoted } from './quoting';

/** The tables of the program, and the functions that read them. */
export function bashScript(program: ProgramDescription): string {
  const { name, version, commands, functions } = program;
  const prefix = functionPrefix(name);
  const top = { ...program, name: '', arguments: [] };
  const commandNames = commands.map((command) => command.name);
  return [
    banner('bash', name, version),
    '# What a command takes: its options, as short,long, with + where one may be repeated.',
    `${prefix}_options() {`,
    '  case $1 in',
    ...[top, ...commands].map(optionsCase),
    '    *) options= ;;',
    '  esac',
    '}',
    '',
    '# What stands for an option, or an argument by its number, of a command: "diff --chain".',
    `${prefix}_values() {`,
    '  case $1 in',
    `    ' 1') kind=words choices=${singleQuoted(commandNames.join(' '))} ;;`,
    ...valuesCases(commands, functions.map((known) => known.name).join(' ')),
    '    *) kind= choices= ;;',
    '  esac',
    '}',
    BASH_FUNCTIONS.replaceAll('_PROGRAM', prefix),
    `complete -F ${prefix} ${name}`,
    '',
  ].join('\n');
}

function optionsCase({ name, options }: CommandDescription): string {
  const words = options.map(
    ({ short, long, isRepeatable }) =>
      `${short === undefined ? '' : `${short},`}${long}${isRepeatable ? '+' : ''}`,
  );
  return `    ${singleQuoted(name)}) options=${singleQuoted(words.join(' '))} ;;`;
}

/** A line for everything that takes the same: many commands share their options. */
function valuesCases(commands: readonly CommandDescription[], functions: string): string[] {
  const placesOf = new Map<string, string[]>();
  const add = (assignments: string, places: readonly string[]): void => {
    placesOf.set(assignments, [...(placesOf.get(assignments) ?? []), ...places]);
  };
  for (const command of commands) {
    for (const option of command.options) {
      if (option.value === undefined) continue;
      const names = flagsOf(option).map((flag) => `${command.name} ${flag}`);
      add(assignmentsOf(option.value.values, functions), names);
    }
    command.arguments.forEach(({ values }, index) => {
      add(assignmentsOf(values, functions), [`${command.name} ${String(index + 1)}`]);
    });
  }
  return [...placesOf].map(
    ([assignments, places]) => `    ${places.map(singleQuoted).join(' | ')}) ${assignments} ;;`,
  );
}

function flagsOf({ short, long }: OptionDescription): string[] {
  return short === undefined ? [long] : [short, long];
}

function assignmentsOf(values: Values, functions: string): string {
  const isOfFunctions = values.kind === 'function' || values.kind === 'chain';
  const words = isOfFunctions ? functions : wordsOf(values).join(' ');
  const kind = values.kind === 'function' ? 'words' : values.kind;
  return `kind=${kind} choices=${singleQuoted(words)}`;
}
