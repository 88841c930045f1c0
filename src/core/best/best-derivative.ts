/**
 * @file The best numerical derivative that the values of a function allow, and a bound on its error.
 *
 * Central differences at steps that are halved again and again, extrapolated to a step of 0
 * (L. F. Richardson and J. A. Gaunt, "The deferred approach to the limit", 1927), with the noise of f
 * measured where the differences stop to agree; of the results the most precise one that agrees with
 * those of all smaller steps (O. V. Lepski's rule for the choice of a scale, 1991). What these steps
 * leave in doubt is looked at again at finer ones, and the noise where the result was taken from.
 *
 * The files of this folder in the order in which they are needed: best-of-graph.ts asks for the derivative
 * of a graph. ladder.ts takes the values of f at halved steps, and probes.ts says beside which. plateau.ts
 * looks where f is flat, and edge.ts for where that ends. best-at.ts then decides of each x by itself:
 * scale.ts has the quotients of a ladder, noise.ts their noise, extrapolate.ts their limit, and shape.ts
 * whether there is a corner. Last, local-noise.ts listens again where the result was taken from. What is
 * found instead of a derivative is a finding.ts.
 */

import { UNIT_ROUND_OFF } from '../round-off/round-off';
import { type ManyValued, refine, surroundings, type Surroundings } from './ladder';
import { localNoises } from './local-noise';
import { bestAt, type BestDerivative, type Found } from './best-at';
import { type Plateau, plateausOf } from './plateau';

/** What is known of the values of f, beside their size: they may be made of larger numbers. */
export interface KnownRoundOff {
  /** How wrong f(x) may be, for each x. */
  readonly roundOff: ManyValued;
  /** Whether it is worth while to ask for it at each step; otherwise that at x is taken for all. */
  readonly isUneven: boolean;
  /** Whether that is all: of a function that somebody brings nothing is known. */
  readonly isWhole: boolean;
}

/** So many x at a time, so that f gets some thousand points. */
const MOST_AT_ONCE = 64;
/** A derivative that is known to this part of it is not looked at again. */
const KNOWN_PART = 1e-3;

/** Differentiates f at every x, with some 100 values of f for each. */
export function bestDerivatives(
  f: ManyValued,
  x: Float64Array,
  known?: KnownRoundOff,
): BestDerivative[] {
  const found: BestDerivative[] = [];
  for (let start = 0; start < x.length; start += MOST_AT_ONCE) {
    const block = x.subarray(start, start + MOST_AT_ONCE);
    const around = surroundings(f, block, known?.isUneven === true ? known.roundOff : undefined);
    found.push(...bestAround(f, around, known));
  }
  return found;
}

/** Two values of f may be wrong by the round-off each, to both sides. */
const MOST_ROUNDING = 4;
/**
 * What is rounded inside f is the same at every x, and does not show: log(erf(4)) has lost half of its
 * digits, and with it the derivative of erf(4)^x.
 */
const CONSTANTS_PART = 1e-8;

/** What was seen of f at one x so far. */
interface Seen {
  readonly place: Surroundings;
  readonly roundOff: number;
  readonly plateau: Plateau | undefined;
  readonly found: Found;
}

/** The same from the values of f round about each x. */
export function bestAround(
  f: ManyValued,
  around: readonly Surroundings[],
  known?: KnownRoundOff,
): BestDerivative[] {
  const roundOff = known?.roundOff(Float64Array.from(around, ({ x }) => x));
  const plateaus = plateausOf(f, around);
  const seen = around.map((place, i) => see(place, roundOff?.[i] ?? 0, plateaus[i]));
  lookCloser(f, seen, known);
  if (known?.isWhole !== true) listen(f, seen);
  return seen.map(({ found }) => found.best);
}

function see(place: Surroundings, roundOff: number, found?: Plateau): Seen {
  // Steps that are no higher than the round-off that is known are no steps of f.
  const isRounding = (found?.steps?.height ?? Infinity) <= MOST_ROUNDING * roundOff;
  const plateau = found && isRounding ? { ...withoutSteps(found), isWide: false } : found;
  const least = Math.max(plateau?.quantum ?? 0, roundOff);
  return { place, roundOff, plateau, found: bestAt(place, { least }, plateau) };
}

function withoutSteps({ quantum, extent, farSlope, isWide }: Plateau): Plateau {
  return { quantum, extent, farSlope, isWide };
}

/** Looks at finer steps where something is in doubt. */
function lookCloser(f: ManyValued, seen: Seen[], known?: KnownRoundOff): void {
  const doubtful = [...seen.keys()].filter((i) => isDoubtful(seen[i] as Seen));
  if (doubtful.length === 0) return;
  const places = doubtful.map((i) => (seen[i] as Seen).place);
  const refined = refine(f, places, known?.isUneven === true ? known.roundOff : undefined);
  const unknown = [...doubtful.keys()].filter(
    (k) => seen[doubtful[k] as number]?.plateau === undefined,
  );
  const plateaus = plateausOf(
    f,
    unknown.map((k) => refined[k] as Surroundings),
  );
  for (const [k, i] of doubtful.entries()) {
    const { roundOff, plateau } = seen[i] as Seen;
    seen[i] = see(refined[k] as Surroundings, roundOff, plateau ?? plateaus[unknown.indexOf(k)]);
  }
}

function isDoubtful({ place, found, plateau }: Seen): boolean {
  const { finding, value, bound } = found.best;
  if (plateau?.isWide === true || place.ladders.every(({ length }) => length === 0)) return false;
  if (finding !== undefined) return finding.kind !== 'undefined' && finding.kind !== 'pole';
  return !(bound <= KNOWN_PART * Math.abs(value));
}

/** Measures the noise of f where the derivatives were taken from. */
function listen(f: ManyValued, seen: Seen[]): void {
  const places = [...seen.entries()].flatMap(([i, { place, found }]) => {
    return found.step === undefined ? [] : [{ i, x: place.x, step: found.step }];
  });
  if (places.length === 0) return;
  const noises = localNoises(f, places);
  for (const [k, { i, step }] of places.entries()) {
    const { place, roundOff, plateau, found } = seen[i] as Seen;
    // x, and what f makes of it at first, has a last digit, too.
    const ofX = Math.abs(found.best.value * place.x) * UNIT_ROUND_OFF;
    const noise = Math.max(noises[k] as number, ofX);
    const least = Math.max(plateau?.quantum ?? 0, roundOff);
    const isKnown = noise <= (found.noise ?? 0);
    const { best } = isKnown ? found : bestAt(place, { least, far: { step, noise } }, plateau);
    const bound = Math.max(best.bound, CONSTANTS_PART * Math.abs(best.value));
    seen[i] = { place, roundOff, plateau, found: { best: { ...best, bound } } };
  }
}
