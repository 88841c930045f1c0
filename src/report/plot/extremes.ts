/** @file Which points of a line can be told apart, where many of them share a column. */

/**
 * Of the points within one column the first, the lowest, the highest and the last: what lies between
 * them is covered by the line that joins these.
 *
 * @param x from left to right
 * @param columnOf the column that an x lies in
 * @returns their places in the list
 */
export function extremesByColumn(
  x: readonly number[],
  y: readonly number[],
  columnOf: (x: number) => number,
): number[] {
  const kept: number[] = [];
  for (let start = 0; start < x.length;) {
    const column = columnOf(x[start] as number);
    let end = start + 1;
    let [low, high] = [start, start];
    while (end < x.length && columnOf(x[end] as number) === column) {
      if ((y[end] as number) < (y[low] as number)) low = end;
      if ((y[end] as number) > (y[high] as number)) high = end;
      end++;
    }
    kept.push(...new Set([start, Math.min(low, high), Math.max(low, high), end - 1]));
    start = end;
  }
  return kept;
}
