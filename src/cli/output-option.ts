/** @file Where a result that is complete goes: standard output, or a file. */

import type { Command } from 'commander';
import { UsageError } from './errors';
import type { Io } from './io';
import { choiceOption, type Given, once } from './options';

export interface OutputOptions {
  readonly output?: Given;
}

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
export function outputPathOf({ output }: OutputOptions): string | undefined {
  const path = once('--output', output);
  if (path === '') throw new UsageError('--output needs the name of a file');
  return path === '-' ? undefined : path;
}

/** @throws IoError */
export async function writeResult(text: string, path: string | undefined, io: Io): Promise<void> {
  if (path === undefined) io.writeOutput(text);
  else await io.writeFile(path, text);
}
