import { catalogue } from '../../src/functions/catalogue';
import type { BallFormula } from '../../src/math/ball';
import { realOfDouble } from '../../src/math/real';
import { WholeBall } from '../../src/math/whole/whole-ball';
import { type Figure, sideOf } from '../support/germs';

const SIDES = [-1, 1] as const;
const OTHER_POINTS = [0.3, -1.25, 7.25];

/** NaN stands for what has no value. */
function number(figure: Figure): number {
  return typeof figure === 'string' && figure !== 'undecided' ? NaN : (figure as number);
}

describe('one-sided series of the formulas of the catalogue', () => {
  test.each(
    catalogue.classes
      .map(({ definition }) => definition)
      .map((entry) => [entry.name, entry] as const),
  )(
    '%s has its value and its slope from both sides',
    (_, { value, derivative, samples, kinks = [] }) => {
      const [formula, slope] = [value.ball as BallFormula, derivative.ball as BallFormula];
      const ends = kinks.map(({ at }) => at);
      // The samples of steps lie on no jump.
      for (const x of [...samples, ...OTHER_POINTS].filter((x) => !ends.includes(x))) {
        const ball = WholeBall.of(x, 640);
        const y = formula(ball);
        const doubles = [value(x), derivative(x, value(x))];
        // Where the bits do not suffice for a 0, doubles say it.
        const expected = [y, slope(ball, y)].map((exact, k) => exact.nearest() ?? doubles[k]);
        for (const side of SIDES) {
          const found = sideOf(formula, realOfDouble(x), side).map(number);
          expect([x, side, ...found]).toEqual([x, side, ...expected]);
        }
      }
    },
  );

  test.each(
    catalogue.classes
      .map(({ definition }) => definition)
      .flatMap(({ name, value, kinks = [] }) =>
        kinks.map((kink) => [name, kink.at, value.ball as BallFormula, kink] as const),
      ),
  )('%s has at %d the slopes that its entry states', (name, at, formula, { left, right }) => {
    const slopes = SIDES.map((side) => number(sideOf(formula, realOfDouble(at), side)[1]));
    // The double 0.1 is no short fraction, so that how steep its power is stays undecided.
    expect(slopes).toEqual(name === 'pow(0.1)' ? [left, 'undecided'] : [left, right]);
  });
});
