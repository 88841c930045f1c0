/** @file Polar coordinates of a point of the plane: its distance and its angle. */

import { everywhere } from '../core/engine/define-function';
import { defineOperation } from '../core/engine/define-operation';
import { angleSlope, atan2 as angle, hypot as distance, hypotSlope } from '../math/rounded/plane';
import { angleShare, distanceSlope, squaredDistance } from '../math/plane-formula';
import { stated } from '../math/ball';
import { applyingToTwo } from './apply';
import { pairs } from './two-arguments';

export const Hypot = defineOperation({
  name: 'hypot',
  yields: true,
  arguments: ['a', 'b'],
  formula: 'sqrt(a^2 + b^2)',
  partialFormulas: ['a/sqrt(a^2 + b^2)', 'b/sqrt(a^2 + b^2)'],
  summary: 'distance of (a, b) from the origin',
  domain: everywhere,
  singularities: [
    {
      kind: 'kink',
      text: 'a = 0, b = 0',
      isAt: (a, b) => a === 0 && b === 0,
      edge: squaredDistance,
    },
  ],
  value: distance,
  partials: [
    hypotSlope,
    stated(
      (a, b, y) => distanceSlope(b, a, y),
      (a: number, b: number) => hypotSlope(b, a),
    ),
  ],
  samples: [...pairs, [3, 4], [0, 2]],
});
export const hypot = applyingToTwo(Hypot);

export const Atan2 = defineOperation({
  name: 'atan2',
  yields: true,
  arguments: ['y', 'x'],
  formula: 'atan2(y, x)',
  partialFormulas: ['x/(x^2 + y^2)', '-y/(x^2 + y^2)'],
  summary: 'angle from the x axis to (x, y)',
  domain: {
    text: 'not y = x = 0',
    contains: (y, x) => !Number.isNaN(y) && !Number.isNaN(x) && !(y === 0 && x === 0),
  },
  singularities: [
    {
      kind: 'jump',
      text: 'y = 0, x < 0',
      isAt: (y: number, x: number) => y === 0 && x < 0,
      edge: (y, x) => (x.sign === 1 ? x : y),
    },
  ],
  value: angle,
  partials: [
    stated(
      (y, x) => angleShare(x, y),
      (y: number, x: number) => angleSlope(x, y),
    ),
    stated(
      (y, x) => angleShare(y, x).negated(),
      (y: number, x: number) => -angleSlope(y, x),
    ),
  ],
  samples: [...pairs, [3, 4], [2, 0], [0, 1]],
});
export const atan2 = applyingToTwo(Atan2);
