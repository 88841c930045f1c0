/** @file Both passes of a program as steps without a branch, for points of the same signs. */

import { DoubleBall } from '../../math/double-ball';
import { NotRecorded, type RecordedBall, Recording } from '../../math/recorded-ball';
import { type BallBlock, fillWithBall, newBlock } from '../../math/ball-block';
import type { BackwardPlan } from './backward-plan';
import { Pass } from './pass';
import type { Program } from './program';

/** Steps, and the blocks that they run over; lists of places. */
export interface Straight {
  readonly steps: Recording['steps'];
  readonly blocks: readonly BallBlock[];
  readonly inputs: readonly number[];
  readonly output: number;
  /** By input; undefined where none is asked for. */
  readonly gradient: readonly (number | undefined)[];
  /** Must be known, and not be 0, as inputs must: the output, and the distances from edges. */
  readonly checked: readonly number[];
  /** Signs that the steps hold for. */
  readonly signs: Recording['signs'];
}

/** Blocks of longer formulas would take more than 6 MB. */
const MOST_PLACES = 1000;

/**
 * The steps to values and gradients; undefined where a formula goes its way by more than signs.
 *
 * @param point finite; stands for all points of the same signs
 */
export function straightOf(
  program: Program,
  plan: BackwardPlan,
  point: readonly number[],
): Straight | undefined {
  try {
    return recorded(program, plan, point);
  } catch (error) {
    if (error instanceof NotRecorded) return undefined;
    throw error;
  }
}

function recorded(
  program: Program,
  plan: BackwardPlan,
  point: readonly number[],
): Straight | undefined {
  const recording = new Recording();
  const pass = new Pass<RecordedBall>(program, recording.known(DoubleBall.of(0)));
  const { values } = pass;
  const inputs: number[] = [];
  for (const [k, x] of point.entries()) {
    const input = recording.variable(DoubleBall.of(x));
    values[k] = input;
    inputs.push(input.place);
  }
  pass.forward();
  const checked = [pass.output.place];
  const gradient: (number | undefined)[] = inputs.map(() => undefined);
  if (plan.wanted.includes(true)) {
    pass.backward(plan);
    for (const [k, isWanted] of plan.wanted.entries()) {
      if (isWanted) gradient[k] = pass.gradient(k).place;
    }
    for (const { inputs: from, distance } of program.edges) {
      checked.push(distance(...from.map((at) => values[at] as RecordedBall)).place);
    }
  }
  if (recording.places > MOST_PLACES) return undefined;
  const blocks = Array.from({ length: recording.places }, newBlock);
  for (const { at, ball } of recording.constants) fillWithBall(blocks[at] as BallBlock, ball);
  return {
    steps: recording.steps,
    blocks,
    inputs,
    output: pass.output.place,
    gradient,
    checked,
    signs: recording.signs,
  };
}
