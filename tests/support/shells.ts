/** @file Real shells that complete: command lines are typed into them, and read back. */

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from './program';

/** A command line as it is typed, and the key that follows. */
export interface Typed {
  readonly text: string;
  /** The tabulator, or the key that inserts everything that is offered. */
  readonly key: 'tab' | 'all';
}

const PROMPT = 'READY> ';
const KEYS = { tab: '\t', all: '\x18\x0c' };
/** Writes the line to a file, and empties it. */
const TAKE_LINE = '\x18\x02';

/** Files to complete, and where a shell leaves what it has on its line. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'));
  for (const name of ['points.csv', 'points.tsv', 'with space.txt']) {
    writeFileSync(join(folder, name), '');
  }
  mkdirSync(join(folder, 'sub'));
  return folder;
}

/** The words that print the script, in any shell. */
export const print = (shell: string): string =>
  `"${process.execPath}" "${PROGRAM}" completion ${shell}`;
export const sourcing = (shell: string): string => `source <(${print(shell)})`;
/** Nothing may start the program while a line is completed. */
const ALARM = `dezero-cli() { printf 'called\\n' >> "$LINES_TAKEN"; }`;

const START_FILES: Readonly<Record<string, (load: string) => string>> = {
  bash: (load) => `
set -u
PS1='${PROMPT}'
bind 'set enable-bracketed-paste off'
bind 'set bell-style none'
${load}
${ALARM}
take_line() { printf '%s\\n' "$READLINE_LINE" >> "$LINES_TAKEN"; READLINE_LINE= READLINE_POINT=0; }
bind -x '"\\C-x\\C-b": take_line'
bind '"\\C-x\\C-l": insert-completions'
`,
  zsh: (load) => `
PS1='${PROMPT}'
unsetopt beep
autoload -Uz compinit && compinit -u -D
${load}
${ALARM}
take_line() { print -r -- "$BUFFER" >> "$LINES_TAKEN"; BUFFER=; }
zle -N take_line
bindkey '^X^B' take_line
zle -C all-matches complete-word _generic
bindkey '^X^L' all-matches
zstyle ':completion:all-matches:*' insert true
zstyle ':completion:all-matches:*' completer _all_matches _complete
`,
};

/**
 * Types into an interactive shell in a terminal.
 *
 * @param load what the start file does to complete; by default it sources the script
 * @returns each line as it is after its key
 */
export async function type(
  shell: 'bash' | 'zsh',
  typed: readonly Typed[],
  load = sourcing(shell),
): Promise<string[]> {
  const folder = makeFolder();
  const lines = join(folder, '.lines');
  writeFileSync(lines, '');
  writeFileSync(join(folder, '.zshrc'), START_FILES[shell]?.(load) ?? '');
  const command = shell === 'bash' ? 'bash --noprofile --rcfile .zshrc -i' : 'zsh -i';
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      ZDOTDIR: folder,
      TERM: 'xterm',
      LINES_TAKEN: lines,
    },
    // A shell that shows no prompt would be waited for without end.
    timeout: 40_000,
  });
  let screen = '';
  let hasBegun = false;
  child.stdout.on('data', (data: Buffer) => {
    screen += data.toString();
    if (hasBegun || !screen.includes(PROMPT)) return;
    hasBegun = true;
    const keys = typed.map(({ text, key }) => `${text}${KEYS[key]}${TAKE_LINE}`);
    child.stdin.write(`${keys.join('')}exit\n`);
  });
  await new Promise((resolve) => child.once('close', resolve));
  const taken = readFileSync(lines, 'utf8').split('\n').slice(0, -1);
  rmSync(folder, { recursive: true });
  if (taken.length !== typed.length) throw new Error(`${shell} shows:\n${screen}`);
  return taken;
}

/** What fish offers for each line: words with their descriptions. */
export function offeredByFish(lines: readonly string[]): Map<string, string>[] {
  const folder = makeFolder();
  const { stdout, stderr } = spawnSync(
    'fish',
    [
      '--no-config',
      '-c',
      `${print('fish')} | source
      function dezero-cli; echo called; end
      for line in $argv; complete -C $line; echo '=='; end`,
      ...lines,
    ],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', HOME: folder } },
  );
  rmSync(folder, { recursive: true });
  if (stderr !== '') throw new Error(stderr);
  const blocks = stdout.split('==\n').slice(0, -1);
  return blocks.map(
    (block) =>
      new Map(
        block
          .split('\n')
          .slice(0, -1)
          .map((offer) => offer.split('\t') as [string, string]),
      ),
  );
}
