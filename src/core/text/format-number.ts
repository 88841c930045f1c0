/** @file A figure becomes text here, all of its digits or as many as are asked for elsewhere; counts are `String(n)`. */

/** The shortest digits that read back to the same double; the sign of zero is kept. */
export function formatNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** "1 point", "12 points" */
export function counted(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `x = 1`, or `x = 1, y = 2`; texts stay as they are. */
export function pointText(
  variables: readonly string[],
  point: readonly (number | string)[],
): string {
  const textOf = (value: number | string): string =>
    typeof value === 'string' ? value : formatNumber(value);
  return variables.map((name, k) => `${name} = ${textOf(point[k] as number | string)}`).join(', ');
}
