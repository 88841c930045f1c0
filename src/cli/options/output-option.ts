/** @file Where a drawing goes and how: --output, a file instead of standard output, and --ascii. */

import type { Command } from 'commander';
import { quote } from '../../core/text/quote';
import { type Paint, plainPaint } from '../../report/formats/format';
import { UsageError } from '../errors';
import { paintFor } from '../process/color';
import type { Io } from '../process/io';
import type { Options } from './given';
import { addOptions, once } from './options';

/** @param formats to choose from, if there are any besides the ending of the file */
export function addOutputOption(command: Command, formats: readonly string[] = []): void {
  const text = `draw as ${formats.join(', ')} (default: as --output ends, or text)`;
  addOptions(command, {
    ...(formats.length > 0 && { '-f, --format <format>': [text, formats] as const }),
    '-o, --output <file>': [
      'write to this file, which is replaced as a whole, instead of standard output',
      { kind: 'file' },
    ],
  });
}

/** The file to write; undefined for standard output, which is also `-`. @throws UsageError */
function outputPathOf({ output }: Options): string | undefined {
  const path = once('--output', output);
  if (path === '') throw new UsageError('--output needs the name of a file');
  return path === '-' ? undefined : path;
}

/**
 * The format that the ending of a file name asks for; text without an ending or a file.
 *
 * @throws UsageError for an ending of another format, such as .png
 */
function formatByEnding<Format extends string>(
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

/** Where and how to draw, as far as the options say. */
export interface Target<Format> {
  readonly format: Format;
  /** The file; undefined for standard output. */
  readonly path: string | undefined;
  readonly isAscii: boolean;
  readonly paint: Paint;
}

/**
 * @param chosen the format, where it does not depend on the file
 * @throws UsageError
 */
export function targetOf<Format extends string>(
  options: Options,
  chosen: Format | undefined,
  endings: ReadonlyMap<string, Format>,
  io: Io,
): Target<Format | 'text'> {
  const path = outputPathOf(options);
  const format = chosen ?? formatByEnding(path, endings);
  const isText = format === 'text';
  return {
    format,
    path,
    isAscii: isText && wantsAscii(options, path, io),
    paint: isText && path === undefined ? paintFor(io) : plainPaint,
  };
}

/** @throws IoError */
export async function writeResult(text: string, path: string | undefined, io: Io): Promise<void> {
  if (path === undefined) io.writeOutput(text);
  else await io.writeFile(path, text);
}

export function addAsciiOption(command: Command): void {
  addOptions(command, {
    '--ascii': 'draw with ASCII characters only, as on a terminal whose locale is not UTF-8',
  });
}

/**
 * Whether the flag is given, or the locale of a terminal has no other characters. In pipes and files the locale
 * decides nothing.
 *
 * @param path the file that is written instead of standard output, if one is
 */
function wantsAscii(
  { ascii }: Options,
  path: string | undefined,
  io: Pick<Io, 'env' | 'isTerminal'>,
): boolean {
  if (ascii === true) return true;
  if (path !== undefined) return false;
  const { LC_ALL, LC_CTYPE, LANG } = io.env;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== '');
  return locale !== undefined && !/utf-?8/i.test(locale) && io.isTerminal('output');
}
