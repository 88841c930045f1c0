/** @file What check and diff of a program share: the loop over its answers, faults of points, remarks on the program. */

import type { Steadiness } from '../../core/partials/checked';
import { counted, formatNumber } from '../../core/text/format-number';
import { numberText } from '../../report/text/number-text';
import { tell, UsageError } from '../errors';
import type { Io } from '../process/io';
import { EXIT_STATUS, type ExitStatus } from '../process/exit-status';
import type { AskedProgram } from './asked-program';
import { MOST_IN_FULL } from '../stream/rows';
import type { AnsweredPoint, AnsweredPoints } from './claimed-points';

/** The status of a run without points. @throws UsageError if the input has no lines either */
export function withoutPoints(bad: readonly string[], io: Io): ExitStatus {
  if (bad.length === 0) throw new UsageError('the input has no points');
  tellFaults(bad, io);
  return EXIT_STATUS.error;
}

/** Reports the first ten faults of points and lines in full, as a stream does, and the number of the others. */
export function tellFaults(faults: readonly string[], io: Io): void {
  for (const fault of faults.slice(0, MOST_IN_FULL)) tell(io, fault);
  const more = faults.length - MOST_IN_FULL;
  if (more > 0) tell(io, `and ${counted(more, 'more error')}`);
}

interface AnswersOptions {
  /** The messages about lines that are no points; they are reported after all points. */
  readonly bad: readonly string[];
  readonly keepGoing: boolean;
  /** Called with the usable points of each batch. */
  readonly use: (usable: readonly AnsweredPoint[], steadiness: Steadiness) => void | Promise<void>;
  /** Ends the rows, also after an error. */
  readonly end: (isComplete: boolean) => void;
}

/** Goes through the answers of a program, up to the first fault unless it keeps going. */
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

/** The points with finite answers; without `keepGoing`, up to the first fault. */
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

/** Remarks on the program that hold for all points. */
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
