/** @file A command line split into words as a POSIX shell does, by nothing but quotes and backslashes. */

import { DezeroError } from '../../core/text/errors';
import { excerpt } from '../../core/text/excerpt';
import { quote } from '../../core/text/quote';

const BLANK = /[ \t\n]/;
/** Between double quotes a backslash stands for itself before any other character. */
const ESCAPED_IN_QUOTES = /[$`"\\]/;
/** Signs that a shell would act upon unless they are quoted; here there is no shell. */
const FOR_A_SHELL = /[|&;<>()$`*?]/;

/**
 * The words of a command: separated by blanks, `'...'` as it stands, `"..."` with backslashes before
 * `$`, a backquote, `"` and itself, and a backslash elsewhere before any character. No variables,
 * no patterns, no pipes.
 *
 * @throws DezeroError `bad-command` where a quote is not closed, a sign for a shell is not quoted, or
 * there is no word
 */
export function shellWords(command: string): [string, ...string[]] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < command.length; at++) {
    const character = command[at] as string;
    if (BLANK.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === "'" || character === '"') {
      const quoted = readQuoted(command, at);
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else if (character === '\\') {
      at++;
      if (at === command.length) throw bad('a backslash at the end', command, at - 1);
      if (command[at] !== '\n') word = (word ?? '') + (command[at] as string);
    } else if (FOR_A_SHELL.test(character)) {
      const message = `${quote(character)} is for a shell, and none is run; quote it, or give the whole as sh -c '...'`;
      throw bad(message, command, at);
    } else {
      word = (word ?? '') + character;
    }
  }
  if (word !== undefined) words.push(word);
  const [program = '', ...others] = words;
  if (program === '') {
    throw new DezeroError('bad-command', 'the command is empty; it names a program, as in ./model');
  }
  return [program, ...others];
}

/** The text between the quote at `start` and the closing one, which is at `end`. */
function readQuoted(command: string, start: number): { text: string; end: number } {
  const mark = command[start] as string;
  let text = '';
  for (let at = start + 1; at < command.length; at++) {
    const character = command[at] as string;
    if (character === mark) return { text, end: at };
    const next = command[at + 1] ?? '';
    if (mark === '"' && character === '\\' && ESCAPED_IN_QUOTES.test(next)) {
      text += next;
      at++;
    } else {
      text += character;
    }
  }
  throw bad('a quote that is not closed', command, start);
}

function bad(message: string, command: string, at: number): DezeroError {
  return new DezeroError('bad-command', message, excerpt(command, at, at + 1));
}
