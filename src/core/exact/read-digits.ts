/** @file The exact reading to more digits than a double has. */

import type { Ball } from '../../math/ball';
import { decimalDigits, fractionDigits } from '../../math/digits/decimal-digits';
import { GermContext } from '../../math/germ/germ-context';
import type { Real } from '../../math/real';
import { germsAt } from './edges/one-sided';
import type { ExactPoint, NoNumber } from './outcome';
import type { Pass } from './pass';
import type { PointReader } from './point-reader';
import { digitBitsOf } from './precision';
import { edgesHit } from './edges/used';

/** A decimal of which every digit is certain, why there is none, or undefined where it is not decided. */
type Digits = string | NoNumber | undefined;

export interface ExactDigits {
  readonly value: Digits;
  /** By input. */
  readonly gradient: readonly Digits[];
  /** The same as doubles, with what stands beside them. */
  readonly point: ExactPoint;
}

/** Terms of germs: the slope is among the first. */
const TERMS = 16;

/** @param count of significant digits, from 1 to 1000 */
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
  /** Keeps what a pass decides. @param digitsOf a ball of its kind */
  function keep<T extends Ball<T>>(pass: Pass<T>, context: Context<T>): void {
    if (pass.output.doubt !== undefined) return;
    value ??= context.digitsOf(pass.output);
    const isAtEdge = edgesHit(tape, pass.values).length > 0;
    for (const [k, digits] of gradient.entries()) {
      if (digits !== undefined) continue;
      gradient[k] = isAtEdge
        ? digitsAtEdge(reader, reals, point, pass, { ...context, k, count })
        : context.digitsOf(pass.gradient(k));
    }
  }

  const triedBits = digitBitsOf(tape.nodes.length, count);
  // What is a fraction is decided by that: no number of bits tells that x - 0.1 is 0 at 0.1.
  keep(reader.fractionPass(reals, everyInput), {
    bits: triedBits[0] as number,
    digitsOf: (fraction) => fractionDigits(fraction, count),
  });
  for (const bits of triedBits) {
    if (value !== undefined && !gradient.includes(undefined)) break;
    keep(reader.wholePass(bits, reals, everyInput), {
      bits,
      digitsOf: (ball) => decimalDigits(ball, count),
    });
  }
  return { value, gradient, point };
}

/** How a pass is made into digits. */
interface Context<T> {
  /** Of germs beside an edge. */
  readonly bits: number;
  readonly digitsOf: (ball: T) => string | undefined;
}

/** The slope of both sides or of the one side, or the convention at a kink, as `point` has it. */
function digitsAtEdge<T extends Ball<T>>(
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
