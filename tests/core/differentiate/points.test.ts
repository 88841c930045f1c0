/** @file Points: by the names of their variables, at even distances, and beside kinks. */

import { DezeroError } from '../../../src/core/text/errors';
import { evenlySpaced } from '../../../src/core/differentiate/grid';
import { pointOf, requireEach } from '../../../src/core/differentiate/named-point';

const one = Float64Array.of(1);
const two = Float64Array.of(1, 2);

test('points stand in the order of the variables, however they are given', () => {
  expect(pointOf(['x', 'y'], { y: two, x: Float64Array.of(3, 4) })).toEqual([
    Float64Array.of(3, 4),
    two,
  ]);
  expect(pointOf(['x'], { x: new Float64Array() })).toEqual([new Float64Array()]);
});

test.each<[string, string[], object, string, RegExp]>([
  [
    'a variable without numbers',
    ['x', 'y'],
    { x: one },
    'wrong-type',
    /^the variable y has no value: give one for each of x, y$/,
  ],
  [
    'a variable that there is not',
    ['width', 'y'],
    { width: one, y: one, widht: one },
    'wrong-type',
    /^there is no variable 'widht'; there are width, y\. Did you mean 'width'\?$/,
  ],
  [
    'numbers in an array',
    ['x'],
    { x: [1] },
    'wrong-type',
    /^the variable x holds a Float64Array\b.*Float64Array\.of\(0\.5\)/,
  ],
  [
    'more numbers of one than of another',
    ['x', 'y'],
    { x: one, y: two },
    'wrong-type',
    /^x has 1 numbers and y 2: each variable needs as many$/,
  ],
  ...['value', 'trace', 'problems', 'notices'].map(
    (name): [string, string[], object, string, RegExp] => [
      `a variable that is called ${name}`,
      ['x', name],
      { x: one, [name]: one },
      'bad-name',
      new RegExp(
        `^the variable ${name} is called like a part of the result; give it another name$`,
      ),
    ],
  ),
])('%s is refused', (_, variables, given, code, message) => {
  let error: unknown;
  try {
    pointOf(variables, given as never);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(DezeroError);
  expect(error).toMatchObject({ code });
  expect((error as Error).message).toMatch(message);
});

test('what an object has from elsewhere is no variable', () => {
  expect(() => {
    requireEach(['toString'], {});
  }).toThrow(/^the variable toString has no value/);
});

test.each([
  [0, 1, 11, 3, 0.3],
  [0, 1, 11, 10, 1],
  [2, 5, 4, 1, 3],
  [7, 9, 1, 0, 7],
  [7, 9, 2, 1, 9],
  [5, -5, 3, 1, 0],
  // Products of these overflow; their mean does not.
  [-1.5e308, 1.5e308, 5, 3, 0.75e308],
  [1e308, 1.5e308, 6, 1, 1.1e308],
])('from %d to %d in %d numbers number %d is %d', (from, to, count, at, x) => {
  const numbers = evenlySpaced(from, to, count);
  expect(numbers).toHaveLength(count);
  expect((numbers[at] as number) - x).toBeCloseTo(0, x < 1e300 ? 15 : -293);
  if (x < 1e300) expect(numbers[at]).toBe(x);
});

test('no numbers are none', () => {
  expect(evenlySpaced(0, 1, 0)).toHaveLength(0);
});
