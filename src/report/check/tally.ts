/** @file How many points of a graph agree, in a sentence that can be read aloud. */

import type { Graph } from '../../core/graph/graph';
import type { CheckedPoint } from '../../core/check/checked';
import { isRight, type Verdict } from '../../core/check/judge';
import { formatNumber } from '../../core/text/format-number';
import { noteOf } from './note';
import { VerdictCounts } from './verdict-counts';

/** Counts verdicts, and keeps the first points that are not plainly agreed to. */
export class VerdictTally {
  readonly #counts: VerdictCounts;
  #unlocated = 0;
  #proved = 0;
  readonly #located: { point: CheckedPoint; graph: Graph }[] = [];

  /**
   * @param most how many points with a table of their functions are kept
   * @param tolerance how wrong a derivative might be, as a part of it
   */
  constructor(
    private readonly most = 0,
    tolerance?: number,
  ) {
    this.#counts = new VerdictCounts(tolerance);
  }

  add(points: readonly CheckedPoint[], graph: Graph): void {
    for (const point of points) {
      this.addOne(point.verdict, point.exact !== undefined, () => placedNote(point, graph));
      this.locate(point, () => graph);
    }
  }

  /** @param noteOf why it is judged so, with its place */
  addOne(verdict: Verdict, isProved: boolean, noteOf: () => string): void {
    if (isProved) this.#proved++;
    this.#counts.add(verdict, noteOf);
  }

  /** Keeps a point of which the functions have been checked one by one. */
  locate(point: CheckedPoint, graphOf: () => Graph): void {
    const { verdict, functions } = point;
    if (functions === undefined || isRight(verdict)) return;
    if (this.#located.length < this.most) this.#located.push({ point, graph: graphOf() });
    else this.#unlocated++;
  }

  count(verdict: Verdict): number {
    return this.#counts.count(verdict);
  }

  /** How many points have been checked. */
  get points(): number {
    return this.#counts.points;
  }

  /** The worst verdict of all. */
  get worst(): Verdict {
    return this.#counts.worst;
  }

  /** Whether something was checked, and all of it agrees. */
  get isAgreed(): boolean {
    return this.#counts.isAgreed;
  }

  /** The first points whose functions have been checked one by one. */
  get located(): readonly { readonly point: CheckedPoint; readonly graph: Graph }[] {
    return this.#located;
  }

  /** How many more there are. */
  get unlocated(): number {
    return this.#unlocated;
  }

  /** "12 points agree, 1 disagrees: exp at 0.25 is 1.01 times its derivative (proved)" */
  get summary(): string {
    const isProved = this.#proved === this.points && this.count('inconclusive') === 0;
    return `${this.#counts.sentence()}${isProved ? ' (proved)' : ''}`;
  }
}

/** The note with its place, unless that is a function's. */
function placedNote(point: CheckedPoint, graph: Graph): string {
  const { reason } = point;
  // An error of its own tells it.
  if (reason?.kind === 'fault') return '';
  const note = noteOf(point, graph);
  const isPlaced =
    point.reason?.kind === 'wrong-function' ||
    (point.verdict === 'disagree' && graph.functionCount === 1);
  return isPlaced ? note : `at ${graph.variable} = ${formatNumber(point.x)}, ${note}`;
}
