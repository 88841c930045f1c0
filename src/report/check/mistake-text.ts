/** @file Texts that say what is wrong with a derivative. */

import type { Compared, Mistake } from '../../core/check/mistake';
import { numberText, short } from '../text/number-text';

/** A double has no more significant digits. */
const MOST_DIGITS = 17;

/** How derivatives are called in a text. */
export interface Speech {
  readonly whose?: string;
  /** "the derivative by y" */
  readonly derivativeOf?: (index: number) => string;
  /** Whether the derivative is mentioned even if only the sign is wrong. */
  readonly isFull?: boolean;
}

/** The text after the name of the derivative, or after both names if they are swapped: "is 1.01 times its derivative" */
export function mistakeText(
  mistake: Mistake,
  { claim, numerical }: Compared,
  {
    whose = 'its derivative',
    derivativeOf = () => 'that by another variable',
    isFull = false,
  }: Speech = {},
): string {
  const derivative = `${whose} is ${Math.abs(numerical) === Infinity ? 'beyond the largest double' : short(numerical)}`;
  switch (mistake.kind) {
    case 'sign':
      return `has the wrong sign${isFull ? `: ${derivative}` : ''}`;
    case 'zero':
      return `${isFull ? 'is' : 'gives'} ${short(claim)}, but ${derivative}`;
    case 'numbers':
      return `gives ${short(claim)}, but ${derivative}`;
    case 'factor':
      return `is ${ratioText(mistake.factor)} times ${whose}`;
    case 'constant': {
      const how = mistake.difference > 0 ? 'more' : 'less';
      return `is ${short(Math.abs(mistake.difference))} ${how} than ${whose}, at every point`;
    }
    case 'swapped':
      return 'are swapped';
    case 'other':
      return `is ${derivativeOf(mistake.of)}`;
  }
}

/** The subject of the sentence: two derivatives if they are swapped. */
export function mistakenText(
  index: number,
  mistake: Mistake | undefined,
  nameOf: (index: number) => string,
): string {
  const both = mistake?.kind === 'swapped' ? [index, mistake.with] : [index];
  return both
    .toSorted((a, b) => a - b)
    .map(nameOf)
    .join(' and ');
}

/** A ratio with two digits of its difference from 1 or -1. */
export function ratioText(ratio: number): string {
  if (Math.abs(ratio) === Infinity) return `${ratio < 0 ? 'less than -' : 'more than '}1e308`;
  let digits = 3;
  for (let rest = Math.abs(Math.abs(ratio) - 1); rest < 0.1 && digits < MOST_DIGITS; rest *= 10)
    digits++;
  return numberText(digits)(ratio);
}

/** A note with its subject, which a place can be added to. */
export interface Said {
  /** "dy", "partial 2 (b)" */
  readonly subject: string;
  /** The note, which may be empty. */
  readonly note: string;
  /** Whether subject and note are one sentence: "dy is 2 times its derivative". */
  readonly isPredicate: boolean;
}

/** "dy is 2 times its derivative", "dy at (1, 2): the values show no derivative" */
export function sentence({ subject, note, isPredicate }: Said, place?: string): string {
  const start = place === undefined ? subject : `${subject} ${place}`;
  return note === '' ? start : `${start}${isPredicate ? '' : ':'} ${note}`;
}
