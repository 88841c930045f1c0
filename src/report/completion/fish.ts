/** @file The completion script for fish. */

import type {
  CommandDescription,
  OptionDescription,
  ProgramDescription,
  Values,
} from '../program-description';
import { banner, functionPrefix } from './quoting';

const FUNCTIONS = String.raw`
# The words before the one at the cursor, those of the program and of options left out.
function _PROGRAM_words
    set -l line (string join ' ' -- (commandline -pc))
    string match -q --regex '(?:^|[\s/])NAME\s+(?<rest>.*\s|)\S*$' -- "$line"
    string match --all --regex '(?<=\s|^)[^-\s]\S*' -- "$rest"
end

# Whether the command is this one; without one, whether there is none yet.
function _PROGRAM_command
    set -l words (_PROGRAM_words)
    test "$words[1]" = "$argv[1]"
end

# The value at the cursor, without its option, the quote that opens it and backslashes.
function _PROGRAM_value
    string replace --regex '^(?:--[a-z-]+=|-[a-z])?["\']?' '' -- (commandline -ct) | string replace --all '\\' ''
end

# Functions in a row: what stands before the last separator is kept.
function _PROGRAM_chain
    set -l value (_PROGRAM_value)
    # Inside the parentheses of a parameter there is nothing to offer.
    string match -q --regex '\([^)]*$' -- "$value"; and return
    set -l kept (string match --regex '^.*[,|]\s*' -- "$value")
    printf '%s\n' "$kept"$_PROGRAM_functions
end

# Words in a row, each of them once.
function _PROGRAM_list
    set -l kept (string match --regex '^.*,' -- (_PROGRAM_value))
    set -l known (string split , -- $kept)
    for word in $argv
        contains -- $word $known; or echo "$kept$word"
    end
end
`;

/** A line for every option of every command, with the condition that this is the command. */
export function fishScript(program: ProgramDescription): string {
  const { name, version, options, commands, functions } = program;
  const prefix = functionPrefix(name);
  const known = functions.map((entry) => `    ${quoted(`${entry.name}\t${entry.summary}`)}`);
  const when = (command: string): string => `complete -c ${name} -n '${prefix}_command ${command}'`;
  const listed = commands.map(
    (command) => `${when('""')} -a ${command.name} -d ${quoted(command.description)}`,
  );
  const linesOf = (command: CommandDescription): string[] => [
    ...command.options.map((option) => `${when(command.name)} ${optionWords(option, prefix)}`),
    ...command.arguments.map(
      ({ values }) => `${when(command.name)} -a ${quoted(proposals(values, prefix))}`,
    ),
  ];
  return [
    banner('fish', name, version),
    `set -g ${prefix}_functions \\\n${known.join(' \\\n')}`,
    FUNCTIONS.replaceAll('_PROGRAM', prefix).replaceAll('NAME', name),
    `complete -c ${name} -f`,
    ...listed,
    ...options.map((option) => `${when('""')} ${optionWords(option, prefix)}`),
    ...commands.flatMap(linesOf),
    '',
  ].join('\n');
}

function optionWords(
  { short, long, description, required, values }: OptionDescription,
  prefix: string,
): string {
  const shortWords = short === undefined ? '' : `-s ${short.slice(1)} `;
  return `${shortWords}-l ${long.slice(2)} -d ${quoted(description)}${required ? valueWords(values, prefix) : ''}`;
}

/** -r: it takes a value, -x: and no file, -F: and files. */
function valueWords(values: Values, prefix: string): string {
  if (values.kind === 'file') return ' -r -F';
  const text = proposals(values, prefix);
  return text === '' ? ' -x' : ` -x -a ${quoted(text)}`;
}

/** What fish proposes: words, or a command in parentheses that prints them. */
function proposals(values: Values, prefix: string): string {
  switch (values.kind) {
    case 'text':
    case 'file':
      return '';
    case 'words':
      return values.words.join(' ');
    case 'list':
      return `(${prefix}_list ${values.words.join(' ')})`;
    case 'function':
      return `$${prefix}_functions`;
    case 'chain':
      return `(${prefix}_chain)`;
  }
}

/** One word of fish, where only the backslash and the quote mean something between quotes. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
}
