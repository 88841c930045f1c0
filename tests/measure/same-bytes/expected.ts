/** @file The differences that are meant. Whoever reads this list knows all that users may notice. */

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
   * then still differs is not expected. Without it, all of a command may differ.
   */
  readonly normalise?: (part: string, text: string) => string;
}

export const EXPECTED: readonly ExpectedDifference[] = [
  {
    commands: /^"?check/,
    reason: 'verdicts are proved where every function has a formula, and shown in other columns',
  },
  {
    commands: /^"?sweep/,
    reason: 'errors are measured from the derivative itself',
  },
  {
    commands: /^"?diff(?!.*(--only|--json|--columns|-f |--format|--x? - |-x -))/,
    reason: 'the page of one x shows exact',
  },
  {
    commands: /^(.* )?(--help|-h|help\b.*|completion .*)$|^$|chains? for short|^functions/,
    reason:
      'formulas, new functions and further steps are in the help, the lists and the completion',
  },
  {
    commands: /^plot /,
    reason: 'the lower panel is cut off at poles, as the upper one is, and axes have two ticks',
  },
  {
    commands: /^graph .*(svg|-f svg|--format svg)/,
    reason: 'SVG is laid out by a library, which can draw any graph',
  },
  {
    commands: /^graph -c square -x 1 2$|^diff -c square exp -x 1$/,
    reason: 'a word beside --chain is a formula, so there are two of what to differentiate',
  },
  {
    commands: /^steps (0|1[1-6])$/,
    reason: 'steps of the second stage can be replayed',
  },
  {
    commands: /^(diff|check)?( -x 1| "--x" "1".*)?$|^"diff" "--x" "1"/,
    reason: 'without a chain it is said that a formula would do',
  },
  {
    commands: /^check --all/,
    reason: 'there are more functions, all of which agree',
  },
  {
    commands:
      /^diff -c (cube,cbrt -x 0|exp,reciprocal -x 710|exp,neg,exp -x 710|exp,tanh -x 710|exp,softsign -x 710|square -x 1 --eps 1e300)$|exp2' -x 1023\.99999 --trace/,
    reason: 'the page accused a right derivative where a figure is not finite',
  },
  {
    commands: /^diff -c f -x 1 --define '/,
    reason: 'formulas that were refused are read now, and those refused get other hints',
  },
];
