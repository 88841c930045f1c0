/** @file A figure becomes text here, all of its digits or as many as are asked for elsewhere; counts are `String(n)`. */

/** The shortest digits that read back to the same double; the sign of zero is kept. */
export function formatNumber(value: number): string {
  return value === 0 && 1 / value < 0 ? '-0' : String(value);
}
