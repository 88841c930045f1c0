/** @file The nearest known name to a misspelt one. */

/** " Did you mean 'square'?", or nothing where no candidate is near. */
export function didYouMean(text: string, candidates: readonly string[]): string {
  const near = nearest(text, candidates);
  return near === undefined ? '' : ` Did you mean '${near}'?`;
}

/** The nearest candidate: at most one edit for every two letters apart, or one that the text begins. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (text.length > LONGEST_SLIP) return undefined;
  // Loaded here because only a mistake needs it.
  const { distance } = require('fastest-levenshtein') as typeof import('fastest-levenshtein');
  const wanted = text.toLowerCase();
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= 1 || isLike(candidate, wanted, edits))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  if (best !== undefined && best.edits <= wanted.length / 2) return best.candidate;
  const completion = candidates.find((c) => c.toLowerCase().startsWith(wanted));
  return wanted.length > 1 ? completion : undefined;
}

/** With several edits: `huber` is another word than `cube`, and `erfinv` than `erf` and `erfc`. */
function isLike(candidate: string, wanted: string, edits: number): boolean {
  const isSameStart = candidate.charAt(0).toLowerCase() === wanted.charAt(0);
  return isSameStart && (edits <= 2 || edits <= candidate.length / 2);
}

/**
 * The word that a finger has slipped on: with a letter twice, `sinn`, or two letters in the wrong
 * order, `epx`. Names that people give, `tau`, `temp`, `cost`, are none, near as they are.
 */
export function slipOf(text: string, words: readonly string[]): string | undefined {
  if (text.length > LONGEST_SLIP) return undefined;
  const slips = new Set<string>();
  for (let i = 1; i < text.length; i++) {
    const before = text.slice(0, i - 1);
    const after = text.slice(i + 1);
    const a = text.charAt(i - 1);
    const b = text.charAt(i);
    slips.add(a === b ? before + b + after : before + b + a + after);
  }
  return words.find((word) => word.length >= FEWEST_LETTERS && slips.has(word));
}

/** A longer text is no slip of a name, and takes long to compare. */
const LONGEST_SLIP = 40;

/** Shorter names are what people call their variables. */
const FEWEST_LETTERS = 3;
