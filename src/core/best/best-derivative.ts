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
 * probes of noise.ts as well. plateau.ts looks where f is flat. best-at.ts decides for each x:
 * quotient-table.ts has the quotients, noise.ts their noise, extrapolate.ts their limit at each step,
 * convergence.ts what is left on the way to it, estimate.ts the choice of a step; corner.ts finds kinks and
 * cusps, steep.ts vertical tangents. The noise is measured again at the step that was chosen. finding.ts lists
 * what can be found instead of a derivative. All that needs values of f asks for them, as asking.ts says.
 *
 * Thresholds without a source are choices. The unit tests pin their values; reference-rows.test.ts and
 * `npm run check-power` measure their effect.
 */

import { UNIT_ROUND_OFF } from '../round-off/round-off';
import { answered, type Asking, type BlockFunction } from './asking';
import { refine, surroundings, type Surroundings } from './ladder';
import { localNoise } from './noise';
import { bestAt, type BestDerivative } from './best-at';
import { type Plateau, plateauOf } from './plateau';

/** What is known of the round-off of f: f may compute with larger numbers than its value. */
export interface KnownRoundOff {
  /** An error bound of f(x) for each x. */
  readonly roundOff: BlockFunction;
  /** Whether the bound changes from step to step, and must be computed at each; otherwise that at x serves all. */
  readonly isUneven: boolean;
  /** Whether it covers all round-off. Not for a function of the user, whose inside is unknown. */
  readonly isWhole: boolean;
}

/** The number of x that ask together: f then gets several thousand points at once. */
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
    const block = [...x.subarray(start, start + MOST_AT_ONCE)];
    const all = answered(
      f,
      block.map((center) => bestWithValues(center, known)),
    );
    for (const { best } of all) found.push(best);
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

/** The best derivative at one x, with the samples it was made from. */
export interface BestWithValues {
  readonly best: BestDerivative;
  /** Without refinement steps. */
  readonly around: Surroundings;
  /** An error bound of the value at x. */
  readonly roundOff: number;
  /** The noise of f that its values show; no less than that error. */
  readonly noise: number;
}

/** Differentiates f at one x. */
export function* bestWithValues(x: number, known?: KnownRoundOff): Asking<BestWithValues> {
  const uneven = known?.isUneven === true ? known.roundOff : undefined;
  const around = yield* surroundings(x, uneven);
  const roundOff = known?.roundOff(Float64Array.of(x))[0] ?? 0;
  let place = around;
  let plateau = withoutRounding(yield* plateauOf(place), roundOff);
  const least = (): number => Math.max(plateau?.resolution ?? 0, roundOff);
  let found = bestAt(place, { least: least() }, plateau);
  if (isUncertain(place, found.best, plateau)) {
    place = yield* refine(place, uneven);
    plateau ??= withoutRounding(yield* plateauOf(place), roundOff);
    found = bestAt(place, { least: least() }, plateau);
  }
  const { step } = found;
  // f = 0, as for relu at a negative x, is exact, not rounded; and a constant f may be, too.
  const isFlat = around.y === 0 || found.best.steepest === 0;
  const isExact = isFlat && plateau !== undefined && plateau.height === undefined;
  const shown = isExact ? roundOff : (found.noise ?? roundOff);
  if (known?.isWhole === true || step === undefined) {
    return { best: found.best, around, roundOff, noise: shown };
  }
  // Rounding of x itself, or of what f first makes of it, moves f as well.
  const ofX = Math.abs(found.best.value * x) * UNIT_ROUND_OFF;
  const local = yield* localNoise(x, step);
  const noise = Math.max(local, ofX);
  const isKnown = noise <= (found.noise ?? 0);
  const far = { step, noise };
  const { best } = isKnown ? found : bestAt(place, { least: least(), far }, plateau);
  const bound = Math.max(best.bound, CONSTANTS_PART * Math.abs(best.value));
  return { best: { ...best, bound }, around, roundOff, noise: Math.max(local, shown) };
}

/** The plateau, not wide and without steps if these are no higher than the known round-off: they are rounding. */
function withoutRounding(found: Plateau | undefined, roundOff: number): Plateau | undefined {
  const height = found?.height ?? Infinity;
  if (found === undefined || height > MOST_ROUNDING * roundOff) return found;
  const { resolution, extent, farSlope } = found;
  return { resolution, extent, farSlope, isWide: false };
}

/** Whether refinement steps may tell more. */
function isUncertain(
  { ladders }: Surroundings,
  { finding, value, bound }: BestDerivative,
  plateau: Plateau | undefined,
): boolean {
  if (plateau?.isWide === true || ladders.every(({ length }) => length === 0)) return false;
  if (finding !== undefined) return finding.kind !== 'undefined' && finding.kind !== 'pole';
  return !(bound <= KNOWN_PART * Math.abs(value));
}
