/** @file `diff --program`: the numerical gradient of a program's values, beside its partials where it has them. */

import type { Command } from 'commander';
import { describeFinding } from '../../core/best/finding';
import { formatNumber } from '../../core/text/format-number';
import { relativeDistance } from '../../core/round-off/round-off';
import { slopesAlong } from '../../core/partials/lines';
import type { BestDerivative } from '../../core/best/best-at';
import { PARTIAL_DIFF_COLUMNS, type PartialDiffColumn } from '../../report/partials/columns';
import type { CellsByName } from '../../report/formats/format';
import { partialName } from '../../report/partials/note';
import { remark, warn } from '../errors';
import type { Io } from '../process/io';
import { EXIT_STATUS, type ExitStatus } from '../process/exit-status';
import { refuseBesideProgram, timeoutOf } from '../options/program-option';
import { AskedProgram } from './asked-program';
import {
  type AnsweredPoint,
  remarksOf,
  throughAnswers,
  type Use,
  withoutPoints,
} from './answered-points';
import { partialRows, type PartialRows } from './partial-rows';
import { programPointsOf } from './program-points';
import type { Options } from '../options/given';

const CLAIM_COLUMNS: readonly PartialDiffColumn[] = ['claim', 'absoluteError', 'relativeError'];

export async function diffProgram(
  command: Command,
  programCommand: string,
  io: Io,
): Promise<ExitStatus> {
  const options = command.opts<Options>();
  refuseBesideProgram(command);
  const timeout = timeoutOf(options);
  const place = programPointsOf(options, io);
  const { points, names, isInput, bad } = place;
  const [first] = points;
  if (first === undefined) return withoutPoints(bad, io);
  const program = new AskedProgram(programCommand, first.length, timeout, io);
  let rows: PartialRows<PartialDiffColumn> | undefined;
  const rowsFor = (hasClaims: boolean): PartialRows<PartialDiffColumn> => {
    const usual = PARTIAL_DIFF_COLUMNS.filter((name) => hasClaims || !CLAIM_COLUMNS.includes(name));
    return partialRows(options, PARTIAL_DIFF_COLUMNS, usual, isInput, io);
  };
  // What is wrong with the options is said before the program is started.
  rowsFor(true);
  const use: Use['use'] = async (usable, { relative }) => {
    const lines = usable.flatMap(({ point, answer }) =>
      [...point.keys()].map((along) => {
        return { point, along, noise: relative * Math.abs(answer.value) };
      }),
    );
    const slopes = await slopesAlong(program, lines);
    for (const [i, one] of usable.entries()) {
      rows ??= rowsFor(one.answer.partials !== undefined);
      const found = slopes.slice(i * first.length, (i + 1) * first.length);
      rows.write(found.map((best, index) => recordOf(one, index, best, names)));
      for (const [index, best] of found.entries()) warnOf(best, index, one.number, names, io);
    }
  };
  const end: Use['end'] = (isComplete) => rows?.end(isComplete);
  const using = { linesAPoint: first.length, use, end };
  const { hasFaults, steadiness } = await throughAnswers(program, place, using, io);
  for (const text of remarksOf(program, steadiness)) remark(io, text);
  return hasFaults ? EXIT_STATUS.error : EXIT_STATUS.done;
}

function recordOf(
  { number, point, answer }: AnsweredPoint,
  index: number,
  { value: numerical, bound }: BestDerivative,
  names: readonly string[] | undefined,
): CellsByName<PartialDiffColumn> {
  const claim = answer.partials?.[index];
  return {
    point: number,
    partial: index + 1,
    variable: names?.[index] ?? null,
    x: point[index] as number,
    value: answer.value,
    numerical,
    bound,
    claim: claim ?? null,
    absoluteError: claim === undefined ? null : Math.abs(claim - numerical),
    relativeError: claim === undefined ? null : relativeDistance(claim, numerical),
  };
}

/** Warns if the values show no derivative. */
function warnOf(
  { finding }: BestDerivative,
  index: number,
  point: number,
  names: readonly string[] | undefined,
  io: Io,
): void {
  if (finding === undefined) return;
  const place = `${partialName(index, names)} at point ${formatNumber(point)}`;
  warn(io, `${place}: ${describeFinding(finding)}`);
}
