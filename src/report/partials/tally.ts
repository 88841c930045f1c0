/** @file How many points of a program agree, in a sentence that can be read aloud. */

import { type Verdict, VERDICTS, worstOf } from '../../core/check/judge';
import { formatNumber } from '../../core/format-number';
import type { CheckedPoint, Steadiness } from '../../core/partials/checked';
import { type Naming, placedNote } from './note';

/** Counts verdicts, and keeps what is to be said of the first point of each. */
export class PartialsTally {
  readonly #counts = new Map<Verdict, number>(VERDICTS.map((verdict) => [verdict, 0]));
  readonly #firsts = new Map<Verdict, string>();
  #directions = 0;

  constructor(
    private readonly naming: Naming,
    private readonly variables: number,
    /** How wrong a partial may be, as a part of it. */
    private readonly tolerance = 0,
  ) {}

  /** @param number of the point, from 1 */
  add(point: CheckedPoint, number: number, steadiness: Steadiness): void {
    const { verdict } = point;
    this.#counts.set(verdict, this.#count(verdict) + 1);
    this.#directions = Math.max(this.#directions, point.directions.length);
    if (verdict === 'agree' || this.#firsts.has(verdict)) return;
    this.#firsts.set(verdict, placedNote(point, number, steadiness, this.naming));
  }

  #count(verdict: Verdict): number {
    return this.#counts.get(verdict) ?? 0;
  }

  get points(): number {
    return VERDICTS.reduce((sum, verdict) => sum + this.#count(verdict), 0);
  }

  /** The worst verdict of all. */
  get worst(): Verdict {
    const found = VERDICTS.filter((verdict) => this.#count(verdict) > 0);
    return worstOf(found.map((verdict) => ({ verdict })));
  }

  /** Whether something was checked, and all of it agrees. */
  get isAgreed(): boolean {
    return this.points > 0 && this.#count('agree') + this.#count('kink') === this.points;
  }

  /** "1 point agrees (2 partials)" */
  get summary(): string {
    const [agree, kinks] = [this.#count('agree'), this.#count('kink')];
    const [wrong, undecided] = [this.#count('disagree'), this.#count('inconclusive')];
    const counts = [
      `${counted(agree + kinks, 'point')} ${agree + kinks === 1 ? 'agrees' : 'agree'}`,
    ];
    if (this.tolerance > 0) {
      counts[0] = `${counts[0] ?? ''} to within ${formatNumber(this.tolerance)} of the derivative`;
    }
    if (kinks > 0) counts.push(`${formatNumber(kinks)} of them at a kink`);
    if (wrong > 0) counts.push(`${formatNumber(wrong)} ${wrong === 1 ? 'disagrees' : 'disagree'}`);
    if (undecided > 0) {
      counts.push(`${formatNumber(undecided)} ${undecided === 1 ? 'is' : 'are'} inconclusive`);
    }
    const how =
      this.#directions > 0 ? `, along ${formatNumber(this.#directions)} random directions` : '';
    const text = `${counts.join(', ')} (${counted(this.variables, 'partial')}${how})`;
    if (wrong > 0) {
      return `the derivatives do not agree: ${text}: ${this.#firsts.get('disagree') ?? ''}`;
    }
    return undecided > 0 ? `not decided: ${text}: ${this.#firsts.get('inconclusive') ?? ''}` : text;
  }
}

function counted(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}
