/**
 * @file Poles with the same sign on both sides, as that of 1/x^2: between two points whose values may
 * be equal. The largest of all points nearby is followed to where it is largest: that of a
 * continuous function stops to grow, that of a pole does not.
 */

import type { BlockFunction } from '../best/ladder';
import type { Cut } from './curve';
import { spreadOf } from './spread';

/** The largest of three points is the one in the middle. */
interface Peak {
  left: number;
  middle: number;
  right: number;
  size: number;
  /** What it was some halvings ago. */
  before: number;
  /** Whether it has grown since it was found. */
  hasGrown: boolean;
  /** Whether it is larger than the points halfway to its neighbours. */
  standsOut: boolean;
  isOpen: boolean;
  isPole: boolean;
  /** Where it has turned out to be infinite. */
  overflow?: number;
}

/** A peak stands out from its neighbours by more than this part of what most values span. */
const STEEP = 1 / 32;
const MOST_HALVINGS = 56;
/** After so many halvings a pole has grown by this factor, even a logarithmic one. */
const HALVINGS_PER_LOOK = 8;
const GROWTH = 1.02;
/** A curve with more peaks has them everywhere. */
const MOST_PEAKS = 2000;

interface Found {
  /** At poles, in no order. */
  readonly cuts: Cut[];
  /** Between the points, where f is infinite. */
  readonly overflows: readonly number[];
}

/** Looks between the points (x, y) of f. */
export function findPeaks(f: BlockFunction, x: Float64Array, y: Float64Array): Found {
  const peaks = peaksOf(x, y);
  for (let k = 1; k <= MOST_HALVINGS; k++) {
    const open = peaks.filter(({ isOpen }) => isOpen);
    if (open.length === 0) break;
    const sides = Float64Array.from(
      open.flatMap(({ left, middle, right }) => [left / 2 + middle / 2, middle / 2 + right / 2]),
    );
    const values = f(sides);
    for (const [i, peak] of open.entries()) {
      const j = 2 * i;
      climb(peak, sides.subarray(j, j + 2), values.subarray(j, j + 2));
      if (k % HALVINGS_PER_LOOK > 0) continue;
      const hasGrown = peak.size >= peak.before * GROWTH;
      peak.hasGrown ||= hasGrown;
      // It may be that close to a pole that it cannot grow yet.
      peak.isOpen &&= hasGrown || peak.standsOut;
      peak.before = peak.size;
    }
  }
  return {
    cuts: peaks.flatMap(({ left, right, isOpen, isPole, hasGrown }) =>
      (isOpen && hasGrown) || isPole ? [{ left, right, kind: 'pole' as const }] : [],
    ),
    overflows: peaks.flatMap(({ overflow }) => (overflow === undefined ? [] : [overflow])),
  };
}

function peaksOf(x: Float64Array, y: Float64Array): Peak[] {
  const least = spreadOf(y) * STEEP;
  const found: Peak[] = [];
  for (let i = 1; i + 1 < x.length && found.length < MOST_PEAKS; i++) {
    const [a, b, c] = [y[i - 1], y[i], y[i + 1]].map((value) => Math.abs(value as number)) as Three;
    const isPeak = b >= a && b >= c && Math.max(b - a, b - c) > least && b < Infinity;
    if (!isPeak) continue;
    const [left, middle, right] = x.subarray(i - 1, i + 2) as unknown as Three;
    const state = { isOpen: true, isPole: false, hasGrown: false, standsOut: true };
    found.push({ left, middle, right, size: b, before: b, ...state });
  }
  return found;
}

type Three = [number, number, number];

/** Moves to the larger of the points on both sides, if one is larger, and closer in any case. */
function climb(peak: Peak, sides: Float64Array, values: Float64Array): void {
  const [a, b] = sides as unknown as [number, number];
  const isLost = a <= peak.left || a >= peak.middle || b <= peak.middle || b >= peak.right;
  if (isLost) {
    peak.isOpen = false;
    peak.isPole = peak.hasGrown; // there are no more doubles between
    return;
  }
  const [aSize, bSize] = values.map(Math.abs) as unknown as [number, number];
  if (aSize === Infinity || bSize === Infinity) {
    peak.isOpen = false;
    peak.overflow = aSize === Infinity ? a : b;
    return;
  }
  peak.standsOut = Math.max(aSize, bSize) * GROWTH < peak.size;
  if (aSize > peak.size && !(bSize > aSize)) {
    Object.assign(peak, { right: peak.middle, middle: a, size: aSize });
  } else if (bSize > peak.size) {
    Object.assign(peak, { left: peak.middle, middle: b, size: bSize });
  } else Object.assign(peak, { left: a, right: b });
}
