/** @file `check --program`: whether the partials that a program prints are the derivatives of its values. */

import type { Command } from 'commander';
import { DezeroError } from '../../core/text/errors';
import { checkPartials } from '../../core/partials/check-partials';
import { isRight } from '../../core/best/judge';
import { MOST_EACH } from '../../core/partials/program';
import type { Claimed } from '../../core/partials/judge-partials';
import { checkRecords, PARTIAL_CHECK_COLUMNS, PartialsTally } from '../../report/partials/columns';
import { VERDICT_ROLES } from '../../report/check/verdicts';
import { remark } from '../errors';
import type { Io } from '../process/io';
import { EXIT_STATUS, type ExitStatus } from '../process/exit-status';
import type { Options } from '../options/given';
import { once, refuseGiven, toleranceOf, wholeNumber } from '../options/options';
import { refuseBesideProgram, timeoutOf } from '../options/program-option';
import { compareWithFormula } from './against-formula';
import { AskedProgram } from './asked-program';
import { partialRows } from './partial-rows';
import {
  type AnsweredPoint,
  remarksOf,
  throughAnswers,
  type Use,
  withoutPoints,
} from './answered-points';
import { programPointsOf } from './program-points';

/** The generator of random directions has a state of 32 bits. */
const MOST_SEED = 4294967295;

/** @param io without standard output where --quiet is given */
export async function checkProgram(
  command: Command,
  programCommand: string,
  io: Io,
): Promise<ExitStatus> {
  const options = command.opts<Options>();
  refuseBesideProgram(command, 'goes with --against');
  const timeout = timeoutOf(options);
  const seed = wholeNumber('--seed', options.seed, 0, MOST_SEED) ?? 1;
  const tolerance = toleranceOf(options) ?? 0;
  const against = once('--against', options.against);
  requireTogether(options);
  const place = programPointsOf(options, io);
  const { points, names, isInput, bad } = place;
  const [first] = points;
  if (first === undefined) return withoutPoints(bad, io);

  const variables = first.length;
  const program = new AskedProgram(programCommand, variables, timeout, io);
  if (against !== undefined) {
    return compareWithFormula(against, program, place, options, io);
  }
  const tally = new PartialsTally(names, variables, tolerance);
  const rows = partialRows(options, PARTIAL_CHECK_COLUMNS, PARTIAL_CHECK_COLUMNS, isInput, io);
  const each = options.each === true;
  const use: Use['use'] = async (usable, steady) => {
    const claims = usable.map((one) => claimOf(one));
    const found = await checkPartials(program, claims, steady, { each, seed, tolerance });
    for (const [i, checked] of found.entries()) {
      const { number } = usable[i] as AnsweredPoint;
      tally.add(checked, number, steady);
      const records = checkRecords(checked, number, steady, names);
      rows.write(records.filter(({ verdict }) => options.failing !== true || !isRight(verdict)));
    }
  };
  const linesAPoint = each || variables <= MOST_EACH ? variables : 2;
  const using = { linesAPoint, end: rows.end, use };
  const { hasFaults, steadiness } = await throughAnswers(program, place, using, io);
  if (options.quiet !== true && tally.points > 0) {
    for (const text of remarksOf(program, steadiness)) remark(io, text);
    remark(io, tally.summary, VERDICT_ROLES[tally.worst]);
  }
  if (hasFaults) return EXIT_STATUS.error;
  return tally.isAgreed ? EXIT_STATUS.done : EXIT_STATUS.disagreement;
}

/** @throws UsageError for options of a check with --against, and for options of --against without it */
function requireTogether(options: Options): void {
  if (options.against !== undefined) {
    refuseGiven(options, ['--each', '--seed', '--failing', '--tolerance'], (flag) => {
      return `${flag} does not go with --against`;
    });
    return;
  }
  refuseGiven(options, ['--digits-needed'], (flag) => `${flag} needs --against`);
  refuseGiven(options, ['--define'], (flag) => `${flag} goes with --program only for --against`);
}

/** @throws DezeroError `nothing-to-check` where the program prints values only */
function claimOf({ point, answer: { value, partials } }: AnsweredPoint): Claimed {
  if (partials !== undefined) return { point, value, partials };
  throw new DezeroError(
    'nothing-to-check',
    'the program prints values only, so there is nothing to check; diff --program shows their numerical gradient',
  );
}
