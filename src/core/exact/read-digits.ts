/** @file The exact reading with any number of digits: decimals, of which each digit is certain. */

import { decimalDigits } from '../../math/decimal-digits';
import type { Real } from '../../math/real';
import { WholeBall } from '../../math/whole-ball';
import { backwardPlan } from './backward-plan';
import { isOneSlope } from './describe-outcome';
import type { ExactPoint, NoNumber } from './outcome';
import { Pass } from './pass';
import type { Program } from './program';

/** A decimal with so many digits; why there is none; or undefined where it is not decided. */
export type DecimalFigure = string | NoNumber | undefined;

export interface ExactDigits {
  readonly value: DecimalFigure;
  /** By input. */
  readonly gradient: readonly DecimalFigure[];
}

/** Bits in a digit, and a little more. */
const BITS_PER_DIGIT = 3.33;
/** What rounding on the way takes, at first. */
const SPARE_BITS = 64;
/** The bits of the last try, in those of the first, and no fewer than these. */
const MOST_TRIES = 8;
const LAST_BITS = 5120;
/** Of a pass, in nodes and bits: about a second. */
const MOST_WORK = 4e9;

/**
 * @param read what is known of the point: at an edge that is hit, a pass does not give the slope
 * @param count of significant digits, from 1 to 1000
 */
export function readDigits(
  program: Program,
  point: readonly Real[],
  read: ExactPoint,
  count: number,
): ExactDigits {
  const found: { value: DecimalFigure; gradient: DecimalFigure[] } = {
    value: read.value.kind === 'none' ? read.value : undefined,
    gradient: read.gradient.map((figure, k) => {
      if (figure.kind === 'none') return figure;
      if (figure.kind === 'undecided' || isOneSlope(read, k)) return undefined;
      // The value of a convention is the double itself.
      return decimalDigits(WholeBall.of(figure.value, LAST_BITS), count);
    }),
  };
  const isAtEdge = (k: number): boolean => read.sides?.[k] !== undefined;
  const isOpen = (figure: DecimalFigure, k: number): boolean =>
    figure === undefined && !isAtEdge(k);
  const plan = backwardPlan(
    program,
    found.gradient.map((figure, k) => isOpen(figure, k)),
  );
  const first = Math.ceil(count * BITS_PER_DIGIT) + SPARE_BITS;
  const last = Math.max(LAST_BITS, MOST_TRIES * first);
  for (let bits = first; bits <= last; bits *= 2) {
    if (program.nodes.length * bits * bits > MOST_WORK) break;
    const pass = new Pass(program, WholeBall.of(0, bits));
    for (const [at, real] of point.entries()) pass.values[at] = real.in(pass.output);
    pass.forward();
    found.value ??= decimalDigits(pass.output, count);
    if (found.gradient.some(isOpen)) {
      pass.backward(plan);
      for (const [k, figure] of found.gradient.entries()) {
        if (isOpen(figure, k)) found.gradient[k] = decimalDigits(pass.gradient(k), count);
      }
    }
    if (found.value !== undefined && !found.gradient.some(isOpen)) break;
  }
  return found;
}
