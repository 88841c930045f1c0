/** @file Shortens names and calls that are too long for a line. */

/** The longest call: it leaves room for the point after it on a line of 80 columns. */
const LONGEST_CALL = 60;
/** The longest name: with two numbers of 24 characters it makes a table of 80 columns. */
const LONGEST_NAME = 15;

/**
 * The nested call, cut in the middle if it is long.
 *
 * @param width the width of the line
 */
export function shortCall(
  call: string,
  functionCount: number,
  ellipsis = '…',
  width = LONGEST_CALL,
): string {
  const most = Math.min(LONGEST_CALL, width);
  if (call.length <= most) return call;
  const start = call.slice(0, most / 2);
  const end = call.slice(-most / 4);
  return `${start} ${ellipsis} ${end} [${String(functionCount)} functions]`;
}

/** The text, cut at its end to at most this many characters. */
export function shortened(text: string, most: number, ellipsis = '…'): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  return `${characters.slice(0, most - ellipsis.length).join('')}${ellipsis}`;
}

/** The name of a function or an operation, with its longest words cut if it is long. */
export function shortName(name: string, ellipsis = '…'): string {
  const words = name.split(' ');
  for (let most = LONGEST_NAME; most > ellipsis.length; most--) {
    const cut = words.map((word) => shortened(word, most, ellipsis)).join(' ');
    if (cut.length <= LONGEST_NAME) return cut;
  }
  return shortened(name, LONGEST_NAME, ellipsis);
}
