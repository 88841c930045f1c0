/**
 * @file The help of the program and of its commands, in an order in which the first screen is enough:
 * what it does, a few examples, the options that most people want, and then the rest under headings.
 */

import { Command, Help, type Option } from 'commander';
import { ChoiceOption } from './options/choice-option';
import type { Io } from './process/io';
import type { ExitStatus } from './process/exit-status';

/** The parts of a command's help besides its options. */
export interface HelpOrder {
  readonly description: string;
  /** Command lines, the commonest first. */
  readonly examples: readonly string[];
  /** The long flags of the options that most people want, the commonest first. */
  readonly common: string;
  /** The text below the options: paragraphs, some of which begin with a title and a colon. */
  readonly below: string;
}

/** More would push the options off the first screen. */
const FIRST_EXAMPLES = 3;

/** A command as commander knows it, and what its help says first. */
export class HelpfulCommand extends Command {
  order: HelpOrder = { description: '', examples: [], common: '', below: '' };

  override createCommand(name?: string): HelpfulCommand {
    return new HelpfulCommand(name);
  }

  override createOption(flags: string, description = ''): Option {
    return new ChoiceOption(flags, description);
  }

  override createHelp(): Help {
    return Object.assign(new OrderedHelp(), this.configureHelp());
  }
}

class OrderedHelp extends Help {
  override commandDescription(command: HelpfulCommand): string {
    const first = command.order.examples.slice(0, FIRST_EXAMPLES);
    return `${super.commandDescription(command)}\n\nExamples:\n${exampleLines(first)}`;
  }

  /** Common ones first, in their order, and help itself after them; then the others as declared. */
  override visibleOptions(command: HelpfulCommand): Option[] {
    const flags = [...command.order.common.split(' '), '--help'];
    const options = super.visibleOptions(command);
    return [
      ...flags.flatMap((flag) => options.filter(({ long }) => long === flag)),
      ...options.filter(({ long }) => !flags.includes(long as string)),
    ];
  }

  /** Groups come in the order of their visible options; commander's own order is that of the declarations. */
  override groupItems<T extends Command | Option>(
    _declared: T[],
    visible: T[],
    groupOf: (item: T) => string,
  ): Map<string, T[]> {
    return super.groupItems([], visible, groupOf);
  }

  override formatHelp(command: HelpfulCommand, helper: Help): string {
    const more = command.order.examples.slice(FIRST_EXAMPLES);
    const help = super.formatHelp(command, helper);
    return more.length === 0 ? help : `${help}\nMore examples:\n${exampleLines(more)}\n`;
  }
}

export function exampleLines(examples: readonly string[]): string {
  return examples.map((example) => `  $ ${example}`).join('\n');
}

/** Sets the description, puts the common options where help has those without a heading, and the text below. */
export function order(command: HelpfulCommand, help: HelpOrder): void {
  const { description, common, below } = help;
  for (const flag of common.split(' ')) {
    command.options.find(({ long }) => long === flag)?.helpGroup('Options:');
  }
  command.order = help;
  command.description(description);
  command.addHelpText('after', `\n${below}\n`);
}

/** One command: its flags and help, and what it does once they are read. */
export interface CommandModule extends HelpOrder {
  readonly describe: (command: Command) => void;
  readonly run: (command: Command, io: Io) => ExitStatus | Promise<ExitStatus>;
}

/** As package.json says, which lies two folders above this one. */
export function version(): string {
  // Loaded here because few runs ask for it; the packed program has it inside.
  const { version: text } = require('../../package.json') as { version: string };
  return text;
}
