/** @file How wrong the value of a chain may be: what the roundings of all its functions add up to. */

import type { Chain } from '../chain';
import { guarding } from '../guarded-chain';
import { TWO_UNITS } from '../round-off';

/** The slope of a function is taken over this part of its input to either side, or over its error. */
const STEP = 9.5367431640625e-7; // 2^-20

/** The round-off of f(x) for each x: that of every variable, carried to the end by the slopes after it. */
export function chainRoundOff(chain: Chain, x: Float64Array): Float64Array {
  return guarding(chain, (usable) => roundOffAt(usable, x));
}

function roundOffAt(chain: Chain, x: Float64Array): Float64Array {
  let roundOff = new Float64Array(x.length);
  let input = x;
  for (const FunctionOfChain of chain.functions) {
    const apply = (data: Float64Array): Float64Array => new FunctionOfChain().forward(data);
    const output = apply(input);
    const steps = input.map((value, i) => {
      const error = roundOff[i] as number;
      const least = Number.isFinite(error) ? Math.max(error, Number.MIN_VALUE) : Number.MIN_VALUE;
      return Math.max(Math.abs(value) * STEP, least);
    });
    const ahead = apply(input.map((value, i) => value + (steps[i] as number)));
    const behind = apply(input.map((value, i) => value - (steps[i] as number)));
    const { roundOff: ownRoundOff = () => 0 } = FunctionOfChain.definition;
    roundOff = roundOff.map((error, i) => {
      const y = output[i] as number;
      const [change, changeBehind] = [(ahead[i] as number) - y, y - (behind[i] as number)];
      const slope = largest(change, changeBehind) / (steps[i] as number);
      const carried = error === 0 || slope === 0 ? 0 : error * slope;
      const own = ownRoundOff(input[i] as number);
      return carried + Math.max(TWO_UNITS * Math.abs(y), Number.isNaN(own) ? Infinity : own);
    });
    input = output;
  }
  return roundOff;
}

/** The larger size, of those that are numbers. */
function largest(a: number, b: number): number {
  const sizes = [Math.abs(a), Math.abs(b)].filter(Number.isFinite);
  return sizes.length === 0 ? 0 : Math.max(...sizes);
}
