/** @file The interface of all commands. */

import type { Command } from 'commander';
import type { HelpOrder } from './help';
import type { Io } from './process/io';
import type { ExitStatus } from './process/exit-status';

/** One command: its flags and help, and what it does once they are read. */
export interface CommandModule extends HelpOrder {
  readonly describe: (command: Command) => void;
  readonly run: (command: Command, io: Io) => ExitStatus | Promise<ExitStatus>;
}
