/** @file --output: a file that a result is written to instead of standard output. */

import type { Command } from 'commander';
import { quote } from '../../core/text/quote';
import { UsageError } from '../errors';
import type { Io } from '../process/io';
import type { Options } from './given';
import { choiceOption, once } from './options';

export function addOutputOption(command: Command): void {
  command.addOption(
    choiceOption(
      '-o, --output <file>',
      'write to this file, which is replaced as a whole, instead of standard output',
      { kind: 'file' },
    ),
  );
}

/** The file to write; undefined for standard output, which is also `-`. @throws UsageError */
export function outputPathOf({ output }: Options): string | undefined {
  const path = once('--output', output);
  if (path === '') throw new UsageError('--output needs the name of a file');
  return path === '-' ? undefined : path;
}

/**
 * The format that the ending of a file name asks for; text without an ending or a file.
 *
 * @throws UsageError for an ending of another format, such as .png
 */
export function formatByEnding<Format extends string>(
  path: string | undefined,
  formats: ReadonlyMap<string, Format>,
): Format | 'text' {
  const ending = /\.([^./\\]+)$/.exec(path ?? '')?.[1];
  if (path === undefined || ending === undefined) return 'text';
  const format = formats.get(ending.toLowerCase());
  if (format !== undefined) return format;
  const list = [...formats.keys()].map((name) => `.${name}`).join(', ');
  throw new UsageError(
    `--output: ${quote(path)} ends in .${ending}, but how it ends says what to draw: ${list}`,
  );
}

/** @throws IoError */
export async function writeResult(text: string, path: string | undefined, io: Io): Promise<void> {
  if (path === undefined) io.writeOutput(text);
  else await io.writeFile(path, text);
}
