/** @file The commands by name; each file is loaded when its command is run. */

/* eslint-disable @typescript-eslint/no-require-imports */
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';

/** One command: its flags and help, and what it does once they are read. */
export interface CommandModule {
  readonly describe: (command: Command) => void;
  readonly run: (command: Command, io: Io) => ExitStatus;
}

const LOADERS = {
  diff: () => (require('./diff') as typeof import('./diff')).diff,
  functions: () => (require('./functions') as typeof import('./functions')).functions,
  steps: () => (require('./steps') as typeof import('./steps')).steps,
} satisfies Record<string, () => CommandModule>;

export type CommandName = keyof typeof LOADERS;
export const COMMAND_NAMES = Object.keys(LOADERS) as readonly CommandName[];

export function commandOf(name: CommandName): CommandModule {
  return LOADERS[name]();
}
