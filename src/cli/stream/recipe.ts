/** @file A run as plain data, from which every thread makes the same. */

import type { NumericalMethod } from '../../core/derivatives';
import { parseChain } from '../../core/parse-chain';
import { catalogue } from '../../functions/catalogue';
import { withDefinitions } from '../../functions/formula/define';
import { plainPaint } from '../../report/format';
import { type FormatName, writerOf } from '../../report/formats';
import type { DerivativesColumn } from '../../report/derivatives';
import { differentiation, recordsOf } from './differentiation';
import type { Run } from './rows';
import { rowNames, type Table } from './table';

export interface RunRecipe {
  /** As it is written on the command line. */
  readonly chain: string;
  /** The functions that are defined there. */
  readonly definitions: readonly string[];
  readonly eps: number;
  readonly method: NumericalMethod;
  readonly columns: readonly DerivativesColumn[];
  readonly format: FormatName;
  readonly header: boolean;
  readonly keepGoing: boolean;
  readonly table?: Table;
}

export function runOf(recipe: RunRecipe): Run {
  const { chain, definitions, eps, method, columns, format, header, keepGoing, table } = recipe;
  return {
    ...differentiation(
      parseChain(chain, withDefinitions(catalogue, definitions)),
      { eps, method },
      recordsOf(columns),
    ),
    writer: writerOf(format)(rowNames(columns, table), { header, paint: plainPaint }),
    keepGoing,
    ...(table && { table }),
  };
}
