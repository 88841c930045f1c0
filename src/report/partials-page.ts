/** @file One point of several variables as a page: every variable on its way, and a row for each partial. */

import type { NamedColumn } from '../core/columns';
import type { Block } from '../core/derivatives';
import { pointText } from '../core/point-text';
import { describeAgreement } from './agreement';
import { paragraph } from './paragraph';
import { shortCall } from './shorten';
import { alignedTable, numberText } from './table';
import { COMPARED, howMade, type WalkthroughOptions, visibleSteps } from './walkthrough';

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
    const at = point.map((x) => x[index] as number);
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
  const name = shortCall(options.formula, options.functionCount);
  const parts = [
    `${paint.heading(name)} at ${paint.heading(pointText(variables, at, textOf))}\n`,
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
    const lines = comparison(block, index, options);
    parts.push(lines.map((line) => `${paint.muted(line)}\n`).join(''));
  }
  return parts.join('\n');
}

/** How numerical was made, and along which variables it and backprop are not as near as they can be. */
function comparison(block: Block, index: number, options: PartialsOptions): string[] {
  const { variables, wrt, method } = options;
  const said = wrt.flatMap((variable) => {
    const agreement = block.agreements?.[variables.indexOf(variable)]?.[index];
    return agreement === undefined ? [] : [{ variable, agreement }];
  });
  const apart = said.filter(({ agreement }) => agreement.verdict !== 'agree');
  const lines = apart.map(({ variable, agreement }) =>
    paragraph(`By ${variable}: ${describeAgreement(agreement, method)}`),
  );
  const isAgreed = said.length > 0 && apart.length === 0;
  return [
    `numerical is the ${howMade(options)}`,
    ...(isAgreed ? ['All partials agree within the error of numerical.'] : []),
    ...lines.flatMap((text) => text.trimEnd().split('\n')),
  ];
}
