/** @file The best numerical derivative of a chain. */

import type { Chain } from '../chain';
import { guarding } from '../guarded-chain';
import { type BestDerivative, bestDerivatives } from './best-derivative';
import { chainRoundOff } from './chain-round-off';
import type { ManyValued } from './ladder';

/** The values of the chain, NaN where a function that a user brings fails. */
export function valuesOf(chain: Chain): ManyValued {
  return (x) => guarding(chain, (usable) => usable.evaluate(x));
}

/** As `bestDerivatives`, with what is known of the roundings of the chain. */
export function bestOfChain(chain: Chain, x: Float64Array): BestDerivative[] {
  const roundOff: ManyValued = (points) => chainRoundOff(chain, points);
  // Where digits cancel inside a function, the round-off may change from step to step.
  const isUneven = chain.functions.some(({ definition }) => definition.roundOff !== undefined);
  return bestDerivatives(valuesOf(chain), x, { roundOff, isUneven });
}
