/** @file Activation functions of neural networks. */

import { defineFunction, everywhere } from '../core/define-function';
import { applying } from './apply';

export const Relu = defineFunction({
  name: 'relu',
  formula: 'max(x, 0)',
  derivativeFormula: '1 if x > 0, else 0',
  summary: 'rectified linear unit',
  domain: everywhere,
  kinks: [{ at: 0, left: 0, right: 1 }],
  value: (x) => Math.max(x, 0),
  derivative: (x) => (x > 0 ? 1 : Number.isNaN(x) ? x : 0),
  samples: [-3, -0.5, 0.5, 10],
});
export const relu = applying(Relu);
