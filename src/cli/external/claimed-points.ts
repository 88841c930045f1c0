/** @file The answers of a program at the given points, or why they cannot be used. */

import { formatNumber } from '../../core/text/format-number';
import { claimsAt } from '../../core/partials/check-partials';
import type { Steadiness } from '../../core/partials/checked';
import type { Answer } from '../../core/partials/program';
import type { AskedProgram } from './asked-program';

/** One point and its answer. */
export interface AnsweredPoint {
  /** The number of the point, from 1. */
  readonly number: number;
  readonly point: Float64Array;
  readonly answer: Answer;
  /** The message about an answer that is not finite. */
  readonly fault: string | undefined;
}

export interface AnsweredPoints {
  readonly points: readonly AnsweredPoint[];
  readonly steadiness: Steadiness;
}

/** The most lines along which slopes are computed together: each takes some 80 evaluations. */
const MOST_LINES = 4096;

/** The points in batches whose slopes are asked for together, with their answers. */
export async function* answeredPoints(
  program: AskedProgram,
  points: readonly Float64Array[],
  linesAPoint: number,
): AsyncGenerator<AnsweredPoints> {
  const length = Math.max(1, Math.floor(MOST_LINES / linesAPoint));
  for (let start = 0; start < points.length; start += length) {
    const batch = points.slice(start, start + length);
    const { answers, steadiness } = await claimsAt(program, batch);
    const answered = batch.map((point, i): AnsweredPoint => {
      const answer = answers[i] as Answer;
      const number = start + i + 1;
      return { number, point, answer, fault: faultOf(answer, point, number) };
    });
    yield { points: answered, steadiness };
  }
}

/** @returns undefined if the answer is finite */
function faultOf(
  { value, partials }: Answer,
  point: Float64Array,
  number: number,
): string | undefined {
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
