/** @file The formats of a figure, by name and by the names of files. */

import type { Figure, FigureOptions, FigureSize } from './figure';
import { figureSvg } from './svg';
import { figureText } from './text';

export const FIGURE_FORMATS = ['text', 'svg'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

interface FormatOfFigures {
  readonly draw: (figure: Figure, options: FigureOptions) => string;
  /** The default size, for two panels or one. */
  readonly usual: FigureSize;
  readonly least: FigureSize;
  readonly most: FigureSize;
}

export const FIGURES: Readonly<Record<FigureFormat, FormatOfFigures>> = {
  text: {
    draw: figureText,
    usual: { width: 80, height: 23 },
    least: { width: 32, height: 12 },
    most: { width: 1000, height: 1000 },
  },
  svg: {
    draw: figureSvg,
    usual: { width: 720, height: 480 },
    least: { width: 480, height: 200 },
    most: { width: 10000, height: 10000 },
  },
};

/** The format that the ending of a file asks for, as `plot.svg` does. */
export const FIGURE_ENDINGS: ReadonlyMap<string, FigureFormat> = new Map([
  ['txt', 'text'],
  ['svg', 'svg'],
]);
