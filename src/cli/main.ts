/** @file The program as a function: arguments in, exit status out. */

import { CommanderError } from 'commander';
import { DezeroError, type ErrorCode } from '../core/text/errors';
import { COMMAND_NAMES, type CommandName, NEEDING_ALL } from './commands';
import { propose, reportFailure, UsageError } from './errors';
import { paintFor } from './process/color';
import type { ColorChoice, Io } from './process/io';
import { EXIT_STATUS, type ExitStatus } from './process/exit-status';
import { colorOf } from './options/options';
import { PROGRAM_NAME, programWith } from './program';
import { version } from './help';
import { checkHelpTopic, checkWords, markedFormula, plainNegative } from './options/words';
import { HELP_WIDTH, helpPage } from '../report/help/page';
import { proposalFor } from './proposal';
import { usageErrorOf } from './usage-error';

/** The points of a plot that is tried before it is proposed: two tell as much as thousands, and sooner. */
const FEW_POINTS = '2';

/**
 * Runs the program.
 *
 * @param args the command line, without the names of node and of the program
 * @returns the exit status; it never rejects
 */
export async function main(args: readonly string[], io: Io): Promise<ExitStatus> {
  const name = commandNameIn(args);
  let world = io;
  // `--help diff` asks for the help of diff, `help help` for that of the program.
  if (name !== undefined && /^(?:-h|--help)$/.test(args[0] ?? '')) args = [name, '--help'];
  if (args[0] === 'help' && args[1] === 'help') args = ['--help'];
  try {
    checkHelpTopic(args, COMMAND_NAMES);
    return await run(args, io, name, (color) => {
      const openInput = (path: string): Io => ({ ...io.openInput(path), color });
      world = { ...io, color, openInput };
      return world;
    });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT_STATUS.done;
      if (error.code === 'commander.help') return EXIT_STATUS.error; // the help has been printed
    }
    const told = error instanceof CommanderError ? usageErrorOf(error, args, name) : error;
    const status = reportFailure(
      told,
      world,
      name === undefined ? PROGRAM_NAME : `${PROGRAM_NAME} ${name}`,
    );
    const isUnread = told instanceof DezeroError && UNREAD.includes(told.code);
    if (told instanceof UsageError || isUnread) await proposeMeant(args, world);
    return status;
  }
}

/** The errors of a text that could not be read, so that something else may have been meant. */
const UNREAD: readonly ErrorCode[] = [
  'bad-formula',
  'bad-chain',
  'bad-parameter',
  'unknown-function',
  'not-a-number',
];

/** Proposes a command line that does what this one seems to mean, if one is found and succeeds. */
async function proposeMeant(args: readonly string[], io: Io): Promise<void> {
  const words = proposalFor(args);
  if (words === undefined || words.join('\0') === args.join('\0')) return;
  const tried = words.map((word, i) =>
    words[i - 1] === '--points' && /^\d{4,6}$/.test(word) ? FEW_POINTS : word,
  );
  if (await succeeds(tried, silent(io))) {
    propose(io, `${PROGRAM_NAME} ${inShell(words)}`);
  }
}

async function succeeds(words: readonly string[], io: Io): Promise<boolean> {
  try {
    return (await run(words, io, commandNameIn(words), () => io)) !== EXIT_STATUS.error;
  } catch (error) {
    return error instanceof CommanderError && error.exitCode === 0;
  }
}

/** The same world for a run that reads no input and writes nothing. */
function silent(io: Io): Io {
  return {
    ...io,
    readInput: () => 0,
    writeOutput: () => undefined,
    writeError: () => undefined,
    writeFile: () => Promise.resolve(),
  };
}

async function run(
  args: readonly string[],
  io: Io,
  name: CommandName | undefined,
  colored: (color: ColorChoice) => Io,
): Promise<ExitStatus> {
  let status: ExitStatus = EXIT_STATUS.done;
  // Only the command that is run is loaded; help and suggestions need all of them.
  const names = name === undefined || NEEDING_ALL.includes(name) ? COMMAND_NAMES : [name];
  const program = programWith(names, async (command, module) => {
    checkWords(command);
    status = await module.run(command, colored(colorOf(command.opts())));
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        io.writeOutput(helpFor(text, io, 'output'));
      },
      writeErr: (text) => {
        io.writeError(helpFor(text, io, 'error'));
      },
      outputError: () => undefined,
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  }
  program.on('option:version', () => {
    io.writeOutput(`${PROGRAM_NAME} ${version()}\n`);
    throw new CommanderError(EXIT_STATUS.done, 'commander.version', '');
  });
  const [command = program] = program.commands;
  const words = args.map((word) => markedFormula(plainNegative(word), command));
  await program.parseAsync(words, { from: 'user' });
  return status;
}

/** The help in the width and the colours of a stream. */
function helpFor(text: string, io: Io, stream: 'output' | 'error'): string {
  return helpPage(text, paintFor(io, stream));
}

function commandNameIn(args: readonly string[]): CommandName | undefined {
  const word = args.find((arg) => !arg.startsWith('-'));
  return COMMAND_NAMES.find((name) => name === word);
}

/** The command line as a shell takes it. */
function inShell(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w.,:=+/%@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
