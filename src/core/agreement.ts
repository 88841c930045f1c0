/** @file Whether a numerical derivative and backprop agree within the error of the numerical one. */

import type { BestDerivative } from './best/best-derivative';
import { bestOfChain } from './best/best-of-chain';
import type { Chain } from './chain';
import { backpropRoundOff } from './check/backprop-round-off';
import { judge, type Judgement } from './check/judge';
import type { NumericalMethod } from './differentiate';
import { guarding } from './guarded-chain';
import { stencil } from './numerical-diff';
import { type Regime, sweep, type SweepRow } from './sweep';

export interface Agreement extends Judgement {
  /** Of a finite difference, how far it is from the best derivative, and what makes most of that. */
  readonly difference?: { readonly error: number; readonly regime: Regime };
  /** The error of the best derivative is no larger. */
  readonly bound: number;
  /** A kink of a function, in its own input, that the step of a finite difference goes across. */
  readonly kinkInStep?: { readonly name: string; readonly at: number };
}

/** Judges backprop by the best derivative, and a finite difference by both. @throws as `sweep` */
export function agreementAt(
  chain: Chain,
  x: number,
  backprop: number,
  { eps, method }: { readonly eps: number; readonly method: NumericalMethod },
): Agreement {
  const roundOff = backpropRoundOff(chain, x);
  if (method === 'best') {
    const [best] = bestOfChain(chain, Float64Array.of(x)) as [BestDerivative];
    return { ...judge(backprop, best, roundOff), bound: best.bound };
  }
  const { best, rows } = sweep(chain, x, { steps: [eps], method });
  const [{ error, regime }] = rows as [SweepRow];
  const kinkInStep = guarding(chain, (usable) => kinkBetween(usable, stencil(x, eps, method)));
  return {
    ...judge(backprop, best, roundOff),
    difference: { error, regime },
    bound: best.bound,
    ...(kinkInStep !== undefined && { kinkInStep }),
  };
}

/** The first kink that the inputs of a function lie on both sides of. */
function kinkBetween(chain: Chain, ends: readonly number[]): Agreement['kinkInStep'] {
  let inputs = ends;
  for (const { definition } of chain.functions) {
    const [low, high] = [Math.min(...inputs), Math.max(...inputs)];
    const kink = definition.kinks?.find(({ at }) => at > low && at < high);
    if (kink !== undefined) return { name: definition.name, at: kink.at };
    inputs = inputs.map(definition.value);
  }
  return undefined;
}
