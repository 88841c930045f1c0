/** @file The commands by name. */

import { Command, type Option } from 'commander';
import type { CommandModule } from '../help';
import { check } from './check';
import { completion } from './completion';
import { diff } from './diff';
import { functions } from './functions';
import { graph } from './graph';
import { plot } from './plot';
import { steps } from './steps';
import { sweep } from './sweep';

/** As functions: in the packed program the file of a command is evaluated when its function is called. */
const COMMANDS = {
  diff: () => diff,
  check: () => check,
  plot: () => plot,
  graph: () => graph,
  functions: () => functions,
  sweep: () => sweep,
  steps: () => steps,
  completion: () => completion,
} satisfies Record<string, () => CommandModule>;

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];
/** Commands that describe all commands. */
export const NEEDING_ALL: readonly CommandName[] = ['completion'];

export function commandOf(name: CommandName): CommandModule {
  return COMMANDS[name]();
}

/** The options of a command by itself. */
export function optionsOf(name: CommandName): readonly Option[] {
  const command = new Command(name);
  commandOf(name).describe(command);
  return command.options;
}
