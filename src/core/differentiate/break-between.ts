/** @file Finds a jump, a pole or a kink that the step of a finite difference spans, by the values of f alone. */

import { type Method, stencil } from '../../math/finite-differences';
import type { Graph } from '../graph/graph';
import { UNIT_ROUND_OFF } from '../round-off/round-off';

export interface Break {
  readonly kind: 'jump' | 'pole' | 'kink';
  /** Whether it is so near to x that no smaller step leaves it out. */
  readonly isBeside: boolean;
}

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

/** Parts of a kink are not halved where they are shorter than so many roundings of x. */
const LEAST_PART = 256;
/** A bend is that of a kink only after so many halvings, and where so many in a row are alike. */
const FEWEST_BENDS = 10;
const STEADY_BENDS = 7;
/** Of a kink they differ by half, as it lies at another place in each part; of a smooth f, by 64. */
const LIKE_BENDS = 3;
/** What bends by less than this fraction of the whole is not what makes the error. */
const LEAST_BEND = 0.125;

type Ends = readonly [low: number, high: number];
interface Part {
  readonly ends: Ends;
  readonly values: readonly [number, number];
}

/** @param k the variable along which the step is taken from the point */
export function breakInStep(
  graph: Graph,
  k: number,
  point: readonly number[],
  eps: number,
  method: Method,
): Break | undefined {
  const f = (x: number): number => graph.valuesAt(...point.with(k, x)).at(-1) as number;
  const x = point[k] as number;
  return breakBetween(f, stencil(x, eps, method), x);
}

/** @param ends of the step, and x */
export function breakBetween(
  f: (x: number) => number,
  ends: readonly number[],
  x: number,
): Break | undefined {
  const [low, high] = [Math.min(...ends, x), Math.max(...ends, x)];
  const found = (kind: Break['kind'], [from, to]: Ends): Break => ({
    kind,
    isBeside: from <= x && x <= to,
  });
  const whole: Part = { ends: [low, high], values: [f(low), f(high)] };
  // The half at whose ends f is larger has the pole: its other end is nearer to it.
  const around = narrowed(f, whole, sizeOf);
  if (around !== undefined && isPole(around)) return found('pole', endsOf(around)[1].ends);
  // Where f is smooth its change halves each time, to a billionth; at one of a few jumps it stays.
  const across = narrowed(f, whole, changeOf);
  if (across !== undefined && isJump(across)) return found('jump', endsOf(across)[1].ends);
  const kink = kinkIn(f, whole.ends);
  return kink && found('kink', kink);
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

/**
 * The part in which the slope jumps: how much f bends there, its second difference by the width, stays while the part
 * shrinks, and halves with it where f is smooth. From then on it may double, as the rounding of f does not shrink.
 */
function kinkIn(f: (x: number) => number, whole: Ends): Ends | undefined {
  const parts = bentParts(f, whole);
  const bends = parts.map(({ bend }) => bend);
  const isSteadyTo = (end: number): boolean => {
    const from = Math.max(0, end - STEADY_BENDS);
    return Math.max(...bends.slice(from, end)) < LIKE_BENDS * Math.min(...bends.slice(from));
  };
  let end = bends.length;
  while (end >= FEWEST_BENDS && !isSteadyTo(end)) end--;
  const last = parts[end - 1];
  const isCause = last !== undefined && last.bend >= LEAST_BEND * (bends[0] as number);
  return end >= FEWEST_BENDS && isCause ? last.ends : undefined;
}

/** The halves in which f bends most, each of the one before it, as long as that is more than rounding. */
function bentParts(
  f: (x: number) => number,
  whole: Ends,
): { readonly ends: Ends; readonly bend: number }[] {
  const parts = [];
  let [low, high] = whole;
  for (let i = 0; i < HALVINGS; i++) {
    const quarter = (high - low) / 4;
    if (quarter < LEAST_PART * UNIT_ROUND_OFF * Math.max(Math.abs(low), Math.abs(high))) break;
    const places = [0, 1, 2, 3, 4].map((k) => low + k * quarter);
    const y = places.map(f);
    // A kink in the middle of the whole bends neither half, but the middle one of its halves.
    const second = [0, 1, 2].map((k) =>
      Math.abs((y[k] as number) - 2 * (y[k + 1] as number) + (y[k + 2] as number)),
    );
    const largest = Math.max(...second);
    const size = Math.max(...y.map(Math.abs));
    if (!(largest > LAST_UNITS * UNIT_ROUND_OFF * size) || size === Infinity) break;
    const at = second.indexOf(largest);
    [low, high] = [places[at] as number, places[at + 2] as number];
    parts.push({ ends: [low, high] as const, bend: largest / quarter });
  }
  return parts;
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
