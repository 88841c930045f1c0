/** @file Tables with the check of every function of a chain, at the input that it gets there. */

import type { Graph } from '../../core/graph/graph';
import type { CheckedFunction, CheckedPoint } from '../../core/check/checked';
import { formatNumber } from '../../core/text/format-number';
import { alignedRows } from '../formats/aligned-table';
import type { Paint } from '../formats/format';
import { VERDICT_ROLES } from './verdicts';
import { pageHeading } from '../text/heading';
import { boundText, DEFAULT_DIGITS, numberText } from '../text/number-text';
import { functionNote } from './note';

const HEADS = ['', 'function', 'x', 'numerical', 'bound', 'derivative', 'verdict'];
const PROOF_HEADS = ['', 'function', 'x', 'exact', 'derivative', 'verdict'];

/** For longer chains only functions that do not agree are shown, at most this many. */
const MOST_FUNCTIONS = 24;

/** The line after the tables, if more points have functions that do not agree. */
export function moreFunctions(points: number): string {
  const those = points === 1 ? 'of 1 more point' : `of ${formatNumber(points)} more points`;
  return `\nand the functions ${those}: --json --columns x,functions has them all\n`;
}

/** The table for one point: which function is wrong, or why that cannot be decided. */
export function functionsPage(
  point: CheckedPoint,
  graph: Graph,
  paint: Paint,
  precision = DEFAULT_DIGITS,
): string {
  const functions = point.functions ?? [];
  const places = [...functions.entries()];
  const shown =
    functions.length <= MOST_FUNCTIONS
      ? places
      : places.filter(([, { verdict }]) => verdict !== 'agree').slice(0, MOST_FUNCTIONS);
  const wrong = point.reason?.kind === 'wrong-function' ? point.reason.index : -1;
  const textOf = numberText(precision);
  const rows = shown.map(([i, f]: [number, CheckedFunction]) => [
    i === wrong ? '→' : '',
    f.name,
    textOf(f.x),
    ...(f.exact === undefined ? [textOf(f.numerical), boundText(f.bound)] : [textOf(f.exact)]),
    textOf(f.backprop),
    f.verdict,
  ]);
  const notes = shown.map(([, f]) => functionNote(f));
  const columns = point.exact === undefined ? HEADS : PROOF_HEADS;
  const hidden = functions.length - shown.length;
  const rest = hidden === 0 ? '' : `and ${formatNumber(hidden)} more functions\n`;
  const at = `${graph.variable} = ${formatNumber(point.x)}`;
  const head = pageHeading(graph, at, paint, ', each function by itself:');
  const table = { columns, header: true, rows, notes, roles: { verdict: VERDICT_ROLES } };
  return `\n${head}\n${alignedRows(table, paint)}${rest}`;
}
