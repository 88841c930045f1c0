import { differentiate } from '../../../src/core/differentiate/differentiate';
import {
  checkEps,
  isStepKept,
  numericalDiff,
  stepFault,
} from '../../../src/core/differentiate/numerical-diff';
import { differenceOf, type Method, METHODS } from '../../../src/math/finite-differences';
import { Variable } from '../../../src/core/engine/variable';
import { cube, reciprocal, square } from '../../../src/functions/algebraic';
import { thrownBy } from '../../support/refusal';
import { parseChain } from '../../../src/functions/parse';

const lesson = (x: Variable): Variable => parseChain('square,exp,square').call(x);

describe('the numerical derivative', () => {
  test('of square at 2 is the figure of the book', () => {
    expect(numericalDiff(square, Variable.of(2))).toEqual(Float64Array.of(4.000000000004));
  });

  test('is computed for every element of a batch as for one alone', () => {
    const numbers = [0.5, 0.7, 1, -1.5, 2];
    const alone = numbers.map((x) => numericalDiff(lesson, Variable.of(x))[0]);
    expect([...numericalDiff(lesson, Variable.of(...numbers))]).toEqual(alone);
  });

  // x and eps are powers of two, so the differences have no rounding error: of x^3 they are exactly
  // 3x^2 + eps^2, 3x^2 + 3x eps + eps^2 and 3x^2 - 3x eps + eps^2.
  test.each<[Method, number]>([
    ['central', 12.0625],
    ['forward', 13.5625],
    ['backward', 10.5625],
  ])('%s is the difference its name says', (method, expected) => {
    expect(numericalDiff(cube, Variable.of(2), 0.25, method)).toEqual(Float64Array.of(expected));
  });

  test('keeps the sign of zero', () => {
    const f = (x: Variable): Variable => reciprocal(x);
    expect(numericalDiff(f, Variable.of(-0), 1e-4, 'backward')).toEqual(Float64Array.of(-Infinity));
  });

  test('refuses an f that changes the length', () => {
    expect(() => numericalDiff(() => Variable.of(1, 2), Variable.of(1))).toThrow(
      /keeps the length/,
    );
  });

  test('says that there is none at an infinite x', () => {
    expect(() => numericalDiff(square, Variable.of(Infinity))).toThrow(
      'there is no numerical derivative at Infinity',
    );
  });

  test('calls f once for each point that it weighs', () => {
    for (const method of METHODS) {
      let calls = 0;
      const counted = (x: Variable): Variable => {
        calls++;
        return square(x);
      };
      numericalDiff(counted, Variable.of(1), 1e-4, method);
      expect(calls).toBe(differenceOf(method).weights.length);
    }
  });
});

describe('a step', () => {
  test.each([
    [0, 'eps = 0 is not a positive number: choose --eps between'],
    [-1e-4, 'eps = -0.0001 is not a positive number'],
    [NaN, 'eps = NaN is not a positive number'],
    [-Infinity, 'eps = -Infinity is not a positive number'],
    [1e-320, 'eps = 1e-320 is too small'],
    [1e308, 'eps = 1e+308 is too large'],
    [Infinity, 'eps = Infinity is too large'],
  ])('of %d is refused: %s', (eps, message) => {
    const error = thrownBy(() => numericalDiff(square, Variable.of(1), eps));
    expect(error).toMatchObject({
      code: 'bad-eps',
      message: expect.stringContaining(message) as string,
    });
  });

  test.each([2.2250738585072014e-308, 1e-4, 1, 8.9e307])('of %d is accepted', (eps) => {
    expect(() => {
      checkEps(eps);
    }).not.toThrow();
  });

  test.each<[number, number, Method]>([
    [1e16, 1e-4, 'central'],
    [1e16, 1e-4, 'forward'],
    [-1e16, 1e-4, 'backward'],
    [0.5, 1e-20, 'central'],
    // Below a power of two the doubles are twice as dense: only x + eps is lost here.
    [1, 1e-16, 'central'],
  ])('where %d does not move by %d (%s), it is no derivative of 0', (x, eps, method) => {
    expect(() => numericalDiff(square, Variable.of(x), eps, method)).toThrow(/step is lost.*--eps/);
  });

  test('one-sided methods ask only for their own side', () => {
    expect(numericalDiff(square, Variable.of(1), 1e-16, 'backward')[0]).toBeCloseTo(2, 0);
  });

  test('is too large where x + eps overflows', () => {
    expect(() => numericalDiff(square, Variable.of(1.7e308), 8e307)).toThrow(/too large.*--eps/);
  });
});

describe('a step is kept', () => {
  const half = 2 ** -53; // half of the distance of doubles above 1, all of it below 1

  test.each([
    [1, 1e-4, true],
    [0, 1e-4, true],
    [1, 2 * half, true],
    [-1, 2 * half, true],
    // 1 + 2^-53 is 1, and 1 - 2^-53 is not; beside -1 it is the other way round.
    [1, half, false],
    [-1, half, false],
    [1e16, 0.5, false],
    // One end is infinite, or they are farther apart than a double can say.
    [1.7e308, 1e308, false],
    [-1.7e308, 1e308, false],
    [0, 1e308, false],
    [0, 8.9e307, true],
    [Infinity, 1, false],
    [NaN, 1, false],
  ])('at %p, eps = %p: %p', (x, eps, expected) => {
    expect(isStepKept(x, eps, differenceOf('central'))).toBe(expected);
  });

  test.each<[Method, number[]]>([
    ['central', [0, 1]],
    ['forward', [0]],
    ['backward', [1]],
  ])('or lost on the side of %s: a batch says so as a single x does', (method, expected) => {
    // Beside 0.5 the half is a whole one.
    const x = Float64Array.of(1, -1, 0.5, -0.5);
    const { problems } = differentiate(parseChain('square'), x, { eps: half, method });
    const lost = Array.from(x.keys()).filter(
      (i) => stepFault(x[i] as number, half, method) !== undefined,
    );
    expect(lost).toEqual(expected);
    expect(problems.map(({ index }) => index)).toEqual(expected);
    expect(problems.every(({ code }) => code === 'step-lost')).toBe(true);
  });
});

test('the sign of zero is kept', () => {
  // -0 ahead, and 0 behind: the difference is -0.
  const graph = parseChain('scale(0),neg');
  expect(numericalDiff(graph, Variable.of(0))[0]).toBe(-0);
  expect(numericalDiff(parseChain('scale(0)'), Variable.of(0))[0]).toBe(0);
});

test.each([1.79e308, -1.79e308])('at %d a step that is too large overflows, which is said', (x) => {
  const { numerical, problems } = differentiate(parseChain('scale(0.5)'), Float64Array.of(x), {
    columns: ['numerical'],
    eps: 1e307,
  });
  expect(numerical?.[0]).toBeNaN();
  expect(problems).toMatchObject([{ code: 'step-lost' }]);
  expect(problems[0]?.message).toMatch(
    /^the step is too large: .* overflows; choose a smaller --eps$/,
  );
});
