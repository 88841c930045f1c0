/** @file Texts that say what is wrong with a partial of a program, or why it is undecided. */

import type {
  CheckedProgramPartial,
  CheckedProgramPoint,
  Steadiness,
} from '../../core/partials/checked';
import { formatNumber } from '../../core/text/format-number';
import { mistakenText, type Said, sentence } from '../check/mistake-text';
import { functionNote, wrongText } from '../check/note';
import { rough, short } from '../text/number-text';

/** The names of the variables, where they have any. */
export type Names = readonly string[] | undefined;

/** "partial 418 (w[17])" */
export function partialName(index: number, names: Names): string {
  const name = names?.[index];
  return `partial ${formatNumber(index + 1)}${name === undefined ? '' : ` (${name})`}`;
}

/** The note on one partial, with its subject. */
function saidOf(partial: CheckedProgramPartial, names: Names): Said {
  const { index, verdict, mistake, claim } = partial;
  const nameOf = (one: number): string => partialName(one, names);
  const checked = { ...partial, y: NaN, backprop: claim };
  if (verdict !== 'disagree') {
    return { subject: nameOf(index), note: functionNote(checked), isPredicate: false };
  }
  const derivativeOf = (one: number): string => `the derivative that ${nameOf(one)} should be`;
  const note = wrongText(checked, { derivativeOf, isFull: true }, mistake);
  return { subject: mistakenText(index, mistake, nameOf), note, isPredicate: true };
}

/** The note on one partial, after its name or in a column of its own. */
export function partialNote(partial: CheckedProgramPartial, names: Names): string {
  if (partial.verdict === 'agree') return '';
  const said = saidOf(partial, names);
  return said.subject === partialName(partial.index, names) ? said.note : sentence(said);
}

/** The note on a point as a whole, after its number, if no partial gives the reason. */
export function pointNote(point: CheckedProgramPoint, { relative }: Steadiness): string {
  const { reason, commonFactor, unseen } = point;
  if (commonFactor !== undefined) {
    return `every partial is ${short(commonFactor)} times its derivative`;
  }
  if (unseen !== undefined) {
    const which = unseen === 1 ? '1 partial is' : `${formatNumber(unseen)} partials are`;
    return `${which} so small beside the others that 0.1 % of it would not show; --each checks it`;
  }
  switch (reason?.kind) {
    case 'noise':
      return `the same point gives values that differ by ${rough(relative)} of them, which hides the derivative`;
    case 'direction':
      return 'the values do not show the derivative along random directions; --each checks every partial';
    case 'nowhere':
      return 'the partials disagree along random directions, but none does by itself; --each checks every one';
    default:
      return '';
  }
}

/** The first partial that is wrong or undecided, with its place: "partial 2 (b) at point 1 is 0, but ..." */
export function placedNote(
  point: CheckedProgramPoint,
  number: number,
  steadiness: Steadiness,
  names: Names,
): string {
  const at = `at point ${formatNumber(number)}`;
  const note = pointNote(point, steadiness);
  const partial =
    point.partials.find(({ verdict }) => verdict === point.verdict) ?? point.partials[0];
  if (note !== '' && (point.verdict !== 'disagree' || partial === undefined)) {
    return `${at}, ${note}`;
  }
  if (point.commonFactor !== undefined) return `${at}, ${note}`;
  return partial === undefined ? at : sentence(saidOf(partial, names), at);
}
