/** @file `check --program --against`: how many digits a program has, beside the exact reading of a formula. */

import { counted } from '../../core/text/format-number';
import { type ExactReading, exactReadingOf } from '../../core/exact/exact-reading';
import type { Graph } from '../../core/graph/graph';
import { formulaOf } from '../../functions/read/parse-graph';
import {
  AGAINST_COLUMNS,
  againstRecord,
  DigitsTally,
  type ProgramNumber,
} from '../../report/partials/against';
import { remark, UsageError } from '../errors';
import type { Io } from '../process/io';
import { EXIT_STATUS, type ExitStatus } from '../process/exit-status';
import type { Options } from '../options/given';
import { wholeNumber } from '../options/options';
import { catalogueOf } from '../options/user-functions';
import type { AskedProgram } from './asked-program';
import { type AnsweredPoint, remarksOf, throughAnswers } from './answered-points';
import { partialRows } from './partial-rows';
import type { ProgramPoints } from './program-points';

/** A double has 16 digits that can be right. */
const MOST_DIGITS = 16;

/** @throws UsageError where the variables of the formula are not those of the program */
export async function compareWithFormula(
  formula: string,
  program: AskedProgram,
  place: ProgramPoints,
  options: Options,
  io: Io,
): Promise<ExitStatus> {
  const needed = wholeNumber('--digits-needed', options.digitsNeeded, 1, MOST_DIGITS);
  const graph = formulaOf(formula, await catalogueOf(options, io));
  const { names, isInput } = place;
  const places = placesOf(graph, names, program.variables);
  const reading = exactReadingOf(graph);
  const rows = partialRows(options, AGAINST_COLUMNS, AGAINST_COLUMNS, isInput, io);
  const tally = new DigitsTally(names);
  const use = (usable: readonly AnsweredPoint[]): void => {
    for (const one of usable) {
      const compared = numbersAt(one, places, reading);
      for (const number of compared) tally.add(number);
      rows.write(compared.map((number) => againstRecord(number, names)));
    }
  };
  const using = { linesAPoint: 1, end: rows.end, use };
  const { hasFaults } = await throughAnswers(program, place, using, io);
  if (options.quiet !== true) {
    for (const text of remarksOf(program, undefined)) remark(io, text);
    remark(io, tally.summary);
  }
  if (hasFaults) return EXIT_STATUS.error;
  if (needed === undefined) return EXIT_STATUS.done;
  const isEnough = tally.digits >= needed && tally.unknown === 0;
  return isEnough ? EXIT_STATUS.done : EXIT_STATUS.disagreement;
}

/** The value and the partials of the program at a point, each with the exact number. */
function numbersAt(
  { number, point, answer }: AnsweredPoint,
  places: readonly number[],
  reading: ExactReading,
): ProgramNumber[] {
  const columns = places.map((place) => Float64Array.of(point[place] as number));
  const hasPartials = answer.partials !== undefined;
  const exact = reading.columns(columns, {
    value: true,
    gradient: places.map(() => hasPartials),
  });
  const x = point.length === 1 ? point[0] : undefined;
  const ofValue = { index: undefined, x, program: answer.value, exact: exact.value[0] as number };
  const ofPartials = Array.from(answer.partials ?? [], (program, index) => {
    const place = places.indexOf(index);
    // A variable that the formula does not have makes no difference.
    const truth = place < 0 ? 0 : (exact.gradient[place]?.[0] as number);
    return { index, x: point[index], program, exact: truth };
  });
  return [ofValue, ...ofPartials].map((one) => ({ point: number, ...one }));
}

/** The place of each variable of the formula among the numbers of the program. */
function placesOf(
  { inputs }: Graph,
  names: readonly string[] | undefined,
  count: number,
): readonly number[] {
  if (names !== undefined) {
    return inputs.map((name) => {
      const place = names.indexOf(name);
      if (place >= 0) return place;
      throw new UsageError(
        `--against: the variable ${name} of the formula is none of the program's: ${names.slice(0, 5).join(', ')}`,
      );
    });
  }
  if (inputs.length === count) return inputs.map((_, place) => place);
  throw new UsageError(
    `--against: the formula has ${counted(inputs.length, 'variable')}, ${inputs.join(', ')}, and a point of the program ${String(count)}; --names says which is which`,
  );
}
