/**
 * @file The graph for a terminal: a chain as a line, data above and gradients below; any other graph,
 * and one whose functions have no room on a line, as a list.
 */

import { formatNumber } from '../../core/text/format-number';
import type { DrawnGraph } from '../../core/graph/drawn-graph';
import { headingLines } from '../text/heading';
import { explanation } from '../text/paragraph';
import { shortName } from '../text/shorten';
import { nodeList } from './node-list';
import { type Picture, type PictureOptions, titleOf } from './picture';

/** Where the output is no terminal. */
const WIDTH = 80;
const MOST_FUNCTIONS = 24;
/** Of a longer chain, how many variables are shown at each end. */
const VARIABLES_AT_EACH_END = 8;

interface Strokes {
  readonly line: string;
  readonly forward: string;
  readonly back: string;
  readonly ellipsis: string;
}

const UNICODE: Strokes = { line: '─', forward: '→', back: '←', ellipsis: '…' };
const ASCII: Strokes = { line: '-', forward: '>', back: '<', ellipsis: '...' };

/** A variable and what leads on from it, as wide as the longest of its three texts. */
interface Step {
  readonly data: string;
  readonly variable: string;
  readonly grad: string;
  readonly width: number;
  /** The function that is applied to it; nothing after y. */
  readonly label: string;
}

export const textPicture: Picture = {
  draw(graph, options) {
    const strokes = options.isAscii ? ASCII : UNICODE;
    const { paint } = options;
    const width = paint.width ?? WIDTH;
    const title = headingLines(titleOf(graph, strokes.ellipsis), paint);
    const asList = (): string => `${title}\n${nodeList(graph, strokes.ellipsis, width, options)}`;
    if (!graph.isChain) return asList();
    const { steps, hidden } = visibleSteps(graph, strokes, options);
    const hasFigures = graph.variables[0]?.figures !== undefined;
    const room = hasFigures ? width - MARGIN : width;
    if (steps.some((step) => columnsOf(step) > room + ROW_END)) return asList();
    const rows = inRows(steps, room).map((row) =>
      hasFigures ? rowWithFigures(row, strokes, options) : `${chainLine(row, strokes)}\n`,
    );
    const pages = [title, ...rows];
    if (hidden > 0) {
      const rest = `${formatNumber(hidden)} functions are left out; --whole shows them`;
      pages.push(explanation([rest], paint));
    }
    return pages.join('\n');
  },
};

/** All steps, or both ends with a gap between them. */
function visibleSteps(
  { variables, functions }: DrawnGraph,
  { ellipsis }: Strokes,
  { numberText, isWhole }: PictureOptions,
): { steps: Step[]; hidden: number } {
  const labels = functions.map(({ label }) => `[${shortName(label, ellipsis)}]`);
  const steps = variables.map(({ name, figures }, i) => {
    const variable = `(${name})`;
    const data = figures === undefined ? '' : numberText(figures.data);
    const grad = figures === undefined ? '' : numberText(figures.grad);
    const width = Math.max(variable.length, data.length, grad.length);
    return { data, variable, grad, width, label: labels[i] ?? '' };
  });
  if (isWhole || functions.length <= MOST_FUNCTIONS) return { steps, hidden: 0 };
  const start = steps.slice(0, VARIABLES_AT_EACH_END);
  const end = steps.slice(-VARIABLES_AT_EACH_END);
  const hidden = functions.length - (start.length - 1) - (end.length - 1);
  const gap = `${ellipsis} ${formatNumber(hidden)} functions ${ellipsis}`;
  const beforeGap = { ...(start.at(-1) as Step), label: gap };
  return { steps: [...start.slice(0, -1), beforeGap, ...end], hidden };
}

/** The columns of " ─→ ", the shortest arrow; there is one on both sides of a function. */
const LEAST_ARROW = 4;

/** The blank after the last arrow of a row, which is not printed. */
const ROW_END = 1;

/** A step with the function after it and both of its arrows. */
function columnsOf({ width, label }: Step): number {
  return width + (label === '' ? 0 : label.length + 2 * LEAST_ARROW);
}

/** As many steps on a row as it holds, at least one; a row that goes on ends with an arrow. */
function inRows(steps: readonly Step[], width: number): Step[][] {
  const rows: Step[][] = [];
  let room = 0;
  for (const step of steps) {
    const columns = columnsOf(step);
    if (rows.length === 0 || columns > room) {
      rows.push([]);
      room = width + ROW_END;
    }
    rows.at(-1)?.push(step);
    room -= columns;
  }
  return rows;
}

const MARGIN = 'data  '.length;

/** A line of data, the chain, and a line of gradients with arrows back. */
function rowWithFigures(row: readonly Step[], strokes: Strokes, { paint }: PictureOptions): string {
  const { line, back } = strokes;
  const data = lineOf(row, 'data', (before, label, after) =>
    ' '.repeat(before + label.length + after),
  );
  const grad = lineOf(row, 'grad', (before, label, after) => {
    const columns = before + label.length + after;
    return ` ${back}${line.repeat(columns - 3)} `;
  });
  return [
    `${paint.muted('data')}  ${data}\n`,
    `${' '.repeat(MARGIN)}${chainLine(row, strokes)}\n`,
    `${paint.muted('grad')}  ${grad}\n`,
  ].join('');
}

function chainLine(row: readonly Step[], { line, forward }: Strokes): string {
  const arrow = (columns: number): string => ` ${line.repeat(columns - 3)}${forward} `;
  return lineOf(row, 'variable', (before, label, after) => arrow(before) + label + arrow(after));
}

/**
 * One text of each step, in the middle of its width, and what fills the columns from it to the next.
 *
 * @param link makes it from the label and the columns on both sides
 */
function lineOf(
  row: readonly Step[],
  key: 'data' | 'variable' | 'grad',
  link: (before: number, label: string, after: number) => string,
): string {
  const indent = (step: Step | undefined): number =>
    step === undefined ? 0 : Math.floor((step.width - step[key].length) / 2);
  let text = ' '.repeat(indent(row[0]));
  for (const [i, step] of row.entries()) {
    text += step[key];
    if (step.label === '') continue;
    const rest = step.width - indent(step) - step[key].length;
    text += link(rest + LEAST_ARROW, step.label, LEAST_ARROW + indent(row[i + 1]));
  }
  return text.trimEnd();
}
