/** @file The figure of a graph: its values above, its derivative below. */

import type { Break, BreakKind, Piece } from '../../core/plot/curve';
import type { Plot } from '../../core/plot/plot';
import { formatNumber } from '../../core/text/format-number';
import { besides, shortCall } from '../text/heading';
import { numberText } from '../text/number-text';
import { exponentOf } from './axis';
import type { Axis, Figure, FigureTexts } from './figure';
import { rangeOf } from './range';

/** @param numericalMethod how the numerical derivative is made: "central, eps = 0.0001" */
export function curveFigure(plot: Plot, numericalMethod: string, options: FigureTexts): Figure {
  const { from, to, value, derivative, numerical } = plot;
  const { functionCount, title, ellipsis } = options;
  const call = shortCall(options.formula, functionCount, ellipsis);
  const slopes = rangeOf(derivative, numericalInRange(plot));
  const notes = notesOf(plot, slopes);
  const { variable } = plot;
  const over = `${variable} from ${formatNumber(from)} to ${formatNumber(to)}${besides(options)}`;
  return {
    title,
    name: title ?? `${call} and its derivative, ${over}`,
    description: [
      `Above, y = ${call} for ${over}; below, its derivative: backprop as a line,`,
      `the numerical one (${numericalMethod}) as points.`,
      ...notes.map((note) => `${note}.`),
    ].join(' '),
    x: { min: from, max: to, scale: 'linear' },
    xName: variable,
    panels: [
      {
        heading: `y = ${call}${besides(options)}`,
        y: rangeOf(value),
        series: [{ look: 'value', kind: 'line', pieces: value.pieces }],
      },
      {
        heading: `dy/d${variable}`,
        y: slopes,
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

/** The numerical derivatives that determine the range: not those near jumps, where a step gives a slope of any size. */
function numericalInRange({ numerical, value, from, to }: Plot): Piece {
  const near = (to / 2 - from / 2) * NEAR_JUMP;
  const isBeside = (x: number): boolean => value.breaks.some(({ at }) => Math.abs(at - x) <= near);
  const kept = [...numerical.x.keys()].filter((i) => !isBeside(numerical.x[i] as number));
  const pick = (values: readonly number[]): number[] => kept.map((i) => values[i] as number);
  return { x: pick(numerical.x), y: pick(numerical.y) };
}

/** The distance from a jump that counts as near, relative to half the width of the figure. */
const NEAR_JUMP = 1e-2;

/** Breaks closer than this fraction of the width are the same. */
const SAME_PLACE = 5e-7;
/** A difference above this fraction of the axis is visible. */
const VISIBLE = 0.02;

/** Notes on why the curves stop, one for each kind of break, and on other things to see. */
function notesOf(plot: Plot, slopes: Axis): string[] {
  const { value, derivative, from, to, numerical } = plot;
  const near = (to / 2 - from / 2) * 2 * SAME_PLACE;
  const isNear = (x: number, { at }: Break, distance: number): boolean =>
    Math.abs(at - x) <= distance;
  const textOf = placeText(plot);
  // Places that only more digits would tell apart are one.
  const places = new Map<string, Set<string>>();
  const add = (words: string, at: number): void => {
    places.set(words, (places.get(words) ?? new Set()).add(textOf(at)));
  };
  for (const { kind, at, side } of value.breaks) {
    add(VALUE_WORDS[kind](side), at);
    // What lies beyond an end of the interval is unknown.
    const isInside = at > from && at < to;
    if (kind === 'pole' && side !== undefined && isInside) add(VALUE_WORDS.edge(side), at);
  }
  for (const { kind, at, side } of derivative.breaks) {
    const isNew = value.breaks.every((other) => !isNear(at, other, near));
    if (isNew) add(DERIVATIVE_WORDS[kind](side), at);
  }
  const notes = [...places].map(([words, at]) => `${words} ${listed([...at])}`);
  if (derivative.pieces.length === 0) return [...notes, 'backprop has no value here'];

  const visible = VISIBLE * (slopes.max / 2 - slopes.min / 2) * 2;
  const step = to / (numerical.x.length + 1) - from / (numerical.x.length + 1);
  const shown = (slope: number): number => Math.min(slopes.max, Math.max(slopes.min, slope));
  const off = numerical.x.filter(
    (x, i) =>
      Math.abs(shown(numerical.y[i] as number) - shown(numerical.backprop[i] as number)) >
        visible &&
      [...value.breaks, ...derivative.breaks].every((place) => !isNear(x, place, step / 2)),
  );
  if (off.length === 0) return notes;
  const count = `${formatNumber(off.length)} of ${formatNumber(numerical.x.length)} points`;
  return [...notes, `numerical and backprop differ at ${count}: check says which is right`];
}

/** The digits of a place; an axis that is short beside its distance from 0 needs more, up to all 17 of a double. */
const PLACE_DIGITS = 6;
const MOST_DIGITS = 17;
/** The most places that a note names. */
const MOST_PLACES = 4;

/** Writes a place on the x axis with as many digits as the axis distinguishes. */
function placeText({ from, to }: Plot): (at: number) => string {
  const width = exponentOf(to / 2 - from / 2);
  return (at) => {
    const more = at === 0 ? 0 : Math.max(0, exponentOf(Math.abs(at)) - width);
    return numberText(Math.min(MOST_DIGITS, PLACE_DIGITS + more))(at);
  };
}

type Words = Readonly<Record<BreakKind, (side: Break['side']) => string>>;

const beyond = (side: Break['side']): string => (side === 'left' ? 'above' : 'below');

const VALUE_WORDS: Words = {
  pole: () => 'pole at',
  jump: () => 'jump at',
  point: () => 'single value at',
  overflow: (side) => `y overflows ${beyond(side)}`,
  edge: (side) => `no value ${beyond(side)}`,
  hole: () => 'no value at',
};

/** Words for breaks of the derivative where the values are continuous. */
const DERIVATIVE_WORDS: Words = {
  pole: () => 'vertical tangent at',
  jump: () => 'kink at',
  point: () => 'single slope at',
  overflow: (side) => `dy/dx overflows ${beyond(side)}`,
  edge: (side) => `no derivative ${beyond(side)}`,
  hole: () => 'no derivative at',
};

function listed(places: readonly string[]): string {
  const shown = places.slice(0, MOST_PLACES).join(', ');
  const rest = places.length - MOST_PLACES;
  return rest > 0 ? `${shown} and ${formatNumber(rest)} more` : shown;
}
