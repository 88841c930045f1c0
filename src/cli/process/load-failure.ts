/** @file Why a user's module could not be loaded, and where in it. */

import { quote, thrownText } from '../../core/text/quote';
import { textIn } from './io';

/**
 * The reason, as the rest of a sentence that begins with the module.
 *
 * @param error anything; its getters may throw
 * @param path of the module that was named
 */
export function loadFailure(error: unknown, path: string): string {
  const typeScript = textIn(error, 'diagnosticText');
  if (typeScript !== undefined) return `cannot be read: ${quote(typeScript.trim())}`;
  const isSyntax = textIn(error, 'name') === 'SyntaxError';
  const text = isSyntax
    ? `cannot be read: ${thrownText(error)}`
    : `threw ${thrownText(error)} as it was loaded`;
  const place = placeIn(textIn(error, 'stack') ?? '');
  if (place !== undefined) return `${text}, in ${place}`;
  // Node keeps the place in an ES module to itself, until it prints the error.
  return isSyntax ? `${text}; node ${quote(path)} shows where` : text;
}

/** The place of an error of compiling or linking: Node puts it above the error itself. */
const HEADING = /^(?:file:\/\/)?([^\n]+):(\d+)\n/;
/** A call, of those from the one that threw outwards. */
const FRAME = /^ {4}at (?:.* \()?(?:file:\/\/)?(.+):(\d+):\d+\)?$/m;

/** The file and the line, unless it was Node itself that threw. */
function placeIn(stack: string): string | undefined {
  const [, file = '', line = ''] = HEADING.exec(stack) ?? FRAME.exec(stack) ?? [];
  return file === '' || file.startsWith('node:') ? undefined : `${quote(file)}, line ${line}`;
}
