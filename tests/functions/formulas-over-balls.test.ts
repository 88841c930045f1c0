import { isFamily } from '../../src/core/engine/define-function';
import { type AnyFunctionClass, isOperation } from '../../src/core/engine/define-operation';
import { partialAt, valueAt } from '../../src/core/engine/at-point';
import { catalogue } from '../../src/functions/catalogue';
import { Choice, Not, TESTS } from '../../src/functions/logic';
import type { Ball, BallFormula } from '../../src/math/ball';
import { DoubleBall } from '../../src/math/double/double-ball';
import { realOfDouble } from '../../src/math/real';
import { WholeBall } from '../../src/math/whole/whole-ball';
import { runs } from '../support/portions';
import { randomFractions } from '../support/random';

/** Of families members whose parameters are doubles, not the decimals that these are short for. */
const classes = catalogue.entries.flatMap((entry): readonly AnyFunctionClass[] =>
  isFamily(entry)
    ? entry.definition.examples.map((numbers) => entry.of(...numbers.map(realOfDouble)))
    : [entry],
);

const ALL: readonly AnyFunctionClass[] = [
  ...classes,
  ...catalogue.operations,
  ...TESTS.values(),
  Not,
  Choice,
];
const named = ALL.map((f) => [nameOf(f), f] as const);

function nameOf(f: AnyFunctionClass): string {
  const { name } = f.definition;
  return isOperation(f) && f.definition.arguments.length > 1 ? `${name} of several` : name;
}

/** The formulas of the value and of the derivative by each argument. */
function formulasOf(f: AnyFunctionClass): (BallFormula | undefined)[] {
  const { definition } = f;
  const slopes = isOperation(f)
    ? f.definition.partials
    : [(f as never as Unary).definition.derivative];
  return [definition.value.ball, ...slopes.map(({ ball }) => ball)];
}
interface Unary {
  readonly definition: { readonly derivative: { readonly ball?: BallFormula } };
}

function samplesOf({ definition }: AnyFunctionClass): number[][] {
  return definition.samples.map((sample) => (typeof sample === 'number' ? [sample] : [...sample]));
}

/** Numbers in and around the domain, the same in each run. */
function pointsOf(f: AnyFunctionClass): number[][] {
  const count = isOperation(f) ? f.definition.arguments.length : 1;
  const next = randomFractions(12345);
  const number = (): number => (next() - 0.5) * 2 ** (12 * next() - 8);
  const wide = (): number => (next() - 0.5) * 2 ** (600 * next() - 300);
  return [
    ...samplesOf(f),
    ...Array.from({ length: runs(150, 3) }, () => Array.from({ length: count }, number)),
    ...Array.from({ length: runs(60, 6) }, () => Array.from({ length: count }, wide)),
  ];
}

function evaluate<T extends Ball<T>>(f: AnyFunctionClass, x: readonly T[]): T[] {
  const [value, ...slopes] = formulasOf(f) as [BallFormula, ...BallFormula[]];
  const y = value(...x);
  return [y, ...slopes.map((slope) => slope(...x, y))];
}

function doublesOf(f: AnyFunctionClass, x: readonly number[]): number[] {
  const y = valueAt(f, x);
  return [y, ...x.map((_, k) => partialAt(f, k, x, y))];
}

/** With more bits where few do not decide the nearest doubles: the wide numbers are 2^600 times each other. */
function wholesOf(f: AnyFunctionClass, x: readonly number[]): readonly WholeBall[] {
  const [few, many] = [320, 1280].map((bits) => {
    return () =>
      evaluate(
        f,
        x.map((each) => WholeBall.of(each, bits)),
      );
  }) as [() => WholeBall[], () => WholeBall[]];
  const found = few();
  return found.every((image) => image.nearest() !== undefined) ? found : many();
}

const RADII = [1e-25, 1e-9, 0.01, 0.3];

/** The ball around a double. */
function ball(x: number, radius: number): DoubleBall {
  return DoubleBall.of(x).widened(DoubleBall.of(radius));
}

/** Whether a ball holds a number, which is off by its rounding. */
function holds(image: DoubleBall, y: number): boolean {
  if (image.doubt !== undefined) return true;
  const rounding = DoubleBall.of(Math.abs(y) * 2 ** -52 + 5e-324);
  return image.minus(y).widened(rounding).sign === undefined || image.minus(y).sign === 0;
}

/** Kinks, ends of domains and whole numbers, and points near them. */
function besideSpecial(f: AnyFunctionClass): number[][] {
  const count = isOperation(f) ? f.definition.arguments.length : 1;
  const near = [-1, -0.5, 0, 0.5, 1].flatMap((x) => [x, x + 1e-10, x - 0.004, x + 0.2]);
  if (count !== 2) return near.map((x) => Array.from({ length: count }, () => x));
  return near.flatMap((a) => near.filter((_, i) => i % 3 === 0).map((b) => [a, b]));
}

describe.each(named)('%s', (_, f) => {
  test('states its value and its derivatives as formulas', () => {
    for (const formula of formulasOf(f)) expect(formula).toBeInstanceOf(Function);
  });

  test('rounds to the doubles that it gives, where these are numbers, and double-doubles do too', () => {
    let [finite, decided] = [0, 0];
    const wrong = pointsOf(f).flatMap((x) => {
      const doubles = doublesOf(f, x);
      const wholes = wholesOf(f, x);
      const quick = evaluate(
        f,
        x.map((each) => DoubleBall.of(each)),
      );
      return doubles.flatMap((expected, i) => {
        const [whole, fast] = [wholes[i] as WholeBall, quick[i] as DoubleBall];
        if (Number.isFinite(expected)) {
          finite++;
          if (fast.nearest() !== undefined) decided++;
        }
        const found = [whole.nearest(), fast.nearest() ?? expected];
        const isRight = Number.isFinite(expected)
          ? found.every((number) => number === expected)
          : whole.doubt !== undefined || found[0] === expected || Number.isNaN(found[0]);
        return isRight ? [] : [{ x, i, expected, found, doubt: whole.doubt }];
      });
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(decided / finite).toBeGreaterThan(0.9);
  });

  test('holds the images of all points of a ball, on both sides of 0 too', () => {
    let [finite, known] = [0, 0];
    const wrong = [...pointsOf(f), ...besideSpecial(f)].flatMap((x) =>
      RADII.flatMap((radius) => {
        const balls = x.map((each) => ball(each, radius));
        const images = evaluate(f, balls);
        return [-1, -0.5, 0, 0.37, 1].flatMap((share) => {
          const point = x.map((each) => each + share * radius);
          // The sum rounds.
          if (point.some((each, k) => Math.abs(each - (x[k] as number)) > radius)) return [];
          const at = doublesOf(f, point);
          return at.flatMap((expected, i) => {
            if (!Number.isFinite(expected)) return [];
            const image = images[i] as DoubleBall;
            finite++;
            if (image.doubt === undefined) known++;
            return holds(image, expected) ? [] : [{ x, radius, point, i, expected, image }];
          });
        });
      }),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
    // Of the others the ball is beside a kink or a jump, or holds a point without a value.
    expect(known / finite).toBeGreaterThan(0.6);
  });
});
