/** @file What must come of a disturbed run, and whether it did. */

import type { Outcome } from './bash';
import type { Work } from './work';

export interface Expectation {
  /** The exit status or the signal. */
  readonly end: number | string;
  /** All of standard error. */
  readonly errors: string | RegExp;
  /** All bytes of the undisturbed run, the first of them however many, or these. */
  readonly output: 'whole' | 'beginning' | Buffer;
}

export const UNDISTURBED: Expectation = { end: 0, errors: '', output: 'whole' };

/** The reader has gone: its affair, so nothing is said. */
export const CLOSED_PIPE: Expectation = { end: 141, errors: '', output: 'beginning' };

export function failure(message: string): Expectation {
  return { end: 2, errors: `dezero-cli: ${message}\n`, output: 'beginning' };
}

/** The end by a signal, with nothing said. */
export function death(signal: number | string): Expectation {
  return { end: signal, errors: '', output: 'beginning' };
}

/** The first place where the output is not what it must be. */
function firstDifference(output: Buffer, expected: Buffer): number {
  const length = Math.min(output.length, expected.length);
  for (let i = 0; i < length; i++) if (output[i] !== expected[i]) return i;
  return length;
}

function outputProblem(output: Buffer, expected: Buffer, isExact: boolean): string | undefined {
  const same = isExact ? expected : expected.subarray(0, output.length);
  if (output.equals(same)) return undefined;
  return (
    `output of ${String(output.length)} bytes, not the${isExact ? '' : ' first of the'}` +
    ` ${String(expected.length)} expected: they part at byte ${String(firstDifference(output, expected))}`
  );
}

/** What is wrong with the outcome, in words; undefined if nothing is. */
export function problemOf(
  { end, errors, output }: Outcome,
  expected: Expectation,
  work: Work,
): string | undefined {
  const says =
    typeof expected.errors === 'string' ? errors === expected.errors : expected.errors.test(errors);
  const problems = [
    end === expected.end ? undefined : `ends with ${String(end)}, not ${String(expected.end)}`,
    says
      ? undefined
      : `says ${JSON.stringify(errors.slice(0, 500))}, not ${
          typeof expected.errors === 'string'
            ? JSON.stringify(expected.errors)
            : String(expected.errors)
        }`,
    Buffer.isBuffer(expected.output)
      ? outputProblem(output, expected.output, true)
      : outputProblem(output, work.whole, expected.output === 'whole'),
  ].filter((problem) => problem !== undefined);
  return problems.length === 0 ? undefined : problems.join('; ');
}
