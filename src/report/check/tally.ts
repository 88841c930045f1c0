/** @file How many points agree, in a sentence that can be read aloud. */

import type { Graph } from '../../core/graph';
import type { CheckedPoint } from '../../core/check/checked';
import { type Verdict, VERDICTS, worstOf } from '../../core/check/judge';
import { formatNumber } from '../../core/format-number';
import { noteOf } from './note';

/** Counts verdicts, and keeps the first points that are not plainly agreed to. */
export class VerdictTally {
  readonly #counts = new Map<Verdict, number>(VERDICTS.map((verdict) => [verdict, 0]));
  readonly #firsts = new Map<Verdict, string>();
  #unlocated = 0;
  #proved = 0;
  readonly #located: { point: CheckedPoint; graph: Graph }[] = [];

  /**
   * @param most how many points with a table of their functions are kept
   * @param tolerance how wrong a derivative might be, as a part of it
   */
  constructor(
    private readonly most = 0,
    private readonly tolerance?: number,
  ) {}

  add(points: readonly CheckedPoint[], graph: Graph): void {
    for (const point of points) {
      this.addOne(point.verdict, point.exact !== undefined, () => placedNote(point, graph));
      this.locate(point, () => graph);
    }
  }

  /** @param noteOf why it is judged so, with its place */
  addOne(verdict: Verdict, isProved: boolean, noteOf: () => string): void {
    if (isProved) this.#proved++;
    this.#counts.set(verdict, this.count(verdict) + 1);
    if (verdict !== 'agree' && !this.#firsts.has(verdict)) this.#firsts.set(verdict, noteOf());
  }

  /** Keeps a point of which the functions have been checked one by one. */
  locate(point: CheckedPoint, graphOf: () => Graph): void {
    const { verdict, functions } = point;
    if (functions === undefined || verdict === 'agree' || verdict === 'kink') return;
    if (this.#located.length < this.most) this.#located.push({ point, graph: graphOf() });
    else this.#unlocated++;
  }

  count(verdict: Verdict): number {
    return this.#counts.get(verdict) ?? 0;
  }

  /** How many points have been checked. */
  get points(): number {
    return VERDICTS.reduce((sum, verdict) => sum + this.count(verdict), 0);
  }

  /** The worst verdict of all. */
  get worst(): Verdict {
    const found = VERDICTS.filter((verdict) => this.count(verdict) > 0);
    return worstOf(found.map((verdict) => ({ verdict })));
  }

  /** Whether something was checked, and all of it agrees. */
  get isAgreed(): boolean {
    const agreeing = this.count('agree') + this.count('kink');
    return agreeing > 0 && agreeing === this.points;
  }

  /** The first points whose functions have been checked one by one. */
  get located(): readonly { readonly point: CheckedPoint; readonly graph: Graph }[] {
    return this.#located;
  }

  /** How many more there are. */
  get unlocated(): number {
    return this.#unlocated;
  }

  /** "12 points agree, 1 disagrees: exp at 0.25 is 1.01 times its derivative" */
  get summary(): string {
    const kinks = this.count('kink');
    const agreeing = this.count('agree') + kinks;
    const counts = [`${counted(agreeing, 'point')} ${agreeing === 1 ? 'agrees' : 'agree'}`];
    if (kinks > 0) {
      const atKinks = kinks === 1 ? 'at a kink' : 'at kinks';
      counts.push(kinks === agreeing ? atKinks : `${formatNumber(kinks)} of them ${atKinks}`);
    }
    const [wrong, undecided] = [this.count('disagree'), this.count('inconclusive')];
    const imprecise = this.count('imprecise');
    if (wrong > 0) counts.push(`${formatNumber(wrong)} ${wrong === 1 ? 'disagrees' : 'disagree'}`);
    if (imprecise > 0) {
      counts.push(`${formatNumber(imprecise)} ${imprecise === 1 ? 'is' : 'are'} imprecise`);
    }
    if (undecided > 0) {
      counts.push(`${formatNumber(undecided)} ${undecided === 1 ? 'is' : 'are'} inconclusive`);
    }
    if (this.tolerance !== undefined) {
      counts[0] = `${counts[0] ?? ''} to within ${formatNumber(this.tolerance)} of the derivative`;
    }
    const text = counts.join(', ');
    const [first, head] = this.#worst();
    const proof = this.#proved === this.points && undecided === 0 ? ' (proved)' : '';
    if (first === undefined) return `${text}${proof}`;
    const why = first === '' ? '' : `: ${first}`;
    return `${head}: ${text}${why}${proof}`;
  }

  /** The note of the first point of the worst verdict, and what that says of all. */
  #worst(): [note: string | undefined, head: string] {
    const disagree = this.#firsts.get('disagree');
    if (disagree !== undefined) return [disagree, 'the derivatives do not agree'];
    const imprecise = this.#firsts.get('imprecise');
    if (imprecise !== undefined) return [imprecise, 'the derivatives are imprecise'];
    const inconclusive = this.#firsts.get('inconclusive');
    return [inconclusive, 'not decided'];
  }
}

function counted(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
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
