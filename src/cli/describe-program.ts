/** @file The commander program as completion and the manual read it, with everything that its help says. */

import { catalogue } from '../functions/catalogue';
import type {
  CommandDescription,
  FunctionName,
  ProgramDescription,
  Section,
} from '../report/program-description';
import { exampleLines, type HelpfulCommand, version } from './help';
import type { ChoiceArgument, ChoiceOption } from './options/choice-option';

/** @param program with all of its commands */
export function describeProgram(program: HelpfulCommand): ProgramDescription {
  const commands = program.createHelp().visibleCommands(program) as HelpfulCommand[];
  return {
    ...describeCommand(program),
    version: version(),
    functions: functionNames(),
    commands: commands.map(describeCommand),
  };
}

function describeCommand(command: HelpfulCommand): CommandDescription {
  return {
    name: command.name(),
    description: command.description(),
    options: command.createHelp().visibleOptions(command) as ChoiceOption[],
    arguments: command.registeredArguments as ChoiceArgument[],
    sections: sectionsOf(command),
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
