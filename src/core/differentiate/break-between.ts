/** @file Finds a jump or a pole that the step of a finite difference spans, by the values of f alone. */

import { UNIT_ROUND_OFF } from '../round-off/round-off';

export type BreakBetween = 'jump' | 'pole';

/** Until the part is a billionth of the step; where doubles do not lie so close, nothing is known. */
const HALVINGS = 30;
/** At a pole f grows by more in so many halvings, by 2^15 even where it is that of a root. */
const GROWTH = 32768;
/** So may it to a narrow peak, but in the last few halvings f hardly changes there. */
const LAST_HALVINGS = 10;
const LAST_GROWTH = 4;
/** A jump is told where no more than so many of its size make up all that f changes. */
const FEW = 16;
/** Jumps of so many units in the last digit of f are its rounding. */
const LAST_UNITS = 16;

interface Part {
  readonly ends: readonly [low: number, high: number];
  readonly values: readonly [number, number];
}

export function breakBetween(
  f: (x: number) => number,
  ends: readonly number[],
): BreakBetween | undefined {
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const whole: Part = { ends: [low, high], values: [f(low), f(high)] };
  // The half at whose ends f is larger has the pole: its other end is nearer to it.
  const around = narrowed(f, whole, sizeOf);
  if (around !== undefined && isPole(around)) return 'pole';
  // Where f is smooth its change halves each time, to a billionth; at one of a few jumps it stays.
  const across = narrowed(f, whole, changeOf);
  return across !== undefined && isJump(across) ? 'jump' : undefined;
}

function isPole(parts: readonly Part[]): boolean {
  const [whole, last] = endsOf(parts);
  if (!(sizeOf(last) > GROWTH * sizeOf(whole))) return false;
  if (sizeOf(last) === Infinity) return true;
  // An end that is by chance very near to the pole stays while the others come nearer: the two differ then.
  const fine = parts.slice(-LAST_HALVINGS);
  const isGrowing = sizeOf(last) > LAST_GROWTH * sizeOf(fine[0] as Part);
  return isGrowing || fine.some((part) => changeOf(part) > sizeOf(part) / 2);
}

function isJump(parts: readonly Part[]): boolean {
  const [, last] = endsOf(parts);
  // The ends of the step may have the same value.
  const most = Math.max(...parts.map(changeOf));
  return changeOf(last) > most / FEW && changeOf(last) > LAST_UNITS * UNIT_ROUND_OFF * sizeOf(last);
}

function endsOf(parts: readonly Part[]): [whole: Part, last: Part] {
  return [parts[0] as Part, parts.at(-1) as Part];
}

function sizeOf({ values: [low, high] }: Part): number {
  return Math.abs(low) + Math.abs(high);
}

function changeOf({ values: [low, high] }: Part): number {
  return Math.abs(high - low);
}

/** The whole and what is left of it by each halving, going on with the half of which `measure` is larger. */
function narrowed(
  f: (x: number) => number,
  whole: Part,
  measure: (part: Part) => number,
): readonly Part[] | undefined {
  const parts = [whole];
  let part = whole;
  for (let i = 0; i < HALVINGS; i++) {
    const [low, high] = part.ends;
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) return undefined;
    const y = f(middle);
    const left: Part = { ends: [low, middle], values: [part.values[0], y] };
    const right: Part = { ends: [middle, high], values: [y, part.values[1]] };
    part = measure(left) >= measure(right) ? left : right;
    parts.push(part);
    if (!Number.isFinite(y)) break;
  }
  return parts;
}
