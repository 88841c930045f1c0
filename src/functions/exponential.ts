/** @file Exponential functions. */

import { defineFunction, everywhere } from '../core/define-function';
import { exp as exponential } from '../math/exp';
import { applying } from './apply';

export const Exp = defineFunction({
  name: 'exp',
  formula: 'e^x',
  derivativeFormula: 'e^x',
  summary: 'exponential function',
  domain: everywhere,
  value: exponential,
  derivative: (_, y) => y,
  samples: [-10, -0.5, 0, 0.5, 3],
});
export const exp = applying(Exp);
