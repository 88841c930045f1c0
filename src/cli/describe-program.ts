/** @file The commander program as plain data, with everything that its help says. */

import type { Argument, Command, Option } from 'commander';
import { catalogue } from '../functions/catalogue';
import {
  type ArgumentDescription,
  type CommandDescription,
  type FunctionName,
  type OptionDescription,
  type ProgramDescription,
  type Section,
  TEXT,
  type Values,
} from '../report/program-description';
import { exampleLines, type HelpfulCommand, version } from './help';
import { ChoiceArgument, ChoiceOption, hasTrait } from './options/choice-option';

/** @param program with all of its commands */
export function describeProgram(program: HelpfulCommand): ProgramDescription {
  const help = program.createHelp();
  const commands = help.visibleCommands(program) as HelpfulCommand[];
  const names: Values = { kind: 'words', words: program.commands.map((command) => command.name()) };
  return {
    name: program.name(),
    version: version(),
    description: program.description(),
    options: optionsOf(program),
    sections: sectionsOf(program),
    functions: functionNames(),
    // The command help is commander's own, which knows no choices.
    commands: commands.map((command) =>
      command.name() === 'help' ? describeCommand(command, names) : describeCommand(command),
    ),
  };
}

/** @param argumentValues the values of arguments that declare none */
function describeCommand(command: HelpfulCommand, argumentValues = TEXT): CommandDescription {
  return {
    name: command.name(),
    description: command.description(),
    options: optionsOf(command),
    arguments: command.registeredArguments.map((argument) =>
      describeArgument(argument, argumentValues),
    ),
    sections: sectionsOf(command),
  };
}

function optionsOf(command: Command): OptionDescription[] {
  return command.createHelp().visibleOptions(command).map(describeOption);
}

function describeOption(option: Option): OptionDescription {
  const { short, description, variadic: isVariadic } = option;
  const isChoice = option instanceof ChoiceOption;
  const [placeholder] = /[<[].*$/.exec(option.flags) ?? [];
  return {
    long: option.long as string,
    ...(short !== undefined && { short }),
    description,
    ...(placeholder !== undefined && {
      value: { placeholder, values: isChoice ? option.values : TEXT, isVariadic },
    }),
    isRepeatable: isVariadic || hasTrait(option, 'repeatable'),
  };
}

function describeArgument(argument: Argument, values: Values): ArgumentDescription {
  return {
    name: argument.name(),
    description: argument.description,
    isRequired: argument.required,
    values: argument instanceof ChoiceArgument ? argument.values : values,
  };
}

function functionNames(): FunctionName[] {
  return catalogue.names.map((name) => {
    const { definition } = catalogue.entry(name);
    const isAlias = definition.name !== name && definition.aliases?.includes(name) === true;
    return {
      name,
      summary: isAlias ? `${definition.name}: ${definition.summary}` : definition.summary,
    };
  });
}

/** The examples of a command, and the paragraphs of its help below the options. */
function sectionsOf({ order: { examples, below } }: HelpfulCommand): Section[] {
  if (below === '') return [];
  return [`Examples:\n${exampleLines(examples)}`, ...below.split('\n\n')].map((paragraph) => {
    const [start = '', title = ''] = /^([A-Z][a-z]+(?: [a-z]+)?):\s/.exec(paragraph) ?? [];
    return { title, lines: paragraph.slice(start.length).split('\n') };
  });
}
