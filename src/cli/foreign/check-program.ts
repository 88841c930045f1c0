/** @file `check --program`: whether the partials that a program prints are the derivatives of its values. */

import type { Command } from 'commander';
import { DezeroError } from '../../core/errors';
import { formatNumber } from '../../core/format-number';
import { checkPartials } from '../../core/partials/check-partials';
import { MOST_EACH } from '../../core/partials/most-each';
import type { Claimed } from '../../core/partials/judge-partials';
import type { Steadiness } from '../../core/partials/checked';
import { checkRecords, PARTIAL_CHECK_COLUMNS } from '../../report/partials/columns';
import { PartialsTally } from '../../report/partials/tally';
import { numberText } from '../../report/table';
import type { ColumnOptions } from '../column-choice';
import { tell, UsageError } from '../errors';
import { EXIT_STATUS, type ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { wholeNumber } from '../options';
import { type CheckProgramOptions, refuseBesideProgram, timeoutOf } from '../program-option';
import { AskedProgram } from './asked-program';
import { type AnsweredPoint, answeredPoints } from './claimed-points';
import { partialRows } from './partial-rows';
import { type ProgramPointsOptions, programPointsOf } from './program-points';

export interface CheckingOptions extends CheckProgramOptions, ProgramPointsOptions, ColumnOptions {
  readonly keepGoing?: boolean;
  readonly quiet?: boolean;
}

const NOT_BESIDE = [
  ...['--chain', '--chain-file', '--formula-file', '--define', '--module', '--all'],
  ...['--column', '--from', '--to', '--points'],
];
const MOST_SEED = 4294967295;

/** @param io without standard output where --quiet is given */
export async function checkProgram(
  command: Command,
  programCommand: string,
  io: Io,
): Promise<ExitStatus> {
  const options = command.opts<CheckingOptions>();
  refuseBesideProgram(command, options, NOT_BESIDE);
  const timeout = timeoutOf(options);
  const seed = wholeNumber('--seed', options.seed, 0, MOST_SEED) ?? 1;
  const keepGoing = options.keepGoing === true;
  const { points, names, isInput, bad } = programPointsOf(options, keepGoing, io);
  const [first] = points;
  if (first === undefined) return withoutPoints(bad, io);

  const variables = first.length;
  const program = new AskedProgram(programCommand, variables, timeout, io);
  const naming = { names };
  const tally = new PartialsTally(naming, variables);
  const usual = PARTIAL_CHECK_COLUMNS;
  const rows = partialRows(options, PARTIAL_CHECK_COLUMNS, usual, isInput, io);
  const each = options.each === true;
  const linesAPoint = each || variables <= MOST_EACH ? variables : 2;
  const faults: string[] = [];
  const isHalted = (): boolean => faults.length > 0 && !keepGoing;
  let steadiness: Steadiness | undefined;
  try {
    for await (const batch of answeredPoints(program, points, linesAPoint)) {
      steadiness ??= batch.steadiness;
      const usable = usablePoints(batch.points, faults, keepGoing);
      const claims = usable.map((one) => claimOf(one));
      const found = await checkPartials(program, claims, steadiness, { each, seed });
      for (const [i, checked] of found.points.entries()) {
        const { number } = usable[i] as AnsweredPoint;
        tally.add(checked, number, steadiness);
        rows.write(checkRecords(checked, number, steadiness, naming));
      }
      if (isHalted()) break;
    }
  } catch (error) {
    rows.end(false);
    throw error;
  }
  if (!isHalted()) faults.push(...bad);
  rows.end(faults.length === 0 || keepGoing);
  for (const fault of faults) tell(io, fault);
  if (options.quiet !== true && tally.points > 0) {
    for (const remark of remarksOf(program, steadiness)) tell(io, remark);
    tell(io, tally.summary);
  }
  if (faults.length > 0) return EXIT_STATUS.error;
  return tally.isAgreed ? EXIT_STATUS.done : EXIT_STATUS.disagreement;
}

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

/** @throws DezeroError `nothing-to-check` where the program prints values only */
function claimOf({ point, answer: { value, partials } }: AnsweredPoint): Claimed {
  if (partials !== undefined) return { point, value, partials };
  throw new DezeroError(
    'nothing-to-check',
    'the program prints values only, so there is nothing to check; diff --program shows their numerical gradient',
  );
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
