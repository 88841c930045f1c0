/** @file The commands and options of the program, as completion and the manual read them. */

/** The possible values of an option or an argument. */
export type Values =
  /** Any text, such as a number: completion has no proposals. */
  | { readonly kind: 'text' }
  | { readonly kind: 'file' }
  /** One of the words. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Some of the words, each once, separated by commas. */
  | { readonly kind: 'list'; readonly words: readonly string[] }
  /** One function of the catalogue. */
  | { readonly kind: 'function' }
  /** Functions of the catalogue, separated by commas or vertical bars. */
  | { readonly kind: 'chain' };

export const TEXT: Values = { kind: 'text' };

/** An option, as commander has it, and what may be given for it. */
export interface OptionDescription {
  /** As in the help: `-x, --x <numbers...>`. */
  readonly flags: string;
  /** With its dashes: `--chain`. */
  readonly long: string;
  readonly short?: string | undefined;
  readonly description: string;
  /** Whether it takes a value: otherwise it is a switch. */
  readonly required: boolean;
  /** Whether there may be several values, up to the next option. */
  readonly variadic: boolean;
  readonly values: Values;
  readonly isRepeatable: boolean;
}

export interface ArgumentDescription {
  readonly name: () => string;
  readonly description: string;
  readonly required: boolean;
  readonly values: Values;
}

/** A part of the help below the options. */
export interface Section {
  /** Empty for prose without a heading. */
  readonly title: string;
  /** The lines as in the help. */
  readonly lines: readonly string[];
}

export interface CommandDescription {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionDescription[];
  readonly arguments: readonly ArgumentDescription[];
  readonly sections: readonly Section[];
}

/** A function by its name or by an alias. */
export interface FunctionName {
  readonly name: string;
  readonly summary: string;
}

export interface ProgramDescription extends CommandDescription {
  readonly version: string;
  readonly commands: readonly CommandDescription[];
  readonly functions: readonly FunctionName[];
}

/** Its spellings, the short one first. */
export function flagsOf({ short, long }: OptionDescription): string[] {
  return short === undefined ? [long] : [short, long];
}

/** The value of an option as in the help, `<file>`; nothing for a switch. */
export function placeholderOf({ flags }: OptionDescription): string {
  return /<.*$/.exec(flags)?.[0] ?? '';
}

/** The words that a value is chosen from, if it is. */
export function wordsOf(values: Values): readonly string[] {
  return 'words' in values ? values.words : [];
}
