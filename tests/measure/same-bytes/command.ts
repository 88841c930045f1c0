/**
 * @file A command line, written as for a shell: words with '...' or $'...' around what is special,
 * NAME=VALUE before them, and an input after them, <FILE or <<<'TEXT', or before them, cat FILE |.
 * No shell runs it, so that its status and bytes are the program's own.
 */

export interface Command {
  readonly topic: string;
  /** As it was written, which is how reports and `expected.ts` name it. */
  readonly line: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly input: Input;
  /** Files that are there for this command only. */
  readonly files: Readonly<Record<string, string>>;
}

/** A file that is opened as standard input, or bytes that come through a pipe; or an empty device. */
export type Input =
  | { readonly file: string }
  | { readonly piped: string }
  | { readonly bytes: Buffer }
  | undefined;

const WORD = /(?:[^\s'$]|'[^']*'|\$'(?:[^'\\]|\\.)*'|\$)+/gs;
const QUOTED = /'([^']*)'|\$'((?:[^'\\]|\\.)*)'/gs;
const ESCAPED = /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gis;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescape(text: string): string {
  return text.replace(
    ESCAPED,
    (_, byte?: string, unit?: string, letter = '') =>
      LETTERS[letter as string] ??
      (byte === undefined && unit === undefined
        ? (letter as string)
        : String.fromCharCode(parseInt(byte ?? unit ?? '', 16))),
  );
}

function unquote(word: string): string {
  return word.replace(QUOTED, (_, plain?: string, escaped = '') =>
    plain === undefined ? unescape(escaped as string) : plain,
  );
}

export function parseCommand(topic: string, line: string): Command {
  const words = [...line.matchAll(WORD)].map(([word]) => word);
  const env: Record<string, string> = {};
  const args: string[] = [];
  let input: Input;
  if (words[0] === 'cat' && words[2] === '|') {
    input = { piped: words[1] ?? '' };
    words.splice(0, 3);
  }
  for (const word of words) {
    const [, name, value] = /^([A-Z_]+)=(.*)$/s.exec(word) ?? [];
    if (name !== undefined && args.length === 0) env[name] = unquote(value ?? '');
    else if (word.startsWith('<<<')) input = { bytes: Buffer.from(unquote(word.slice(3))) };
    else if (word.startsWith('<')) input = { file: unquote(word.slice(1)) };
    else args.push(unquote(word));
  }
  return { topic, line, args, env, input, files: {} };
}

/** A list of command lines with a line "# TOPIC" before those of a topic. */
export function parseList(text: string): Command[] {
  const commands: Command[] = [];
  let topic = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) topic = line.slice(2);
    else if (line !== '') commands.push(parseCommand(topic, line));
  }
  return commands;
}
