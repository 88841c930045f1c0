/** @file Points of a curve in two arrays, as there may be millions. */

export interface CurvePoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Merges points by x, keeping each x once.
 *
 * @param sorted by x, each x once
 * @param others unsorted, and much fewer
 */
export function merged(sorted: CurvePoints, others: CurvePoints): CurvePoints {
  if (others.x.length === 0) return sorted;
  const order = [...others.x.keys()].sort(
    (a, b) => (others.x[a] as number) - (others.x[b] as number),
  );
  const x = new Float64Array(sorted.x.length + order.length);
  const y = new Float64Array(x.length);
  let length = 0;
  let next = 0;
  const add = (from: CurvePoints, i: number): void => {
    const place = from.x[i] as number;
    if (length > 0 && x[length - 1] === place) return;
    x[length] = place;
    y[length++] = from.y[i] as number;
  };
  for (let i = 0; i < sorted.x.length; i++) {
    const place = sorted.x[i] as number;
    for (; next < order.length; next++) {
      const other = order[next] as number;
      if ((others.x[other] as number) >= place) break;
      add(others, other);
    }
    add(sorted, i);
  }
  for (; next < order.length; next++) add(others, order[next] as number);
  return { x: x.subarray(0, length), y: y.subarray(0, length) };
}
