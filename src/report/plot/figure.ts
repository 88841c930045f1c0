/** @file A figure with axes, as plain data: what the text and the SVG of it have in common. */

import type { Piece } from '../../core/plot/curve';

/** What equal distances are: equal differences, or equal factors, between ends that are positive. */
export type Scale = 'linear' | 'log';

export interface Axis {
  readonly min: number;
  /** Above `min`. */
  readonly max: number;
  readonly scale: Scale;
}

/** What a series is, for whoever colours it. */
export type Look = 'value' | 'backprop' | 'numerical' | 'theory' | 'error' | 'default' | 'best';

export interface Series {
  /** For the legend; nothing for a series that the heading names. */
  readonly name?: string;
  /** How it was made: "central, eps = 0.0001". */
  readonly detail?: string;
  readonly look: Look;
  readonly kind: 'line' | 'points';
  readonly pieces: readonly Piece[];
}

export interface Panel {
  /** What is drawn, above the panel: "y = square(x)". */
  readonly heading: string;
  readonly y: Axis;
  readonly series: readonly Series[];
}

export interface Figure {
  /** Above the headings, if somebody gave one. */
  readonly title?: string | undefined;
  /** For those who hear the picture, and as its tooltip. */
  readonly name: string;
  /** What is to be seen, in a sentence or two. */
  readonly description: string;
  readonly x: Axis;
  /** What is on the axis of x. */
  readonly xName: string;
  /** One below the other, over the same x. */
  readonly panels: readonly Panel[];
  /** Lines below the figure. */
  readonly notes: readonly string[];
}
