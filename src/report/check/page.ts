/** @file Every function of a chain by itself, at the input that it really gets, as tables. */

import type { Chain } from '../../core/chain';
import type { CheckedFunction, CheckedPoint } from '../../core/check/checked';
import { formatNumber } from '../../core/format-number';
import type { Paint } from '../format';
import { shortCall } from '../shorten';
import { alignedTable, numberText } from '../table';
import { boundText } from './columns';
import { DEFAULT_DIGITS, functionNote } from './note';

const HEADS = ['function', 'x', 'numerical', 'bound', 'derivative', 'verdict', 'note'];
/** Of a longer chain only the functions that do not agree are shown, so many of them. */
const MOST_FUNCTIONS = 24;

/** After the tables of some points. */
export function moreFunctions(points: number): string {
  const those = points === 1 ? 'of 1 more point' : `of ${formatNumber(points)} more points`;
  return `\nand the functions ${those}: --json --columns x,functions has them all\n`;
}

/** A table for one point: which function is wrong, or why that cannot be told. */
export function functionsPage(
  point: CheckedPoint,
  chain: Chain,
  paint: Paint,
  precision = DEFAULT_DIGITS,
): string {
  const functions = point.functions ?? [];
  const shown =
    functions.length <= MOST_FUNCTIONS
      ? functions
      : functions.filter(({ verdict }) => verdict !== 'agree').slice(0, MOST_FUNCTIONS);
  const wrong = point.reason?.kind === 'wrong-function' ? point.reason.index : -1;
  const textOf = numberText(precision);
  const rows = shown.map((f: CheckedFunction) => [
    f.name,
    textOf(f.x),
    textOf(f.numerical),
    boundText(f.bound),
    textOf(f.backprop),
    f.verdict,
    `${f.index === wrong ? '← ' : ''}${functionNote(f)}`,
  ]);
  const hidden = functions.length - shown.length;
  const rest = hidden === 0 ? '' : `and ${formatNumber(hidden)} more functions\n`;
  const call = chain.nestedCall();
  const name = shortCall(call, chain.functions.length);
  const head = `${paint.heading(name)} at ${paint.heading(`x = ${formatNumber(point.x)}`)}, each function by itself:`;
  return `\n${head}\n\n${alignedTable(HEADS, rows, paint)}${rest}`;
}
