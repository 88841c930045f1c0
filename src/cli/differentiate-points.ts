/** @file The run of `diff`: points in, records out, and what is to be said about single points. */

import type { Chain } from '../core/chain';
import { differentiate, type DifferentiateOptions } from '../core/differentiate';
import type { DezeroError } from '../core/errors';
import { derivativesBlock, type DerivativesColumn } from '../report/derivatives';
import { EXIT_STATUS, type ExitStatus } from './exit-status';
import type { Output } from './output';
import type { Points } from './points';
import type { Remarks } from './remarks';

export interface Run {
  readonly chain: Chain;
  readonly settings: Required<Pick<DifferentiateOptions, 'eps' | 'method'>>;
  readonly columns: readonly DerivativesColumn[];
  /** Whether to report a bad point and go on, rather than to stop there. */
  readonly keepGoing: boolean;
}

/** The graph of a block holds two numbers a function and point: at most 64 MiB of them at a time. */
const MOST_NUMBERS_IN_GRAPH = 8388608;

/** Differentiates at all points and writes each block of them as it is done. */
export function differentiatePoints(
  { chain, settings, columns, keepGoing }: Run,
  points: Iterable<Points>,
  output: Output,
  remarks: Remarks,
): ExitStatus {
  const options: DifferentiateOptions = {
    ...settings,
    columns: columns.filter((name) => name !== 'trace'),
    trace: columns.includes('trace'),
  };
  const halt = (place: string, error: DezeroError): ExitStatus => {
    output.abort();
    remarks.error(place, error);
    remarks.finish();
    return EXIT_STATUS.error;
  };

  const blockLength = Math.ceil(MOST_NUMBERS_IN_GRAPH / (2 * chain.functions.length + 2));
  for (const some of inBlocks(points, blockLength)) {
    if ('error' in some) {
      if (!keepGoing) return halt(some.place, some.error);
      remarks.error(some.place, some.error);
      continue;
    }
    const { x, place } = some;
    const result = differentiate(chain, x, options);
    const [problem] = keepGoing ? [] : result.problems;
    const length = problem?.index ?? x.length;
    output.write(derivativesBlock(result, columns, length));
    for (const { index, text } of result.notices) {
      if (index < length) remarks.warning(place(index), text);
    }
    if (problem !== undefined) return halt(place(problem.index), problem.error);
    for (const { index, error } of result.problems) remarks.error(place(index), error);
  }
  output.end();
  remarks.finish();
  return remarks.hasErrors ? EXIT_STATUS.error : EXIT_STATUS.done;
}

function* inBlocks(points: Iterable<Points>, length: number): Generator<Points> {
  for (const some of points) {
    if ('error' in some || some.x.length <= length) {
      yield some;
      continue;
    }
    const { x, place } = some;
    for (let start = 0; start < x.length; start += length) {
      yield { x: x.subarray(start, start + length), place: (index) => place(start + index) };
    }
  }
}
