/** @file Foreign text inside a message: harmless to a terminal, and not longer than a reader wants. */

const LONGEST = 120;

/**
 * Control characters, invisible and direction-changing format characters, lone surrogates, private
 * and unassigned code points; every separator but the plain space; letters and symbols that show
 * nothing (Hangul fillers, the empty Braille cell).
 */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|(?! )\p{Zs}/gu;

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** The text with every character that a terminal could act upon written as \u{...}; line ends too. */
export function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, escapeCharacter);
}

/** As `escapeUnprintable`, and the backslash too, so that an escape in the text is not ambiguous. */
export function escapeText(text: string): string {
  return escapeUnprintable(text.replaceAll('\\', escapeCharacter));
}

/** The text in single quotes, escaped, and cut after 120 characters. */
export function quote(text: string): string {
  if (text.length <= LONGEST) return `'${escapeText(text)}'`;
  return `'${escapeText(text.slice(0, LONGEST))}…' (${String(text.length)} characters)`;
}

/** What was thrown, which may be anything, in quotes. */
export function thrownText(error: unknown): string {
  try {
    const { message } = error as { message?: unknown };
    return quote(typeof message === 'string' && message !== '' ? message : String(error));
  } catch {
    return 'something';
  }
}
