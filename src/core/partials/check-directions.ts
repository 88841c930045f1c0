/** @file Checks many partials at once along random directions, and finds the wrong ones if these disagree. */

import type { CheckedDirection, CheckedProgramPartial, CheckedProgramPoint } from './checked';
import { randomDirection, randomNumbers } from './directions';
import { suspectsAlong } from './halving';
import {
  type Claimed,
  directionClaim,
  type ClaimErrors,
  judgeDirection,
  judgePartial,
  partialLine,
} from './judge-partials';
import { placeRoundOff, slopesAlong } from './lines';
import type { BestDerivative } from '../best/best-at';
import { haveSameFactor, withMistakes } from '../check/mistake';
import type { Program } from './program';

/** Along a single direction the errors of two partials may nearly cancel. */
const DIRECTIONS = 2;
/** With noise a wrong partial stays hidden along one direction in seven, which is too often for two of them. */
const DIRECTIONS_WITH_NOISE = 4;
/** The number of partials that are checked one by one to confirm a factor common to all. */
const SAMPLE = 8;
/** A partial is seen along a direction if an error of this fraction of it would show. */
const SEEN_PART = 1e-3;

/** @param seed of the directions, the same for every point */
export async function checkAlongDirections(
  program: Program,
  claims: readonly Claimed[],
  claimErrors: ClaimErrors,
  seed: number,
): Promise<CheckedProgramPoint[]> {
  const random = randomNumbers(seed);
  const count = claimErrors.isNoisy ? DIRECTIONS_WITH_NOISE : DIRECTIONS;
  const along = claims.map((claimed) =>
    Array.from({ length: count }, () => randomDirection(claimed.point, random)),
  );
  const lines = claims.flatMap((claimed, i) =>
    (along[i] as Float64Array[]).map((direction) => ({
      point: claimed.point,
      along: direction,
      noise:
        claimErrors.ofValue(claimed.value) +
        placeRoundOff(claimed.point, direction, claimed.partials),
    })),
  );
  const slopes = await slopesAlong(program, lines);
  const checked: CheckedProgramPoint[] = [];
  const knownWrong = new Set<number>();
  for (const [i, claimed] of claims.entries()) {
    const directions = along[i] as Float64Array[];
    const found = directions.map((direction, k) => {
      const best = slopes[i * count + k] as BestDerivative;
      return judgeDirection(directionClaim(claimed, direction, claimErrors), best);
    });
    const search = new Search(program, claimed, claimErrors, directions, found);
    const point = await search.concluded(knownWrong);
    for (const { index, verdict } of point.partials) {
      if (verdict === 'disagree') knownWrong.add(index);
    }
    checked.push(point);
  }
  return checked;
}

/** The search for the wrong partials at one point, from the judged directions. */
class Search {
  readonly #asked = new Map<number, CheckedProgramPartial>();

  constructor(
    private readonly program: Program,
    private readonly claimed: Claimed,
    private readonly claimErrors: ClaimErrors,
    private readonly along: readonly Float64Array[],
    private readonly directions: readonly CheckedDirection[],
  ) {}

  /** @param knownWrong partials that are wrong at other points, which are checked first */
  async concluded(knownWrong: ReadonlySet<number>): Promise<CheckedProgramPoint> {
    const { directions } = this;
    if (directions.every(({ verdict }) => verdict === 'agree')) return this.#agreed();
    const isHidden = directions.every(
      ({ verdict, reason }) =>
        verdict === 'inconclusive' && (reason?.kind === 'unresolved' || this.claimErrors.isNoisy),
    );
    if (isHidden) return this.#point('inconclusive', { reason: { kind: 'direction' } });
    const factor = await this.#commonFactor();
    if (factor !== undefined) return this.#point('disagree', { commonFactor: factor });
    await this.#ask([...knownWrong]);
    for (const [k, { verdict }] of directions.entries()) {
      if (verdict === 'agree' || this.#explains(k)) continue;
      const direction = (this.along[k] as Float64Array).map((d, i) => (this.#asked.has(i) ? 0 : d));
      const suspects = await suspectsAlong(
        this.program,
        this.claimed,
        direction,
        this.#unexplained(k),
        this.claimErrors,
      );
      await this.#ask(suspects);
    }
    const partials = this.#notAgreed();
    if (partials.some(({ verdict }) => verdict === 'disagree')) return this.#point('disagree');
    if (partials.some(({ verdict }) => verdict === 'inconclusive')) {
      return this.#point('inconclusive');
    }
    if (partials.length > 0) return this.#point('kink');
    const isDisagreed = directions.some(({ verdict }) => verdict === 'disagree');
    const reason = { kind: isDisagreed ? ('nowhere' as const) : ('direction' as const) };
    return this.#point('inconclusive', { reason });
  }

  /** The directions agree. Partials too small to be seen along them are checked one by one if they are few. */
  async #agreed(): Promise<CheckedProgramPoint> {
    const unseen = [...this.claimed.partials.entries()].flatMap(([i, claim]) => {
      const isSeen = this.directions.some(({ bound }, k) => {
        const share = Math.abs(claim * (this.along[k]?.[i] as number));
        return share === 0 || SEEN_PART * share > bound;
      });
      return isSeen ? [] : [i];
    });
    if (unseen.length > SAMPLE) return this.#point('agree', { unseen: unseen.length });
    await this.#ask(unseen);
    const wrong = this.#notAgreed().filter(({ verdict }) => verdict === 'disagree');
    if (wrong.length > 0) return this.#point('disagree');
    const rest = this.#notAgreed().length;
    this.#asked.clear();
    return this.#point('agree', rest === 0 ? {} : { unseen: rest });
  }

  /** The factor of all partials, if both directions and a sample of partials show the same one. */
  async #commonFactor(): Promise<number | undefined> {
    if (!this.directions.every(({ verdict }) => verdict === 'disagree')) return undefined;
    const [first, ...rest] = this.directions as [CheckedDirection, ...CheckedDirection[]];
    if (!rest.every((direction) => haveSameFactor(first, direction))) return undefined;
    const largest = [...this.claimed.partials.keys()]
      .sort((a, b) => this.#share(b) - this.#share(a))
      .slice(0, SAMPLE);
    const sample = await this.#ask(largest);
    // One partial that agrees rules a common factor out, even if its values are imprecise.
    return sample.every(
      (partial) => partial.verdict === 'disagree' && haveSameFactor(first, partial),
    )
      ? first.claim / first.numerical
      : undefined;
  }

  #share(index: number): number {
    return Math.abs((this.claimed.partials[index] as number) * (this.along[0]?.[index] as number));
  }

  /** Checks partials one by one, unless that has been done. */
  async #ask(indices: readonly number[]): Promise<CheckedProgramPartial[]> {
    const missing = indices.filter((index) => !this.#asked.has(index));
    const { claimed, claimErrors } = this;
    const lines = missing.map((index) => partialLine(claimed, index, claimErrors));
    const slopes = await slopesAlong(this.program, lines);
    for (const [k, index] of missing.entries()) {
      const best = slopes[k] as BestDerivative;
      this.#asked.set(index, judgePartial(claimed, index, best, claimErrors));
    }
    return indices.map((index) => this.#asked.get(index) as CheckedProgramPartial);
  }

  /** The disagreement along a direction that the partials checked so far do not explain. */
  #unexplained(k: number): { off: number; bound: number } {
    const { claim, numerical, bound: ofDirection, reason } = this.directions[k] as CheckedDirection;
    let off = claim - numerical;
    let bound = ofDirection;
    for (const partial of this.#asked.values()) {
      const d = this.along[k]?.[partial.index] as number;
      off -= (partial.claim - partial.numerical) * d;
      bound += partial.bound * Math.abs(d);
    }
    // At a kink the numerical slope is a mean of both sides, which explains nothing.
    const isKnown = Number.isFinite(bound) && reason?.kind !== 'kink';
    return { off: isKnown ? off : NaN, bound };
  }

  #explains(k: number): boolean {
    const { off, bound } = this.#unexplained(k);
    return Math.abs(off) <= bound;
  }

  #notAgreed(): CheckedProgramPartial[] {
    const partials = [...this.#asked.values()].filter(({ verdict }) => verdict !== 'agree');
    return partials.sort((a, b) => a.index - b.index);
  }

  #point(
    verdict: CheckedProgramPoint['verdict'],
    more: Pick<CheckedProgramPoint, 'reason' | 'commonFactor' | 'unseen'> = {},
  ): CheckedProgramPoint {
    const { point, value } = this.claimed;
    const partials = withMistakes(this.#notAgreed(), (partial) => partial);
    return { point, value, verdict, partials, directions: this.directions, ...more };
  }
}
