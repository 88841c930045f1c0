/** @file The exact reading to more digits than a double has. */

import { decimalDigits, mixedDigits } from '../../math/digits/decimal-digits';
import { GermContext } from '../../math/germ/germ-context';
import type { MixedBall } from '../../math/mixed-ball';
import type { Real } from '../../math/real';
import { germsAt } from './singularities/one-sided';
import type { ExactPoint, NoNumber } from './outcome';
import type { Pass } from './pass';
import type { PointReader } from './point-reader';
import { digitBitsOf } from './precision';
import { singularitiesHit } from './singularities/used';

/** A decimal whose digits are all certain, the reason why there is none, or undefined if undecided. */
type Digits = string | NoNumber | undefined;

export interface ExactDigits {
  readonly value: Digits;
  /** By input. */
  readonly gradient: readonly Digits[];
  /** The outcome in doubles, with the slopes on both sides. */
  readonly point: ExactPoint;
}

/** The number of terms of a germ; its slope is among the first. */
const TERMS = 16;

/** @param count the number of significant digits, from 1 to 1000 */
export function readDigits(
  reader: PointReader,
  reals: readonly Real[],
  count: number,
): ExactDigits {
  const { tape } = reader;
  const everyInput = reals.map(() => true);
  const point = reader.read(reals, { value: true, gradient: everyInput });
  let value: Digits = point.value.kind === 'none' ? point.value : undefined;
  const gradient: Digits[] = point.gradient.map((figure) =>
    figure.kind === 'none' ? figure : undefined,
  );
  const plan = reader.planOf(everyInput);
  for (const bits of digitBitsOf(tape.nodes.length, count)) {
    if (value !== undefined && !gradient.includes(undefined)) break;
    // Fractions show that x - 0.1 is 0 at 0.1, which no number of bits does.
    const pass = reader.passes.mixed(bits);
    pass.bothAt(reals, plan);
    if (pass.output.doubt !== undefined) continue;
    value ??= mixedDigits(pass.output, count);
    const isSingular = singularitiesHit(tape, pass.values).length > 0;
    for (const [k, digits] of gradient.entries()) {
      gradient[k] =
        digits ??
        (isSingular
          ? digitsAtSingularity(reader, reals, point, pass, { k, bits, count })
          : mixedDigits(pass.gradient(k), count));
    }
  }
  return { value, gradient, point };
}

interface Asked {
  readonly k: number;
  /** The bits for germs. */
  readonly bits: number;
  readonly count: number;
}

/** The digits of the gradient at a singularity: the slope of both sides, of one side, or the convention at a kink. */
function digitsAtSingularity(
  { tape }: PointReader,
  reals: readonly Real[],
  { gradient, sides }: ExactPoint,
  pass: Pass<MixedBall>,
  { k, bits, count }: Asked,
): Digits {
  const figure = gradient[k];
  if (figure?.kind !== 'nearest') return undefined;
  const beside = sides?.[k];
  const isKink = beside?.left !== undefined && beside.right !== undefined;
  if (isKink && Number.isFinite(figure.value)) return mixedDigits(pass.gradient(k), count);
  const { left, right } = germsAt({ tape, reals, k }, new GermContext(bits, TERMS));
  const isLeft = beside !== undefined && beside.right === undefined;
  const slope = isLeft ? left.slope(-1) : right.slope(1);
  if (slope.kind === 'infinite') return slope.sign === 1 ? 'Infinity' : '-Infinity';
  return slope.kind === 'number' ? decimalDigits(slope.ball, count) : undefined;
}
