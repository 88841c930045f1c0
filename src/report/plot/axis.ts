/**
 * @file Positions on an axis, and round ticks.
 *
 * By hand in 150 lines: d3-array has no ticks at all from -1.5e308 to 1.5e308 or from 0 to 5e-324, and
 * plots go that far. Loaded by `plot` and `sweep` alone.
 */

import { formatNumber } from '../../core/text/format-number';
import { readNumber } from '../../core/text/parse-number';
import { log } from '../../math/rounded/log';
import type { Axis, Scale } from './figure';

/** Positions are limited to this many lengths of the axis. */
const FARTHEST = 1e6;

/** For each scale, the position of a number in any unit, and the values of round ticks. */
const SCALES: Readonly<
  Record<Scale, { along: (value: number) => number; ticks: (axis: Axis, most: number) => number[] }>
> = {
  linear: { along: (value) => value, ticks: (axis, most) => multiples(axis, stepOf(axis, most)) },
  log: { along: log, ticks: powersOfTen },
};

/** The position of a number: 0 at the lower end, 1 at the upper one; never infinite. */
export function position({ min, max, scale }: Axis, value: number): number {
  const { along } = SCALES[scale];
  const a = along(min);
  const b = along(max);
  const v = along(value);
  // With halves, if the length of the axis would overflow.
  const place = b - a === Infinity ? (v / 2 - a / 2) / (b / 2 - a / 2) : (v - a) / (b - a);
  return Math.max(-FARTHEST, Math.min(FARTHEST, place));
}

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Ticks at multiples of 1, 2 or 5 times a power of ten; on a logarithmic axis at powers of ten. */
export function ticksOf(axis: Axis, most: number): Tick[] {
  const values = SCALES[axis.scale].ticks(axis, most);
  return labelled(values.length === 0 ? [axis.min, axis.max] : values);
}

/**
 * As many ticks as there is room for, up to a limit.
 *
 * @param length the length of the axis
 * @param sizeOf the size of a tick's label along the axis, with the gap to the next
 */
export function fittingTicks(
  axis: Axis,
  most: number,
  length: number,
  sizeOf: (label: string) => number,
): Tick[] {
  const isFree = (ticks: readonly Tick[]): boolean => {
    const needed = Math.max(...ticks.map(({ label }) => sizeOf(label)));
    const places = ticks.map(({ value }) => length * position(axis, value));
    return places.every((place, i) => place - (places[i - 1] ?? -Infinity) >= needed);
  };
  return ticksFrom(axis, most).find(isFree) ?? ticksOf(axis, 2).slice(0, 1);
}

/** Candidates from many ticks down to two far apart: a single one would not show the length of the axis. */
export function ticksFrom(axis: Axis, most: number): Tick[][] {
  const fewer = Array.from({ length: most - 1 }, (_, i) => ticksOf(axis, most - i));
  // Some axes have no two round ticks except the outer ones of three, such as -20, 0, 20.
  const outer = [3, 4, 5]
    .map((count) => ticksOf(axis, count))
    .map((ticks) => [...ticks.slice(0, 1), ...ticks.slice(1).slice(-1)]);
  return [...fewer, ...outer].filter((ticks) => ticks.length > 1);
}

/** The axis with both ends moved outwards to a tick. */
export function niceAxis(min: number, max: number, most: number): Axis {
  const axis: Axis = { min, max, scale: 'linear' };
  const { factor, exponent } = stepOf(axis, most);
  const step = scaled(factor, exponent);
  if (step < LEAST_STEP) return axis;
  const low = Math.floor(min / step + SLACK);
  const high = Math.ceil(max / step - SLACK);
  if (!isCountable(low * factor) || !isCountable(high * factor)) return axis;
  const from = scaled(low * factor, exponent);
  const to = scaled(high * factor, exponent);
  return {
    ...axis,
    min: from === -Infinity ? min : Math.min(from, min),
    max: to === Infinity ? max : Math.max(to, max),
  };
}

/** factor * 10^exponent */
interface TickStep {
  readonly factor: number;
  readonly exponent: number;
}

/** The exponent of a step of 0. */
const NO_EXPONENT = -400;
/** Smaller steps have few digits as doubles. */
const LEAST_STEP = 1e-307;
/** A margin for the rounding of a division. */
const SLACK = 1e-9;

/** The smallest round step that makes at most this many ticks. */
function stepOf({ min, max }: Axis, most: number): TickStep {
  const least = max / most - min / most;
  const exponent = least > 0 ? exponentOf(least) : NO_EXPONENT;
  for (const factor of [1, 2, 5, 10, 20]) {
    const step = scaled(factor, exponent);
    if (Math.floor(max / step + SLACK) - Math.ceil(min / step - SLACK) < most) {
      return { factor, exponent };
    }
  }
  return { factor: 50, exponent };
}

/** The decimal exponent of the first digit: -1 for 0.5. */
export function exponentOf(value: number): number {
  return readNumber(value.toExponential().split('e')[1] ?? '0');
}

/** factor * 10^exponent, read as decimal text so that 3 * 0.1 is 0.3. */
function scaled(factor: number, exponent: number): number {
  return readNumber(`${formatNumber(factor)}e${formatNumber(exponent)}`);
}

function isCountable(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/** The multiples of a step on the axis; none if doubles are too coarse to count them. */
function multiples(axis: Axis, { factor, exponent }: TickStep): number[] {
  const { min, max } = axis;
  const step = scaled(factor, exponent);
  const first = Math.ceil(min / step - SLACK);
  const last = Math.floor(max / step + SLACK);
  if (!isCountable(first * factor) || !isCountable(last * factor)) return [];
  const values = Array.from({ length: last - first + 1 }, (_, i) =>
    scaled((first + i) * factor + 0, exponent),
  );
  // Subnormal steps are rounded, so that their multiples may be off the axis.
  return [...new Set(values)].filter((value) => {
    const place = position(axis, value);
    return place >= -SLACK && place <= 1 + SLACK;
  });
}

function powersOfTen({ min, max }: Axis, most: number): number[] {
  const low = exponentOf(min);
  const first = scaled(1, low) < min ? low + 1 : low;
  const last = exponentOf(max);
  const every = Math.max(1, Math.ceil((last - first + 1) / most));
  const values: number[] = [];
  // Counted from 10^0, so that 1 is a tick if it is on the axis.
  for (let k = Math.ceil(first / every) * every; k <= last; k += every) values.push(scaled(1, k));
  return values;
}

/** Ticks with labels, all plain or all with an exponent, whichever is shorter. */
function labelled(values: readonly number[]): Tick[] {
  const plain = values.map(formatNumber);
  const scientific = values.map((value) => value.toExponential().replace(/e[+]0$/, ''));
  const longest = (labels: readonly string[]): number =>
    labels.reduce((length, label) => Math.max(length, label.length), 0);
  const labels = longest(scientific) < longest(plain) ? scientific : plain;
  return values.map((value, i) => ({ value, label: labels[i] as string }));
}
