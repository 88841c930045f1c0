/**
 * @file The differences that are meant. Whoever reads this list knows all that
 * users may notice. An entry goes once the revision before it is compared with no more.
 */

/**
 * One decision, and the commands that show it. For example, when diff gets a column more in its json:
 *
 *     {
 *       commands: /^diff .*(--json|-f jsonl?)/,
 *       reason: 'json names the rounding of backprop, so that a program can judge for itself',
 *       normalise: (part, text) =>
 *         part === 'stdout' ? text.replaceAll(/,"rounding":[^,}]+/g, '') : text,
 *     },
 */
export interface ExpectedDifference {
  /** Which command lines, as they are written, it is about. */
  readonly commands: RegExp;
  /** One sentence: why the difference is right. */
  readonly reason: string;
  /**
   * Takes out what is expected from `status`, `stdout`, `stderr` or `file NAME` of both programs; what
   * then still differs is not expected. All of a command it takes out with `() => ''` only.
   */
  readonly normalise: (part: string, text: string) => string;
}

export const EXPECTED: readonly ExpectedDifference[] = [];
