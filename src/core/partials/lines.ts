/** @file The slopes of a program's values along lines: along one variable, or in a direction. */

import { NOTHING_ASKED, type Question, together } from '../best/asking';
import type { BestDerivative } from '../best/best-at';
import { bestWithValues } from '../best/best-derivative';
import { UNIT_ROUND_OFF } from '../round-off/round-off';
import type { Points, Program } from './program';

/** A line through a point: along one variable, or in a direction. */
export interface Line {
  readonly point: Float64Array;
  readonly along: number | Float64Array;
  /** The error of the value at the point, in addition to its last digit. */
  readonly noise: number;
  /** Whether the slope only guides a search whose finds are checked again: then local noise is not measured. */
  readonly isForSearch?: boolean;
}

/** The parameter of a line in a direction starts here, as the best derivative chooses its steps for x near 1. */
const ORIGIN = 1;

/** The derivatives along all lines; the points of all lines are evaluated in common blocks. */
export async function slopesAlong(
  program: Program,
  lines: readonly Line[],
): Promise<BestDerivative[]> {
  const all = together(
    lines.map(({ point, along, noise, isForSearch = false }) =>
      bestWithValues(typeof along === 'number' ? (point[along] as number) : ORIGIN, {
        roundOff: (x) => x.map(() => noise),
        isUneven: false,
        isWhole: isForSearch,
      }),
    ),
  );
  let step = all.next(NOTHING_ASKED);
  // Each block needs the answers to the one before.
  // oxlint-disable-next-line no-await-in-loop
  while (step.done !== true) step = all.next(await program.values(pointsOf(lines, step.value)));
  return step.value.map(({ best }) => best);
}

/** The points of all questions, one after the other. */
function pointsOf(lines: readonly Line[], questions: readonly Question[]): Points {
  const ends: number[] = [];
  let count = 0;
  for (const { x } of questions) ends.push((count += x.length));
  let question = 0;
  const at: Points['at'] = (index) => {
    // Points are made in order, except those that an error message needs again.
    if (index < (ends[question - 1] ?? 0)) question = 0;
    while (index >= (ends[question] as number)) question++;
    const { index: line, x } = questions[question] as Question;
    return pointOn(lines[line] as Line, x[index - (ends[question - 1] ?? 0)] as number);
  };
  return { count, at };
}

function pointOn({ point, along }: Line, x: number): Float64Array {
  const moved = Float64Array.from(point);
  if (typeof along === 'number') moved[along] = x;
  else for (const [i, d] of along.entries()) moved[i] = (point[i] as number) + (x - ORIGIN) * d;
  return moved;
}

/**
 * The error of a value because the points along a direction are rounded to doubles.
 *
 * @param partials the claimed ones
 */
export function placeRoundOff(
  point: Float64Array,
  direction: Float64Array,
  partials: Float64Array,
): number {
  let squares = 0;
  for (const [i, d] of direction.entries()) {
    if (d === 0) continue;
    const change = (partials[i] as number) * (Math.abs(point[i] as number) + Math.abs(d));
    squares += change * change;
  }
  return UNIT_ROUND_OFF * Math.sqrt(squares);
}
