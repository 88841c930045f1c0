/**
 * @file The best numerical derivative that the values of a function allow, and a bound on its error.
 *
 * Central differences at halved steps are extrapolated to a step of 0 (L. F. Richardson and J. A. Gaunt,
 * "The deferred approach to the limit", 1927). The noise of f is measured at the smallest steps. Of all
 * estimates the most precise one wins that agrees with those of all smaller steps (O. V. Lepski's rule for
 * the choice of a scale, 1991). Where the result is still uncertain, refinement steps are added.
 *
 * Words of this folder:
 * - A **ladder** is a sequence of halved steps; a **rung** is one of them, with the values of f at both
 *   sides of x. **Refinement steps** (`finer`) are added to ladders, **probes** lie between their steps.
 * - **Round-off** is a known bound on the error of a value of f; **noise** is what its values show of it.
 * - A **plateau** is an interval round x on which f does not change; its **resolution** is the smallest
 *   change of f that is visible. A **staircase** is a step function, made of plateaus and jumps.
 * - A **secant** is the line from x to another point; `steepest` and `usual` are slopes of secants.
 *
 * The files in the order of use: best-of-graph.ts differentiates a graph. ladder.ts samples f, at the
 * probes of probes.ts as well. plateau.ts looks where f is flat, plateau-end.ts for where that ends.
 * best-at.ts decides for each x: quotient-table.ts has the quotients, noise.ts their noise, extrapolate.ts
 * their limit, shape.ts kinks and cusps. local-noise.ts measures the noise again at the step that was
 * chosen. finding.ts lists what can be found instead of a derivative.
 *
 * Thresholds without a source are choices. The unit tests pin their values; reference-rows.test.ts and
 * `npm run check-power` measure their effect.
 */

import { UNIT_ROUND_OFF } from '../round-off/round-off';
import { type BlockFunction, refine, surroundings, type Surroundings } from './ladder';
import { localNoises } from './local-noise';
import { bestAt, type BestDerivative, type BestAtPoint } from './best-at';
import { type Plateau, plateausOf } from './plateau';

/** What is known of the round-off of f: f may compute with larger numbers than its value. */
export interface KnownRoundOff {
  /** An error bound of f(x) for each x. */
  readonly roundOff: BlockFunction;
  /** Whether the bound changes from step to step, and must be computed at each; otherwise that at x serves all. */
  readonly isUneven: boolean;
  /** Whether it covers all round-off. Not for a function of the user, whose inside is unknown. */
  readonly isWhole: boolean;
}

/** The number of x that are sampled together: f then gets several thousand points at once. */
const MOST_AT_ONCE = 64;
/** A derivative with a relative bound below this is not refined. */
const KNOWN_PART = 1e-3;

/** Differentiates f at every x, with about 100 values of f for each. */
export function bestDerivatives(
  f: BlockFunction,
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

/** Two values may each be wrong by the round-off; doubled for safety. */
const MOST_ROUNDING = 4;
/**
 * A constant inside a user's function may be wrong by this fraction of it without any visible noise, since
 * it is the same at every x: half of the digits of log(erf(4)) are lost, and with them half of those of
 * the derivative of erf(4)^x.
 */
const CONSTANTS_PART = 1e-8;

/** The result at one x so far, and what it was made from. */
interface Examined {
  readonly place: Surroundings;
  readonly roundOff: number;
  readonly plateau: Plateau | undefined;
  readonly found: BestAtPoint;
}

/** The same from samples that were taken already. */
export function bestAround(
  f: BlockFunction,
  around: readonly Surroundings[],
  known?: KnownRoundOff,
): BestDerivative[] {
  const roundOff = known?.roundOff(Float64Array.from(around, ({ x }) => x));
  const plateaus = plateausOf(f, around);
  const examined = around.map((place, i) => examine(place, roundOff?.[i] ?? 0, plateaus[i]));
  refineUncertain(f, examined, known);
  if (known?.isWhole !== true) measureLocalNoise(f, examined);
  return examined.map(({ found }) => found.best);
}

function examine(place: Surroundings, roundOff: number, found?: Plateau): Examined {
  // Jumps no higher than the known round-off are rounding.
  const isRounding = (found?.steps?.height ?? Infinity) <= MOST_ROUNDING * roundOff;
  const plateau = found && isRounding ? { ...withoutSteps(found), isWide: false } : found;
  const least = Math.max(plateau?.resolution ?? 0, roundOff);
  return { place, roundOff, plateau, found: bestAt(place, { least }, plateau) };
}

function withoutSteps({ resolution, extent, farSlope, isWide }: Plateau): Plateau {
  return { resolution, extent, farSlope, isWide };
}

/** Adds refinement steps where the result is uncertain. */
function refineUncertain(f: BlockFunction, examined: Examined[], known?: KnownRoundOff): void {
  const uncertain = [...examined.keys()].filter((i) => isUncertain(examined[i] as Examined));
  if (uncertain.length === 0) return;
  const places = uncertain.map((i) => (examined[i] as Examined).place);
  const refined = refine(f, places, known?.isUneven === true ? known.roundOff : undefined);
  const unknown = [...uncertain.keys()].filter(
    (k) => examined[uncertain[k] as number]?.plateau === undefined,
  );
  const plateaus = plateausOf(
    f,
    unknown.map((k) => refined[k] as Surroundings),
  );
  for (const [k, i] of uncertain.entries()) {
    const { roundOff, plateau } = examined[i] as Examined;
    examined[i] = examine(
      refined[k] as Surroundings,
      roundOff,
      plateau ?? plateaus[unknown.indexOf(k)],
    );
  }
}

function isUncertain({ place, found, plateau }: Examined): boolean {
  const { finding, value, bound } = found.best;
  if (plateau?.isWide === true || place.ladders.every(({ length }) => length === 0)) return false;
  if (finding !== undefined) return finding.kind !== 'undefined' && finding.kind !== 'pole';
  return !(bound <= KNOWN_PART * Math.abs(value));
}

/** Measures the noise at the steps that the estimates were taken from, and decides again where it is larger. */
function measureLocalNoise(f: BlockFunction, examined: Examined[]): void {
  const places = [...examined.entries()].flatMap(([i, { place, found }]) => {
    return found.step === undefined ? [] : [{ i, x: place.x, step: found.step }];
  });
  if (places.length === 0) return;
  const noises = localNoises(f, places);
  for (const [k, { i, step }] of places.entries()) {
    const { place, roundOff, plateau, found } = examined[i] as Examined;
    // Rounding of x itself, or of what f first makes of it, moves f as well.
    const ofX = Math.abs(found.best.value * place.x) * UNIT_ROUND_OFF;
    const noise = Math.max(noises[k] as number, ofX);
    const least = Math.max(plateau?.resolution ?? 0, roundOff);
    const isKnown = noise <= (found.noise ?? 0);
    const { best } = isKnown ? found : bestAt(place, { least, far: { step, noise } }, plateau);
    const bound = Math.max(best.bound, CONSTANTS_PART * Math.abs(best.value));
    examined[i] = { place, roundOff, plateau, found: { best: { ...best, bound } } };
  }
}
