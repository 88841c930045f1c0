/** @file A partial, or all of them along a direction, judged by the values of a program. */

import { judge } from '../check/judge';
import { LAST_DIGITS } from '../round-off/round-off';
import type { CheckedDirection, CheckedProgramPartial, Steadiness } from './checked';
import type { Line, Slope } from './lines';
import type { Answer, Program } from './program';

/** A point, and what the program says there. */
export interface Claimed {
  readonly point: Float64Array;
  readonly value: number;
  readonly partials: Float64Array;
}

/** What the claims of a program may be wrong by beside its mistakes. */
export class Doubts {
  constructor(
    private readonly program: Program,
    private readonly steadiness: Steadiness,
    readonly tolerance = 0,
  ) {}

  /** Whether the values differ from one time to the next. */
  get isNoisy(): boolean {
    return this.steadiness.relative > 0;
  }

  /** Of one partial: by its printing and by its noise. */
  ofPartial(claim: number): number {
    const { relativeOfPartials } = this.steadiness;
    return this.program.doubtOf(claim) + relativeOfPartials * Math.abs(claim);
  }

  /** Of the value, at a point where it is this. */
  ofValue(value: number): number {
    return this.steadiness.relative * Math.abs(value);
  }
}

export function partialLine({ point, value }: Claimed, index: number, doubts: Doubts): Line {
  return { point, along: index, noise: doubts.ofValue(value) };
}

export function judgePartial(
  { point, partials }: Claimed,
  index: number,
  best: Slope,
  doubts: Doubts,
): CheckedProgramPartial {
  const claim = partials[index] as number;
  const judgement = judge(claim, best, doubts.ofPartial(claim), doubts.tolerance);
  const { value: numerical, bound } = best;
  return { index, x: point[index] as number, numerical, bound, claim, ...judgement };
}

/** The slope along a direction is known if its bound is no larger part of what a partial adds to it. */
const LARGEST_PART = 0.1;

/** What the claims say along a direction, and how wrong they may be by their roundings. */
interface DirectionClaim {
  readonly claim: number;
  readonly doubt: number;
  /** What one partial adds to it: the root of the mean of the squares. */
  readonly share: number;
}

export function directionClaim(
  { partials }: Claimed,
  direction: Float64Array,
  doubts: Doubts,
): DirectionClaim {
  const largest = direction.reduce(
    (most, d, i) => Math.max(most, Math.abs((partials[i] as number) * d)),
    0,
  );
  let [claim, doubt, squares, count] = [0, 0, 0, 0];
  for (const [i, d] of direction.entries()) {
    if (d === 0) continue;
    const partial = partials[i] as number;
    claim += partial * d;
    doubt +=
      LAST_DIGITS * Math.abs(partial * d) +
      (doubts.ofPartial(partial) + doubts.tolerance * Math.abs(partial)) * Math.abs(d);
    // Of parts of the largest: their own squares may overflow.
    const part = largest === 0 ? 0 : (partial * d) / largest;
    squares += part * part;
    count++;
  }
  return { claim, doubt, share: largest * Math.sqrt(squares / Math.max(1, count)) };
}

/**
 * Compares all claims at once. It agrees only where one wrong partial of the usual size would show.
 */
export function judgeDirection(
  { claim, doubt, share }: DirectionClaim,
  best: Slope,
): CheckedDirection {
  const { value: numerical, bound, finding } = best;
  const figures = { numerical, bound: bound + doubt, claim };
  if (finding !== undefined) return { ...figures, verdict: 'inconclusive', reason: finding };
  const unresolved = {
    ...figures,
    verdict: 'inconclusive',
    reason: { kind: 'unresolved' },
  } as const;
  if (bound === Infinity) return unresolved;
  if (!(Math.abs(numerical - claim) <= bound + doubt)) return { ...figures, verdict: 'disagree' };
  if (share === 0) return { ...figures, ...judge(claim, best, doubt) };
  return bound + doubt > LARGEST_PART * share ? unresolved : { ...figures, verdict: 'agree' };
}

/** How much the answers to the same point differ. */
export function steadinessOf(answers: readonly Answer[]): Steadiness {
  const values = answers.map(({ value }) => value);
  const spread = Math.max(...values) - Math.min(...values);
  const size = Math.max(...values.map(Math.abs));
  const partials = answers.map((answer) => answer.partials ?? new Float64Array());
  const [first = new Float64Array()] = partials;
  let relativeOfPartials = 0;
  for (const i of first.keys()) {
    const claims = partials.map((row) => row[i] as number);
    const apart = Math.max(...claims) - Math.min(...claims);
    if (apart > 0) {
      relativeOfPartials = Math.max(relativeOfPartials, apart / Math.max(...claims.map(Math.abs)));
    }
  }
  if (!(spread > 0)) return { spread: 0, relative: 0, relativeOfPartials };
  return { spread, relative: spread / size, relativeOfPartials };
}
