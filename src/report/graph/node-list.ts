/** @file Prints a graph that is not a chain as a list of its variables. */

import { formatNumber } from '../../core/text/format-number';
import type { DrawnGraph } from '../../core/graph/drawn-graph';
import { outputName } from '../../core/graph/variable-names';
import { bothEnds, explanation } from '../text/paragraph';
import { shortened } from '../text/shorten';
import { alignedRows } from '../formats/aligned-table';
import { inputsOf, type PictureOptions } from './picture';
import { hasFigures } from './ways';

/** The width between the columns of a table. */
const RULE = 3;
const LONGEST_NAME = 12;
/** The least width of a creator; with less, each variable is printed as a block of lines. */
const LEAST_ROOM = 10;

/**
 * @param ellipsis put where text is cut
 * @param width that of the page
 */
export function nodeList(
  graph: DrawnGraph,
  ellipsis: string,
  width: number,
  options: PictureOptions,
): string {
  const { isAscii, isWhole, paint } = options;
  const rows = rowsOf(graph, ellipsis, width, options);
  const { start, end, hidden } = bothEnds(rows, isWhole);
  const [first] = rows as [string[]];
  const shown = hidden > 0 ? [...start, first.map(() => ellipsis), ...end] : rows;
  const heads = isAscii
    ? ['variable', 'creator', 'data', 'grad']
    : ['variable', 'creator', 'data ↓', 'grad ↑'];
  const columns = heads.slice(0, first.length);
  const table = alignedRows({ columns, header: true, rows: shown }, paint);
  const drawn = isAscii ? table.replace(/[─┼│]/g, (line) => ASCII_LINES[line] as string) : table;
  if (hidden === 0) return drawn;
  const rest = `${formatNumber(hidden)} variables are left out; --whole shows them`;
  return `${drawn}\n${explanation([rest], paint)}`;
}

const ASCII_LINES: Readonly<Record<string, string>> = { '─': '-', '┼': '+', '│': '|' };

/** Constants are seen where they are used; a formula that is a number alone has it in the place of a creator. */
function rowsOf(
  graph: DrawnGraph,
  ellipsis: string,
  page: number,
  { numberText }: PictureOptions,
): string[][] {
  const { variables, functions } = graph;
  const texts = new Map(functions.map(({ output, text, label }) => [output, text ?? label]));
  const inputs = inputsOf(graph).map(({ name }) => name);
  const rows = variables.flatMap(({ name, isConstant, figures }, at) => {
    if (isConstant && texts.size > 0) return [];
    const both = figures === undefined ? [] : [numberText(figures.data), numberText(figures.grad)];
    const called = isConstant ? outputName(inputs) : name;
    const text = isConstant ? name : (texts.get(at) ?? '');
    return [{ name: shortened(called, LONGEST_NAME, ellipsis), text, both }];
  });
  const width = (cells: readonly string[]): number =>
    cells.reduce((most, { length }) => Math.max(most, length), 0);
  const names = width(['variable', ...rows.map(({ name }) => name)]);
  const columns = hasFigures(graph) ? [0, 1] : [];
  const figures = columns.map(
    (k) => RULE + width(['data ↓', ...rows.map(({ both }) => both[k] ?? '')]),
  );
  const free = page - names - RULE - figures.reduce((sum, each) => sum + each, 0);
  const room = free < LEAST_ROOM ? page - names : free;
  return rows.map(({ name, text, both }) => [
    name,
    shortened(text, room, ellipsis),
    ...columns.map((k) => both[k] ?? ''),
  ]);
}
