/** @file The exact reading at kinks, jumps, holes and edges of domains. */

import { exactAt } from '../../../support/exact';

const BOTH_OUTSIDE = 'none: it has a value at this point, but on neither side of it';

test('a kink has the derivative of the convention, and both slopes', () => {
  expect(exactAt('abs(x)', 0)).toEqual({ value: '0', slope: '0', sides: ['0 -1', '0 1'] });
  expect(exactAt('relu(x)', 0)).toEqual({ value: '0', slope: '0', sides: ['0 0', '0 1'] });
  expect(exactAt('max(x, 1-x)', 0.5)).toEqual({
    value: '0.5',
    slope: '1',
    sides: ['0.5 -1', '0.5 1'],
  });
});

test('a kink very close to x is not at x', () => {
  expect(exactAt('abs(x-0.3)', 0.3)).toEqual({ value: '1.1102230246251566e-17', slope: '-1' });
  expect(exactAt('abs(x)', 5e-324)).toEqual({ value: '5e-324', slope: '1' });
});

test('equal slopes are the derivative, whatever the conventions of the parts are', () => {
  expect(exactAt('relu(x)-relu(-x)', 0)).toEqual({ value: '0', slope: '1' });
  expect(exactAt('sqrt(x^4)', 0)).toEqual({ value: '0', slope: '0' });
  expect(exactAt('abs(x)^1.5', 0)).toEqual({ value: '0', slope: '0' });
  expect(exactAt('max(exp(x), exp(x))', 1).slope).toBe('2.718281828459045');
  expect(exactAt('max(x, x)', 1)).toEqual({ value: '1', slope: '1' });
});

test('different slopes are reported where the conventions give no number', () => {
  expect(exactAt('sqrt(x^2)', 0)).toEqual({
    value: '0',
    slope: 'none: slope -1 on the left, 1 on the right',
    sides: ['0 -1', '0 1'],
  });
});

test('an edge of the domain has the one-sided slope as its derivative', () => {
  expect(exactAt('sqrt(x)', 0)).toEqual({
    value: '0',
    slope: 'Infinity',
    sides: ['outside', '0 Infinity'],
  });
  expect(exactAt('sqrt(-x^2)', 0)).toEqual({ value: '0', slope: BOTH_OUTSIDE });
});

test('a jump has no derivative', () => {
  expect(exactAt('floor(x)', 1)).toEqual({
    value: '1',
    slope: 'none: a jump from 0 to 1',
    sides: ['0 0', '1 0'],
  });
  expect(exactAt('x == 0 ? 1 : x', 0).slope).toBe('none: a jump: 0 on both sides, 1 at the point');
  expect(exactAt('x < 0 ? 0 : exp(-4000)', 0).slope).toBe(
    'none: a jump by less than doubles tell apart',
  );
});

test('a function that jumps does not if its argument is constant', () => {
  // -sin(100)
  const slope = '0.5063656411097588';
  expect(exactAt('floor(x-x) + cos(x)', 100).slope).toBe(slope);
  expect(exactAt('mod(x, x) + cos(x)', 100).slope).toBe(slope);
});

test('a derivative is undecided if it is unknown whether there is a jump', () => {
  expect(exactAt('x < 0 ? 1 : 1 + exp(-4000)', 0).slope).toBe('between -Infinity and Infinity');
});

test('at a comparison that is hit exactly each side has its own branch', () => {
  expect(exactAt('x < 1 ? x^2 : 2*x-1', 1)).toEqual({ value: '1', slope: '2' });
  expect(exactAt('x == 0 ? 0 : abs(x)', 0)).toEqual({
    value: '0',
    slope: '0',
    sides: ['0 -1', '0 1'],
  });
  expect(exactAt('x == 0 ? 0 : x^2*sin(1/x)', 0)).toEqual({ value: '0', slope: '0' });
});

test('a derivative is not taken from the branch of the point alone', () => {
  const { value, slope } = exactAt('x == 0 ? 0 : abs(x)*sin(log(abs(x)))', 0);
  expect(value).toBe('0');
  expect(slope).toBe('between -Infinity and Infinity');
});

test('a point without a value has the reason and the limits', () => {
  expect(exactAt('(1-cos(x))/x^2', 0)).toEqual({
    value: 'none: (1-cos(x))/x^2 gets a = 0 and b = 0, outside its domain b != 0',
    slope: 'none: (1-cos(x))/x^2 gets a = 0 and b = 0, outside its domain b != 0',
    sides: ['0.5 0', '0.5 0'],
  });
  expect(exactAt('1/x', 0).value).toBe('none: 1/x has a pole at a = 1 and b = 0');
  expect(exactAt('1/x', 0).sides).toEqual(['-Infinity -Infinity', 'Infinity -Infinity']);
  expect(exactAt('log(x)', 0).sides).toEqual(['outside', '-Infinity Infinity']);
});

test('a point far outside a domain has no sides', () => {
  const why = 'none: log(x) gets -1, outside its domain x >= 0';
  expect(exactAt('log(x)', -1)).toEqual({ value: why, slope: why });
});

test('singularities in a branch that is not taken have no effect', () => {
  expect(exactAt('x < 0 ? log(x) : x', 2)).toEqual({ value: '2', slope: '1' });
  expect(exactAt('x > 0 && log(x) > 0 ? 1 : x', -2)).toEqual({ value: '-2', slope: '1' });
});
