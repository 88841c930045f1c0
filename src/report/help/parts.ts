/** @file Splits the lines of the help into commands, terms with their meanings, and prose. */

/** Command lines, a term with its meaning, or prose. */
export type HelpPart =
  | { readonly kind: 'commands'; readonly commands: readonly string[] }
  | {
      readonly kind: 'entry';
      readonly term: string;
      readonly meaning: string;
      /** The columns before the meaning, where it begins on the line of its term. */
      readonly column: number | undefined;
    }
  | { readonly kind: 'prose'; readonly margin: number; readonly text: string };

/** A term at the margin, with its meaning after it or on the next line. */
const ENTRY = /^( {2}(\S.*?) {2,})(\S.*)$/;
const LONE_TERM = /^ {2}(\S.*)$/;
/** The second and further lines of an entry. */
const CONTINUATION = /^ {4,}(\S.*)$/;
const COMMAND_LINE = /^ {2}\$ (.*)$/;

/** @param lines without an empty one */
export function helpParts(lines: readonly string[]): HelpPart[] {
  const parts: HelpPart[] = [];
  let rest = lines;
  while (rest.length > 0) {
    const [part, length] = commandsAt(rest) ?? entryAt(rest) ?? proseAt(rest);
    parts.push(part);
    rest = rest.slice(length);
  }
  return parts;
}

/** A part, and the number of its lines. */
type FoundPart = readonly [HelpPart, number];

function commandsAt(lines: readonly string[]): FoundPart | undefined {
  const commands = textsAt(lines, COMMAND_LINE);
  return commands.length === 0 ? undefined : [{ kind: 'commands', commands }, commands.length];
}

function entryAt(lines: readonly string[]): FoundPart | undefined {
  const [first, ...others] = lines as [string, ...string[]];
  const more = textsAt(others, CONTINUATION);
  const [, before, named, meaning] = ENTRY.exec(first) ?? [];
  const term = named ?? (more.length > 0 ? LONE_TERM.exec(first)?.[1] : undefined);
  if (term === undefined) return undefined;
  const texts = meaning === undefined ? more : [meaning, ...more];
  const part = { term, meaning: texts.join(' '), column: before?.length } as const;
  return [{ kind: 'entry', ...part }, 1 + more.length];
}

/** The prose at the beginning of these lines: lines with the same margin. */
function proseAt(lines: readonly string[]): FoundPart {
  const margin = marginOf(lines[0] as string);
  const isOther = (text: string): boolean => marginOf(text) !== margin || ENTRY.test(text);
  const end = lines.findIndex((text, index) => index > 0 && isOther(text));
  const length = end < 0 ? lines.length : end;
  const text = lines.slice(0, length).map((words) => words.trim());
  return [{ kind: 'prose', margin, text: text.join(' ') }, length];
}

function marginOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** The matches of the pattern in the first lines, up to a line without one. */
function textsAt(lines: readonly string[], pattern: RegExp): string[] {
  const texts = lines.map((text) => pattern.exec(text)?.[1]);
  const end = texts.indexOf(undefined);
  return (end < 0 ? texts : texts.slice(0, end)) as string[];
}
