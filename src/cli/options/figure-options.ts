/** @file Where a figure is drawn, how large, and with what title. */

import type { Command } from 'commander';
import { formatNumber } from '../../core/text/format-number';
import { plainPaint } from '../../report/formats/format';
import type { Figure } from '../../report/plot/figure';
import {
  type FigureFormat,
  FIGURE_ENDINGS,
  FIGURES,
  type FigureOptions,
} from '../../report/plot/formats';
import { addAsciiOption, wantsAscii } from './ascii-option';
import { paintFor } from '../process/color';
import type { Io } from '../process/io';
import type { Options } from './given';
import { collect, once, wholeNumber } from './options';
import { addOutputOption, formatByEnding, outputPathOf, writeResult } from './output-option';

/** Control characters, which a title has blanks for: it is one line. */
const NOT_TEXT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

export function addDrawingOptions(command: Command): void {
  command.optionsGroup('Figures:');
  addOutputOption(command);
  const text = FIGURES.text.usual;
  const svg = FIGURES.svg.usual;
  command
    .option('--title <text>', 'a title above the figure', collect)
    .option(
      '--width <number>',
      `columns, or pixels of SVG (default: those of the terminal, or ${formatNumber(text.width)}; ${formatNumber(svg.width)} of SVG)`,
      collect,
    )
    .option(
      '--height <number>',
      `lines, or pixels of SVG (default: ${formatNumber(text.height)}; ${formatNumber(svg.height)} of SVG)`,
      collect,
    );
  addAsciiOption(command);
}

/** How to draw a figure, as far as the options say. */
export interface Drawing extends FigureOptions {
  readonly format: FigureFormat;
  /** The file; undefined for standard output. */
  readonly path: string | undefined;
  readonly title: string | undefined;
  readonly ellipsis: string;
}

/**
 * @param chosen the format, where it does not depend on the file
 * @throws UsageError
 */
export function drawingOf(options: Options, chosen: FigureFormat | undefined, io: Io): Drawing {
  const path = outputPathOf(options);
  const format = chosen ?? formatByEnding(path, FIGURE_ENDINGS);
  const { usual, least, most } = FIGURES[format];
  const isTerminalText = path === undefined && format === 'text' && io.isTerminal('output');
  const width = isTerminalText ? (io.columns('output') ?? usual.width) : usual.width;
  const isAscii = format === 'text' && wantsAscii(options, path, io);
  const title = once('--title', options.title)?.replace(NOT_TEXT, ' ').trim();
  return {
    format,
    path,
    title: title === '' ? undefined : title,
    width:
      wholeNumber('--width', options.width, least.width, most.width) ??
      Math.max(least.width, Math.min(most.width, width)),
    height: wholeNumber('--height', options.height, least.height, most.height) ?? usual.height,
    isAscii,
    ellipsis: isAscii ? '...' : '…',
    paint: path === undefined && format === 'text' ? paintFor(io) : plainPaint,
  };
}

/** @throws IoError */
export async function draw(figure: Figure, drawing: Drawing, io: Io): Promise<void> {
  const text = FIGURES[drawing.format].draw(figure, drawing);
  await writeResult(text, drawing.path, io);
}
