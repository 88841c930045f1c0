/** @file How far the numerical derivative and backprop are apart. */

const NO_FIGURES = new Float64Array(0);

/** Their distance, and that distance relative to the larger of both; 0 for two equal numbers. */
export function errorColumns(
  numerical: Float64Array = NO_FIGURES,
  exact: Float64Array = NO_FIGURES,
): { absoluteError: Float64Array; relativeError: Float64Array } {
  const absoluteError = new Float64Array(exact.length);
  const relativeError = new Float64Array(exact.length);
  for (let i = 0; i < exact.length; i++) {
    const [a, b] = [numerical[i] as number, exact[i] as number];
    const distance = Math.abs(a - b);
    absoluteError[i] = distance;
    relativeError[i] = distance === 0 ? 0 : distance / Math.max(Math.abs(a), Math.abs(b));
  }
  return { absoluteError, relativeError };
}
