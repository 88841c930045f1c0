/** @file A figure with axes, as plain data that both text and SVG are made from. */

import type { Piece } from '../../core/plot/curve';
import type { Paint } from '../formats/format';
import type { Subject } from '../text/heading';

/** What equal distances on an axis mean: equal differences, or equal factors (then both ends are positive). */
export type Scale = 'linear' | 'log';

export interface Axis {
  readonly min: number;
  /** Above `min`. */
  readonly max: number;
  readonly scale: Scale;
}

/** The role of a series, which decides its colour and marks. */
export type Look = 'value' | 'backprop' | 'numerical' | 'theory' | 'error' | 'default' | 'best';

export interface Series {
  /** The name in the legend; undefined if the heading names the series. */
  readonly name?: string;
  /** How the numbers were made: "central, eps = 0.0001". */
  readonly detail?: string;
  readonly look: Look;
  readonly kind: 'line' | 'points';
  readonly pieces: readonly Piece[];
}

export interface Panel {
  /** The heading above the panel: "y = square(x)". */
  readonly heading: string;
  readonly y: Axis;
  readonly series: readonly Series[];
}

/** What is drawn, for headings. */
export interface FigureTexts extends Subject {
  readonly title?: string | undefined;
  /** What stands where a formula is cut. */
  readonly ellipsis?: string;
}

export interface Figure {
  /** A title that the user gave, above the headings. */
  readonly title?: string | undefined;
  /** The accessible name of the picture, and its tooltip. */
  readonly name: string;
  /** The accessible description, a sentence or two. */
  readonly description: string;
  readonly x: Axis;
  /** The name on the x axis. */
  readonly xName: string;
  /** The panels, one below the other over the same x. */
  readonly panels: readonly Panel[];
  /** Lines below the figure. */
  readonly notes: readonly string[];
}

/** A size without the notes, in columns and lines of text, or in pixels. */
export interface FigureSize {
  readonly width: number;
  readonly height: number;
}

export interface FigureOptions extends FigureSize {
  readonly isAscii: boolean;
  readonly paint: Paint;
}
