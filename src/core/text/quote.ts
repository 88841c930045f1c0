/** @file Foreign text inside a message: harmless to a terminal, and not longer than a reader wants. */

const LONGEST = 120;

/**
 * Control characters, invisible and direction-changing format characters, lone surrogates, private
 * and unassigned code points; every separator but the plain space; letters and symbols that show
 * nothing (Hangul fillers, the empty Braille cell).
 */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|(?! )\p{Zs}/gu;

/** Added to a byte of a file that is not UTF-8: one of U+DC80 to U+DCFF, by itself, stands for the byte. */
export const RAW_BYTE = 0xdc00;

function escapeCharacter(character: string): string {
  const byte = character.charCodeAt(0) - RAW_BYTE;
  if (byte >= 0x80 && byte <= 0xff) return `\\x${byte.toString(16)}`;
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}

/** The text with every character that a terminal could act upon written as \u{...}; line ends too. */
export function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, escapeCharacter);
}

/** As `escapeUnprintable`, and a backslash that looks like the start of an escape is written as one. */
export function escapeText(text: string): string {
  return escapeUnprintable(text.replace(/\\(?=u\{|x[\da-f]{2})/g, escapeCharacter));
}

/** The text in single quotes, escaped, and cut after 120 characters. */
export function quote(text: string): string {
  if (text.length <= LONGEST) return `'${escapeText(text)}'`;
  return `'${escapeText(text.slice(0, LONGEST))}…' (${String(text.length)} characters)`;
}

const LONGEST_MESSAGE = 2000;

/** One line for people, of bounded length, whatever went into it. */
export function messageText(message: string): string {
  const isLong = message.length > LONGEST_MESSAGE;
  return escapeUnprintable(isLong ? `${message.slice(0, LONGEST_MESSAGE)}…` : message);
}

/** So many of a list are shown. */
const MOST_LISTED = 20;

/** Texts in quotes, separated by commas; of many the first ones, and their number. */
export function quotedList(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_LISTED).map(quote);
  return texts.length <= MOST_LISTED
    ? shown.join(', ')
    : `${shown.join(', ')}, … (${String(texts.length)})`;
}

/** A thrown value, which may be anything, in quotes. */
export function thrownText(error: unknown): string {
  try {
    const { message } = error as { message?: unknown };
    return quote(typeof message === 'string' && message !== '' ? message : String(error));
  } catch {
    return 'something';
  }
}
