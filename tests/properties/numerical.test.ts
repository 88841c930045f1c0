import { catalogue } from '../../src/functions/catalogue';
import fc, { type Arbitrary } from 'fast-check';
import { Chain } from '../../src/core/graph/chain';
import { differentiate } from '../../src/core/differentiate/differentiate';
import { defineFunction, type FunctionClass } from '../../src/core/engine/define-function';
import { magnitude, mignitude } from '../support/interval';
import {
  anyFunction,
  checkPoints,
  ordinaryDouble,
  type Point,
  points,
  pointsWith,
} from '../support/arbitraries';
import { boundsOf } from './jets';

/** A chain at a point, and the step of the numerical derivative. */
interface StepAtPoint extends Point {
  readonly eps: number;
}

/** Whether it has a slope: steps have none, and a chain with one has no error to divide. */
const hasSlope = ({ definition }: FunctionClass): boolean =>
  definition.samples.some((x) => definition.derivative(x, definition.value(x)) !== 0);

/** Steps from 2^least up, mantissas with all their digits. */
function stepsAtPoints(least: number, most: number): Arbitrary<StepAtPoint> {
  const eps = fc
    .tuple(fc.double({ min: 0.5, max: 1, noNaN: true }), fc.integer({ min: least, max: most }))
    .map(([mantissa, exponent]) => mantissa * 2 ** exponent);
  return pointsWith(points(ordinaryDouble, anyFunction), fc.record({ eps }));
}

/** Both derivatives; undefined where x - eps or x + eps is outside the domain, or eps lost. */
function bothDerivatives({
  chain,
  x,
  eps,
}: StepAtPoint): { numerical: number; backprop: number } | undefined {
  const result = differentiate(chain, Float64Array.of(x), { eps });
  const [numerical = NaN] = result.numerical;
  const [backprop = NaN] = result.backprop;
  return result.problems.length > 0 ? undefined : { numerical, backprop };
}

/**
 * Whether the two derivatives lie as near to each other as they must,
 *
 *   |numerical - backprop| <= eps^2/6 max|f'''| + round-off of the difference + error of backprop,
 *
 * the maximum taken between x - eps and x + eps (Taylor's theorem); undefined where a function is
 * not three times differentiable on all of it. `boundsOf` has the formulas of the last two.
 */
function agreesWithinBounds(step: StepAtPoint): boolean | undefined {
  const found = bothDerivatives(step);
  const { third, roundOff, backprop } = boundsOf(step.chain, step.x, step.eps);
  const bound = (step.eps ** 2 / 6) * magnitude(third) + roundOff + backprop;
  if (found === undefined || !Number.isFinite(bound)) return undefined;
  return Math.abs(found.numerical - found.backprop) <= bound;
}

describe('the numerical derivative', () => {
  test('differs from backprop by no more than truncation and round-off explain', () => {
    checkPoints(stepsAtPoints(-24, -3), agreesWithinBounds, {
      numRuns: 4000,
      part: 8,
      share: 0.9,
    });
  });

  test.each([1.0001, 0.9999, 0, -1, NaN])(
    'differs by more from every derivative of the catalogue times %d',
    (factor) => {
      const missed = catalogue.classes.flatMap((Right) => {
        const { definition } = Right;
        const Wrong = defineFunction({
          ...definition,
          derivative: (x, y) => factor * definition.derivative(x, y),
        });
        const agrees = (f: FunctionClass, x: number): boolean | undefined =>
          agreesWithinBounds({ chain: new Chain([f]), x, eps: 1e-4 });
        return definition.samples
          .filter((x) => Math.abs(definition.derivative(x, definition.value(x))) > 1e-6)
          .filter((x) => agrees(Right, x) === true && agrees(Wrong, x) !== false)
          .map((x) => [definition.name, x]);
      });
      expect(missed).toEqual([]);
    },
  );

  test('has an error of second order: half the eps divides it by 4', () => {
    // With f''' between m and M, both of one sign, the two truncation errors are eps^2/6 and
    // eps^2/24 times something between them, so their ratio lies between 4 m/M and 4 M/m. Only
    // steps with M/m <= 1.04 are looked at, and with all other errors below 0.004 of the smaller
    // one, so that the ratio must be 4 within 5 %.
    checkPoints(
      stepsAtPoints(-14, -3),
      ({ chain, x, eps }) => {
        const spread = boundsOf(chain, x, eps).third;
        const isNarrow = magnitude(spread) <= 1.04 * mignitude(spread);
        if (!isNarrow || magnitude(spread) === Infinity) return undefined;
        const { third, roundOff, backprop } = boundsOf(chain, x, eps / 2);
        const leastTruncation = (eps ** 2 / 24) * mignitude(third);
        if (!(roundOff + backprop <= 0.004 * leastTruncation)) return undefined;
        const whole = bothDerivatives({ chain, x, eps });
        const half = bothDerivatives({ chain, x, eps: eps / 2 });
        if (whole === undefined || half === undefined) return undefined;
        const ratio = (whole.numerical - whole.backprop) / (half.numerical - half.backprop);
        return Math.abs(ratio / 4 - 1) <= 0.05;
      },
      { numRuns: 2500, part: 2, share: 0.15, meets: hasSlope },
    );
  });
});
