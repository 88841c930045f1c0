/** @file Counts points by verdict, with the note on the first point of each. */

import { isRight, type Verdict, VERDICTS, worstOf } from '../../core/best/judge';
import { counted, formatNumber } from '../../core/text/format-number';
import { VERDICT_ENTRIES } from './verdicts';

/** The number of points for each verdict, and the note on the first of them; plain data. */
export interface CountedVerdicts {
  readonly counts: ReadonlyMap<Verdict, number>;
  readonly firsts: ReadonlyMap<Verdict, string>;
}

export class VerdictCounts implements CountedVerdicts {
  readonly counts = new Map<Verdict, number>(VERDICTS.map((verdict) => [verdict, 0]));
  readonly firsts = new Map<Verdict, string>();

  /** @param tolerance the relative error of a derivative that was accepted */
  constructor(private readonly tolerance = 0) {}

  /** @param noteOf the reason for the verdict, with the place */
  protected count(verdict: Verdict, noteOf: () => string): void {
    this.counts.set(verdict, this.countOf(verdict) + 1);
    if (verdict !== 'agree' && !this.firsts.has(verdict)) this.firsts.set(verdict, noteOf());
  }

  /** Adds the counts of points that come after these. */
  protected countAll({ counts, firsts }: CountedVerdicts): void {
    for (const [verdict, count] of counts) this.counts.set(verdict, this.countOf(verdict) + count);
    for (const [verdict, note] of firsts) {
      if (!this.firsts.has(verdict)) this.firsts.set(verdict, note);
    }
  }

  protected countOf(verdict: Verdict): number {
    return this.counts.get(verdict) ?? 0;
  }

  get points(): number {
    return VERDICTS.reduce((sum, verdict) => sum + this.countOf(verdict), 0);
  }

  get worst(): Verdict {
    const found = VERDICTS.filter((verdict) => this.countOf(verdict) > 0);
    return worstOf(found.map((verdict) => ({ verdict })));
  }

  get #agreeing(): number {
    return VERDICTS.filter(isRight).reduce((sum, verdict) => sum + this.countOf(verdict), 0);
  }

  /** Whether at least one point was checked, and all agree. */
  get isAgreed(): boolean {
    return this.points > 0 && this.#agreeing === this.points;
  }

  /**
   * "the derivatives do not agree: 12 points agree, 1 disagrees: exp at 0.25 is 1.01 times its derivative"
   *
   * @param more added after the numbers
   */
  protected sentence(more = ''): string {
    const text = `${this.#numbers()}${more}`;
    for (const [verdict, { head }] of VERDICT_ENTRIES) {
      const first = this.firsts.get(verdict);
      if (head !== undefined && first !== undefined)
        return `${head}: ${text}${first === '' ? '' : `: ${first}`}`;
    }
    return text;
  }

  #numbers(): string {
    const agreeing = this.#agreeing;
    const kinks = this.countOf('kink');
    const within =
      this.tolerance > 0 ? ` to within ${formatNumber(this.tolerance)} of the derivative` : '';
    const texts = [`${counted(agreeing, 'point')} ${agreeing === 1 ? 'agrees' : 'agree'}${within}`];
    if (kinks > 0) {
      const atKinks = kinks === 1 ? 'at a kink' : 'at kinks';
      texts.push(kinks === agreeing ? atKinks : `${formatNumber(kinks)} of them ${atKinks}`);
    }
    for (const [verdict, { counted: words }] of VERDICT_ENTRIES) {
      const count = this.countOf(verdict);
      if (words === undefined || count === 0) continue;
      texts.push(`${formatNumber(count)} ${count === 1 ? words.one : words.many}`);
    }
    return texts.join(', ');
  }
}
