/** @file The figure of a chain: its values above, its derivative below. */

import type { Break, BreakKind } from '../../core/plot/curve';
import type { Plot } from '../../core/plot/plot';
import { formatNumber } from '../../core/format-number';
import { numberText } from '../table';
import { shortCall } from '../shorten';
import type { Figure } from './figure';
import { rangeOf } from './range';

export interface ChainFigureOptions {
  /** The chain as a nested call. */
  readonly call: string;
  readonly functionCount: number;
  /** How the numerical derivative is made: "central, eps = 0.0001". */
  readonly numericalMethod: string;
  readonly title?: string;
  readonly ellipsis?: string;
}

export function chainFigure(plot: Plot, options: ChainFigureOptions): Figure {
  const { from, to, value, derivative, numerical } = plot;
  const { functionCount, numericalMethod, title, ellipsis } = options;
  const call = shortCall(options.call, functionCount, ellipsis);
  const notes = notesOf(plot);
  const over = `x from ${formatNumber(from)} to ${formatNumber(to)}`;
  return {
    ...(title !== undefined && { title }),
    name: title ?? `${call} and its derivative, ${over}`,
    description: [
      `Above, y = ${call} for ${over}; below, its derivative: backprop as a line,`,
      `the numerical one (${numericalMethod}) as points.`,
      ...notes.map((note) => `${note}.`),
    ].join(' '),
    x: { min: from, max: to, isLog: false },
    xName: 'x',
    panels: [
      {
        heading: `y = ${call}`,
        y: rangeOf(value),
        series: [{ look: 'value', kind: 'line', pieces: value.pieces }],
      },
      {
        heading: 'dy/dx',
        y: rangeOf(derivative, numerical),
        series: [
          { name: 'backprop', look: 'backprop', kind: 'line', pieces: derivative.pieces },
          {
            name: 'numerical',
            detail: numericalMethod,
            look: 'numerical',
            kind: 'points',
            pieces: [numerical],
          },
        ],
      },
    ],
    notes,
  };
}

const PLACE_DIGITS = 6;
const MOST_PLACES = 4;

/** Why the curves stop where they do: "pole at 0", a line for each kind. */
function notesOf({ value, derivative, from, to }: Plot): string[] {
  const near = (to / 1e6 - from / 1e6) / 2;
  const isNew = ({ at }: Break): boolean =>
    value.breaks.every((other) => Math.abs(other.at - at) > near);
  const places = new Map<string, string[]>();
  const add = (words: string, at: number): void => {
    places.set(words, [...(places.get(words) ?? []), numberText(PLACE_DIGITS)(at)]);
  };
  for (const { kind, at, side } of value.breaks) add(VALUE_WORDS[kind](side), at);
  for (const { kind, at, side } of derivative.breaks.filter(isNew)) {
    add(DERIVATIVE_WORDS[kind](side), at);
  }
  return [...places].map(([words, at]) => `${words} ${listed(at)}`);
}

type Words = Readonly<Record<BreakKind, (side: Break['side']) => string>>;

const beyond = (side: Break['side']): string => (side === 'left' ? 'above' : 'below');

const VALUE_WORDS: Words = {
  pole: () => 'pole at',
  jump: () => 'jump at',
  overflow: (side) => `y overflows ${beyond(side)}`,
  edge: (side) => `no value ${beyond(side)}`,
};

/** What the derivative does where the values go on. */
const DERIVATIVE_WORDS: Words = {
  pole: () => 'vertical tangent at',
  jump: () => 'kink at',
  overflow: (side) => `dy/dx overflows ${beyond(side)}`,
  edge: (side) => `no derivative ${beyond(side)}`,
};

function listed(places: readonly string[]): string {
  const shown = places.slice(0, MOST_PLACES).join(', ');
  const rest = places.length - MOST_PLACES;
  return rest > 0 ? `${shown} and ${formatNumber(rest)} more` : shown;
}
