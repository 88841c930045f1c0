/** @file Arithmetic with two variables: what + - * / ^ stand for where no operand is a constant. */

import { everywhere } from '../core/define-function';
import { defineOperation } from '../core/define-operation';
import { powerByBase, powerByExponent, powerOf } from '../math/general-power';
import { floorOfQuotient, mod as rest, quotientByDivisor } from '../math/quotient';
import { applyingToTwo } from './apply';
import { pairs, unlessNaN } from './two-arguments';

export const Sum = defineOperation({
  name: 'add',
  arguments: ['a', 'b'],
  operator: '+',
  formula: 'a + b',
  partialFormulas: ['1', '1'],
  summary: 'sum of a and b',
  domain: everywhere,
  value: (a, b) => a + b,
  partials: [(a, b) => unlessNaN(a + b, 1), (a, b) => unlessNaN(a + b, 1)],
  samples: [...pairs, [0, 0]],
});

export const Difference = defineOperation({
  name: 'sub',
  arguments: ['a', 'b'],
  operator: '-',
  formula: 'a - b',
  partialFormulas: ['1', '-1'],
  summary: 'a without b',
  domain: everywhere,
  value: (a, b) => a - b,
  partials: [(a, b) => unlessNaN(a - b, 1), (a, b) => unlessNaN(a - b, -1)],
  samples: [...pairs, [0, 0]],
});
export const sub = applyingToTwo(Difference);

export const Product = defineOperation({
  name: 'mul',
  arguments: ['a', 'b'],
  operator: '*',
  formula: 'a*b',
  partialFormulas: ['b', 'a'],
  summary: 'product of a and b',
  domain: everywhere,
  value: (a, b) => a * b,
  partials: [(a, b) => unlessNaN(a * b, b), (a, b) => unlessNaN(a * b, a)],
  samples: [...pairs, [0, 0]],
});
export const mul = applyingToTwo(Product);

export const Quotient = defineOperation({
  name: 'div',
  arguments: ['a', 'b'],
  operator: '/',
  formula: 'a/b',
  partialFormulas: ['1/b', '-a/b^2'],
  summary: 'a divided by b',
  domain: { text: 'b != 0', contains: (_, b) => b !== 0 },
  value: (a, b) => a / b,
  partials: [
    (a, b) => (b === 0 ? NaN : unlessNaN(a / b, 1 / b)),
    // Not -a/(b*b), which is 0 from b = 1.4e154 on.
    quotientByDivisor,
  ],
  samples: [...pairs, [0, 3]],
});
export const div = applyingToTwo(Quotient);

export const Power = defineOperation({
  name: 'pow',
  aliases: ['power'],
  arguments: ['a', 'b'],
  operator: '^',
  formula: 'a^b',
  // For b = 0 the first is 0, even at a = 0; as is the second at a = 0 for b > 0.
  partialFormulas: ['b*a^(b - 1)', 'a^b*log(a)'],
  summary: 'a to the power b',
  domain: {
    text: 'a > 0; a = 0 for b >= 0; a < 0 for whole b',
    contains: (a, b) => {
      if (a < 0) return Number.isInteger(b);
      return a === 0 ? b >= 0 : !Number.isNaN(powerOf(a, b));
    },
  },
  singularities: [
    { kind: 'jump', text: 'a = 0, b = 0', isAt: (a = NaN, b = NaN) => a === 0 && b === 0 },
    // The value is not defined on the left of it.
    {
      kind: 'kink',
      text: 'a = 0, b not whole',
      isAt: (a = NaN, b = NaN) => a === 0 && b > 0 && !Number.isInteger(b),
    },
  ],
  value: powerOf,
  partials: [powerByBase, powerByExponent],
  samples: [
    [0.5, 2],
    [2, 0.5],
    [1.5, -2.25],
    [10, 3],
    [0.3, -0.7],
  ],
});

export const Mod = defineOperation({
  name: 'mod',
  arguments: ['a', 'b'],
  formula: 'mod(a, b)',
  partialFormulas: ['1', '-floor(a/b)'],
  summary: 'rest of a divided by b, with the sign of b',
  domain: { text: 'b != 0', contains: (a, b) => !Number.isNaN(rest(a, b)) },
  singularities: [
    { kind: 'jump', text: 'a/b a whole number', isAt: (a = NaN, b = NaN) => a % b === 0 },
  ],
  value: rest,
  partials: [(a, b) => unlessNaN(a % b, 1), (a, b) => 0 - floorOfQuotient(a, b)],
  samples: [...pairs, [7.3, 2.1]],
});
export const mod = applyingToTwo(Mod);
