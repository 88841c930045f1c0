/**
 * @file Gives the curves of the values and of the derivative the same poles. At a pole of the values the
 * derivative is unbounded, too, but each curve is sampled by itself and may miss a pole or place it slightly
 * differently.
 */

import type { BlockFunction } from '../best/asking';
import type { Break, Curve, Piece } from './curve';

interface Curves {
  /** The values of the graph. */
  readonly value: Curve;
  readonly derivative: Curve;
}

/** Values this many times as large as those of the neighbouring points belong to a pole. */
const LARGE = 1000;

/**
 * Both curves, with every pole of the values in both of them at the same place.
 *
 * @param f the function whose values the first curve shows
 * @param distance the spacing of the points: breaks that are closer to each other are the same
 */
export function withCommonPoles(
  f: BlockFunction,
  { value, derivative }: Curves,
  distance: number,
): Curves {
  const isBeside = (a: Break, b: Break): boolean => Math.abs(a.at - b.at) <= distance;
  const isMissing = (place: Break, breaks: readonly Break[]): boolean =>
    !breaks.some((other) => ['pole', 'overflow'].includes(other.kind) && isBeside(place, other));
  // Poles that the derivative shows and the values, sampled at fewer points, do not.
  const missed = derivative.breaks.filter((place) => {
    if (place.kind !== 'pole' || !isMissing(place, value.breaks)) return false;
    const { at } = place;
    const [size = NaN, ...next] = f(Float64Array.of(at, at - distance, at + distance)).map(
      Math.abs,
    );
    const others = next.filter((other) => Number.isFinite(other));
    return others.length > 0 && size > LARGE * Math.max(...others);
  });
  const poles = value.breaks.filter(({ kind }) => kind === 'pole');
  const instead = (curve: Curve, places: readonly Break[]): Curve => ({
    pieces: places
      .filter((place) => isMissing(place, curve.breaks))
      .reduce((pieces, { at }) => pieces.flatMap((piece) => cutAt(piece, at)), [...curve.pieces]),
    breaks: [
      ...curve.breaks.filter((other) => !places.some((place) => isBeside(place, other))),
      ...places,
    ].sort((a, b) => a.at - b.at),
  });
  return { value: instead(value, missed), derivative: instead(derivative, poles) };
}

/** Splits a piece at a place, without the place itself. */
function cutAt({ x, y }: Piece, at: number): Piece[] {
  const end = x.findIndex((place) => place >= at);
  const start = x.findIndex((place) => place > at);
  if (end <= 0 || start < 0) return [{ x, y }];
  return [
    { x: x.slice(0, end), y: y.slice(0, end) },
    { x: x.slice(start), y: y.slice(start) },
  ];
}
