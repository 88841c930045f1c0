/** @file The nearest known name to a misspelt one. */

/**
 * " Did you mean 'square'?", or nothing where no candidate is near: at most one edit for every
 * two letters apart, or one that the text begins.
 */
export function didYouMean(text: string, candidates: readonly string[]): string {
  if (text.length === 0 || text.length > 40) return '';
  // Loaded here because only a mistake needs it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { distance } = require('fastest-levenshtein') as typeof import('fastest-levenshtein');
  const wanted = text.toLowerCase();
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  const isNear = (edits: number): boolean =>
    edits <= Math.max(1, 0.5 * wanted.length) && edits < wanted.length;
  if (best !== undefined && isNear(best.edits)) {
    return ` Did you mean '${best.candidate}'?`;
  }
  const completion = candidates.find((c) => c.toLowerCase().startsWith(wanted));
  return completion !== undefined && wanted.length > 1 ? ` Did you mean '${completion}'?` : '';
}
