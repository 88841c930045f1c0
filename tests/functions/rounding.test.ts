import { Variable } from '../../src/core/engine/variable';
import {
  Ceil,
  ceil,
  Floor,
  floor,
  Round,
  round,
  Sign,
  sign,
  Step,
  step,
} from '../../src/functions/rounding';

const FUNCTIONS = [Sign, Step, Floor, Ceil, Round];

/** x, and its sign, step, floor, ceil and round. */
test.each([
  [-Infinity, -1, 0, -Infinity, -Infinity, -Infinity],
  [-2.5, -1, 0, -3, -2, -3],
  [-1.4, -1, 0, -2, -1, -1],
  [-1, -1, 0, -1, -1, -1],
  [-0.5, -1, 0, -1, -0, -1],
  [-0.49999999999999994, -1, 0, -1, -0, -0],
  [-5e-324, -1, 0, -1, -0, -0],
  [-0, -0, 1, -0, -0, -0],
  [0, 0, 1, 0, 0, 0],
  [5e-324, 1, 1, 0, 1, 0],
  [0.49999999999999994, 1, 1, 0, 1, 0],
  [0.5, 1, 1, 0, 1, 1],
  [2.5, 1, 1, 2, 3, 3],
  [3.4999999999999996, 1, 1, 3, 4, 3],
  [4503599627370495.5, 1, 1, 4503599627370495, 4503599627370496, 4503599627370496],
  [9007199254740991, 1, 1, 9007199254740991, 9007199254740991, 9007199254740991],
  [Infinity, 1, 1, Infinity, Infinity, Infinity],
  [NaN, NaN, NaN, NaN, NaN, NaN],
])('at %d sign, step, floor, ceil and round are %d, %d, %d, %d, %d', (x, ...expected) => {
  expect(FUNCTIONS.map(({ definition }) => definition.value(x))).toEqual(expected);
  const slope = Number.isNaN(x) ? NaN : 0;
  for (const { definition } of FUNCTIONS) {
    expect(definition.derivative(x, definition.value(x))).toBe(slope);
    expect(definition.domain.contains(x)).toBe(!Number.isNaN(x));
  }
});

test('they jump where the entries say, and nowhere near the samples', () => {
  const jumps = [-1, -0.5, -0, 0, 0.5, 1, 1.25, 2 ** 53].map((x) =>
    FUNCTIONS.map(({ definition }) =>
      (definition.singularities ?? []).some(({ kind, isAt }) => kind === 'jump' && isAt(x)),
    ),
  );
  expect(jumps).toEqual([
    [false, false, true, true, false],
    [false, false, false, false, true],
    [true, true, true, true, false],
    [true, true, true, true, false],
    [false, false, false, false, true],
    [false, false, true, true, false],
    [false, false, false, false, false],
    [false, false, true, true, false],
  ]);
  for (const { definition } of FUNCTIONS) {
    expect(definition.isExact).toBe(true);
    for (const x of definition.samples) {
      expect(definition.value(x - 0.1) + 0).toBe(definition.value(x + 0.1) + 0);
      expect(definition.singularities?.some(({ isAt }) => isAt(x))).toBe(false);
    }
  }
});

test('as functions of a Variable, with a gradient of 0', () => {
  for (const [f, y] of [
    [sign, 1],
    [step, 1],
    [floor, 2],
    [ceil, 3],
    [round, 3],
  ] as const) {
    const x = Variable.of(2.5);
    const output = f(x);
    output.backward();
    expect([output.item(), x.grad?.[0]]).toEqual([y, 0]);
  }
});
