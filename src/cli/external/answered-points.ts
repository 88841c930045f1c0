/** @file What check and diff of a program share: its answers at the points, faults of these, remarks on the program. */

import { claimsAt } from '../../core/partials/check-partials';
import type { Steadiness } from '../../core/partials/checked';
import type { Answer } from '../../core/partials/program';
import { counted, formatNumber } from '../../core/text/format-number';
import { rough } from '../../report/text/number-text';
import { tell, UsageError } from '../errors';
import type { Io } from '../process/io';
import { EXIT_STATUS, type ExitStatus } from '../process/exit-status';
import { MOST_IN_FULL } from '../stream/rows';
import type { AskedProgram } from './asked-program';
import type { ProgramPoints } from './program-points';

export interface AnsweredPoint {
  /** The number of the point, from 1. */
  readonly number: number;
  readonly point: Float64Array;
  readonly answer: Answer;
}

/** The most lines along which slopes are computed together: each takes some 80 evaluations. */
const MOST_LINES = 4096;

/** The message about an answer that is not finite. */
function faultOf({ number, point, answer }: AnsweredPoint): string | undefined {
  const { value, partials } = answer;
  const index = partials?.findIndex((partial) => !Number.isFinite(partial)) ?? -1;
  if (Number.isFinite(value) && index < 0) return undefined;
  const [what, given] = Number.isFinite(value)
    ? [`partial ${formatNumber(index + 1)}`, partials?.[index] as number]
    : ['its value', value];
  const shown = [...point.subarray(0, MOST_SHOWN)].map(formatNumber).join(' ');
  const rest = point.length > MOST_SHOWN ? ' …' : '';
  return `at point ${formatNumber(number)} the program prints ${formatNumber(given)} as ${what}; sent: ${shown}${rest}`;
}

/** The most numbers of a point that a message shows. */
const MOST_SHOWN = 5;

/** The status of a run without points. @throws UsageError if the input has no lines either */
export function withoutPoints(bad: readonly string[], io: Io): ExitStatus {
  if (bad.length === 0) throw new UsageError('the input has no points');
  tellFaults(bad, io);
  return EXIT_STATUS.error;
}

/** Reports the first ten faults of points and lines in full, as a stream does, and the number of the others. */
function tellFaults(faults: readonly string[], io: Io): void {
  for (const fault of faults.slice(0, MOST_IN_FULL)) tell(io, fault);
  const more = faults.length - MOST_IN_FULL;
  if (more > 0) tell(io, `and ${counted(more, 'more error')}`);
}

export interface Use {
  /** The lines along which slopes are asked for at a point. */
  readonly linesAPoint: number;
  /** Called with the usable points of each batch. */
  readonly use: (usable: readonly AnsweredPoint[], steadiness: Steadiness) => void | Promise<void>;
  /** Ends the rows, also after an error. */
  readonly end: (isComplete: boolean) => void;
}

/** Goes through the answers of a program, up to the first fault unless it keeps going, and reports all faults. */
export async function throughAnswers(
  program: AskedProgram,
  { points, bad, keepGoing }: ProgramPoints,
  { linesAPoint, use, end }: Use,
  io: Io,
): Promise<{ readonly hasFaults: boolean; readonly steadiness: Steadiness | undefined }> {
  const faults: string[] = [];
  const isHalted = (): boolean => faults.length > 0 && !keepGoing;
  const length = Math.max(1, Math.floor(MOST_LINES / linesAPoint));
  let steadiness: Steadiness | undefined;
  try {
    for (let start = 0; start < points.length && !isHalted(); start += length) {
      const batch = points.slice(start, start + length);
      const claims = await claimsAt(program, batch);
      steadiness ??= claims.steadiness;
      const usable: AnsweredPoint[] = [];
      for (const [i, point] of batch.entries()) {
        const one = { number: start + i + 1, point, answer: claims.answers[i] as Answer };
        const fault = faultOf(one);
        if (fault === undefined) usable.push(one);
        else faults.push(fault);
        if (isHalted()) break;
      }
      await use(usable, steadiness);
    }
  } catch (error) {
    end(false);
    throw error;
  }
  // Lines that are no points are reported after all points.
  const all = isHalted() ? faults : [...faults, ...bad];
  end(all.length === 0 || keepGoing);
  tellFaults(all, io);
  return { hasFaults: all.length > 0, steadiness };
}

/** Remarks on the program that hold for all points. */
export function remarksOf({ digits }: AskedProgram, steadiness: Steadiness | undefined): string[] {
  const remarks: string[] = [];
  if (steadiness !== undefined && steadiness.spread > 0) {
    remarks.push(
      `the program is not deterministic: asked again, the first point gives values that differ by up to ${rough(steadiness.spread)}, ${rough(steadiness.relative)} of them`,
    );
  }
  if (digits.isShort) {
    remarks.push(
      `the program prints ${counted(digits.significant, 'digit')} at most, which is taken into account; with 17, as %.17g prints them, more can be seen`,
    );
  }
  return remarks;
}
