/** @file What reports make of each verdict; one that is missing here does not compile. */

import type { Verdict } from '../../core/check/judge';
import type { Role } from '../formats/format';

interface VerdictWords {
  /** The colour of the word, in whatever table it stands. */
  readonly role: Role;
  /** How a summary counts what is not right: "1 disagrees", "2 disagree". */
  readonly counted?: { readonly one: string; readonly many: string };
  /** What a summary begins with, where this is the worst that was found. */
  readonly head?: string;
}

/** From the worst on. */
const VERDICT_WORDS: Readonly<Record<Verdict, VerdictWords>> = {
  disagree: {
    role: 'wrong',
    counted: { one: 'disagrees', many: 'disagree' },
    head: 'the derivatives do not agree',
  },
  imprecise: {
    role: 'undecided',
    counted: { one: 'is imprecise', many: 'are imprecise' },
    head: 'the derivatives are imprecise',
  },
  inconclusive: {
    role: 'undecided',
    counted: { one: 'is inconclusive', many: 'are inconclusive' },
    head: 'not decided',
  },
  kink: { role: 'undecided' },
  agree: { role: 'right' },
};

export const VERDICT_ENTRIES = Object.entries(VERDICT_WORDS) as readonly (readonly [
  Verdict,
  VerdictWords,
])[];

export const VERDICT_ROLES = Object.fromEntries(
  VERDICT_ENTRIES.map(([verdict, { role }]) => [verdict, role]),
) as Readonly<Record<Verdict, Role>>;
