/** @file The best numerical derivative of a chain. */

import type { Chain } from '../chain';
import { guarding } from '../guarded-chain';
import { type BestDerivative, bestDerivatives, type ManyValued } from './best-derivative';
import { chainRoundOff } from './chain-round-off';

/** The values of the chain, NaN where a function that a user brings fails. */
export function valuesOf(chain: Chain): ManyValued {
  return (x) => guarding(chain, (usable) => usable.evaluate(x));
}

/** As `bestDerivatives`, with what is known of the roundings of the chain. */
export function bestOfChain(chain: Chain, x: Float64Array): BestDerivative[] {
  return bestDerivatives(valuesOf(chain), x, (points) => chainRoundOff(chain, points));
}
