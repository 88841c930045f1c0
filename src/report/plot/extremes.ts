/** @file Selects the points of a line that are visible if many share a column of pixels. */

/**
 * The first, lowest, highest and last of the points in each column: the line that joins these covers
 * the others.
 *
 * @param x from left to right
 * @param columnOf the column that an x lies in
 * @returns the indices of these points
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
    let low = start;
    let high = start;
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
