/**
 * @file Prints a graph for a terminal: a chain as a line, with data above and gradients below; any other graph,
 * and a chain whose functions do not fit on a line, as a list.
 */

import { formatNumber } from '../../core/text/format-number';
import type { DrawnGraph } from '../../core/graph/drawn-graph';
import type { Paint } from '../formats/format';
import { ellipsisOf, strokes, headingLines, shortName, shortened } from '../text/heading';
import { bothEnds, explanation, filledRows } from '../text/paragraph';
import { type Picture, type PictureOptions, titleOf, inputsOf } from './picture';
import { outputName } from '../../core/graph/variable-names';
import { alignedRows } from '../formats/aligned-table';
import { hasFigures } from './ways';

/** The width if the output is not a terminal. */
const WIDTH = 80;
/** A longer chain does not fit a screen: only both ends are shown. */
const MOST_VARIABLES = 25;

/** A variable with the function applied to it, as wide as the longest of the variable's three texts. */
interface ChainLink {
  readonly data: string;
  readonly variable: string;
  readonly grad: string;
  readonly width: number;
  /** The function that is applied to it; empty after y. */
  readonly label: string;
}

export const textPicture: Picture = {
  draw(graph, options) {
    const { paint, isAscii } = options;
    const ellipsis = ellipsisOf(isAscii);
    const width = paint.width ?? WIDTH;
    const title = headingLines(titleOf(graph, ellipsis), paint);
    const asList = (): string => `${title}\n${nodeList(graph, ellipsis, width, options)}`;
    if (!graph.isChain) return asList();
    const { links, hidden } = visibleLinks(graph, ellipsis, options);
    const isWithFigures = hasFigures(graph);
    const room = isWithFigures ? width - MARGIN : width;
    const fits = (row: readonly ChainLink[]): boolean =>
      row.reduce((sum, link) => sum + columnsOf(link), 0) <= room + ROW_END;
    if (!links.every((link) => fits([link]))) return asList();
    // A row that goes on ends with an arrow.
    const rows = filledRows(links, fits).map((row) =>
      strokes(isWithFigures ? rowWithFigures(row, paint) : `${chainLine(row)}\n`, isAscii),
    );
    const pages = [title, ...rows];
    if (hidden > 0) {
      const rest = `${formatNumber(hidden)} functions are left out; --whole shows them`;
      pages.push(explanation([rest], paint));
    }
    return pages.join('\n');
  },
};

/** All links, or those at both ends with a gap between them. */
function visibleLinks(
  { variables, functions }: DrawnGraph,
  ellipsis: string,
  { numberText, isWhole }: PictureOptions,
): { links: ChainLink[]; hidden: number } {
  const labels = functions.map(({ label }) => `[${shortName(label, ellipsis)}]`);
  const links = variables.map(({ name, figures }, i) => {
    const variable = `(${name})`;
    const data = figures === undefined ? '' : numberText(figures.data);
    const grad = figures === undefined ? '' : numberText(figures.grad);
    const width = Math.max(variable.length, data.length, grad.length);
    return { data, variable, grad, width, label: labels[i] ?? '' };
  });
  const { start, end, hidden: between } = bothEnds(links, isWhole, MOST_VARIABLES);
  if (between === 0) return { links, hidden: 0 };
  const hidden = between + 1;
  const gap = `${ellipsis} ${formatNumber(hidden)} functions ${ellipsis}`;
  const beforeGap = { ...(start.at(-1) as ChainLink), label: gap };
  return { links: [...start.slice(0, -1), beforeGap, ...end], hidden };
}

/** The width of " ─→ ", the shortest arrow; there is one on both sides of a function. */
const LEAST_ARROW = 4;

/** The blank after the last arrow of a row, which is not printed. */
const ROW_END = 1;

/** The width of a variable with the function after it and its two arrows. */
function columnsOf({ width, label }: ChainLink): number {
  return width + (label === '' ? 0 : label.length + 2 * LEAST_ARROW);
}

const MARGIN = 'data  '.length;

/** A line of data, the chain, and a line of gradients with arrows back. */
function rowWithFigures(row: readonly ChainLink[], paint: Paint): string {
  const data = lineOf(row, 'data', (columns) => ' '.repeat(columns));
  const grad = lineOf(row, 'grad', (columns) => ` ←${'─'.repeat(columns - 3)} `);
  return [
    `${paint.muted('data')}  ${data}\n`,
    `${' '.repeat(MARGIN)}${chainLine(row)}\n`,
    `${paint.muted('grad')}  ${grad}\n`,
  ].join('');
}

function chainLine(row: readonly ChainLink[]): string {
  const arrow = (columns: number): string => ` ${'─'.repeat(columns - 3)}→ `;
  return lineOf(row, 'variable', (_, before, label, after) => arrow(before) + label + arrow(after));
}

/**
 * A line with one text of each link, centred in its width, and the filling between them.
 *
 * @param filling makes the text between two links from its width, the label, and the widths on both sides of that
 */
function lineOf(
  row: readonly ChainLink[],
  key: 'data' | 'variable' | 'grad',
  filling: (columns: number, before: number, label: string, after: number) => string,
): string {
  const indent = (link: ChainLink | undefined): number =>
    link === undefined ? 0 : Math.floor((link.width - link[key].length) / 2);
  let text = ' '.repeat(indent(row[0]));
  for (const [i, link] of row.entries()) {
    text += link[key];
    if (link.label === '') continue;
    const rest = link.width - indent(link) - link[key].length;
    const before = rest + LEAST_ARROW;
    const after = LEAST_ARROW + indent(row[i + 1]);
    text += filling(before + link.label.length + after, before, link.label, after);
  }
  return text.trimEnd();
}

/** The width between the columns of a table. */
const RULE = 3;
const LONGEST_NAME = 12;
/** The least width of a creator; with less, each variable is printed as a block of lines. */
const LEAST_ROOM = 10;

/**
 * @param ellipsis put where text is cut
 * @param width that of the page
 */
function nodeList(
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
  const drawn = strokes(table, isAscii);
  if (hidden === 0) return drawn;
  const rest = `${formatNumber(hidden)} variables are left out; --whole shows them`;
  return `${drawn}\n${explanation([rest], paint)}`;
}

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
