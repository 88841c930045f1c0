/** @file Ranges of numbers, `start:end:step`, with both ends. */

import { formatNumber } from '../../core/text/format-number';
import { DoubleBall } from '../../math/double/double-ball';
import { MixedBall } from '../../math/mixed-ball';
import { WholeBall } from '../../math/whole/whole-ball';
import { nearestTo, type InBalls } from './constant-value';

/** A part of a range: its text, and its value in any arithmetic. */
interface RangePart {
  readonly text: string;
  readonly inBalls: InBalls;
}

/** The largest number of points: more would hardly fit into memory. */
const MOST_POINTS = 1_000_000;

/** An error in a range. */
export class RangeFault extends Error {}

/** Bits of numbers that are no fractions, nor fractions of the same number. */
const BITS = 320;

/** The points of a range, each the nearest double. @throws RangeFault or NoValue */
export function rangePoints(parts: readonly RangePart[]): number[] {
  const texts = parts.map(({ text }) => text);
  if (parts.length !== 3) throw new RangeFault('a range is start:end:step, as in 0:1:0.1');
  const [start, end, step] = parts.map(({ inBalls }) => inBalls) as [InBalls, InBalls, InBalls];
  const like = MixedBall.of(0, WholeBall.of(0, BITS));
  const a = start(like);
  const b = end(like);
  const c = step(like);
  if ([a, b, c].some(({ doubt }) => doubt !== undefined)) throw undecided();
  const span = b.minus(a);
  const isLonger = c.abs().minus(span.abs()).sign === 1;
  requireSteps(texts, signOf(span), signOf(c), isLonger);
  const steps = span.over(c);
  if (!(steps.approximation < MOST_POINTS)) throw tooMany();
  const floor = steps.floor();
  // Where the floor is not known, the number cannot be told from a whole one: it is that.
  const last = Math.round((floor.doubt === undefined ? floor : steps).approximation);
  const first = start(DoubleBall.of(0));
  const second = step(DoubleBall.of(0));
  return Array.from({ length: last + 1 }, (_, i) => {
    const value =
      first.plus(second.times(i)).nearest() ??
      a.plus(c.times(i)).nearest() ??
      nearestTo((of) => start(of).plus(step(of).times(i)));
    if (value === undefined) throw undecided();
    // A computed 0 has no sign.
    return inRange(value + 0);
  });
}

function inRange(point: number): number {
  if (Number.isFinite(point)) return point;
  throw new RangeFault('it leaves the range of a double, 1.8e308 to either side');
}

function signOf({ sign, approximation }: MixedBall): number {
  return sign ?? Math.sign(approximation);
}

/** @throws RangeFault if no number of steps leads from the start towards the end */
function requireSteps(
  texts: readonly string[],
  span: number,
  step: number,
  isLonger: boolean,
): void {
  const [start, end, stride] = texts as [string, string, string];
  if (step === 0) throw new RangeFault('the step of a range is not 0');
  if (span !== 0 && span !== step) {
    const isSum = /.[-+]/.test(stride.replace(/e[-+]/gi, 'e'));
    const opposite = stride.startsWith('-') ? stride.slice(1) : `-${stride.replace(/^\+/, '')}`;
    const mended = isSum ? `-(${stride})` : opposite;
    const hint = isShort(texts) ? `, as in ${start}:${end}:${mended}` : '';
    throw new RangeFault(`the step leads away from the end; change its sign${hint}`);
  }
  if (!isLonger) return;
  if (span === 0) throw new RangeFault('both ends of the range are the same');
  const hint = isShort(texts) ? `, as in ${start}:${stride}:${end}` : '';
  throw new RangeFault(`the step is longer than the range; the order is start:end:step${hint}`);
}

/** Whether the parts are short enough to be repeated in a message. */
function isShort(texts: readonly string[]): boolean {
  return texts.every((text) => text.length <= 20);
}

function tooMany(): RangeFault {
  return new RangeFault(`a range has at most ${formatNumber(MOST_POINTS)} points`);
}

function undecided(): RangeFault {
  return new RangeFault('its value cannot be told');
}
