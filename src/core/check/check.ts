/** @file Whether the derivatives of a chain are right, and if not, which function's is wrong. */

import type { BestDerivative } from '../best/best-derivative';
import { bestOfChain } from '../best/best-of-chain';
import { Chain } from '../chain';
import type { FunctionClass } from '../define-function';
import { differentiateBlock } from '../differentiate';
import type { Fault } from '../errors';
import { wrongType } from '../variable';
import { backpropRoundOff } from './backprop-round-off';
import type { Checked, CheckedBlock, CheckedFunction, CheckedPoint, Reason } from './checked';
import { judge } from './judge';
import { conclude } from './localise';

/**
 * Checks the derivative that backprop gives at every x against the values of the chain.
 *
 * They agree if they differ by no more than the bound of the numerical one and the round-off of
 * backprop, 16 * 2^-53 of it; a numerical one whose bound is above a tenth of it decides nothing.
 * A chain that disagrees is believed to do so only if one of its functions does, at the input that
 * it really gets, or if none is known so well that they prove the opposite.
 *
 * @throws DezeroError `wrong-type`
 */
export function check(chain: Chain, x: Float64Array): CheckedBlock {
  if (!(chain instanceof Chain)) {
    throw wrongType('check needs a Chain', chain, "parseChain('square,exp')");
  }
  const { points, faults } = checkWhole(chain, x);
  if (chain.functions.length < 2) return { points, faults };
  const doubtful = points.flatMap(({ verdict, reason }, i) => {
    return verdict === 'agree' || isOutOfRange(reason) ? [] : [i];
  });
  const parts = checkFunctions(
    chain,
    doubtful.map((i) => x[i] as number),
  );
  const located: CheckedPoint[] = [...points];
  for (const [k, i] of doubtful.entries()) {
    const functions = parts.map((part) => part[k] as CheckedFunction);
    located[i] = { ...conclude(points[i] as Checked, functions), functions };
  }
  return { points: located, faults };
}

function isOutOfRange(reason: Reason | undefined): boolean {
  return reason?.kind === 'fault' || reason?.kind === 'not-finite';
}

function checkWhole(
  chain: Chain,
  x: Float64Array,
): { points: Checked[]; faults: ReadonlyMap<number, Fault> } {
  const { y, backprop, faults } = differentiateBlock(chain, x, { columns: ['y', 'backprop'] });
  const best = bestOfChain(chain, x);
  const points = best.map((found, i) => {
    const figures = { x: x[i] as number, y: y?.[i] as number, backprop: backprop?.[i] as number };
    const fault = faults.get(i);
    return fault === undefined ? checked(chain, figures, found) : faulty(figures, fault);
  });
  return { points, faults };
}

type Figures = Pick<Checked, 'x' | 'y' | 'backprop'>;

function checked(chain: Chain, figures: Figures, best: BestDerivative): Checked {
  const { value: numerical, bound } = best;
  const judgement = Number.isFinite(figures.y)
    ? judge(figures.backprop, best, backpropRoundOff(chain, figures.x))
    : { verdict: 'inconclusive' as const, reason: firstNotFinite(chain, figures.x) };
  return { ...figures, numerical, bound, ...judgement };
}

function faulty(figures: Figures, { message }: Fault): Checked {
  const reason = { kind: 'fault', message } as const;
  return { ...figures, numerical: NaN, bound: Infinity, verdict: 'inconclusive', reason };
}

function firstNotFinite(chain: Chain, x: number): Reason {
  let input = x;
  for (const [index, { definition }] of chain.functions.entries()) {
    const y = definition.value(input);
    if (!Number.isFinite(y)) return { kind: 'not-finite', index, input };
    input = y;
  }
  return { kind: 'not-finite', index: 0, input: x };
}

/** Every function at its inputs: by function, then by x. */
function checkFunctions(chain: Chain, x: readonly number[]): CheckedFunction[][] {
  if (x.length === 0) return [];
  let input = Float64Array.from(x);
  return chain.functions.map((functionClass: FunctionClass, index) => {
    const { points } = checkWhole(new Chain([functionClass]), input);
    input = Float64Array.from(points, ({ y }) => y);
    return points.map((point) => ({ ...point, name: functionClass.definition.name, index }));
  });
}
