/** @file Records both passes of a tape as a straight-line program, valid for points whose values have the same signs. */

import type { BallFormula } from '../../math/ball';
import { DoubleBall } from '../../math/double/double-ball';
import { NotRecorded, type RecordedBall, Recording } from '../../math/double/recorded-ball';
import { BlockSteps } from '../../math/double/block-steps';
import type { BackwardPlan } from './backward-plan';
import { applied, Pass } from './pass';
import type { Tape } from './tape';

/** A straight-line program over blocks of balls, and the places of its inputs and results. */
export interface StraightLineProgram {
  readonly steps: BlockSteps;
  /** The number of points in a block. */
  readonly length: number;
  readonly inputs: readonly number[];
  readonly output: number;
  /** By input; undefined if it is not asked for. */
  readonly gradient: readonly (number | undefined)[];
  /** Places that must be known and not 0, as the inputs: the output, and the distances from singularities. */
  readonly checked: readonly number[];
}

/** Points in a block. With 256 the arrays of most formulas stay in the first caches. */
export const LONGEST_BLOCK = 256;
/** Points in a block of a long formula, whose arrays would take more than 6 MB with 256. */
const SHORT_BLOCK = 64;
const MOST_PLACES_OF_LONGEST = 1000;
/** Longer formulas, whose blocks would take more than 24 MB, have no program. */
const MOST_PLACES = 16000;

/**
 * The program for values and gradients; undefined if a formula branches on more than signs.
 *
 * @param point a finite point that stands for all with the same signs
 */
export function straightLineProgram(
  tape: Tape,
  plan: BackwardPlan,
  point: readonly number[],
): StraightLineProgram | undefined {
  try {
    return recorded(tape, plan, point);
  } catch (error) {
    if (error instanceof NotRecorded) return undefined;
    throw error;
  }
}

function recorded(
  tape: Tape,
  plan: BackwardPlan,
  point: readonly number[],
): StraightLineProgram | undefined {
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
    for (const { at, distance } of tape.singularities) {
      checked.push(applied(tape, distance, values, at).place);
    }
  }
  if (recording.places > MOST_PLACES) return undefined;
  const length = recording.places > MOST_PLACES_OF_LONGEST ? SHORT_BLOCK : LONGEST_BLOCK;
  const steps = new BlockSteps(recording, inputs, length);
  return { steps, length, inputs, output, gradient, checked };
}
