/** @file Judges one partial of a program, or all of them along a direction, by the values it prints. */

import { judge } from '../best/judge';
import { LAST_DIGITS } from '../round-off/round-off';
import type { CheckedDirection, CheckedProgramPartial, Steadiness } from './checked';
import type { Line } from './lines';
import type { BestDerivative } from '../best/best-at';
import type { Answer, Program } from './program';

/** A point with the value and the partials that the program prints there. */
export interface Claimed {
  readonly point: Float64Array;
  readonly value: number;
  readonly partials: Float64Array;
}

/** The errors that the numbers of a program may have without being wrong: of printing, noise and tolerance. */
export class ClaimErrors {
  constructor(
    private readonly program: Program,
    private readonly steadiness: Steadiness,
    readonly tolerance = 0,
  ) {}

  /** Whether the values differ between runs. */
  get isNoisy(): boolean {
    return this.steadiness.relative > 0;
  }

  /** The error of one partial, by its printing and by noise. */
  ofPartial(claim: number): number {
    const { relativeOfPartials } = this.steadiness;
    return this.program.printingError(claim) + relativeOfPartials * Math.abs(claim);
  }

  /** The error of a value, by noise. */
  ofValue(value: number): number {
    return this.steadiness.relative * Math.abs(value);
  }
}

export function partialLine(
  { point, value }: Claimed,
  index: number,
  claimErrors: ClaimErrors,
): Line {
  return { point, along: index, noise: claimErrors.ofValue(value) };
}

export function judgePartial(
  { point, partials }: Claimed,
  index: number,
  best: BestDerivative,
  claimErrors: ClaimErrors,
): CheckedProgramPartial {
  const claim = partials[index] as number;
  const judgement = judge(claim, best, claimErrors.ofPartial(claim), claimErrors.tolerance);
  const { value: numerical, bound } = best;
  return { index, x: point[index] as number, numerical, bound, claim, ...judgement };
}

/** A slope along a direction is precise enough if its bound is at most this fraction of the share of a partial. */
const LARGEST_PART = 0.1;

/** The claimed slope along a direction. */
interface DirectionClaim {
  readonly claim: number;
  readonly error: number;
  /** The contribution of one partial: the root mean square over all. */
  readonly share: number;
}

export function directionClaim(
  { partials }: Claimed,
  direction: Float64Array,
  claimErrors: ClaimErrors,
): DirectionClaim {
  const largest = direction.reduce(
    (most, d, i) => Math.max(most, Math.abs((partials[i] as number) * d)),
    0,
  );
  let claim = 0;
  let error = 0;
  let squares = 0;
  let count = 0;
  for (const [i, d] of direction.entries()) {
    if (d === 0) continue;
    const partial = partials[i] as number;
    claim += partial * d;
    error +=
      LAST_DIGITS * Math.abs(partial * d) +
      (claimErrors.ofPartial(partial) + claimErrors.tolerance * Math.abs(partial)) * Math.abs(d);
    // Relative to the largest, as the squares might overflow.
    const part = largest === 0 ? 0 : (partial * d) / largest;
    squares += part * part;
    count++;
  }
  return { claim, error, share: largest * Math.sqrt(squares / Math.max(1, count)) };
}

/** Judges all claims at once. They agree only if an error of one partial of the usual size would show. */
export function judgeDirection(
  { claim, error, share }: DirectionClaim,
  best: BestDerivative,
): CheckedDirection {
  const { value: numerical, bound, finding } = best;
  const figures = { numerical, bound: bound + error, claim };
  if (finding !== undefined) return { ...figures, verdict: 'inconclusive', reason: finding };
  const unresolved = {
    ...figures,
    verdict: 'inconclusive',
    reason: { kind: 'unresolved' },
  } as const;
  if (bound === Infinity) return unresolved;
  if (!(Math.abs(numerical - claim) <= bound + error)) return { ...figures, verdict: 'disagree' };
  if (share === 0) return { ...figures, ...judge(claim, best, error) };
  return bound + error > LARGEST_PART * share ? unresolved : { ...figures, verdict: 'agree' };
}

/** How much the answers at the same point differ. */
export function steadinessOf(answers: readonly Answer[]): Steadiness {
  const values = answers.map(({ value }) => value);
  const spread = Math.max(...values) - Math.min(...values);
  const size = Math.max(...values.map(Math.abs));
  const partials = answers.map((answer) => answer.partials ?? new Float64Array());
  const [first] = partials as [Float64Array];
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
