/** @file Errors: what is wrong, for programs and for people, and what something of a wrong type is called. */

import { describeType, DezeroError, retelling, wrongType } from '../../../src/core/text/errors';
import { firstRepeated, listed } from '../../../src/core/text/lists';
import { numberFault } from '../../../src/core/text/parse-number';
import { isReal, realOf } from '../../../src/core/text/real-of';
import { realOfDecimal } from '../../../src/math/real';
import { WholeBall } from '../../../src/math/whole/whole-ball';

test('an error has a code, a message and further lines, in which no terminal is told anything', () => {
  const error = new DezeroError('bad-chain', 'a\u001b', ['b\u001b', ' ^']);
  expect(error).toMatchObject({ name: 'DezeroError', code: 'bad-chain', message: 'a\\u{1b}' });
  expect(error.details).toEqual(['b\\u{1b}', ' ^']);
  const fault = DezeroError.from({ code: 'bad-eps', message: 'too small' });
  expect([fault.code, fault.message, fault.details]).toEqual(['bad-eps', 'too small', []]);
});

test.each([
  [null, 'null'],
  [undefined, 'undefined'],
  [[1], 'an array'],
  [{}, 'an object'],
  [new Map(), 'a Map'],
  [new Float64Array(1), 'a Float64Array'],
  [new Date(0), 'a Date'],
  [5, 'a number'],
  ['5', 'a string'],
  [true, 'a boolean'],
  [Math.sin, 'a function'],
  [5n, 'a bigint'],
])('%p is called %s', (value, name) => {
  expect(describeType(value)).toBe(name);
  const error = wrongType('f needs a Graph', value, 'g(x)');
  expect([error.code, error.message]).toEqual([
    'wrong-type',
    `f needs a Graph, not ${name}: use g(x)`,
  ]);
});

test.each([
  ['x', 'not-a-number', "not a number: 'x'"],
  ['1e', 'not-a-number', "not a number: '1e'"],
  ['1e999', 'out-of-range', "'1e999' is outside the range of a double, 1.8e308 to either side"],
] as const)('of %s it is said that it is %s', (text, code, message) => {
  expect(numberFault(text)).toEqual({ code, message });
});

describe('an error is told otherwise', () => {
  const failing = (error: Error) => (): never => {
    throw error;
  };
  const told = ({ code, message }: DezeroError): Error => new DezeroError(code, `here: ${message}`);

  test('where it is one of ours', () => {
    const read = failing(new DezeroError('bad-chain', 'no chain'));
    expect(() => retelling(read, told)).toThrow(new DezeroError('bad-chain', 'here: no chain'));
  });

  test('but a fault goes on as it is', () => {
    const fault = new TypeError('x is undefined');
    expect(() => retelling(failing(fault), told)).toThrow(fault);
  });

  test('and what is read is returned', () => {
    expect(retelling(() => 3, told)).toBe(3);
  });
});

test('words are listed with commas, and a word before the last', () => {
  expect(listed([], 'and')).toBe('');
  expect(listed(['x'], 'and')).toBe('x');
  expect(listed(['x', 'y'], 'or')).toBe('x or y');
  expect(listed(['x', 'y', 'z'], 'and')).toBe('x, y and z');
});

test('what is there twice is found', () => {
  expect(firstRepeated(['a', 'b', 'c', 'b', 'a'])).toBe('b');
  expect(firstRepeated(['a', 'b'])).toBeUndefined();
});

test('a double stands for its shortest decimal, and what is written for itself', () => {
  // 0.1 is a tenth, and no double.
  const like = WholeBall.of(0, 300);
  expect(realOf(0.1).in(like).minus(like.exact(0.1)).sign).toBe(-1);
  expect(realOf(0.5).in(like).minus(like.exact(0.5)).sign).toBe(0);
  const written = realOfDecimal('0.10000000000000000001', 0.1);
  expect(realOf(written)).toBe(written);
  expect([written, 0.1, null, {}].map(isReal)).toEqual([true, false, false, false]);
});
