/** @file Counts the verdicts on a program, and summarises them in a sentence. */

import { counted, formatNumber } from '../../core/text/format-number';
import type { CheckedProgramPoint, Steadiness } from '../../core/partials/checked';
import { VerdictCounts } from '../check/verdict-counts';
import { type Naming, placedNote } from './note';

/** Counts verdicts, and keeps the note on the first point of each. */
export class PartialsTally extends VerdictCounts {
  #directions = 0;

  /** @param tolerance the relative error of a partial that was accepted */
  constructor(
    private readonly naming: Naming,
    private readonly variables: number,
    tolerance = 0,
  ) {
    super(tolerance);
  }

  /** @param number the number of the point, from 1 */
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
