import { readAs } from '../../../src/functions/read/read-as';
import { formulaNames, withFunction } from '../../support/formula-names';
import { growth, PROPORTIONAL } from '../../support/growth';

test.each([
  'square',
  'sqaure',
  'Square',
  'x2',
  'square,exp,square',
  'square|exp',
  'square | add(-1)',
  'square,sqaure',
  'sqaure,epx',
  'x,square',
  'square,,exp',
  'square,',
  'square|',
  'add(-1)',
  'pow(3)',
  'scale(pi/180)',
  'scale(1e-3)|exp',
  ' square ',
  'square | ',
  'pow(e)',
  'add (-1)',
  'add( -1 )',
  'xx',
])('%p is a chain', (text) => {
  expect(readAs(text, formulaNames)).toBe('chain');
});

test.each([
  'x',
  'e',
  'pi',
  'f',
  '3',
  '2x',
  'x^2',
  '-x',
  'sin(x)',
  'sin(2)',
  'sin x',
  'exp(-x)',
  'square(exp(x))',
  'max(x,0)',
  'leakyRelu(0.1)',
  'f(2,3)',
  '|x|',
  '|sin(x)|',
  '||x|-1|',
  '2*|x|',
  '0,5',
  'x,y',
  'x > 1 || x < 0 ? 1 : 0',
  'f(x) = x^2',
  'y = x^2',
  'square;exp',
  'sin cos',
  '',
  '(',
  'square)',
  'square(2)',
  '|sin|',
  'add(12',
  'pow(x, 2)',
  'pow(2, 3)',
  'leakyRelu()',
  'add()',
  'foo(2)',
  'x|',
  'sin(1)|2',
  'exp(2x)',
])('%p is a formula', (text) => {
  expect(readAs(text, formulaNames)).toBe('formula');
});

test('a function of one letter is a chain', () => {
  expect(readAs('f', withFunction('f'))).toBe('chain');
  expect(readAs('f|f', withFunction('f'))).toBe('chain');
});

test.each([
  ['square,', 'chain'],
  ['qqqqq,', 'formula'],
  ['(', 'formula'],
])('time is in proportion to a text of many %j, a %s', (piece, kind) => {
  const read = (count: number): void => {
    expect(readAs(piece.repeat(count), formulaNames)).toBe(kind);
  };
  expect(growth(read, 48_000)).toBeLessThan(PROPORTIONAL);
});
