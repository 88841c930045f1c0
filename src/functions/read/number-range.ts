/** @file Ranges of numbers, `start:end:step`, with both ends. */

import { formatNumber } from '../../core/text/format-number';
import { nearestDouble } from '../../math/exact';
import { DoubleBall } from '../../math/double/double-ball';
import { Fraction } from '../../math/fraction';
import { WholeBall } from '../../math/whole/whole-ball';
import { commonDivisor, magnitude } from '../../math/whole/whole-number';
import { nearestTo, type Recipe } from './constant-value';

/** A part of a range: its text, and its value in any arithmetic. */
interface RangePart {
  readonly text: string;
  readonly recipe: Recipe;
}

/** The largest number of points: more would hardly fit into memory. */
const MOST_POINTS = 1_000_000;

/** An error in a range. */
export class RangeFault extends Error {}

/** The points of a range. @throws RangeFault or NoValue */
export function rangePoints(parts: readonly RangePart[]): number[] {
  const texts = parts.map(({ text }) => text);
  if (parts.length !== 3) throw new RangeFault('a range is start:end:step, as in 0:1:0.1');
  const fractions = parts.map(({ recipe }) => recipe(Fraction.zero));
  return fractions.every(({ isRational }) => isRational)
    ? fractionPoints(texts, fractions)
    : formulaPoints(texts, parts);
}

/** The points of a range of decimals and other fractions, each the nearest double. */
function fractionPoints(texts: readonly string[], parts: readonly Fraction[]): number[] {
  const scale = parts.reduce(
    (multiple, { denominator }) => (multiple / commonDivisor(multiple, denominator)) * denominator,
    1n,
  );
  const [start, end, step] = parts.map(
    ({ numerator, denominator }) => numerator * (scale / denominator),
  ) as [bigint, bigint, bigint];
  const span = end - start;
  requireSteps(texts, signOf(span), signOf(step), magnitude(step) > magnitude(span));
  const last = span / step;
  if (last >= BigInt(MOST_POINTS)) throw tooMany();
  const points: number[] = [];
  for (let i = 0n; i <= last; i++) points.push(inRange(nearestDouble(start + i * step, scale, 0)));
  return points;
}

function inRange(point: number): number {
  if (Number.isFinite(point)) return point;
  throw new RangeFault('it leaves the range of a double, 1.8e308 to either side');
}

function signOf(n: bigint): number {
  return n > 0n ? 1 : n < 0n ? -1 : 0;
}

/** Bits to compute the number of steps; a result this close to a whole number is that number. */
const COUNT_BITS = 320;
const COUNT_ERROR = 1e-60;

/** The points of a range of other numbers, such as multiples of pi. */
function formulaPoints(texts: readonly string[], parts: readonly RangePart[]): number[] {
  const [start, end, step] = parts.map(({ recipe }) => recipe) as [Recipe, Recipe, Recipe];
  const like = WholeBall.of(0, COUNT_BITS);
  const a = start(like);
  const b = end(like);
  const c = step(like);
  if ([a, b, c].some(({ doubt }) => doubt !== undefined)) throw undecided();
  const span = b.minus(a);
  const stride = c.approximation;
  const steps = span.over(c);
  if (stride !== 0) {
    const isLonger = Math.abs(steps.approximation) < 1 - COUNT_ERROR;
    requireSteps(texts, Math.sign(span.approximation), Math.sign(stride), isLonger);
  } else requireSteps(texts, 1, 0, false);
  if (!(steps.approximation < MOST_POINTS)) throw tooMany();
  const nearest = Math.round(steps.approximation);
  const isHit = Math.abs(steps.minus(nearest).approximation) < COUNT_ERROR;
  const last = isHit ? nearest : Math.floor(steps.approximation);
  const points: number[] = [];
  const first = start(DoubleBall.of(0));
  const second = step(DoubleBall.of(0));
  for (let i = 0; i <= last; i++) {
    const isEnd = isHit && i === last;
    const quick = isEnd ? undefined : first.plus(second.times(i)).nearest();
    const value = quick ?? nearestTo(isEnd ? end : pointRecipe(start, step, i));
    if (value === undefined) throw undecided();
    // A computed 0 has no sign.
    points.push(inRange(value + 0));
  }
  return points;
}

function pointRecipe(start: Recipe, step: Recipe, i: number): Recipe {
  if (i === 0) return start;
  return (like) => start(like).plus(step(like).times(i));
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
    const mended = stride.startsWith('-') ? stride.slice(1) : `-${stride.replace(/^\+/, '')}`;
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
