/** @file The program as commander knows it: its commands, their options and their help. */

import type { Command } from 'commander';
import { type CommandModule, HelpfulCommand, type HelpOrder, order } from './help';
import { COMMAND_NAMES, type CommandName, commandOf } from './commands';
import { ChoiceArgument } from './options/choice-option';

export const PROGRAM_NAME = 'dezero-cli';

const HELP: HelpOrder = {
  description:
    'A derivative calculator. It differentiates a formula, a chain of functions or a program, says how right each figure is, and finds the mistake in a derivative that you wrote by hand.',
  examples: [
    'dezero-cli diff --chain square,exp,square --x 0.5',
    "dezero-cli diff 'x*exp(-x)' --x 3",
    "dezero-cli check 'x*exp(-x); exp(-x)*(1-x)'",
    "seq 0 0.1 1 | dezero-cli diff --chain 'square|exp|square' --x -",
    'dezero-cli sweep --chain square,exp,square --x 0.5',
    "dezero-cli plot 'x*exp(-x)' --from -1 --to 5",
    'dezero-cli graph --chain square,exp,square --x 0.5',
    'dezero-cli functions',
    'dezero-cli steps',
  ],
  common: '',
  below: `Environment:
  NO_COLOR     if it is not empty, nothing is coloured
  FORCE_COLOR  otherwise, if it is set, everything is coloured that can be, or
               nothing if it is 0 or false; --color goes before both
  TERM         on a terminal that is dumb nothing is coloured
  LC_ALL, LC_CTYPE, LANG
               the first that is not empty is the locale; on a terminal whose
               locale is not UTF-8, graph, plot and sweep --plot draw with
               ASCII characters only

Exit status:
  0    done
  1    check found a derivative that does not agree, or could not be decided
  2    wrong usage, bad input, a point outside a domain, a failed read or write
  70   a fault of dezero-cli itself
  141  the reader of the output closed the pipe`,
};

/**
 * The program with some of its commands; only those are loaded.
 *
 * @param run called when the words that are parsed name a command
 */
export function programWith(
  names: readonly CommandName[],
  run: (command: Command, module: CommandModule) => Promise<void>,
): HelpfulCommand {
  const program = new HelpfulCommand(PROGRAM_NAME)
    .option('-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help');
  program.addHelpCommand(
    program
      .createCommand('help')
      .helpOption(false)
      .description('print the help of a command')
      .addArgument(new ChoiceArgument('[command]', '', { kind: 'words', words: COMMAND_NAMES })),
  );
  order(program, HELP);
  for (const name of names) {
    const module = commandOf(name);
    const command = program.command(name).helpOption('-h, --help', 'print this help');
    module.describe(command);
    order(command, module);
    command.allowExcessArguments().action(() => run(command, module));
  }
  return program;
}
