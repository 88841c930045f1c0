/** @file How wrong backprop may be where the derivative of a function loses digits on its way. */

import type { Chain } from '../chain';

/**
 * What the round-off of the derivatives, where a function tells it, makes of their product at x; 0
 * where each is the nearest double.
 */
export function backpropRoundOff(chain: Chain, x: number): number {
  if (!chain.functions.some(({ definition }) => definition.derivativeRoundOff)) return 0;
  // (d1 + e1)(d2 + e2)... - d1 d2..., to first order
  let [product, error, input] = [1, 0, x];
  for (const { definition } of chain.functions) {
    const y = definition.value(input);
    const derivative = definition.derivative(input, y);
    const own = definition.derivativeRoundOff?.(input, y) ?? 0;
    error = error * Math.abs(derivative) + Math.abs(product) * (Number.isNaN(own) ? Infinity : own);
    product *= derivative;
    input = y;
  }
  return Number.isNaN(error) ? Infinity : error;
}
