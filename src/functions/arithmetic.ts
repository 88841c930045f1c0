/** @file The functions of + - * / ^ between two variables, and mod. */

import { everywhere } from '../core/engine/define-function';
import { defineOperation } from '../core/engine/define-operation';
import { powerByBase, powerByExponent, powerOf } from '../math/rounded/general-power';
import { squaredDistance } from '../math/plane-formula';
import { isWhole, powerBall, powerByBaseBall, powerByExponentBall } from '../math/power-formula';
import { floorOfQuotient, mod as rest, quotientByDivisor } from '../math/rounded/quotient';
import { stated } from '../math/ball';
import { difference, floorAndRest, isItself, nearestWhole, quotient } from '../math/two-balls';
import { applyingToTwo } from './apply';
import { argumentSlope, constantSlope, pairs, unlessNaN } from './two-arguments';

const sum = (a: number, b: number): number => a + b;
const minus = (a: number, b: number): number => a - b;
const product = (a: number, b: number): number => a * b;

export const Sum = defineOperation({
  name: 'add',
  arguments: ['a', 'b'],
  operator: '+',
  formula: 'a + b',
  partialFormulas: ['1', '1'],
  summary: 'sum of a and b',
  domain: everywhere,
  value: stated((a, b) => a.plus(b), sum),
  partials: [constantSlope(1, sum), constantSlope(1, sum)],
  samples: [...pairs, [0, 0]],
});

export const Difference = defineOperation({
  name: 'sub',
  yields: true,
  arguments: ['a', 'b'],
  operator: '-',
  formula: 'a - b',
  partialFormulas: ['1', '-1'],
  summary: 'a without b',
  domain: everywhere,
  value: stated(difference, minus),
  partials: [constantSlope(1, minus), constantSlope(-1, minus)],
  samples: [...pairs, [0, 0]],
});
export const sub = applyingToTwo(Difference);

export const Product = defineOperation({
  name: 'mul',
  yields: true,
  arguments: ['a', 'b'],
  operator: '*',
  formula: 'a*b',
  partialFormulas: ['b', 'a'],
  summary: 'product of a and b',
  domain: everywhere,
  value: stated((a, b) => (a === b ? a.squared() : a.times(b)), product),
  partials: [argumentSlope(1, product), argumentSlope(0, product)],
  samples: [...pairs, [0, 0]],
});
export const mul = applyingToTwo(Product);

export const Quotient = defineOperation({
  name: 'div',
  yields: true,
  arguments: ['a', 'b'],
  operator: '/',
  formula: 'a/b',
  partialFormulas: ['1/b', '-a/b^2'],
  summary: 'a divided by b',
  domain: { text: 'b != 0', contains: (_, b) => b !== 0 },
  value: stated(quotient, (a: number, b: number) => a / b),
  // In x/x the partials 1/b and -1/b cancel: balls of them would not know that, so both are stated as 0.
  partials: [
    stated(
      (a, b) => (isItself(a, b) ? b.exact(0) : quotient(b.exact(1), b)),
      (a: number, b: number) => (b === 0 ? NaN : unlessNaN(a / b, 1 / b)),
    ),
    // Not -a/(b*b), which is 0 from b = 1.4e154 on.
    stated(
      (a, b, y) => (isItself(a, b) ? b.exact(0) : quotient(y, b).negated()),
      quotientByDivisor,
    ),
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
  // At b = 0 the partial by a is 0, even for a = 0; at a = 0 and b > 0 that by b is 0.
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
    {
      kind: 'jump',
      text: 'a = 0, b = 0',
      isAt: (a: number, b: number) => a === 0 && b === 0,
      edge: squaredDistance,
    },
    // For these b the value is not defined for a < 0.
    {
      kind: 'kink',
      text: 'a = 0, b not whole',
      isAt: (a: number, b: number) => a === 0 && b > 0 && !Number.isInteger(b),
      edge: (a, b) => (isWhole(b) ? a.exact(1) : a),
    },
  ],
  value: stated(powerBall, powerOf),
  partials: [stated(powerByBaseBall, powerByBase), stated(powerByExponentBall, powerByExponent)],
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
  yields: true,
  arguments: ['a', 'b'],
  formula: 'mod(a, b)',
  partialFormulas: ['1', '-floor(a/b)'],
  summary: 'rest of a divided by b, with the sign of b',
  domain: { text: 'b != 0', contains: (a, b) => !Number.isNaN(rest(a, b)) },
  singularities: [
    {
      kind: 'jump',
      text: 'a/b a whole number',
      isAt: (a: number, b: number) => a % b === 0,
      edge: (a, b) => a.minus(b.times(nearestWhole(a.over(b)))),
    },
  ],
  value: stated((a, b) => floorAndRest(a, b).rest, rest),
  partials: [
    constantSlope(1, rest),
    stated(
      (a, b) => floorAndRest(a, b).floor.negated(),
      (a: number, b: number) => 0 - floorOfQuotient(a, b),
    ),
  ],
  samples: [...pairs, [7.3, 2.1]],
});
export const mod = applyingToTwo(Mod);
