/** @file Finds a jump or a pole that the step of a finite difference spans, by the values of f alone. */

import { UNIT_ROUND_OFF } from '../round-off/round-off';

export type Break = 'jump' | 'pole';

/** Until the part is a billionth of the step; where doubles do not lie so close, nothing is known. */
const HALVINGS = 30;
/** At a pole f grows by more in so many halvings, by 2^15 even where it is that of a root. */
const GROWTH = 32768;
/** A jump is told where no more than so many of its size make up all that f changes. */
const FEW = 16;
/** Jumps of so many units in the last digit of f are its rounding. */
const LAST_UNITS = 16;

interface Part {
  readonly ends: readonly [low: number, high: number];
  readonly values: readonly [number, number];
}

export function breakBetween(f: (x: number) => number, ends: readonly number[]): Break | undefined {
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const whole: Part = { ends: [low, high], values: [f(low), f(high)] };
  // The half at whose ends f is larger has the pole: its other end is nearer to it.
  const around = narrowed(f, whole, sizeOf);
  if (around !== undefined && sizeOf(around) > GROWTH * sizeOf(whole)) return 'pole';
  // Where f is smooth its change halves each time, to a billionth; at one of a few jumps it stays.
  const across = narrowed(f, whole, changeOf);
  if (across === undefined) return undefined;
  const isLeft = changeOf(across) > changeOf(whole) / FEW;
  const isMoreThanRounding = changeOf(across) > LAST_UNITS * UNIT_ROUND_OFF * sizeOf(across);
  return isLeft && isMoreThanRounding ? 'jump' : undefined;
}

function sizeOf({ values: [low, high] }: Part): number {
  return Math.abs(low) + Math.abs(high);
}

function changeOf({ values: [low, high] }: Part): number {
  return Math.abs(high - low);
}

/** The part that is left of halving it and going on with the half of which `measure` is larger. */
function narrowed(
  f: (x: number) => number,
  whole: Part,
  measure: (part: Part) => number,
): Part | undefined {
  let part = whole;
  for (let i = 0; i < HALVINGS; i++) {
    const [low, high] = part.ends;
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) return undefined;
    const y = f(middle);
    const left: Part = { ends: [low, middle], values: [part.values[0], y] };
    const right: Part = { ends: [middle, high], values: [y, part.values[1]] };
    part = measure(left) >= measure(right) ? left : right;
    if (!Number.isFinite(y)) break;
  }
  return part;
}
