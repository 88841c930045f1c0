/** @file Points to check a chain at when nobody gives any: those that its functions carry. */

import type { Chain } from '../chain';
import { kindOfKink } from '../diagnose';

/**
 * The samples of all functions of the chain, in order, without those at which the chain has no
 * derivative to check: outside a domain, at an edge, a pole or a vertical tangent, or where a value
 * is not finite.
 */
export function samplesOf(chain: Chain): Float64Array {
  const all = new Set(chain.functions.flatMap(({ definition }) => definition.samples));
  return Float64Array.from(all)
    .sort()
    .filter((x) => isRegular(chain, x));
}

function isRegular(chain: Chain, x: number): boolean {
  let input = x;
  for (const { definition } of chain.functions) {
    if (!definition.domain.contains(input)) return false;
    const kink = definition.kinks?.find(({ at }) => at === input);
    if (kink !== undefined && kindOfKink(definition, kink) !== 'kink') return false;
    input = definition.value(input);
    if (!Number.isFinite(input)) return false;
  }
  return true;
}
