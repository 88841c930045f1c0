/** @file Lists of words: as a text, and words that stand in them twice. */

/** "x", "x and y", "x, y and z" */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  const [end = '', ...others] = words.toReversed();
  return others.length === 0 ? end : `${others.reverse().join(', ')} ${last} ${end}`;
}

/** The first word that has stood before. */
export function firstRepeated<T>(words: readonly T[]): T | undefined {
  const before = new Set<T>();
  for (const word of words) {
    if (before.has(word)) return word;
    before.add(word);
  }
  return undefined;
}
