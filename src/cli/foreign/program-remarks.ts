/** @file What every use of a program does: points that cannot be used, and what is to be known of it. */

import type { Steadiness } from '../../core/partials/checked';
import { formatNumber } from '../../core/format-number';
import { numberText } from '../../report/table';
import { tell, UsageError } from '../errors';
import { EXIT_STATUS, type ExitStatus } from '../exit-status';
import type { Io } from '../io';
import type { AskedProgram } from './asked-program';
import type { AnsweredPoint } from './claimed-points';

/** @throws UsageError where there is nothing at all */
export function withoutPoints(bad: readonly string[], io: Io): ExitStatus {
  if (bad.length === 0) throw new UsageError('the input has no points');
  for (const fault of bad) tell(io, fault);
  return EXIT_STATUS.error;
}

/** Those that are finite; up to the first that is not, unless one is to go on. */
export function usablePoints(
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
