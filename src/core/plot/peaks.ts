/**
 * @file Finds poles with the same sign on both sides, as that of 1/x^2: they may lie between two points with
 * equal values. Each local maximum of |f| is climbed: that of a continuous function stops growing, that of
 * a pole does not.
 */

import type { BlockFunction } from '../best/asking';
import type { Cut } from './curve';
import { spreadOf } from './spread';

/** Three points with the largest |f| in the middle. */
interface Peak {
  left: number;
  middle: number;
  right: number;
  size: number;
  /** The size at the last look (see HALVINGS_PER_LOOK). */
  before: number;
  /** Whether it has grown since the search began. */
  hasGrown: boolean;
  /** Whether |f| is larger than at the points halfway to both neighbours. */
  standsOut: boolean;
  isOpen: boolean;
  isPole: boolean;
  /** An x where f is infinite, once it is found. */
  overflow?: number;
}

/** A candidate exceeds its neighbours by more than this fraction of the spread of all values. */
const STEEP_PART = 1 / 32;
const MOST_HALVINGS = 56;
/** At a pole, even a logarithmic one, |f| grows by the factor GROWTH in this many halvings. */
const HALVINGS_PER_LOOK = 8;
const GROWTH = 1.02;
/** If there are more peaks the curve has them everywhere: the others are not followed. */
const MOST_PEAKS = 2000;

interface PolesBetween {
  /** The places of the poles, unsorted. */
  readonly cuts: Cut[];
  /** The x between the points at which f is infinite. */
  readonly overflows: readonly number[];
}

/** Looks for poles between the points (x, y) of f. */
export function findPeaks(f: BlockFunction, x: Float64Array, y: Float64Array): PolesBetween {
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
      // The middle may be so close to the pole already that no halfway point is larger yet.
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
  const least = spreadOf(y) * STEEP_PART;
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

/** Moves the middle to a larger halfway point, if there is one, and halves the distances. */
function climb(peak: Peak, sides: Float64Array, values: Float64Array): void {
  const [a, b] = sides as unknown as [number, number];
  const isLost = a <= peak.left || a >= peak.middle || b <= peak.middle || b >= peak.right;
  if (isLost) {
    peak.isOpen = false;
    peak.isPole = peak.hasGrown; // no double lies between any more
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
