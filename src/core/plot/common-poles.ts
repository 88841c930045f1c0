/**
 * @file Poles that the values and the derivative have in common. Where values grow without bound,
 * over a distance that is bounded, their derivative does too; but each curve is followed by itself,
 * and one of them may miss what the other shows, or find it at a place nearby.
 */

import type { BlockFunction } from '../best/ladder';
import type { Break, Curve, Piece } from './curve';

interface Curves {
  /** The values. */
  readonly value: Curve;
  readonly derivative: Curve;
}

/** Values that are so much larger than those of the next points are those of a pole. */
const LARGE = 1000;

/**
 * Both curves, with every pole of the values in both of them, at one place.
 *
 * @param f the values
 * @param distance of points: breaks that are closer to each other are one
 */
export function withCommonPoles(
  f: BlockFunction,
  { value, derivative }: Curves,
  distance: number,
): Curves {
  const isBeside = (a: Break, b: Break): boolean => Math.abs(a.at - b.at) <= distance;
  const isMissing = (place: Break, breaks: readonly Break[]): boolean =>
    !breaks.some((other) => isEndless(other) && isBeside(place, other));
  // Points of the values that are too far apart to show it.
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

function isEndless({ kind }: Break): boolean {
  return kind === 'pole' || kind === 'overflow';
}

/** What lies on both sides, without the place itself. */
function cutAt({ x, y }: Piece, at: number): Piece[] {
  const [end, start] = [x.findIndex((place) => place >= at), x.findIndex((place) => place > at)];
  if (end <= 0 || start < 0) return [{ x, y }];
  return [
    { x: x.slice(0, end), y: y.slice(0, end) },
    { x: x.slice(start), y: y.slice(start) },
  ];
}
