/** @file The commands by name; each file is loaded when its command is run. */

import type { CommandModule } from '../command';

const LOADERS = {
  diff: () => (require('./diff') as typeof import('./diff')).diff,
  check: () => (require('./check') as typeof import('./check')).check,
  plot: () => (require('./plot') as typeof import('./plot')).plot,
  graph: () => (require('./graph') as typeof import('./graph')).graph,
  functions: () => (require('./functions') as typeof import('./functions')).functions,
  sweep: () => (require('./sweep') as typeof import('./sweep')).sweep,
  steps: () => (require('./steps') as typeof import('./steps')).steps,
  completion: () => (require('./completion') as typeof import('./completion')).completion,
} satisfies Record<string, () => CommandModule>;

export type CommandName = keyof typeof LOADERS;
export const COMMAND_NAMES = Object.keys(LOADERS) as readonly CommandName[];
/** Commands that work on the whole program. */
export const NEEDING_ALL: readonly CommandName[] = ['completion'];

export function commandOf(name: CommandName): CommandModule {
  return LOADERS[name]();
}
