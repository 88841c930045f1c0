/** @file Both passes of a tape as steps without a branch, for points of the same signs. */

import type { BallFormula } from '../../math/ball';
import { DoubleBall } from '../../math/double/double-ball';
import { NotRecorded, type RecordedBall, Recording } from '../../math/double/recorded-ball';
import { BlockSteps } from '../../math/double/block-steps';
import type { BackwardPlan } from './backward-plan';
import { Pass } from './pass';
import type { Tape } from './tape';

/** Steps, and places in their blocks. */
export interface Straight {
  readonly steps: BlockSteps;
  /** Points in a block. */
  readonly length: number;
  readonly inputs: readonly number[];
  readonly output: number;
  /** By input; undefined where none is asked for. */
  readonly gradient: readonly (number | undefined)[];
  /** Must be known, and not be 0, as inputs must: the output, and the distances from edges. */
  readonly checked: readonly number[];
}

/** Points in a block: so few that the lists of usual formulas stay in the nearest caches. */
export const LONGEST_BLOCK = 256;
/** Points in a block of a formula of which 256 would take more than 6 MB. */
const SHORT_BLOCK = 64;
const MOST_PLACES_OF_LONGEST = 1000;
/** Blocks of longer formulas would take more than 24 MB. */
const MOST_PLACES = 16000;

/**
 * The steps to values and gradients; undefined where a formula goes its way by more than signs.
 *
 * @param point finite; stands for all points of the same signs
 */
export function straightOf(
  tape: Tape,
  plan: BackwardPlan,
  point: readonly number[],
): Straight | undefined {
  try {
    return recorded(tape, plan, point);
  } catch (error) {
    if (error instanceof NotRecorded) return undefined;
    throw error;
  }
}

function recorded(tape: Tape, plan: BackwardPlan, point: readonly number[]): Straight | undefined {
  const recording = new Recording();
  const stepwise = (formula: BallFormula): BallFormula => recording.stepwise(formula);
  const pass = new Pass<RecordedBall>(
    { ...tape, values: tape.values.map((value) => value && stepwise(value)) },
    recording.known(DoubleBall.of(0)),
  );
  const { values } = pass;
  const inputs: number[] = [];
  for (const [k, x] of point.entries()) {
    const input = recording.variable(DoubleBall.of(x));
    values[k] = input;
    inputs.push(input.place);
  }
  pass.forward();
  const output = pass.output.place;
  const checked = [output];
  const gradient: (number | undefined)[] = inputs.map(() => undefined);
  if (plan.wanted.includes(true)) {
    pass.backward({ ...plan, partials: plan.partials.map(stepwise) });
    for (const [k, isWanted] of plan.wanted.entries()) {
      if (isWanted) gradient[k] = pass.gradient(k).place;
    }
    for (const { inputs: from, distance } of tape.edges) {
      checked.push(distance(...from.map((at) => values[at] as RecordedBall)).place);
    }
  }
  if (recording.places > MOST_PLACES) return undefined;
  const length = recording.places > MOST_PLACES_OF_LONGEST ? SHORT_BLOCK : LONGEST_BLOCK;
  const steps = new BlockSteps(recording, inputs, length);
  return { steps, length, inputs, output, gradient, checked };
}
