/** @file The words and colour of each verdict; the compiler asks for an entry for each. */

import { type Verdict, WORST_FIRST } from '../../core/best/judge';
import type { Role } from '../formats/format';

interface VerdictWords {
  /** The meaning, in the help. */
  readonly meaning: string;
  /** The colour of the word in tables. */
  readonly role: Role;
  /** The words for counting points that are not right: "1 disagrees", "2 disagree". */
  readonly counted?: { readonly one: string; readonly many: string };
  /** The beginning of a summary whose worst verdict this is. */
  readonly head?: string;
}

export const VERDICT_WORDS: Readonly<Record<Verdict, VerdictWords>> = {
  disagree: {
    meaning: 'it is not; the note says by which factor, and of which function',
    role: 'wrong',
    counted: { one: 'disagrees', many: 'disagree' },
    head: 'the derivatives do not agree',
  },
  imprecise: {
    meaning:
      'right as a formula, but as doubles compute it fewer than 8 of its 16 digits are right at this x; the note says what loses them',
    role: 'undecided',
    counted: { one: 'is imprecise', many: 'are imprecise' },
    head: 'the derivatives are imprecise',
  },
  inconclusive: {
    meaning: 'this could not be decided; the note says why',
    role: 'undecided',
    counted: { one: 'is inconclusive', many: 'are inconclusive' },
    head: 'not decided',
  },
  kink: {
    meaning: 'the slopes on both sides differ at x, and it lies between them',
    role: 'undecided',
  },
  agree: { meaning: 'backprop, or the claim, is the derivative', role: 'right' },
};

/** The verdicts, the worst first. */
export const VERDICT_ENTRIES = WORST_FIRST.map(
  (verdict) => [verdict, VERDICT_WORDS[verdict]] as const,
);

export const VERDICT_ROLES = Object.fromEntries(
  VERDICT_ENTRIES.map(([verdict, { role }]) => [verdict, role]),
) as Readonly<Record<Verdict, Role>>;
