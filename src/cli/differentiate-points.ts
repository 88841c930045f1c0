/** @file The run of `diff`: points in, records out, and what is to be said about single points. */

import type { Chain } from '../core/chain';
import { differentiate, type DifferentiateOptions } from '../core/differentiate';
import type { Fault } from '../core/errors';
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

/** Long enough for fast loops, short enough for the caches of a processor. */
const MOST_POINTS = 8192;
/** The graph of a block holds two numbers for each variable and point: some 16 MiB at a time. */
const MOST_VARIABLES = 1048576;
/** A trace is text, a hundred bytes for each variable. */
const MOST_TRACED_VARIABLES = 65536;

/** What ends a run that does not keep going. */
interface Halt {
  readonly place: () => string;
  readonly fault: Pick<Fault, 'message'>;
}

/** Differentiates at all points and writes the rows as it goes. */
export function differentiatePoints(
  run: Run,
  points: Iterable<Points>,
  output: Output,
  remarks: Remarks,
): ExitStatus {
  let halt: Halt | undefined;
  try {
    for (const some of inBlocks(points, blockLengthOf(run))) {
      halt = differentiateSome(run, some, output, remarks);
      if (halt !== undefined) break;
    }
    if (halt === undefined) output.end();
  } finally {
    // Whatever ended the run, a failed read too: the rows before it are written, then it is named.
    try {
      output.abort();
    } finally {
      if (halt !== undefined) remarks.error(halt.place, halt.fault);
      if (!output.hasFailed) remarks.finish();
    }
  }
  return remarks.hasErrors ? EXIT_STATUS.error : EXIT_STATUS.done;
}

/** Writes the rows of some points and their remarks, up to what the run must halt at. */
function differentiateSome(
  { chain, settings, columns, keepGoing }: Run,
  some: Points,
  output: Output,
  remarks: Remarks,
): Halt | undefined {
  if ('fault' in some) {
    const halt = { place: () => some.place, fault: some.fault };
    if (!keepGoing) return halt;
    remarks.error(halt.place, halt.fault);
    return undefined;
  }

  const { x, place } = some;
  const { problems, notices, ...result } = differentiate(chain, x, {
    ...settings,
    columns: columns.filter((name) => name !== 'trace'),
    trace: columns.includes('trace'),
  });
  const [first] = keepGoing ? [] : problems;
  const length = first?.index ?? x.length;
  output.write(derivativesBlock(result, columns, length));

  const reported = keepGoing ? problems : [];
  const remarked = [
    ...reported.map((problem) => ({ ...problem, isError: true })),
    ...notices.map(({ index, text }) => ({ index, message: text, isError: false })),
  ].sort((a, b) => a.index - b.index);
  for (const remark of remarked) {
    if (remark.index >= length) break;
    const at = (): string => place(remark.index);
    if (remark.isError) remarks.error(at, remark);
    else remarks.warning(at, remark.message);
  }
  return first && { place: () => place(first.index), fault: first };
}

function blockLengthOf({ chain, columns }: Run): number {
  const most = columns.includes('trace') ? MOST_TRACED_VARIABLES : MOST_VARIABLES;
  return Math.min(MOST_POINTS, Math.ceil(most / (chain.functions.length + 1)));
}

function* inBlocks(points: Iterable<Points>, length: number): Generator<Points> {
  for (const some of points) {
    if ('fault' in some || some.x.length <= length) {
      yield some;
      continue;
    }
    const { x, place } = some;
    for (let start = 0; start < x.length; start += length) {
      yield { x: x.subarray(start, start + length), place: (index) => place(start + index) };
    }
  }
}
