/** @file Many partials at once: random directions first, and the wrong partials where these disagree. */

import type { CheckedDirection, CheckedProgramPartial, CheckedProgramPoint } from './checked';
import { randomDirection, randomNumbers } from './directions';
import { suspectsAlong } from './halving';
import {
  type Claimed,
  directionClaim,
  type Doubts,
  judgeDirection,
  judgePartial,
  partialLine,
} from './judge-partials';
import { placeRoundOff, type Slope, slopesAlong } from './lines';
import { haveSameFactor, withMistakes } from '../check/mistake';
import type { Program } from './program';

/** In one, errors of two partials may nearly cancel. */
const DIRECTIONS = 2;
/** Noise hides a wrong partial along one direction in seven, so two of them together now and then. */
const DIRECTIONS_WITH_NOISE = 4;
/** So many partials are asked by themselves to see whether all have the same factor. */
const SAMPLE = 8;
/** A partial is seen along a direction if so small a part of it, were it off by that, would show. */
const SEEN_PART = 1e-3;

/** @param seed of the directions, the same for every point */
export async function checkAlongDirections(
  program: Program,
  claims: readonly Claimed[],
  doubts: Doubts,
  seed: number,
): Promise<CheckedProgramPoint[]> {
  const random = randomNumbers(seed);
  const count = doubts.isNoisy ? DIRECTIONS_WITH_NOISE : DIRECTIONS;
  const along = claims.map((claimed) =>
    Array.from({ length: count }, () => randomDirection(claimed.point, random)),
  );
  const lines = claims.flatMap((claimed, i) =>
    (along[i] as Float64Array[]).map((direction) => ({
      point: claimed.point,
      along: direction,
      noise:
        doubts.ofValue(claimed.value) + placeRoundOff(claimed.point, direction, claimed.partials),
    })),
  );
  const slopes = await slopesAlong(program, lines);
  const checked: CheckedProgramPoint[] = [];
  const knownWrong = new Set<number>();
  for (const [i, claimed] of claims.entries()) {
    const directions = along[i] as Float64Array[];
    const found = directions.map((direction, k) => {
      const best = slopes[i * count + k] as Slope;
      return judgeDirection(directionClaim(claimed, direction, doubts), best);
    });
    const search = new Search(program, claimed, doubts, directions, found);
    const point = await search.concluded(knownWrong);
    for (const { index, verdict } of point.partials) {
      if (verdict === 'disagree') knownWrong.add(index);
    }
    checked.push(point);
  }
  return checked;
}

/** What follows from the directions at one point. */
class Search {
  readonly #asked = new Map<number, CheckedProgramPartial>();

  constructor(
    private readonly program: Program,
    private readonly claimed: Claimed,
    private readonly doubts: Doubts,
    private readonly along: readonly Float64Array[],
    private readonly directions: readonly CheckedDirection[],
  ) {}

  /** @param knownWrong at other points: they are asked first */
  async concluded(knownWrong: ReadonlySet<number>): Promise<CheckedProgramPoint> {
    const { directions } = this;
    if (directions.every(({ verdict }) => verdict === 'agree')) return this.#agreed();
    const isHidden = directions.every(
      ({ verdict, reason }) =>
        verdict === 'inconclusive' && (reason?.kind === 'unresolved' || this.doubts.isNoisy),
    );
    if (isHidden) return this.#point('inconclusive', { reason: { kind: 'direction' } });
    const factor = await this.#commonFactor();
    if (factor !== undefined) return this.#point('disagree', { commonFactor: factor });
    await this.#ask([...knownWrong]);
    for (const [k, { verdict }] of directions.entries()) {
      if (verdict === 'agree' || this.#explains(k)) continue;
      const direction = this.#withoutAsked(k);
      const suspects = await suspectsAlong(
        this.program,
        this.claimed,
        direction,
        this.#unexplained(k),
        this.doubts,
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

  /** Those that are too small to be seen among the others are asked by themselves, if they are few. */
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

  /** The factor of all partials, where both directions show the same one and a sample of partials too. */
  async #commonFactor(): Promise<number | undefined> {
    if (!this.directions.every(({ verdict }) => verdict === 'disagree')) return undefined;
    const [first, ...rest] = this.directions as [CheckedDirection, ...CheckedDirection[]];
    if (!rest.every((direction) => haveSameFactor(first, direction))) return undefined;
    const largest = [...this.claimed.partials.keys()]
      .sort((a, b) => this.#share(b) - this.#share(a))
      .slice(0, SAMPLE);
    const sample = await this.#ask(largest);
    // One that agrees by itself has no factor, however little its values tell against one.
    return sample.every(
      (partial) => partial.verdict === 'disagree' && haveSameFactor(first, partial),
    )
      ? first.claim / first.numerical
      : undefined;
  }

  #share(index: number): number {
    return Math.abs((this.claimed.partials[index] as number) * (this.along[0]?.[index] as number));
  }

  /** Each by itself, unless it is known. */
  async #ask(indices: readonly number[]): Promise<CheckedProgramPartial[]> {
    const missing = indices.filter((index) => !this.#asked.has(index));
    const { claimed, doubts } = this;
    const lines = missing.map((index) => partialLine(claimed, index, doubts));
    const slopes = await slopesAlong(this.program, lines);
    for (const [k, index] of missing.entries()) {
      const best = slopes[k] as Slope;
      this.#asked.set(index, judgePartial(claimed, index, best, doubts));
    }
    return indices.map((index) => this.#asked.get(index) as CheckedProgramPartial);
  }

  /** What a direction is off by beyond the partials that have been asked. */
  #unexplained(k: number): { off: number; bound: number } {
    const { claim, numerical, bound: ofDirection, reason } = this.directions[k] as CheckedDirection;
    let [off, bound] = [claim - numerical, ofDirection];
    for (const partial of this.#asked.values()) {
      const d = this.along[k]?.[partial.index] as number;
      off -= (partial.claim - partial.numerical) * d;
      bound += partial.bound * Math.abs(d);
    }
    // At a kink the slope is that between both, and explains nothing.
    const isKnown = Number.isFinite(bound) && reason?.kind !== 'kink';
    return { off: isKnown ? off : NaN, bound };
  }

  #explains(k: number): boolean {
    const { off, bound } = this.#unexplained(k);
    return Math.abs(off) <= bound;
  }

  #withoutAsked(k: number): Float64Array {
    return (this.along[k] as Float64Array).map((d, i) => (this.#asked.has(i) ? 0 : d));
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
