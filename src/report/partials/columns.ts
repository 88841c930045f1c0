/** @file The results of a program's check as records, one for each partial or direction at each point. */

import type { Verdict } from '../../core/best/judge';
import type { CheckedProgramPoint, Steadiness } from '../../core/partials/checked';
import { formatNumber, counted } from '../../core/text/format-number';
import type { CellsByName, NumberStyles } from '../formats/format';
import { type Names, partialNote, pointNote, placedNote } from './note';
import { VerdictCounts } from '../check/verdict-counts';

/** The columns that say which number of which point a record is about. */
export const PLACE_COLUMNS = ['point', 'partial', 'variable', 'x'] as const;

export const PARTIAL_CHECK_COLUMNS = [
  ...PLACE_COLUMNS,
  'value',
  'claim',
  'numerical',
  'bound',
  'verdict',
  'note',
] as const;
type PartialCheckColumn = (typeof PARTIAL_CHECK_COLUMNS)[number];

/** @param number the number of the point, from 1 */
export function checkRecords(
  checked: CheckedProgramPoint,
  number: number,
  steadiness: Steadiness,
  names: Names,
): (CellsByName<PartialCheckColumn> & { readonly verdict: Verdict })[] {
  const { value } = checked;
  const ofPoint = pointNote(checked, steadiness);
  const directions = checked.directions.map(({ claim, numerical, bound, verdict }, k) => {
    const figures = { claim, numerical, bound, verdict };
    const variable = `direction ${formatNumber(k + 1)}`;
    return { point: number, partial: null, variable, x: null, value, ...figures, note: ofPoint };
  });
  const partials = checked.partials.map((partial) => {
    const { index, x, claim, numerical, bound, verdict } = partial;
    const figures = { claim, numerical, bound, verdict };
    const variable = names?.[index] ?? null;
    const isHidden = verdict === 'inconclusive' && checked.reason?.kind === 'noise';
    const note = isHidden ? ofPoint : partialNote(partial, names);
    return { point: number, partial: index + 1, variable, x, value, ...figures, note };
  });
  return [...directions, ...partials];
}

export const PARTIAL_DIFF_COLUMNS = [
  ...PLACE_COLUMNS,
  'value',
  'numerical',
  'bound',
  'claim',
  'absoluteError',
  'relativeError',
] as const;
export type PartialDiffColumn = (typeof PARTIAL_DIFF_COLUMNS)[number];

/** Places, and numbers that are compared to the last digit, are printed with all digits. */
export const PARTIAL_STYLES: NumberStyles = {
  point: 'full',
  partial: 'full',
  x: 'full',
  program: 'full',
  exact: 'full',
  bound: 'bound',
  ulps: 'size',
};

/** Counts verdicts, and keeps the note on the first point of each. */
export class PartialsTally extends VerdictCounts {
  #directions = 0;

  /** @param tolerance the relative error of a partial that was accepted */
  constructor(
    private readonly names: Names,
    private readonly variables: number,
    tolerance = 0,
  ) {
    super(tolerance);
  }

  /** @param number the number of the point, from 1 */
  add(point: CheckedProgramPoint, number: number, steadiness: Steadiness): void {
    this.#directions = Math.max(this.#directions, point.directions.length);
    this.count(point.verdict, () => placedNote(point, number, steadiness, this.names));
  }

  /** "1 point agrees (2 partials)" */
  get summary(): string {
    const how =
      this.#directions > 0 ? `, along ${formatNumber(this.#directions)} random directions` : '';
    return this.sentence(` (${counted(this.variables, 'partial')}${how})`);
  }
}
