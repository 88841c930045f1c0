/** @file The program as a function: arguments in, exit status out. */

import { Command, CommanderError } from 'commander';
import { COMMAND_NAMES, type CommandName, commandOf } from './commands';
import { reportFailure, UsageError } from './errors';
import { EXIT_STATUS, type ExitStatus } from './exit-status';
import type { Io } from './io';
import { version } from './version';
import { checkHelpTopic, checkWords, plainNegative } from './words';

const PROGRAM_NAME = 'dezero-cli';
/** Fixed, so that help is the same in every terminal. */
const HELP_WIDTH = 80;
const LONGEST_MESSAGE = 300;

const HELP_AFTER = `
Examples:
  $ dezero-cli diff --chain square,exp,square --x 0.5
  $ seq 0 0.1 1 | dezero-cli diff --chain 'square|exp|square' --x -
  $ dezero-cli sweep --chain square,exp,square --x 0.5
  $ dezero-cli graph --chain square,exp,square --x 0.5
  $ dezero-cli functions
  $ dezero-cli steps

Exit status:
  0    done
  2    wrong usage, bad input, a point outside a domain, a failed read or write
  70   a fault of dezero-cli itself
  141  the reader of the output closed the pipe
`;

/**
 * Runs the program.
 *
 * @param args the command line, without the names of node and of the program
 * @returns the exit status; it never rejects
 */
export async function main(args: readonly string[], io: Io): Promise<ExitStatus> {
  const name = commandNameIn(args);
  try {
    checkHelpTopic(args, COMMAND_NAMES);
    return await run(args, io, name);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT_STATUS.done;
      if (error.code === 'commander.help') return EXIT_STATUS.error; // it has said what it wants
      return reportFailure(usageErrorOf(error), io, fullName(name));
    }
    return reportFailure(error, io, fullName(name));
  }
}

async function run(
  args: readonly string[],
  io: Io,
  name: CommandName | undefined,
): Promise<ExitStatus> {
  let status: ExitStatus = EXIT_STATUS.done;
  const program = new Command(PROGRAM_NAME)
    .description(
      'A derivative calculator that shows the numerical derivative and backprop together.',
    )
    .option('-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', HELP_AFTER)
    .exitOverride()
    .configureOutput({
      writeOut: io.writeOutput,
      writeErr: io.writeError,
      outputError: () => undefined,
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .on('option:version', () => {
      io.writeOutput(`${PROGRAM_NAME} ${version()}\n`);
      throw new CommanderError(EXIT_STATUS.done, 'commander.version', '');
    });

  // Only the command that is run is loaded; help and suggestions need all of them.
  for (const commandName of name === undefined ? COMMAND_NAMES : [name]) {
    const { describe, run: runCommand } = commandOf(commandName);
    const command = program.command(commandName).helpOption('-h, --help', 'print this help');
    describe(command);
    command.allowExcessArguments().action(async () => {
      checkWords(command);
      status = await runCommand(command, io);
    });
  }
  await program.parseAsync(args.map(plainNegative), { from: 'user' });
  return status;
}

function commandNameIn(args: readonly string[]): CommandName | undefined {
  const word = args.find((arg) => !arg.startsWith('-'));
  return COMMAND_NAMES.find((name) => name === word);
}

function fullName(name: CommandName | undefined): string {
  return name === undefined ? PROGRAM_NAME : `${PROGRAM_NAME} ${name}`;
}

/** Commander's sentence in our form; it quotes the command line as it is, so it may be long. */
function usageErrorOf({ message }: CommanderError): UsageError {
  const sentence = message
    .replace(/^error: /, '')
    .replace(/\n\((Did you mean [^\n]*\?)\)$/, '. $1')
    .slice(0, LONGEST_MESSAGE);
  return new UsageError(sentence);
}
