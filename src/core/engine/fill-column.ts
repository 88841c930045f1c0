/** @file Functions of numbers, at all points of a block, and lists of these. */

import type { Kernel } from '../../math/ball';

/**
 * Fills a list with a function of the numbers that others have at the same place.
 *
 * Arguments are passed one by one up to three: with a list of them for each point, a formula that has
 * `max` or `?:` took five times as long.
 */
function fillColumn(to: Float64Array | Uint8Array, f: Kernel, x: readonly Float64Array[]): void {
  const [a, b, c] = x as [Float64Array, Float64Array, Float64Array];
  switch (x.length) {
    case 1:
      for (let i = 0; i < to.length; i++) to[i] = f(a[i] as number);
      break;
    case 2:
      for (let i = 0; i < to.length; i++) to[i] = f(a[i] as number, b[i] as number);
      break;
    case 3:
      for (let i = 0; i < to.length; i++) {
        to[i] = f(a[i] as number, b[i] as number, c[i] as number);
      }
      break;
    default:
      for (let i = 0; i < to.length; i++) to[i] = f(...x.map((column) => column[i] as number));
  }
}

/** Fills a list with one function of the numbers that others have at the same place. */
type Filler = (to: Float64Array, ...x: readonly Float64Array[]) => void;

/** A list of so many numbers or more gets a loop of its own: making one takes some 20 microseconds. */
const LONG = 256;
let ownLoops = 0;

/**
 * Fills lists with a function; long lists by a loop that no other function goes through.
 *
 * V8 optimizes a loop by the functions that it has seen there, and keeps that with the loop's source text, also
 * for closures. In a loop that all functions share it inlines none of them, and each argument and result becomes
 * an object. So each function gets a loop of its own text.
 * 1,000,000 rows of square,exp,square take 1.48 s of processor with own loops, 1.68 without.
 *
 * @param count of its arguments
 */
export function fillerOf(f: Kernel, count: number): Filler {
  let own: Filler | undefined;
  return (to, ...x) => {
    if (to.length < LONG) fillColumn(to, f, x);
    else (own ??= ownLoop(f, count))(to, ...x);
  };
}

function ownLoop(f: Kernel, count: number): Filler {
  const x = Array.from({ length: count }, (_, k) => `x${String(k)}`);
  // The number at its end makes the text a new one.
  const text = `return (to, ${x.join()}) => {
    for (let i = 0; i < to.length; i++) to[i] = f(${x.map((list) => `${list}[i]`).join()});
  } // ${String(++ownLoops)}`;
  try {
    // oxlint-disable-next-line house/edges, typescript/no-implied-eval, no-new-func -- it has no input in it
    const bind = new Function('f', text) as (f: Kernel) => Filler;
    return bind(f);
  } catch {
    // node --disallow-code-generation-from-strings
    return (to, ...lists) => {
      fillColumn(to, f, lists);
    };
  }
}

/** Lists, one after the other; a single one as it is. */
export function joined(lists: readonly Float64Array[]): Float64Array {
  if (lists.length === 1) return lists[0] as Float64Array;
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const list of lists) {
    all.set(list, end);
    end += list.length;
  }
  return all;
}

/** Multiplies each number of a list by that of another at the same place. */
export function multiplyColumn(to: Float64Array, by: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) * (by[i] as number);
}

/** The points, as ones among zeros, at which a test holds. */
export function pointsWhere(
  test: (...x: readonly number[]) => boolean,
  x: readonly Float64Array[],
): Uint8Array {
  const points = new Uint8Array((x[0] as Float64Array).length);
  // A list of numbers takes true as 1.
  fillColumn(points, test as (...x: readonly number[]) => unknown as Kernel, x);
  return points;
}
