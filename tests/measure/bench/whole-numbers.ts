/**
 * @file Balls of whole numbers, by the number of their bits: functions, and formulas of a value and
 * a derivative. With `--before DIRECTORY` beside those of another version of src/math, compiled there.
 */

import { WholeBall } from '../../../src/math/whole/whole-ball';
import { printTable, timeLoops } from './measure';

type Balls = Pick<typeof WholeBall, 'of'>;

const FORMULAS: Readonly<Record<string, (x: WholeBall) => WholeBall>> = {
  exp: (x) => x.exp(),
  log: (x) => x.log(),
  sin: (x) => x.sin(),
  atan: (x) => x.atan(),
  erf: (x) => x.erf(),
  'x e^-x': (x) => {
    const e = x.negated().exp();
    return e.minus(x.times(e));
  },
  'x^x': (x) => {
    const log = x.log();
    return log.times(x).exp().times(log.plus(1));
  },
  '(1 - cos x)/x^2': (x) => {
    const [cos, sin, square] = [x.cos(), x.sin(), x.squared()];
    const value = cos.negated().plus(1).over(square);
    return sin.over(square).minus(value.times(2).over(x));
  },
};

const BITS = [160, 320, 1280];
const COUNT = 400;
const RUNS = 15;

/** From 0.7 to 3.7. */
function points(): Float64Array {
  return Float64Array.from({ length: COUNT }, (_, i) => 0.7 + (3 * i) / COUNT);
}

function loopOf(
  balls: Balls,
  bits: number,
  f: (x: WholeBall) => WholeBall,
): (x: Float64Array) => number {
  return (x) => {
    let sum = 0;
    for (const each of x) sum += f(balls.of(each, bits)).exponent;
    return sum;
  };
}

/** The class of balls in a directory of compiled files. */
function ballsIn(directory: string): Balls {
  // Another version, by its path.
  const { WholeBall: before } = require(`${directory}/whole-ball.js`) as { WholeBall: Balls };
  return before;
}

export function benchWholeNumbers(directory: string | undefined): void {
  const before = directory === undefined ? undefined : ballsIn(directory);
  for (const bits of BITS) {
    for (const [name, f] of Object.entries(FORMULAS)) {
      const loops = {
        [name]: loopOf(WholeBall, bits, f),
        ...(before && { before: loopOf(before, bits, f) }),
      };
      printTable(`With ${String(bits)} bits`, 'ns', timeLoops(loops, points(), RUNS, 1));
    }
  }
}
