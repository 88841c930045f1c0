/** @file Makes names distinct. */

/**
 * The names in order; a name that is taken gets the next free number: y_2.
 *
 * @param taken other names that exist already
 */
export function distinctNames(names: readonly string[], taken: Iterable<string> = []): string[] {
  const found = new Set(taken);
  /** The next number to try for each name, so that many equal names do not take longer each. */
  const next = new Map<string, number>();
  return names.map((name) => {
    let free = name;
    let number = next.get(name) ?? 2;
    for (; found.has(free); number++) free = `${name}_${String(number)}`;
    next.set(name, number);
    found.add(free);
    return free;
  });
}
