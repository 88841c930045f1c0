/** @file Exponential functions and logarithms. */

import { defineFunction, everywhere } from '../core/engine/define-function';
import {
  exp2 as powerOfTwo,
  exp2Derivative,
  expm1 as exponentialLessOne,
  log1p as logarithmOfOnePlus,
  log1pDerivative,
  logTimes,
} from '../math/rounded/exponential';
import { exp as exponential } from '../math/rounded/exp';
import { log as logarithm } from '../math/rounded/log';
import { type Constant, LOG10E, LOG2E } from '../math/constants';
import { rounded } from '../math/rounded/rounded';
import { stated } from '../math/ball';
import { exceptAt, throughOrigin } from '../math/wrapped';
import { applying } from './apply';
import { fromMinusOne, fromZero, within } from './domain';

export const Exp = defineFunction({
  name: 'exp',
  formula: 'e^x',
  derivativeFormula: 'e^x',
  summary: 'exponential function',
  domain: everywhere,
  value: exponential,
  derivative: stated(
    (_, y) => y,
    (_: number, y: number) => y,
  ),
  samples: [-10, -0.5, 0, 0.5, 3],
});
export const exp = applying(Exp);

export const Exp2 = defineFunction({
  name: 'exp2',
  formula: '2^x',
  derivativeFormula: '2^x log(2)',
  summary: 'two to the power x',
  domain: everywhere,
  value: powerOfTwo,
  derivative: exp2Derivative,
  samples: [-10, -0.5, 0, 0.5, 3],
});
export const exp2 = applying(Exp2);

export const Expm1 = defineFunction({
  name: 'expm1',
  formula: 'e^x - 1',
  derivativeFormula: 'e^x',
  summary: 'e^x - 1, exact for small x',
  domain: everywhere,
  value: throughOrigin(exponentialLessOne),
  // Not y + 1, which has lost e^x for negative x.
  derivative: exponential,
  samples: [-10, -0.5, 0, 0.5, 3],
});
export const expm1 = applying(Expm1);

/** At 0 a logarithm is -Infinity, with a slope of Infinity: the limits from above. */
const poleAtZero = [{ at: 0, left: NaN, right: Infinity }];

export const Log = defineFunction({
  name: 'log',
  aliases: ['ln'],
  formula: 'log(x)',
  derivativeFormula: '1/x',
  summary: 'natural logarithm',
  domain: fromZero,
  kinks: poleAtZero,
  value: logarithm,
  derivative: within(
    fromZero,
    stated(
      (x) => x.inverse(),
      (x: number) => 1 / Math.abs(x),
    ),
  ),
  samples: [0.25, 0.5, 1, 2, 10],
});
export const log = applying(Log);

/** The parts of a logarithm to another base. @param factor the logarithm of e to that base */
function logarithmTimes(factor: Constant) {
  const derivative = rounded((x) => x.constant(factor).over(x), [NaN, 0]);
  return {
    domain: fromZero,
    kinks: poleAtZero,
    value: within(fromZero, exceptAt(0, -Infinity, logTimes(factor))),
    derivative: within(fromZero, exceptAt(0, Infinity, derivative)),
    samples: [0.25, 0.5, 1, 2, 10],
  };
}

export const Log2 = defineFunction({
  name: 'log2',
  formula: 'log(x)/log(2)',
  derivativeFormula: '1/(x log(2))',
  summary: 'logarithm to the base 2',
  ...logarithmTimes(LOG2E),
});
export const log2 = applying(Log2);

export const Log10 = defineFunction({
  name: 'log10',
  formula: 'log(x)/log(10)',
  derivativeFormula: '1/(x log(10))',
  summary: 'logarithm to the base 10',
  ...logarithmTimes(LOG10E),
});
export const log10 = applying(Log10);

export const Log1p = defineFunction({
  name: 'log1p',
  formula: 'log(1 + x)',
  derivativeFormula: '1/(1 + x)',
  summary: 'log(1 + x), exact for small x',
  domain: fromMinusOne,
  kinks: [{ at: -1, left: NaN, right: Infinity }],
  value: within(fromMinusOne, exceptAt(-1, -Infinity, throughOrigin(logarithmOfOnePlus))),
  derivative: within(fromMinusOne, exceptAt(-1, Infinity, log1pDerivative)),
  samples: [-0.5, 0, 0.5, 2, 10],
});
export const log1p = applying(Log1p);
