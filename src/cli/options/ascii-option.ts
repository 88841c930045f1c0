/** @file Whether drawings do without characters beyond ASCII. */

import type { Command } from 'commander';
import type { Io } from '../process/io';
import type { Options } from './given';

export function addAsciiOption(command: Command): void {
  command.option(
    '--ascii',
    'draw with ASCII characters only, as on a terminal whose locale is not UTF-8',
  );
}

/**
 * Whether the flag is given, or the locale of a terminal has no other characters. In pipes and files the locale
 * decides nothing.
 *
 * @param path the file that is written instead of standard output, if one is
 */
export function wantsAscii(
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
