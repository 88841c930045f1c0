/** @file The results of a program's check as records, one for each partial or direction at each point. */

import type { Verdict } from '../../core/best/judge';
import type { CheckedProgramPoint, Steadiness } from '../../core/partials/checked';
import { formatNumber } from '../../core/text/format-number';
import type { CellsByName, NumberStyles } from '../formats/format';
import { type Naming, partialNote, pointNote } from './note';

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
  naming: Naming,
): (CellsByName<PartialCheckColumn> & { readonly verdict: Verdict })[] {
  const { value } = checked;
  const note = pointNote(checked, steadiness);
  const directions = checked.directions.map(({ claim, numerical, bound, verdict }, k) => {
    const figures = { claim, numerical, bound, verdict };
    const variable = `direction ${formatNumber(k + 1)}`;
    return { point: number, partial: null, variable, x: null, value, ...figures, note };
  });
  const partials = checked.partials.map((partial) => {
    const { index, x, claim, numerical, bound, verdict } = partial;
    const figures = { claim, numerical, bound, verdict };
    const variable = naming.names?.[index] ?? null;
    const note = partialNote(partial, naming);
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
