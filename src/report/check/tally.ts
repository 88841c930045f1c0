/** @file Counts the verdicts on a graph, and summarises them in a sentence. */

import type { Graph } from '../../core/graph/graph';
import type { CheckedGradient } from '../../core/check/check-several';
import type { CheckedPoint } from '../../core/check/checked';
import { isRight } from '../../core/best/judge';
import { placedGradientNote } from './note';
import { type CountedVerdicts, VerdictCounts } from './verdict-counts';

/** The number of wrong or undecided points that get a table of their functions. */
const MOST_LOCATED = 3;

/** A derivative at a point whose functions have been checked one by one. */
interface Located {
  readonly partial: CheckedPoint;
  /** The index of its variable, and the values of the others. */
  readonly along: number;
  readonly point: readonly number[];
}

/** The verdicts on some points, as plain data: several threads may have checked them. */
export interface Verdicts {
  readonly counted: CountedVerdicts;
  /** The number of points with a proof. */
  readonly proved: number;
  /** The first of those whose functions have been checked one by one, and how many more there are. */
  readonly located: readonly Located[];
  readonly unlocated: number;
}

/** Counts verdicts, and keeps the first points that do not agree. */
export class VerdictTally extends VerdictCounts {
  #unlocated = 0;
  #proved = 0;
  readonly #located: Located[] = [];

  add(points: readonly CheckedGradient[], graph: Graph): void {
    for (const gradient of points) {
      const { verdict, partials } = gradient;
      if (partials.every(({ exact }) => exact !== undefined)) this.#proved++;
      this.count(verdict, () => placedGradientNote(gradient, graph));
      if (!isRight(verdict)) this.#locateIn(gradient);
    }
  }

  #locateIn({ verdict, point, partials }: CheckedGradient): void {
    for (const [along, partial] of partials.entries()) {
      const isLocated = partial.verdict === verdict && partial.functions !== undefined;
      if (isLocated) this.#locate({ partial, along, point });
    }
  }

  #locate(located: Located): void {
    if (this.#located.length < MOST_LOCATED) this.#located.push(located);
    else this.#unlocated++;
  }

  /** Adds the verdicts on points that come after these. */
  addAll({ counted, proved, located, unlocated }: Verdicts): void {
    this.countAll(counted);
    this.#proved += proved;
    for (const one of located) this.#locate(one);
    this.#unlocated += unlocated;
  }

  get verdicts(): Verdicts {
    return {
      counted: { counts: this.counts, firsts: this.firsts },
      proved: this.#proved,
      located: this.#located,
      unlocated: this.#unlocated,
    };
  }

  /** "12 points agree, 1 disagrees: exp at 0.25 is 1.01 times its derivative (proved)" */
  get summary(): string {
    const isProved = this.#proved === this.points && this.countOf('inconclusive') === 0;
    return `${this.sentence()}${isProved ? ' (proved)' : ''}`;
  }
}
