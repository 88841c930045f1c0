import { bothReadings, readAs } from '../../../src/functions/read/read-as';
import { formulaNames, withFunction } from '../../support/formula-names';
import { growth, PROPORTIONAL } from '../../support/growth';

test.each([
  ...'square sqaure Square x2 square,exp,square square|exp square,sqaure'.split(' '),
  ...'sqaure,epx x,square square,,exp square, square| add(-1) pow(3)'.split(' '),
  ...'scale(pi/180) scale(1e-3)|exp pow(e) xx'.split(' '),
  'square | add(-1)',
  ' square ',
  'square | ',
  'exp|sin|',
  'square|sqaure|',
  'square|scale(12.345)|',
  'add (-1)',
  'add( -1 )',
])('%p is a chain', (text) => {
  expect(readAs(text, formulaNames)).toBe('chain');
});

test.each([
  ...'x e pi f 3 2x x^2 -x sin(x) sin(2) exp(-x) square(exp(x)) max(x,0)'.split(' '),
  ...'leakyRelu(0.1) f(2,3) |x| |sin(x)| ||x|-1| 2*|x| 0,5 x,y square;exp ('.split(' '),
  ...'square) square(2) |sin| add(12 leakyRelu() add() foo(2) x| sin(1)|2'.split(' '),
  'sin|x|',
  'ln |x|',
  'exp|sin(2)|',
  'sinx',
  'exp(2x)',
  'sin x',
  'x > 1 || x < 0 ? 1 : 0',
  'f(x) = x^2',
  'y = x^2',
  'sin cos',
  '',
  'pow(x, 2)',
  'pow(2, 3)',
])('%p is a formula', (text) => {
  expect(readAs(text, formulaNames)).toBe('formula');
});

test.each([
  ['leakyRelu(0.2)', ['leakyRelu(x, 0.2)', 'leakyRelu(0.2, 0.01)']],
  [' elu( 2 ) ', ['elu(x, 2)', 'elu(2, 1)']],
  ['leakyRelu(0.2, 0.1)', undefined],
  ['leakyRelu', undefined],
  ['leakyRelu(x)', undefined],
  ['pow(2)', undefined],
  ['sin(2)', undefined],
  ['foo(2)', undefined],
])('%p may be a function with its parameter, or its value: %p', (text, both) => {
  expect(bothReadings(text, formulaNames)).toEqual(both);
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
