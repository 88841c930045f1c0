/** @file Numbers as the rows of `diff`. */

import type { Chain } from '../../core/chain';
import { differentiateBlock, type DifferentiateOptions } from '../../core/differentiate';
import { derivativesBlock, type DerivativesColumn } from '../../report/derivatives';
import type { Computation } from './rows';

/** Long enough for fast loops, short enough for the caches of a processor. */
const MOST_POINTS = 8192;
/** The graph of a block holds two numbers for each variable and point: some 16 MiB at a time. */
const MOST_VARIABLES = 1048576;
/** A trace is text, a hundred bytes for each variable. */
const MOST_TRACED_VARIABLES = 65536;

export type Settings = Required<Pick<DifferentiateOptions, 'eps' | 'method'>>;

export function differentiation(
  chain: Chain,
  settings: Settings,
  columns: readonly DerivativesColumn[],
): Computation {
  const isTraced = columns.includes('trace');
  const mostVariables = isTraced ? MOST_TRACED_VARIABLES : MOST_VARIABLES;
  const options = {
    ...settings,
    columns: columns.filter((name) => name !== 'trace'),
    trace: isTraced,
  };
  return {
    compute(x) {
      const { faults, notices, ...result } = differentiateBlock(chain, x, options);
      return { columns: derivativesBlock(result, columns).columns, faults, notices };
    },
    blockLength: Math.min(MOST_POINTS, Math.ceil(mostVariables / (chain.functions.length + 1))),
    weight: chain.functions.length,
    keepsFaulty: false,
  };
}
