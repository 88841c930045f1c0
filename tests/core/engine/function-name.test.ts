/** @file What a function that a user brings may be called, and what is said of other names. */

import { checkFunctionName, inheritedName } from '../../../src/core/engine/function-name';
import { thrownBy } from '../../support/refusal';

const check = (name: string): void => {
  checkFunctionName(name, ['sin', 'mine'], ['pi', 'e']);
};

test.each(['f', 'F2', '_', 'my_function', 'a'.repeat(40)])(
  'a function may be called %s',
  (name) => {
    expect(() => {
      check(name);
    }).not.toThrow();
  },
);

test.each([
  [
    '',
    'bad-name',
    "the name '' is not allowed: it needs letters, digits and _, and no digit first",
  ],
  ['2f', 'bad-name', "the name '2f' is not allowed: it needs letters"],
  ['é', 'bad-name', "the name 'é' is not allowed: it needs letters"],
  ['a b', 'bad-name', "the name 'a b' is not allowed: it needs letters"],
  ['a'.repeat(41), 'bad-name', 'is not allowed: it has more than 40 characters'],
  ['toString', 'bad-name', "the name 'toString' is not allowed: JavaScript's objects use it"],
  ['prototype', 'bad-name', "the name 'prototype' is not allowed: JavaScript's objects use it"],
  ['pi', 'bad-name', "the name 'pi' is not allowed: in formulas it is a number"],
  ['mine', 'duplicate-name', "there is already a function 'mine'; give yours another name"],
])('%s is no name for one: %s', (name, code, message) => {
  const error = thrownBy(() => {
    check(name);
  });
  expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
});

test('every object has some names already', () => {
  expect(inheritedName('constructor')).toContain("'constructor'");
  expect(inheritedName('f')).toBeUndefined();
});
