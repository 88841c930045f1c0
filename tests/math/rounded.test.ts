import { exp } from '../../src/math/exp';
import { cube, cubeDerivative, reciprocalDerivative, sqrtDerivative } from '../../src/math/power';
import { roundedRows } from '../support/fixtures';

const FUNCTIONS = { exp, cube, cubeDerivative, reciprocalDerivative, sqrtDerivative };

describe.each(Object.entries(FUNCTIONS))('%s', (name, compute) => {
  const rows = roundedRows().filter(({ f }) => f === name);

  test('is the nearest double at every point of the fixture, the hardest to round among them', () => {
    expect(rows.length).toBeGreaterThan(350);
    const wrong = rows
      .map(({ x, y }) => ({ x, y, computed: compute(x) }))
      .filter(({ y, computed }) => !Object.is(y, computed));
    expect(wrong).toEqual([]);
  });

  test('is NaN for NaN', () => {
    expect(compute(NaN)).toBeNaN();
  });
});

describe('edges', () => {
  test.each([
    ['exp(0)', exp(0), 1],
    ['exp(-0)', exp(-0), 1],
    ['exp(Infinity)', exp(Infinity), Infinity],
    ['exp(-Infinity)', exp(-Infinity), 0],
    ['exp above the last finite value', exp(709.7827128933841), Infinity],
    ['exp below half the smallest double', exp(-745.1332191019412), 0],
    ['cube(0)', cube(0), 0],
    ['cube(-0)', cube(-0), -0],
    ['cube(-Infinity)', cube(-Infinity), -Infinity],
    ['cubeDerivative(-0)', cubeDerivative(-0), 0],
    ['cubeDerivative(-Infinity)', cubeDerivative(-Infinity), Infinity],
    ['reciprocalDerivative(0), a pole', reciprocalDerivative(0), NaN],
    ['reciprocalDerivative(Infinity)', reciprocalDerivative(Infinity), -0],
    ['sqrtDerivative(0)', sqrtDerivative(0), Infinity],
    ['sqrtDerivative(-0)', sqrtDerivative(-0), Infinity],
    ['sqrtDerivative(-1)', sqrtDerivative(-1), NaN],
    ['sqrtDerivative(Infinity)', sqrtDerivative(Infinity), 0],
  ])('%s', (_, computed, expected) => {
    expect(computed).toBe(expected);
  });
});
