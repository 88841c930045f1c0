/** @file The exact reading to more digits than a double has. */

import type { Ball } from '../../math/ball';
import { decimalDigits, fractionDigits } from '../../math/digits/decimal-digits';
import { GermContext } from '../../math/germ/germ-context';
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
  // Fractions show that x - 0.1 is 0 at 0.1, which no number of bits does.
  const { fractions } = reader.passes;
  const plan = reader.planOf(everyInput);
  fractions.bothAt(reals, plan);
  /** A derivative may be a fraction even if the value is not: that of x*exp(-x) + sin(2) at 1. */
  function digitsOfGradient<T extends Ball<T>>(
    pass: Pass<T>,
    k: number,
    context: Context<T>,
  ): Digits {
    const ball = pass.gradient(k);
    if (ball.doubt !== undefined) return undefined;
    return context.digitsOf(ball) ?? fractionDigits(fractions.gradient(k), count);
  }
  /** Keeps the digits that a pass decides. @param context how to write a ball of its kind */
  function keep<T extends Ball<T>>(pass: Pass<T>, context: Context<T>): void {
    if (pass.output.doubt !== undefined) return;
    value ??= context.digitsOf(pass.output);
    const isSingular = singularitiesHit(tape, pass.values).length > 0;
    for (const [k, digits] of gradient.entries()) {
      if (digits !== undefined) continue;
      gradient[k] = isSingular
        ? digitsAtSingularity(reader, reals, point, pass, { ...context, k, count })
        : digitsOfGradient(pass, k, context);
    }
  }

  const triedBits = digitBitsOf(tape.nodes.length, count);
  keep(fractions, {
    bits: triedBits[0] as number,
    digitsOf: (fraction) => fractionDigits(fraction, count),
  });
  for (const bits of triedBits) {
    if (value !== undefined && !gradient.includes(undefined)) break;
    const pass = reader.passes.ofBits(bits);
    pass.bothAt(reals, plan);
    keep(pass, { bits, digitsOf: (ball) => decimalDigits(ball, count) });
  }
  return { value, gradient, point };
}

/** How the results of a pass are written as digits. */
interface Context<T> {
  /** The bits for germs at a singularity. */
  readonly bits: number;
  readonly digitsOf: (ball: T) => string | undefined;
}

/** The digits of the gradient at a singularity: the slope of both sides, of one side, or the convention at a kink. */
function digitsAtSingularity<T extends Ball<T>>(
  { tape }: PointReader,
  reals: readonly Real[],
  { gradient, sides }: ExactPoint,
  pass: Pass<T>,
  { k, bits, count, digitsOf }: Context<T> & { readonly k: number; readonly count: number },
): Digits {
  const figure = gradient[k];
  if (figure?.kind !== 'nearest') return undefined;
  const beside = sides?.[k];
  const isKink = beside?.left !== undefined && beside.right !== undefined;
  if (isKink && Number.isFinite(figure.value)) return digitsOf(pass.gradient(k));
  const { left, right } = germsAt({ tape, reals, k }, new GermContext(bits, TERMS));
  const isLeft = beside !== undefined && beside.right === undefined;
  const slope = isLeft ? left.slope(-1) : right.slope(1);
  if (slope.kind === 'infinite') return slope.sign === 1 ? 'Infinity' : '-Infinity';
  return slope.kind === 'number' ? decimalDigits(slope.ball, count) : undefined;
}
