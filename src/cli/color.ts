/** @file Whether to colour, and with what. */

import { type Paint, plainPaint } from '../report/format';
import type { Io } from './io';
import type { ColorChoice } from './options';

/** The flag first, then NO_COLOR, FORCE_COLOR and TERM=dumb, then whether output is a terminal. */
function wantsColor(choice: ColorChoice, io: Pick<Io, 'env' | 'isTerminal'>): boolean {
  if (choice !== 'auto') return choice === 'always';
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return TERM !== 'dumb' && io.isTerminal('output');
}

/** The colours of each role, or none. */
export function paintFor(choice: ColorChoice, io: Pick<Io, 'env' | 'isTerminal'>): Paint {
  if (!wantsColor(choice, io)) return plainPaint;
  // Loaded here because most output has no colour.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const chalk = require('chalk') as typeof import('chalk');
  const { bold, dim, cyan, yellow, green, red } = new chalk.Instance({ level: 1 });
  return { heading: bold, muted: dim, curve: cyan, mark: yellow, right: green, wrong: red };
}
