/** @file Where a figure is drawn, how large, and with what title. */

import type { Command } from 'commander';
import { formatNumber } from '../../core/text/format-number';
import { ellipsisOf } from '../../report/text/heading';
import type { Figure, FigureOptions } from '../../report/plot/figure';
import { type FigureFormat, FIGURE_ENDINGS, FIGURES } from '../../report/plot/formats';
import type { Io } from '../process/io';
import type { Options } from './given';
import { addOptions, once, wholeNumber } from './options';
import {
  addAsciiOption,
  addOutputOption,
  type Target,
  targetOf,
  writeResult,
} from './output-option';

/** Control characters, which a title has blanks for: it is one line. */
const NOT_TEXT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

export function addDrawingOptions(command: Command, formats?: readonly string[]): void {
  command.optionsGroup('Figures:');
  addOutputOption(command, formats);
  const text = FIGURES.text.usual;
  const svg = FIGURES.svg.usual;
  addOptions(command, {
    '--title <text>': 'a title above the figure',
    '--width <number>': `columns, or pixels of SVG (default: those of the terminal, or ${formatNumber(text.width)}; ${formatNumber(svg.width)} of SVG)`,
    '--height <number>': `lines, or pixels of SVG (default: ${formatNumber(text.height)}; ${formatNumber(svg.height)} of SVG)`,
  });
  addAsciiOption(command);
}

/** How to draw a figure, as far as the options say. */
export interface Drawing extends Target<FigureFormat>, FigureOptions {
  readonly title: string | undefined;
  readonly ellipsis: string;
}

/**
 * @param chosen the format, where it does not depend on the file
 * @throws UsageError
 */
export function drawingOf(options: Options, chosen: FigureFormat | undefined, io: Io): Drawing {
  const target = targetOf(options, chosen, FIGURE_ENDINGS, io);
  const { format, path, isAscii } = target;
  const { usual, least, most } = FIGURES[format];
  const isTerminalText = path === undefined && format === 'text' && io.isTerminal('output');
  const width = isTerminalText ? (io.columns('output') ?? usual.width) : usual.width;
  const title = once('--title', options.title)?.replace(NOT_TEXT, ' ').trim();
  return {
    ...target,
    title: title === '' ? undefined : title,
    width:
      wholeNumber('--width', options.width, least.width, most.width) ??
      Math.max(least.width, Math.min(most.width, width)),
    height: wholeNumber('--height', options.height, least.height, most.height) ?? usual.height,
    ellipsis: ellipsisOf(isAscii),
  };
}

/** @throws IoError */
export async function draw(figure: Figure, drawing: Drawing, io: Io): Promise<void> {
  const text = FIGURES[drawing.format].draw(figure, drawing);
  await writeResult(text, drawing.path, io);
}
