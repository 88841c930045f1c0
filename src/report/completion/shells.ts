/**
 * @file The shells that complete our command lines, and what draws the script of each.
 *
 * By hand in some 490 lines, most of them shell: the scripts of omelette and @bomb.sh/tab start the program
 * at each Tab and wait for it, ours have all words in them, those after a comma of a chain too. Loaded by
 * `completion` alone.
 */

import type { ProgramDescription } from '../program-description';
import { bashScript } from './bash';
import { fishScript } from './fish';
import { zshScript } from './zsh';

const SCRIPTS = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
} satisfies Record<string, (program: ProgramDescription) => string>;

export type Shell = keyof typeof SCRIPTS;
export const SHELLS = Object.keys(SCRIPTS) as readonly Shell[];

/** The script by which a shell completes command lines of the program. */
export function completionScript(shell: Shell, program: ProgramDescription): string {
  return SCRIPTS[shell](program);
}
