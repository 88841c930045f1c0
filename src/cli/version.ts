/** @file The version of the package. */

/** Read from package.json, which lies two folders up both from src/cli and from dist/cli. */
export function version(): string {
  // Loaded here because few runs ask for it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { version: text } = require('../../package.json') as { version: string };
  return text;
}
