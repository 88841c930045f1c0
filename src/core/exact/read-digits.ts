/** @file The exact reading to more digits than a double has. */

import { decimalDigits } from '../../math/digits/decimal-digits';
import { GermContext } from '../../math/germ/germ-context';
import type { Real } from '../../math/real';
import type { WholeBall } from '../../math/whole/whole-ball';
import { germsAt } from './edges/one-sided';
import type { ExactPoint, NoNumber } from './outcome';
import type { Pass } from './pass';
import type { PointReader } from './point-reader';
import { digitBitsOf } from './precision';
import { edgesHit, certainlyUsed } from './edges/used';

/** A decimal of which every digit is certain, why there is none, or undefined where it is not decided. */
type Digits = string | NoNumber | undefined;

export interface ExactDigits {
  readonly value: Digits;
  /** By input. */
  readonly gradient: readonly Digits[];
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
  for (const bits of digitBitsOf(tape.nodes.length, count)) {
    if (value !== undefined && !gradient.includes(undefined)) break;
    const pass = reader.wholePass(bits, reals, everyInput);
    if (pass.output.doubt !== undefined) continue;
    value ??= decimalDigits(pass.output, count);
    const used = certainlyUsed(tape, pass.values);
    const isAtEdge = edgesHit(tape, pass.values, used).length > 0;
    for (const [k, digits] of gradient.entries()) {
      if (digits !== undefined) continue;
      gradient[k] = isAtEdge
        ? digitsAtEdge(reader, reals, point, pass, { k, bits, count })
        : decimalDigits(pass.gradient(k), count);
    }
  }
  return { value, gradient };
}

/** The slope of both sides or of the one side, or the convention at a kink, as `point` has it. */
function digitsAtEdge(
  { tape }: PointReader,
  reals: readonly Real[],
  { gradient, sides }: ExactPoint,
  pass: Pass<WholeBall>,
  { k, bits, count }: { readonly k: number; readonly bits: number; readonly count: number },
): Digits {
  const figure = gradient[k];
  if (figure?.kind !== 'nearest') return undefined;
  const beside = sides?.[k];
  const isKink = beside?.left !== undefined && beside.right !== undefined;
  if (isKink && Number.isFinite(figure.value)) return decimalDigits(pass.gradient(k), count);
  const { left, right } = germsAt({ tape, reals, k }, new GermContext(bits, TERMS));
  const isLeft = beside !== undefined && beside.right === undefined;
  const slope = isLeft ? left.slope(-1) : right.slope(1);
  if (slope.kind === 'infinite') return slope.sign === 1 ? 'Infinity' : '-Infinity';
  return slope.kind === 'number' ? decimalDigits(slope.ball, count) : undefined;
}
