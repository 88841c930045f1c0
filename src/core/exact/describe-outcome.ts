/** @file Texts for the outcome of the exact reading: the reason why there is no number, or the two slopes. */

import { formatNumber } from '../text/format-number';
import type { Graph } from '../graph/graph';
import type { ExactPoint, Figure, NoNumber, Side } from './outcome';

/** "exact is undecided: it lies between 0.1 and 0.10000000000000002" */
export function describeUndecided(
  what: string,
  { neighbours: [lower, upper] }: Figure & { readonly kind: 'undecided' },
): string {
  const isKnown = Number.isFinite(lower) || Number.isFinite(upper);
  if (!isKnown) return `${what} is undecided: nothing is known of it`;
  return `${what} is undecided: it lies between ${formatNumber(lower)} and ${formatNumber(upper)}`;
}

/**
 * Why a point certainly has no value, or no derivative, and its limit if it has one.
 *
 * @param along the variable of the derivative
 */
export function describeNone({ inputs }: Graph, point: ExactPoint, along: number): string {
  const limit = describeLimit(point);
  const also = limit === undefined ? '' : `; ${limit}`;
  if (point.value.kind === 'none') return `${point.value.why}${also}`;
  const figure = point.gradient[along];
  const by = inputs.length === 1 ? '' : ` by ${inputs[along] as string}`;
  const why = figure?.kind === 'none' ? `: ${figure.why}` : '';
  return `the function has no derivative${by} here${why}`;
}

/** "its limit there is 0.5, with slope 0": the limits from both sides at a point without a value. */
export function describeLimit({ value, sides }: ExactPoint): string | undefined {
  if (value.kind !== 'none' || sides?.length !== 1) return undefined;
  const { left, right } = sides[0] ?? {};
  if (left === undefined || right === undefined) return oneSidedLimit(left, right);
  const l = textOf(left.value);
  const r = textOf(right.value);
  if (l === undefined || r === undefined) return undefined;
  if (l !== r) return `its limit is ${l} from the left, ${r} from the right`;
  const slopeL = textOf(left.slope);
  const slopeR = textOf(right.slope);
  if (slopeL === undefined || slopeR === undefined) return `its limit there is ${l}`;
  const slopes =
    slopeL === slopeR ? `slope ${slopeL}` : `slope ${slopeL} on the left, ${slopeR} on the right`;
  return `its limit there is ${l}, with ${slopes}`;
}

function oneSidedLimit(left: Side | undefined, right: Side | undefined): string | undefined {
  const side = left ?? right;
  const limit = side && textOf(side.value);
  if (limit === undefined) return undefined;
  return `its limit from the ${left === undefined ? 'right' : 'left'} is ${limit}`;
}

/** The exact results at a point where doubles have none. */
export function describeLost(value = NaN, derivative = NaN): string | undefined {
  const parts = [
    ...(Number.isNaN(value) ? [] : [`the value ${formatNumber(value)}`]),
    ...(Number.isNaN(derivative) ? [] : [`the derivative ${formatNumber(derivative)}`]),
  ];
  if (parts.length === 0) return undefined;
  return `only doubles fail here: exactly, it has ${parts.join(' and ')}`;
}

/**
 * The slopes on both sides of a kink, or on one side at an edge of the domain; undefined if both are equal.
 *
 * @param along the variable
 * @param name the column of its derivative
 */
export function describeSides(
  point: ExactPoint,
  along: number,
  name: string,
): { readonly text: string; readonly slopes: string } | undefined {
  const found = point.sides?.[along];
  if (found === undefined || isOneSlope(point, along)) return undefined;
  const left = slopeText(found.left);
  const right = slopeText(found.right);
  const kind = found.left && found.right ? 'a kink' : 'an edge';
  const slopes = `slope ${left} on the left, ${right} on the right`;
  const shown = textOf(point.gradient[along]);
  const used = shown === undefined ? '' : `; ${name} is ${shown} by convention`;
  const text = `${kind} of the whole formula: ${slopes}${used}`;
  return { text, slopes };
}

/** Whether the slope along a variable is the same from both sides. */
export function isOneSlope({ sides }: ExactPoint, along: number): boolean {
  const found = sides?.[along];
  return found === undefined || slopeText(found.left) === slopeText(found.right);
}

function slopeText(side: Side | undefined): string {
  return side === undefined ? 'undefined' : (textOf(side.slope) ?? 'undecided');
}

function textOf(figure: Figure | NoNumber | undefined): string | undefined {
  return figure?.kind === 'nearest' ? formatNumber(figure.value) : undefined;
}
