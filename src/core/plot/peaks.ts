/**
 * @file Finds poles with the same sign on both sides, as that of 1/x^2: they may lie between two points with
 * equal values. Each local maximum of |f| is climbed: that of a continuous function stops growing, that of
 * a pole does not.
 */

import { answered, type Asking, type BlockFunction } from '../best/asking';
import type { Cut } from './curve';
import { spreadOf } from './spread';

/** Three points with the largest |f| in the middle. */
interface Peak {
  readonly left: number;
  readonly middle: number;
  readonly right: number;
  readonly size: number;
}

/** A candidate exceeds its neighbours by more than this fraction of the spread of all values. */
const STEEP_PART = 1 / 32;
const MOST_HALVINGS = 56;
/** At a pole, even a logarithmic one, |f| grows by the factor GROWTH in this many halvings. */
const HALVINGS_PER_LOOK = 8;
const GROWTH = 1.02;
/** If there are more peaks the curve has them everywhere: the others are not followed. */
const MOST_PEAKS = 2000;

/** Looks between the points (x, y) of f for poles, and for x at which it is infinite; unsorted. */
export function findPeaks(f: BlockFunction, x: Float64Array, y: Float64Array): (Cut | number)[] {
  return answered(f, peaksOf(x, y).map(climbed)).flatMap((found) => found ?? []);
}

function peaksOf(x: Float64Array, y: Float64Array): Peak[] {
  const least = spreadOf(y) * STEEP_PART;
  const found: Peak[] = [];
  for (let i = 1; i + 1 < x.length && found.length < MOST_PEAKS; i++) {
    const [a, b, c] = [y[i - 1], y[i], y[i + 1]].map((value) => Math.abs(value as number)) as Three;
    const isPeak = b >= a && b >= c && Math.max(b - a, b - c) > least && b < Infinity;
    if (!isPeak) continue;
    const [left, middle, right] = x.subarray(i - 1, i + 2) as unknown as Three;
    found.push({ left, middle, right, size: b });
  }
  return found;
}

type Three = [number, number, number];

/** Moves the middle to a larger halfway point, if there is one, and halves the distances, again and again. */
function* climbed({ left, middle, right, size }: Peak): Asking<Cut | number | undefined> {
  let before = size;
  let hasGrown = false;
  for (let k = 1; k <= MOST_HALVINGS; k++) {
    const a = left / 2 + middle / 2;
    const b = middle / 2 + right / 2;
    // Until no double lies between any more.
    if (a <= left || a >= middle || b <= middle || b >= right) break;
    const values = yield Float64Array.of(a, b);
    const [aSize, bSize] = values.map(Math.abs) as unknown as [number, number];
    if (aSize === Infinity || bSize === Infinity) return aSize === Infinity ? a : b;
    const standsOut = Math.max(aSize, bSize) * GROWTH < size;
    if (aSize > size && !(bSize > aSize)) {
      right = middle;
      middle = a;
      size = aSize;
    } else if (bSize > size) {
      left = middle;
      middle = b;
      size = bSize;
    } else {
      left = a;
      right = b;
    }
    if (k % HALVINGS_PER_LOOK > 0) continue;
    const isGrowing = size >= before * GROWTH;
    hasGrown ||= isGrowing;
    // The middle may be so close to the pole already that no halfway point is larger yet.
    if (!isGrowing && !standsOut) return undefined;
    before = size;
  }
  return hasGrown ? { left, right, kind: 'pole' } : undefined;
}
