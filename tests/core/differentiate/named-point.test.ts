import { pointOf, requireEach } from '../../../src/core/differentiate/named-point';
import { thrownBy } from '../../support/refusal';

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
  const error = thrownBy(() => pointOf(variables, given as never));
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) as string });
});

test('what an object has from elsewhere is no variable', () => {
  expect(() => {
    requireEach(['toString'], {});
  }).toThrow(/^the variable toString has no value/);
});
