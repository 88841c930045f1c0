/** @file Names made different from each other. */

/**
 * The names in their order; one that is taken gets the next free number: y_2.
 *
 * @param taken those that are there already
 */
export function distinctNames(names: readonly string[], taken: Iterable<string> = []): string[] {
  const found = new Set(taken);
  /** Of each name the number to be tried next, so that many of one name take no longer each. */
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
