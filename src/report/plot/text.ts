/** @file Prints a figure in a terminal, with curves of Braille or ASCII dots. */

import type { Paint, Role } from '../formats/format';
import { filledRows, joinedLines, wrapped } from '../text/paragraph';
import { shortened, ellipsisOf, strokes } from '../text/heading';
import { fittingTicks, position, type Tick, ticksFrom, ticksOf } from './axis';
import { ASCII, BRAILLE, Canvas, type Dots } from './canvas';
import { clippedLines, placesOf } from './clip';
import type { Axis, Figure, FigureOptions, Look, Panel, Series } from './figure';

/** Marks that every font has, one column wide, and their colours. */
const LOOKS: Readonly<Record<Look, { readonly mark: string; readonly role: Role }>> = {
  value: { mark: '.', role: 'curve' },
  backprop: { mark: '.', role: 'curve' },
  numerical: { mark: 'o', role: 'mark' },
  theory: { mark: '.', role: 'curve' },
  error: { mark: 'o', role: 'mark' },
  default: { mark: 'D', role: 'heading' },
  best: { mark: 'B', role: 'heading' },
};

/** The least width for a tick on the x axis. */
const COLUMNS_PER_TICK = 9;
const MIN_TICKS = 3;
const ROWS_PER_TICK = 2;
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 8;

export function figureText(figure: Figure, options: FigureOptions): string {
  const { width, height, isAscii, paint } = options;
  const dots = isAscii ? ASCII : BRAILLE;
  const ellipsis = ellipsisOf(isAscii);
  const { panels, title, notes } = figure;
  const headings = panels.map((panel) => headingLines(panel, options));
  const titles = titlesOf(title, width, ellipsis);
  const others = titles.length + headings.flat().length + panels.length + 1;
  const rows = rowsOf(panels.length, height - others);
  const labels = panels.map(({ y }, i) => labelsOf(y, rows[i] as number, dots));
  const gutter = Math.max(...labels.flatMap((byRow) => [...byRow.values()]).map((l) => l.length));
  const columns = Math.max(FEWEST_COLUMNS, width - gutter - 2);
  const layout = { gutter, columns, dots, paint };

  const ticks = new Map<number, string>();
  const canvas = new Canvas(columns, 1, dots);
  const most = Math.max(MIN_TICKS, Math.floor(columns / COLUMNS_PER_TICK));
  for (const { value, label } of fittingTicks(figure.x, most, columns, (text) => text.length + 2)) {
    ticks.set(canvas.cellAt(position(figure.x, value), 0).column, label);
  }
  const framed = (line: string): string => strokes(line, isAscii);
  const lines = [
    ...titles.map((line) => paint.heading(line)),
    ...panels.flatMap((panel, i) => [
      ...(headings[i] as string[]),
      ...panelLines(panel, figure.x, labels[i] as Labels, rows[i] as number, layout).map(framed),
      framed(axisLine(ticks, layout)),
    ]),
    labelLine(ticks, layout),
    ...notes.flatMap((note) => wrapped(note, width)).map((line) => paint.muted(line)),
  ];
  return joinedLines(lines);
}

/** The title on as many lines as it needs; only a word wider than the figure is cut. */
function titlesOf(title: string | undefined, width: number, ellipsis: string): string[] {
  if (title === undefined) return [];
  return wrapped(title, width).map((line) => shortened(line, width, ellipsis));
}

interface TextLayout {
  /** The width of the labels on the left. */
  readonly gutter: number;
  /** The width of the frame. */
  readonly columns: number;
  readonly dots: Dots;
  readonly paint: Paint;
}

/** The labels of an axis on the left, by row. */
type Labels = ReadonlyMap<number, string>;

/** The number of rows for each panel; the first ones have one more if they are not even. */
function rowsOf(panels: number, rows: number): number[] {
  return Array.from({ length: panels }, (_, i) =>
    Math.max(FEWEST_ROWS, Math.ceil((rows - i) / panels)),
  );
}

function labelsOf(axis: Axis, rows: number, dots: Dots): Labels {
  const canvas = new Canvas(1, rows, dots);
  const rowsOfTicks = (ticks: readonly Tick[]): [number, string][] =>
    ticks.map(({ value, label }) => [canvas.cellAt(0, position(axis, value)).row, label]);
  const most = Math.max(2, Math.floor((rows - 1) / ROWS_PER_TICK) + 1);
  const free = ticksFrom(axis, most)
    .map(rowsOfTicks)
    .find((labels) =>
      labels.every(([row], i) => row + ROWS_PER_TICK <= (labels[i - 1]?.[0] ?? Infinity)),
    );
  return new Map(free ?? rowsOfTicks(ticksOf(axis, 2)));
}

/** A text, and the same with colours. */
interface Item {
  readonly text: string;
  readonly drawn: string;
}

/** The heading and the legend, on one line if they fit, if necessary without details. */
function headingLines(panel: Panel, { width, isAscii, paint }: FigureOptions): string[] {
  const text = shortened(panel.heading, width, ellipsisOf(isAscii));
  const heading = { text, drawn: paint.heading(text) };
  const itemsOf = (nameOf: (series: Series) => string | undefined): Item[] =>
    panel.series.flatMap((series) => {
      const name = nameOf(series);
      const { kind, look } = series;
      if (name === undefined) return [];
      const sample = kind === 'points' ? LOOKS[look].mark : strokes('──', isAscii);
      return [{ text: `${sample} ${name}`, drawn: `${paint[LOOKS[look].role](sample)} ${name}` }];
    });
  const full = inLines([heading, ...itemsOf(fullName)], width);
  return full.length === 1 ? full : inLines([heading, ...itemsOf(({ name }) => name)], width);
}

function fullName({ name, detail }: Series): string | undefined {
  return name === undefined || detail === undefined ? name : `${name} (${detail})`;
}

/** Lines with as many items as fit. */
function inLines(items: readonly Item[], width: number): string[] {
  const lengthOf = (row: readonly Item[]): number => row.map(({ text }) => text).join(GAP).length;
  return filledRows(items, (row) => lengthOf(row) <= width).map((row) =>
    row.map(({ drawn }) => drawn).join(GAP),
  );
}

const GAP = '   ';

function panelLines(
  panel: Panel,
  xAxis: Axis,
  labels: Labels,
  rows: number,
  { gutter, columns, dots, paint }: TextLayout,
): string[] {
  const canvas = new Canvas(columns, rows, dots);
  for (const { kind, look, pieces } of panel.series) {
    for (const piece of pieces) {
      if (kind === 'points') {
        for (const { x, y } of placesOf(piece, xAxis, panel.y))
          canvas.mark(x, y, LOOKS[look].mark, look);
        continue;
      }
      for (const line of clippedLines(piece, xAxis, panel.y)) {
        for (const [i, to] of line.entries()) canvas.line(line[i - 1] ?? to, to, look);
      }
    }
  }
  return Array.from(canvas.lines(), (parts, row) => {
    const label = labels.get(row);
    const drawn = parts.map(({ text, look }) =>
      look === undefined ? text : paint[LOOKS[look].role](text),
    );
    return `${(label ?? '').padStart(gutter)} ${label === undefined ? '│' : '┤'}${drawn.join('')}`;
  });
}

function axisLine(ticks: ReadonlyMap<number, string>, { gutter, columns }: TextLayout): string {
  const line = Array.from({ length: columns }, (_, i) => (ticks.has(i) ? '┬' : '─'));
  return `${' '.repeat(gutter + 1)}└${line.join('')}`;
}

/** The labels below their ticks, moved inwards at the ends; labels without room are left out. */
function labelLine(ticks: ReadonlyMap<number, string>, { gutter, columns }: TextLayout): string {
  const left = gutter + 2;
  let line = '';
  for (const [column, label] of ticks) {
    const start = left + Math.min(column - Math.floor(label.length / 2), columns - label.length);
    const isFree = start >= 0 && (line === '' || start > line.length);
    if (isFree) line = line.padEnd(start) + label;
  }
  return line;
}
