/** @file What every use of a program does: points that cannot be used, and what is to be known of it. */

import type { Steadiness } from '../../core/partials/checked';
import { counted, formatNumber } from '../../core/text/format-number';
import { numberText } from '../../report/text/number-text';
import { tell, UsageError } from '../errors';
import type { Io } from '../process/io';
import { EXIT_STATUS, type ExitStatus } from '../process/exit-status';
import type { AskedProgram } from './asked-program';
import { MOST_IN_FULL } from '../stream/rows';
import type { AnsweredPoint, AnsweredPoints } from './claimed-points';

/** @throws UsageError where there is nothing at all */
export function withoutPoints(bad: readonly string[], io: Io): ExitStatus {
  if (bad.length === 0) throw new UsageError('the input has no points');
  tellFaults(bad, io);
  return EXIT_STATUS.error;
}

/** The faults of points and lines: the first ten in full, as of a stream, and how many more there are. */
export function tellFaults(faults: readonly string[], io: Io): void {
  for (const fault of faults.slice(0, MOST_IN_FULL)) tell(io, fault);
  const more = faults.length - MOST_IN_FULL;
  if (more > 0) tell(io, `and ${counted(more, 'more error')}`);
}

interface AnswersOptions {
  /** What is wrong with lines that are no points, which come after all points. */
  readonly bad: readonly string[];
  readonly keepGoing: boolean;
  /** What becomes of the points of a batch. */
  readonly use: (usable: readonly AnsweredPoint[], steadiness: Steadiness) => void | Promise<void>;
  /** Ends the rows, however it comes to an end. */
  readonly end: (isComplete: boolean) => void;
}

/** Goes through the answers of a program, up to a fault unless one is to go on. */
export async function throughAnswers(
  batches: AsyncIterable<AnsweredPoints>,
  { bad, keepGoing, use, end }: AnswersOptions,
): Promise<{ readonly faults: readonly string[]; readonly steadiness: Steadiness | undefined }> {
  const faults: string[] = [];
  const isHalted = (): boolean => faults.length > 0 && !keepGoing;
  let steadiness: Steadiness | undefined;
  try {
    for await (const batch of batches) {
      steadiness ??= batch.steadiness;
      await use(usablePoints(batch.points, faults, keepGoing), steadiness);
      if (isHalted()) break;
    }
  } catch (error) {
    end(false);
    throw error;
  }
  const all = isHalted() ? faults : [...faults, ...bad];
  end(all.length === 0 || keepGoing);
  return { faults: all, steadiness };
}

/** Those that are finite; up to the first that is not, unless one is to go on. */
function usablePoints(
  points: readonly AnsweredPoint[],
  faults: string[],
  keepGoing: boolean,
): AnsweredPoint[] {
  const usable: AnsweredPoint[] = [];
  for (const one of points) {
    if (one.fault === undefined) {
      usable.push(one);
      continue;
    }
    faults.push(one.fault);
    if (!keepGoing) break;
  }
  return usable;
}

/** What is to be known of the program, whatever the verdicts. */
export function remarksOf({ digits }: AskedProgram, steadiness: Steadiness | undefined): string[] {
  const remarks: string[] = [];
  const short = numberText(2);
  if (steadiness !== undefined && steadiness.spread > 0) {
    remarks.push(
      `the program is not deterministic: asked again, the first point gives values that differ by up to ${short(steadiness.spread)}, ${short(steadiness.relative)} of them`,
    );
  }
  if (digits.isShort) {
    remarks.push(
      `the program prints ${formatNumber(digits.significant)} digits at most, which is taken into account; with 17, as %.17g prints them, more can be seen`,
    );
  }
  return remarks;
}
