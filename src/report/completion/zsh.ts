/** @file The completion script for zsh. */

import {
  type ArgumentDescription,
  type CommandDescription,
  flagsOf,
  type OptionDescription,
  type ProgramDescription,
  type Values,
  placeholderOf,
  wordsOf,
} from '../program-description';
import { banner, functionPrefix, singleQuoted } from './quoting';

const FUNCTIONS = String.raw`
_PROGRAM_functions() {
  _describe -t functions function _PROGRAM_function_names "$@"
}

# Functions in a row: what stands before the last separator is kept.
_PROGRAM_chain() {
  # Inside the parentheses of a parameter there is nothing to offer.
  [[ $PREFIX == *\([^\)]# ]] && return 1
  compset -P '*[,|](\\#[[:blank:]])#'
  _PROGRAM_functions -S ''
}

# Words in a row, each of them once.
_PROGRAM_list() {
  local -a words=("$@") known
  compset -P '*,' && known=(@{(s:,:)IPREFIX##*[=\'\"]})
  words=(@{words:|known})
  local expl
  _wanted names expl name compadd -S '' -a words
}
`;

const ENDING = `
# As a file of fpath it is called at once; sourced, it says what it is for.
if [[ \${funcstack[1]-} == _NAME ]]; then
  _PROGRAM "$@"
elif (( $+functions[compdef] )); then
  compdef _PROGRAM NAME
else
  print -u2 'NAME: run compinit before this: autoload -Uz compinit && compinit'
fi
`;

/** A function for `_arguments`, which knows each option with its description. */
export function zshScript(program: ProgramDescription): string {
  const { name, version, commands, functions } = program;
  const prefix = functionPrefix(name);
  const known = functions.map((entry) => `  ${described(entry.name, entry.summary)}`);
  const listed = commands.map((entry) => `    ${described(entry.name, entry.description)}`);
  return [
    `#compdef ${name}\n${banner('zsh', name, version)}`,
    `typeset -ga ${prefix}_function_names=(\n${known.join('\n')}\n)`,
    FUNCTIONS.replaceAll('_PROGRAM', prefix).replaceAll('@{', '${'),
    `${prefix}_commands() {`,
    `  local -a commands=(\n${listed.join('\n')}\n  )`,
    '  _describe -t commands command commands',
    '}',
    '',
    `${prefix}() {`,
    '  local curcontext="$curcontext" context state state_descr line',
    '  typeset -A opt_args',
    `  _arguments -C ${program.options.flatMap((option) => optionSpecs(option, prefix)).join(' ')} \\`,
    `    '1:command:${prefix}_commands' '*::argument:->arguments' && return`,
    '  [[ $state == arguments ]] || return',
    '  case $words[1] in',
    ...commands.map((command) => commandCase(command, prefix)),
    '  esac',
    '}',
    ENDING.replaceAll('_NAME', `_${name}`).replaceAll('_PROGRAM', prefix).replaceAll('NAME', name),
  ].join('\n');
}

function commandCase({ name, options, ...command }: CommandDescription, prefix: string): string {
  const specs = [
    ...options.flatMap((option) => optionSpecs(option, prefix)),
    ...command.arguments.map((argument) => argumentSpec(argument, prefix)),
    // The further values of an option that takes several look like arguments.
    ...(options.some(({ variadic }) => variadic) ? ["'*:number:()'"] : []),
  ];
  return `    ${name})\n      _arguments ${specs.join(' \\\n        ')}\n      ;;`;
}

/** Its spellings exclude each other, unless it may be repeated; `+` and `=`: a value may be joined. */
function optionSpecs(option: OptionDescription, prefix: string): string[] {
  const { long, description, required, values, isRepeatable } = option;
  const flags = flagsOf(option);
  const ends = long === '--help' || long === '--version';
  const others = ends ? '(- *)' : isRepeatable ? '*' : `(${flags.join(' ')})`;
  const name = placeholderOf(option).replace(/[<>.]/g, '');
  const action = required ? `:${escaped(name)}:${actionOf(values, prefix)}` : '';
  const explained = `[${escaped(description)}]${action}`;
  return flags.map((flag) => {
    const joint = !required ? '' : flag.startsWith('--') ? '=' : '+';
    return singleQuoted(`${others}${flag}${joint}${explained}`);
  });
}

function argumentSpec(argument: ArgumentDescription, prefix: string): string {
  const colons = argument.required ? ':' : '::';
  return singleQuoted(`${colons}${escaped(argument.name())}:${actionOf(argument.values, prefix)}`);
}

/** What _arguments does to find what may be given; a space finds nothing, and says what is asked for. */
function actionOf(values: Values, prefix: string): string {
  switch (values.kind) {
    case 'text':
      return ' ';
    case 'file':
      return '_files';
    case 'words':
      return `(${values.words.map(escaped).join(' ')})`;
    case 'list':
      // The space before it: _arguments adds nothing to the words.
      return ` ${prefix}_list ${wordsOf(values).join(' ')}`;
    case 'function':
      return ` ${prefix}_functions`;
    case 'chain':
      return ` ${prefix}_chain`;
  }
}

/** For a description or a message in a specification of _arguments. */
function escaped(text: string): string {
  return text.replace(/[\\[\]:]/g, String.raw`\$&`);
}

/** A word and its description for _describe. */
function described(word: string, description: string): string {
  return singleQuoted(`${escaped(word)}:${description.replaceAll('\\', String.raw`\\`)}`);
}
