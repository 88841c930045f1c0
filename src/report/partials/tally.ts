/** @file How many points of a program agree, in a sentence that can be read aloud. */

import { counted, formatNumber } from '../../core/text/format-number';
import type { CheckedProgramPoint, Steadiness } from '../../core/partials/checked';
import { VerdictCounts } from '../check/verdict-counts';
import { type Naming, placedNote } from './note';

/** Counts verdicts, and keeps what is to be said of the first point of each. */
export class PartialsTally extends VerdictCounts {
  #directions = 0;

  /** @param tolerance how wrong a partial may be, as a part of it */
  constructor(
    private readonly naming: Naming,
    private readonly variables: number,
    tolerance = 0,
  ) {
    super(tolerance);
  }

  /** @param number of the point, from 1 */
  add(point: CheckedProgramPoint, number: number, steadiness: Steadiness): void {
    this.#directions = Math.max(this.#directions, point.directions.length);
    this.count(point.verdict, () => placedNote(point, number, steadiness, this.naming));
  }

  /** "1 point agrees (2 partials)" */
  get summary(): string {
    const how =
      this.#directions > 0 ? `, along ${formatNumber(this.#directions)} random directions` : '';
    return this.sentence(` (${counted(this.variables, 'partial')}${how})`);
  }
}
