/** @file Numbers as the rows of `diff`. */

import { agreementAt } from '../../core/agreement';
import type { Chain } from '../../core/chain';
import {
  type Column,
  differentiateBlock,
  type DifferentiateOptions,
} from '../../core/differentiate';
import { describeAgreement } from '../../report/agreement';
import { derivativesBlock, type DerivativesColumn } from '../../report/derivatives';
import type { Computation } from './rows';

/** Long enough for fast loops, short enough for the caches of a processor. */
const MOST_POINTS = 8192;
/** The graph of a block holds two numbers for each variable and point: some 16 MiB at a time. */
const MOST_VARIABLES = 1048576;
/** A trace is text, a hundred bytes for each variable. */
const MOST_TRACED_VARIABLES = 65536;

/** The best derivative takes some eighty values of the chain for each x, and is an object. */
const EVALUATIONS = 80;
const MOST_BEST_POINTS = 1024;

export type Settings = Required<Pick<DifferentiateOptions, 'eps' | 'method'>>;

export function differentiation(
  chain: Chain,
  settings: Settings,
  columns: readonly DerivativesColumn[],
): Computation {
  const isTraced = columns.includes('trace');
  const isBest = settings.method === 'best';
  const mostPoints = isBest ? MOST_BEST_POINTS : MOST_POINTS;
  const mostVariables = isTraced ? MOST_TRACED_VARIABLES : MOST_VARIABLES;
  const options = { ...settings, columns: columns.filter(isNumeric), trace: isTraced };
  return {
    compute(x) {
      const { faults, notices, ...result } = differentiateBlock(chain, x, options);
      const agreement = columns.includes('agreement')
        ? Array.from(x, (value, i) =>
            faults.has(i) ? '' : sentenceAt(chain, value, result.backprop?.[i] ?? NaN, settings),
          )
        : [];
      const block = derivativesBlock({ ...result, agreement }, columns);
      return { columns: block.columns, faults, notices };
    },
    blockLength: Math.min(mostPoints, Math.ceil(mostVariables / (chain.functions.length + 1))),
    weight: chain.functions.length * (isBest ? EVALUATIONS : 1),
    keepsFaulty: false,
  };
}

function isNumeric(name: DerivativesColumn): name is Column {
  return name !== 'trace' && name !== 'agreement';
}

function sentenceAt(chain: Chain, x: number, backprop: number, { eps, method }: Settings): string {
  return describeAgreement(agreementAt(chain, x, backprop, { eps, method }), method);
}
