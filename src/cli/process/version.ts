/** @file The version of the package. */

/** As package.json says, which lies two folders above this one. */
export function version(): string {
  // Loaded here because few runs ask for it; the packed program has it inside.
  const { version: text } = require('../../../package.json') as { version: string };
  return text;
}
