import fc from 'fast-check';
import { Chain } from '../../src/core/graph/chain';
import { differentiate } from '../../src/core/differentiate/differentiate';
import { Variable } from '../../src/core/engine/variable';
import { parseChain } from '../../src/functions/parse';
import {
  anyDouble,
  checkPoints,
  finiteDouble,
  type Point,
  pointOf,
  points,
  pointsWith,
  wildPoints,
} from '../support/arbitraries';
import { functionsOf } from '../support/chains';
import { holdsForAll } from '../support/holds-for-all';

/** y and backprop; undefined outside the domain. */
function gradientOf({ chain, x }: Point): { y: number; backprop: number } | undefined {
  const columns = ['y', 'backprop'] as const;
  const { y, backprop, problems } = differentiate(chain, Float64Array.of(x), { columns });
  return problems.length > 0 ? undefined : { y: y?.[0] ?? NaN, backprop: backprop?.[0] ?? NaN };
}

/** The numerical derivative; NaN where there is none. */
function numericalOf({ chain, x }: Point): number {
  const columns = ['numerical'] as const;
  return differentiate(chain, Float64Array.of(x), { columns }).numerical?.[0] ?? NaN;
}

/** The derivative of every function where the chain meets it, and the value at the end. */
function localDerivatives({ chain, x }: Point): { y: number; slopes: number[] } {
  let y = x;
  const slopes = functionsOf(chain).map(({ definition }) => {
    const input = y;
    y = definition.value(input);
    return definition.derivative(input, y);
  });
  return { y, slopes };
}

/**
 * How far two products of the same n factors, multiplied in different order, may lie apart:
 *
 *   2 n 2^-53 |product| + n 2^-1074 S,   S = product of the factors, those below 1 left out
 *
 * as each side rounds n - 1 times at most, by 2^-53 of the product, or by half of 2^-1074 where it
 * underflows; what is lost there may be multiplied by all the factors above 1. Infinite where the
 * products may overflow on the way.
 */
function reorderingError(slopes: readonly number[], product: number): number {
  const n = slopes.length;
  const growth = slopes.reduce((s, slope) => s * Math.max(1, Math.abs(slope)), 1);
  return 2 * n * 2 ** -53 * Math.abs(product) + n * Number.MIN_VALUE * growth;
}

/** Whether a power of two up to 2^30 scales a number without overflow, underflow or NaN. */
function isFarFromEdges(value: number): boolean {
  return value === 0 || (Math.abs(value) > 2 ** -900 && Math.abs(value) < 2 ** 900);
}

/** Whether all products of local derivatives, from y back to x, are far from overflow and underflow. */
function hasGradientsFarFromEdges(point: Point): boolean {
  let gradient = 1;
  for (const slope of localDerivatives(point).slopes.reverse()) {
    // From here on all gradients are 0, and not by underflow.
    if (slope === 0) return true;
    gradient *= slope;
    if (gradient === 0 || !isFarFromEdges(gradient)) return false;
  }
  return true;
}

/** Chains at points of their domain, and some that leave it or meet a kink. */
const somePoints = fc.oneof(
  { weight: 4, arbitrary: points(anyDouble) },
  { weight: 1, arbitrary: wildPoints },
);

describe('the gradient of a chain', () => {
  test('of no functions is 1, and y is x, at every double', () => {
    holdsForAll(
      fc.property(finiteDouble, (x) => {
        const found = gradientOf(pointOf(new Chain([]), x));
        return Object.is(found?.y, x) && found?.backprop === 1;
      }),
      2000,
    );
  });

  test('does not change, in any bit, where identity is put into it', () => {
    const [identity] = functionsOf(parseChain('identity'));
    checkPoints(
      pointsWith(somePoints, fc.record({ place: fc.nat({ max: 6 }) })),
      ({ chain, x, place }) => {
        if (identity === undefined) return false;
        const plain = gradientOf({ chain, x });
        const longer = new Chain(functionsOf(chain).toSpliced(place, 0, identity));
        const found = gradientOf({ chain: longer, x });
        if (plain === undefined || found === undefined) return plain === found ? undefined : false;
        return (
          Object.is(found.y, plain.y) &&
          Object.is(found.backprop, plain.backprop) &&
          Object.is(numericalOf({ chain: longer, x }), numericalOf({ chain, x }))
        );
      },
      { numRuns: 1000, part: 4, share: 0.8 },
    );
  });

  test('obeys the chain rule: that of a, then b, is that of b at a(x) times that of a', () => {
    checkPoints(
      pointsWith(somePoints, fc.record({ length: fc.nat({ max: 6 }) })),
      ({ chain, x, length }) => {
        const { slopes } = localDerivatives({ chain, x });
        const whole = gradientOf({ chain, x });
        const a = gradientOf({ chain: new Chain(functionsOf(chain).slice(0, length)), x });
        if (whole === undefined || a === undefined) return undefined;
        const b = gradientOf({ chain: new Chain(functionsOf(chain).slice(length)), x: a.y });
        if (b === undefined) return false;
        const product = b.backprop * a.backprop;
        const bound = reorderingError(slopes, product);
        if (!Number.isFinite(bound)) return undefined;
        return Object.is(whole.y, b.y) && Math.abs(whole.backprop - product) <= bound;
      },
      { numRuns: 3000, part: 4, share: 0.8 },
    );
  });

  test('by reverse mode is that of forward mode, by dual numbers, and y is the same bit for bit', () => {
    checkPoints(
      somePoints,
      (point) => {
        const reverse = gradientOf(point);
        if (reverse === undefined) return undefined;
        const { y, slopes } = localDerivatives(point);
        const tangent = slopes.reduce((dx, slope) => slope * dx, 1);
        const bound = reorderingError(slopes, tangent);
        if (!Number.isFinite(bound)) return undefined;
        return Object.is(reverse.y, y) && Math.abs(reverse.backprop - tangent) <= bound;
      },
      { numRuns: 3000, part: 4, share: 0.8 },
    );
  });

  test('is the same, bit for bit, by automatic backpropagation', () => {
    checkPoints(
      somePoints,
      (point) => {
        const manual = gradientOf(point);
        if (manual === undefined) return undefined;
        const x = Variable.of(point.x);
        point.chain.call(x).backward();
        return Object.is(x.grad?.[0], manual.backprop);
      },
      { numRuns: 1500, part: 4, share: 0.8 },
    );
  });

  test('times a power of two is the gradient of the chain scaled by it, bit for bit', () => {
    const factor = fc
      .tuple(fc.integer({ min: -30, max: 30 }), fc.constantFrom(-1, 1))
      .map(([exponent, sign]) => sign * 2 ** exponent);
    checkPoints(
      pointsWith(somePoints, fc.record({ c: factor })),
      ({ chain, x, c }) => {
        const plain = gradientOf({ chain, x });
        const numerical = numericalOf({ chain, x });
        if (plain === undefined) return undefined;
        const functions = functionsOf(parseChain(`scale(${String(c)})`));
        const chainTimesC = new Chain([...functionsOf(chain), ...functions]);
        const scaled = gradientOf({ chain: chainTimesC, x });
        if (scaled === undefined) return false;
        const { y, backprop } = plain;
        if (![y, backprop, numerical].every(isFarFromEdges)) return undefined;
        if (!hasGradientsFarFromEdges({ chain, x })) return undefined;
        return (
          Object.is(scaled.y, c * y) &&
          Object.is(scaled.backprop, c * backprop) &&
          // The difference of equal values is 0 whatever the sign of c.
          numericalOf({ chain: chainTimesC, x }) === c * numerical
        );
      },
      { numRuns: 2000, part: 4, share: 0.6 },
    );
  });
});
