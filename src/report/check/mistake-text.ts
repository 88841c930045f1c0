/** @file What is wrong with a derivative, in words. */

import type { Compared, Mistake } from '../../core/check/mistake';
import { numberText, short } from '../text/number-text';

const MOST_DIGITS = 17;

/** How derivatives are spoken of. */
export interface Speech {
  readonly whose?: string;
  /** "the derivative by y" */
  readonly derivativeOf?: (index: number) => string;
  /** Whether the derivative is told with a wrong sign too. */
  readonly isFull?: boolean;
}

/** After the name of the derivative, or the names of both that are swapped: "is 1.01 times its derivative" */
export function mistakeText(
  mistake: Mistake,
  { claim, numerical }: Compared,
  {
    whose = 'its derivative',
    derivativeOf = () => 'that by another variable',
    isFull = false,
  }: Speech = {},
): string {
  const derivative = `${whose} is ${short(numerical)}`;
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

/** What the mistake is said of: two where they are swapped. */
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

/** With two digits of what it differs from 1 by. */
export function ratioText(ratio: number): string {
  let digits = 3;
  for (let rest = Math.abs(ratio - 1); rest < 0.1 && digits < MOST_DIGITS; rest *= 10) digits++;
  return numberText(digits)(ratio);
}
