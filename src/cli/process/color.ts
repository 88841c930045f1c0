/** @file Whether to colour, and with what: the only place that knows a colour. */

import { type Paint, plainPaint } from '../../report/formats/format';
import type { Io } from './io';

type Written = 'output' | 'error';
type World = Pick<Io, 'env' | 'isTerminal' | 'columns' | 'color'>;

/** --color first, then NO_COLOR, FORCE_COLOR and TERM=dumb, then whether the stream is a terminal. */
function wantsColor({ color = 'auto', env, isTerminal }: World, stream: Written): boolean {
  if (color !== 'auto') return color === 'always';
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return TERM !== 'dumb' && isTerminal(stream);
}

/** The colours of each role, or none, and the width of the terminal that a stream is. */
export function paintFor(io: World, stream: Written = 'output'): Paint {
  const width = io.isTerminal(stream) ? io.columns(stream) : undefined;
  const fitted = width === undefined ? {} : { width };
  if (!wantsColor(io, stream)) return { ...plainPaint, ...fitted };
  // Loaded here because most output has no colour.
  const chalk = require('chalk') as typeof import('chalk');
  const { bold, dim, cyan, yellow, green, red } = new chalk.Instance({ level: 1 });
  const ofFigures = { heading: bold, muted: dim, name: cyan, curve: cyan, mark: yellow };
  const ofVerdicts = { right: green, wrong: red, undecided: yellow, error: red, warning: yellow };
  return { plain: plainPaint.plain, ...ofFigures, ...ofVerdicts, ...fitted };
}
