/** @file Functions that are constant but for jumps: the sign, and the roundings to whole numbers. */

import { type Ball, stated, undecided } from '../math/ball';
import { always, piecewise } from '../math/piecewise';
import {
  defineFunction,
  everywhere,
  type FunctionClass,
  type FunctionDefinition,
  type Singularity,
} from '../core/engine/define-function';
import { applying } from './apply';

const isZeroOrNaN = (x: number): number => (Number.isNaN(x) ? x : 0);

/** A function without a slope. */
function defineFlat(
  own: Pick<
    FunctionDefinition,
    'name' | 'formula' | 'summary' | 'singularities' | 'value' | 'samples'
  >,
): FunctionClass {
  return defineFunction({
    ...own,
    yields: true,
    derivativeFormula: '0',
    domain: everywhere,
    isExact: true,
    derivative: stated(always(0), isZeroOrNaN),
  });
}

const jumpAtZero: readonly Singularity[] = [
  { kind: 'jump', text: 'x = 0', isAt: (x) => x === 0, edge: (x) => x },
];
/** x - floor(x), which is 0 at whole numbers only. */
function beyondFloor<T extends Ball<T>>(x: T): T {
  return x.minus(x.floor());
}

const jumpAtWhole: readonly Singularity[] = [
  { kind: 'jump', text: 'every whole number', isAt: (x) => Number.isInteger(x), edge: beyondFloor },
];

/** Samples for functions that jump at 0. */
const besideZero = [-3, -0.5, 0.5, 10];
/** Samples for functions that jump at whole numbers, so far from them that no step of the numerical derivative crosses one. */
const betweenWhole = [-0.6, -0.4, 0.3, 0.5, 0.7];
/** The same for functions that jump at halves. */
const betweenHalves = [-0.24, -0.1, 0.05, 0.2];

/** The part of |x| after the point; exact. */
const fraction = (x: number): number => Math.abs(x - Math.trunc(x));

export const Sign = defineFlat({
  name: 'sign',
  formula: 'sign(x)',
  summary: '-1 below 0, 0 at 0, 1 above',
  singularities: jumpAtZero,
  value: stated(
    (x) => (x.sign === undefined ? undecided(x) : x.exact(x.sign)),
    (x: number) => Math.sign(x),
  ),
  samples: besideZero,
});
export const sign = applying(Sign);

export const Step = defineFlat({
  name: 'step',
  formula: '1 if x >= 0, else 0',
  summary: '0 below 0, 1 from 0 on',
  singularities: jumpAtZero,
  value: stated(
    piecewise(always(1), (x) => x.exact(x.sign === 0 ? 1 : 0)),
    (x: number) => (x >= 0 ? 1 : isZeroOrNaN(x)),
  ),
  samples: besideZero,
});
export const step = applying(Step);

export const Floor = defineFlat({
  name: 'floor',
  formula: 'floor(x)',
  summary: 'largest whole number not above x',
  singularities: jumpAtWhole,
  value: stated(
    (x) => x.floor(),
    (x: number) => Math.floor(x),
  ),
  samples: betweenWhole,
});
export const floor = applying(Floor);

export const Ceil = defineFlat({
  name: 'ceil',
  formula: 'ceil(x)',
  summary: 'smallest whole number not below x',
  singularities: jumpAtWhole,
  value: stated(
    (x) => x.negated().floor().negated(),
    (x: number) => Math.ceil(x),
  ),
  samples: betweenWhole,
});
export const ceil = applying(Ceil);

export const Round = defineFlat({
  name: 'round',
  formula: 'round(x)',
  summary: 'nearest whole number, halves away from 0',
  singularities: [
    {
      kind: 'jump',
      text: 'every half of an odd number',
      isAt: (x) => fraction(x) === 0.5,
      edge: (x) => beyondFloor(x.plus(0.5)),
    },
  ],
  // Not floor(x + 0.5), in which the sum rounds, nor Math.round, which takes -2.5 to -2.
  value: stated(
    (x) => {
      const up = x.plus(0.5).floor();
      const down = x.negated().plus(0.5).floor().negated();
      if (x.sign !== undefined) return x.sign === -1 ? down : up;
      return up.minus(down).sign === 0 ? up : undecided(x);
    },
    (x: number) => (fraction(x) >= 0.5 ? Math.trunc(x) + Math.sign(x) : Math.trunc(x)),
  ),
  samples: betweenHalves,
});
export const round = applying(Round);
