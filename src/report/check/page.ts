/** @file Tables with the check of every function: of a chain, at the input that it gets there, and of the catalogue. */

import type { Graph } from '../../core/graph/graph';
import type { CheckedFunction, CheckedPoint } from '../../core/check/checked';
import { formatNumber } from '../../core/text/format-number';
import { alignedRows } from '../formats/aligned-table';
import type { Paint, Cell, CellsByName } from '../formats/format';
import { VERDICT_ROLES } from './verdicts';
import { pageHeading } from '../text/heading';
import { boundText, DEFAULT_DIGITS, numberText } from '../text/number-text';
import { functionNote, gradientNote } from './note';
import type { CheckedGradient, CheckedPartial } from '../../core/check/check-several';
import { isRight } from '../../core/best/judge';
import { checkCells, type CheckKind } from './columns';

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

/** A function of the catalogue, checked at its samples. */
interface CheckedEntry {
  readonly graph: Graph;
  readonly points: readonly CheckedGradient[];
}

const POINT_COLUMNS = (
  ['x', 'y', 'exact', 'numerical', 'bound', 'backprop', 'verdict', 'note'] satisfies CheckKind[]
).map((column) => ({ name: column, column }));

/** A record for each point. */
export function catalogueRecords(entries: readonly CheckedEntry[]): CellsByName[] {
  return entries.flatMap(({ graph, points }) => {
    const cells = checkCells(points, graph, POINT_COLUMNS);
    return points.map((_, i) => ({
      function: graph.toString(),
      ...Object.fromEntries(POINT_COLUMNS.map(({ name }, c) => [name, cells[c]?.[i] as Cell])),
    }));
  });
}

const CATALOGUE_HEADS = ['function', 'points', 'agree', 'relative error'];

/** The largest relative error of the derivative in doubles. */
function relativeError({ partials }: CheckedGradient): number {
  const { bound, backprop, exact } = partials[0] as CheckedPartial;
  const error = exact === undefined ? bound : Math.abs(backprop - exact);
  return backprop === 0 || backprop === exact ? 0 : error / Math.abs(backprop);
}

/** The number of points that agree for each function, and the largest error of its derivative. */
export function cataloguePage(entries: readonly CheckedEntry[], paint: Paint): string {
  const rows = entries.map(({ graph, points }) => {
    const errors = points.map(relativeError);
    return [
      graph.toString(),
      formatNumber(points.length),
      formatNumber(points.filter(({ verdict }) => isRight(verdict)).length),
      boundText(Math.max(0, ...errors)),
    ];
  });
  const notes = entries.map(({ graph, points }) => {
    const first = points.find(({ verdict }) => !isRight(verdict));
    return first === undefined ? '' : gradientNote(first, graph);
  });
  return alignedRows({ columns: CATALOGUE_HEADS, header: true, rows, notes }, paint);
}
