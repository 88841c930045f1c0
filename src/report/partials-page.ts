/** @file One point of several variables as a page: every variable on its way, and a row for each partial. */

import type { NamedColumn } from '../core/differentiate/columns';
import type { Block } from '../core/differentiate/derivatives';
import { pointAt } from '../core/engine/fill-column';
import { pointText } from '../core/text/point-text';
import { describeAgreement } from './agreement';
import { alignedTable } from './formats/aligned-table';
import { pageHeading } from './text/heading';
import { explanation } from './text/paragraph';
import { numberText } from './text/number-text';
import { fewDigits } from './formats/table';
import { describeMissing, madeOf } from './measured';
import { COMPARED, type WalkthroughOptions, visibleSteps } from './walkthrough';

export interface PartialsOptions extends Omit<WalkthroughOptions, 'variable'> {
  readonly variables: readonly string[];
  /** Those that the formula is differentiated by. */
  readonly wrt: readonly string[];
}

/**
 * A page for each point.
 *
 * @param block with its trace
 * @param columns what of it is shown
 * @param point the numbers of each variable
 */
export function partialsPages(
  block: Block,
  columns: readonly NamedColumn[],
  point: readonly Float64Array[],
  options: PartialsOptions,
): string[] {
  const count = point[0]?.length ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const at = pointAt(point, index);
    return pageOf(block, columns, at, index, options);
  });
}

function pageOf(
  block: Block,
  columns: readonly NamedColumn[],
  at: readonly number[],
  index: number,
  options: PartialsOptions,
): string {
  const { paint, precision, header, variables, wrt } = options;
  const textOf = numberText(precision);
  const parts = [
    pageHeading(options, pointText(variables, at), paint),
    alignedTable(
      header ? ['variable', 'creator', 'data ↓', 'grad ↑'] : undefined,
      visibleSteps(block.trace ?? [], index, options),
      paint,
    ),
  ];
  const kinds = new Set(columns.map(({ column }) => column));
  const compared = COMPARED.filter((column) => kinds.has(column));
  if (compared.length > 0) {
    const rows = wrt.map((variable) => [
      variable,
      ...compared.map((column) => {
        const place = columns.findIndex(
          (named) => named.column === column && variables[named.along] === variable,
        );
        return place < 0 ? '' : textOf(block.columns[place]?.[index] as number);
      }),
    ]);
    parts.push(alignedTable(header ? ['by', ...compared] : undefined, rows, paint));
  }
  if (kinds.has('numerical')) {
    parts.push(explanation(comparison(block, index, options), paint));
  }
  return parts.join('\n');
}

/** How numerical was made, and how wrong both are; or where they are not as near as they can be. */
function comparison(block: Block, index: number, options: PartialsOptions): string[] {
  const { variables, wrt, method, eps, withoutExact } = options;
  const said = wrt.map((variable) => {
    const k = variables.indexOf(variable);
    return {
      variable,
      agreement: block.agreements?.[k]?.[index],
      measured: block.measured?.[k]?.[index],
    };
  });
  const apart = said.flatMap(({ variable, agreement }) =>
    agreement === undefined || agreement.verdict === 'agree'
      ? []
      : [`By ${variable}: ${describeAgreement(agreement, method)}`],
  );
  const isAgreed = apart.length === 0 && said.every(({ agreement }) => agreement !== undefined);
  const worst = (of: 'numerical' | 'backprop'): string => {
    const errors = said.flatMap(({ measured }) => measured?.[of].error ?? []);
    return errors.length === 0 ? '' : fewDigits(Math.max(...errors));
  };
  const isMeasured = worst('numerical') !== '';
  return [
    `numerical is the ${madeOf(method, eps)}.`,
    isMeasured
      ? `It is wrong by ${worst('numerical')} at most, backprop by ${worst('backprop')}.`
      : '',
    isMeasured ? 'exact is the derivative of the formula itself: each digit is proved.' : '',
    isAgreed ? 'All partials agree within the error of numerical.' : '',
    ...apart,
    describeMissing(withoutExact),
  ];
}
