/** @file What is wrong with a partial of a program, or why it is not decided, in words. */

import type { CheckedPartial, CheckedPoint, Steadiness } from '../../core/partials/checked';
import { formatNumber } from '../../core/format-number';
import { functionNote } from '../check/note';
import { numberText } from '../number-text';

const short = numberText(10);
const rough = numberText(2);

/** What is needed to speak of partials. */
export interface Naming {
  readonly names: readonly string[] | undefined;
}

/** "partial 418 (w[17])" */
export function partialName(index: number, { names }: Naming): string {
  const name = names?.[index];
  return `partial ${formatNumber(index + 1)}${name === undefined ? '' : ` (${name})`}`;
}

/** What is to be said of one partial, after its name; nothing where it agrees. */
export function partialNote(partial: CheckedPartial, naming: Naming): string {
  const { verdict, mistake, claim, numerical } = partial;
  if (verdict === 'agree') return '';
  switch (mistake?.kind) {
    case 'sign':
      return `has the wrong sign: its derivative is ${short(numerical)}`;
    case 'zero':
      return `is ${formatNumber(claim)}, but its derivative is ${short(numerical)}`;
    case 'swapped':
      return `and ${partialName(mistake.with, naming)} are swapped`;
    case 'other':
      return `is the derivative that ${partialName(mistake.of, naming)} should be`;
    case 'constant': {
      const { difference } = mistake;
      const how = difference > 0 ? 'more' : 'less';
      return `is ${short(Math.abs(difference))} ${how} than its derivative, at every point`;
    }
    default:
      return functionNote({ ...partial, y: NaN, backprop: claim });
  }
}

/** What is to be said of a point as a whole, which no partial says; after its number. */
export function pointNote(point: CheckedPoint, { relative }: Steadiness): string {
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
  point: CheckedPoint,
  number: number,
  steadiness: Steadiness,
  naming: Naming,
): string {
  const at = `at point ${formatNumber(number)}`;
  const note = pointNote(point, steadiness);
  const partial =
    point.partials.find(({ verdict }) => verdict === point.verdict) ?? point.partials[0];
  if (note !== '' && (point.verdict !== 'disagree' || partial === undefined)) {
    return `${at}, ${note}`;
  }
  if (point.commonFactor !== undefined) return `${at}, ${note}`;
  if (partial === undefined) return at;
  const text = partialNote(partial, naming);
  const name = partialName(partial.index, naming);
  return text.startsWith('and ') ||
    text.startsWith('is ') ||
    text.startsWith('has ') ||
    text.startsWith('gives ')
    ? `${name} ${at} ${text}`
    : `${name} ${at}: ${text}`;
}
