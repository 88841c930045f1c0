/** @file The completion script for bash. It is for 3.2 and newer, and needs no package. */

import {
  type CommandDescription,
  flagsOf,
  type ProgramDescription,
  type Values,
  wordsOf,
} from '../program-description';
import { banner, functionPrefix, singleQuoted } from './quoting';

/** `_PROGRAM` stands for the prefix of the names, and `@{` in this string for what would end it here. */
const BASH_FUNCTIONS = String.raw`
# Adds to COMPREPLY what begins with the word at the cursor, without the part that readline keeps.
_PROGRAM_offer() {
  case $1 in
    "$cur"*) COMPREPLY+=("@{1:kept}") ;;
  esac
}

# Offers the items that may be next in a list; $1 has the separators, $2 whether each may come once.
_PROGRAM_offer_items() {
  local items=$value choice
  local last=@{items##*[$1]}
  while [[ $last == [[:space:]]* ]]; do last=@{last#?}; done
  local first=@{items:0:@{#items}-@{#last}}
  # Inside the parentheses of a parameter there is nothing to offer.
  [[ @{items##*\(} == "$items" || @{items##*\(} == *\)* ]] || return 0
  for choice in $choices; do
    if [[ $2 != once || ",$first" != *",$choice,"* ]]; then _PROGRAM_offer "$head$first$choice"; fi
  done
  # The list may go on, so no space is put behind it. Bash 3.2 puts one.
  compopt -o nospace 2>/dev/null || :
}

_PROGRAM_offer_values() {
  local choice
  case $value in
    [\'\"]*) head=$head@{value:0:1} value=@{value:1} ;;
  esac
  case $kind in
    words) for choice in $choices; do _PROGRAM_offer "$head$choice"; done ;;
    list) _PROGRAM_offer_items , once ;;
    chain) _PROGRAM_offer_items ',|' any ;;
    file)
      # Readline's own completion of files, which knows quotes and folders.
      if ! compopt -o default 2>/dev/null; then
        local IFS=$'\n'
        COMPREPLY=($(compgen -f -- "$value"))
      fi
      ;;
  esac
}

_PROGRAM_offer_options() {
  local option flag
  for option in $options; do
    if [[ $option == *+ ]]; then
      option=@{option%+}
    elif [[ "$given " == *" @{option%,*} "* || "$given " == *" @{option#*,} "* ]]; then
      continue
    fi
    for flag in @{option/,/ }; do _PROGRAM_offer "$flag"; done
  done
}

_PROGRAM() {
  local IFS=$' \t\n'
  local i word typed line=('') count=0 is_break was_break=
  COMPREPLY=()

  # The words up to the cursor. Bash cuts words at = and others of COMP_WORDBREAKS: they are put
  # together again. "typed" is what readline takes for the word, and replaces.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=@{COMP_WORDS[i]-}
    is_break=1
    if [[ -z $word || $word == *[!=,]* ]]; then is_break=; fi
    if ((i == COMP_CWORD)); then
      typed=@{2-$word}
      if [[ -n $is_break ]]; then typed=; fi
      if [[ $# -lt 2 && $typed == [\'\"]* ]]; then typed=@{typed:1}; fi
      if [[ -z $is_break && $word == *"$typed"* ]]; then word=@{word%%"$typed"*}$typed; fi
    fi
    if [[ $count -gt 0 && ( -n $is_break || -n $was_break ) ]]; then
      line[count]=@{line[count]}$word
    else
      count=$((count + 1))
      line[count]=$word
    fi
    was_break=$is_break
  done
  local cur=@{line[count]}
  local kept=$((@{#cur} - @{#typed}))

  # What the words before it are: a command, its arguments, options and their values.
  local command= arguments=0 options= given= option= ends= kind= choices=
  for ((i = 1; i < count; i++)); do
    word=@{line[i]}
    if [[ -n $option ]]; then
      option=
    elif [[ -z $ends && $word == -- ]]; then
      ends=1
    elif [[ -z $ends && $word == -?* ]]; then
      option=@{word%%=*}
      if [[ $word == -[!-]?* ]]; then option=@{word:0:2}; fi
      given="$given $option"
      _PROGRAM_values "$command $option"
      if [[ -z $kind || $word != "$option" ]]; then option=; fi
    elif [[ -z $command ]]; then
      command=$word
    else
      arguments=$((arguments + 1))
    fi
  done
  _PROGRAM_options "$command"

  # What the word at the cursor may become.
  local head= value=$cur
  if [[ -n $option ]]; then
    _PROGRAM_values "$command $option"
    _PROGRAM_offer_values
  elif [[ -z $ends && $cur == --*=* ]]; then
    option=@{cur%%=*} head=$option= value=@{cur#*=}
    _PROGRAM_values "$command $option"
    _PROGRAM_offer_values
  elif [[ -z $ends && $cur == -[!-]?* ]]; then
    head=@{cur:0:2} value=@{cur:2}
    _PROGRAM_values "$command $head"
    _PROGRAM_offer_values
  elif [[ -z $ends && $cur == -* ]]; then
    _PROGRAM_offer_options
  else
    _PROGRAM_values "$command $((arguments + 1))"
    if [[ -n $kind ]]; then _PROGRAM_offer_values; else _PROGRAM_offer_options; fi
  fi
}
`
  .trimEnd()
  .replaceAll('@{', '${');

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
    (option) => `${flagsOf(option).join()}${option.isRepeatable ? '+' : ''}`,
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
      if (!option.required) continue;
      const names = flagsOf(option).map((flag) => `${command.name} ${flag}`);
      add(assignmentsOf(option.values, functions), names);
    }
    command.arguments.forEach(({ values }, index) => {
      add(assignmentsOf(values, functions), [`${command.name} ${String(index + 1)}`]);
    });
  }
  return [...placesOf].map(
    ([assignments, places]) => `    ${places.map(singleQuoted).join(' | ')}) ${assignments} ;;`,
  );
}

function assignmentsOf(values: Values, functions: string): string {
  const isOfFunctions = values.kind === 'function' || values.kind === 'chain';
  const words = isOfFunctions ? functions : wordsOf(values).join(' ');
  const kind = values.kind === 'function' ? 'words' : values.kind;
  return `kind=${kind} choices=${singleQuoted(words)}`;
}
