/** @file The graph as an SVG picture: data above the variables, gradients below, arrows both ways. */

import { formatNumber } from '../../core/format-number';
import type { DrawnGraph } from '../../core/drawn-graph';
import { CAPITAL_HEIGHT, coordinate, svgDocument, svgText, textWidth } from '../svg/document';
import { FONT_SIZE, layOut, type Node, RADIUS } from './layout';
import { type Picture, type PictureOptions, titleOf } from './picture';
import { arrows } from './svg-arrows';
import { DARK, LEGEND_SIZE, LIGHT, TITLE_SIZE } from './svg-style';

/** Some twenty screens; more is a matter for a program that can zoom. */
const MOST_FUNCTIONS = 500;

const MARGIN = 20;
const ROW_GAP = 36;
/** What a line of figures adds to a row, above or below. */
const FIGURE_HEIGHT = 24;
const LEGEND = 'above: data, forward; below: grad, backward';

export const svgPicture: Picture = {
  most: MOST_FUNCTIONS,

  draw(graph, options) {
    const figures = graph.variables.map(({ figures: both }) =>
      both === undefined ? [] : [options.numberText(both.data), options.numberText(both.grad)],
    );
    const hasFigures = graph.variables[0]?.figures !== undefined;
    const rowHeight = 2 * RADIUS + (hasFigures ? 2 * FIGURE_HEIGHT : 0);
    const texts = {
      variables: graph.variables.map(({ name }, i) => [name, ...(figures[i] ?? [])]),
      functions: graph.functions.map(({ label }) => label),
    };
    const layout = layOut(texts, 2 * MARGIN + TITLE_SIZE, rowHeight, ROW_GAP);

    const title = titleOf(graph);
    const body = [
      svgText('title', MARGIN, MARGIN + TITLE_SIZE, title),
      ...arrows(layout, hasFigures),
      ...layout.functions.map((node, i) => functionBox(node, texts.functions[i] as string)),
      ...layout.variables.map((node, i) => variableEllipse(node, texts.variables[i] ?? [])),
    ];
    let height = layout.bottom + MARGIN;
    if (hasFigures) {
      height += LEGEND_SIZE + MARGIN;
      body.push(svgText('legend', MARGIN, height - MARGIN, LEGEND));
    }
    const width = Math.max(
      layout.left + layout.right,
      2 * MARGIN + textWidth(title, TITLE_SIZE),
      2 * MARGIN + (hasFigures ? textWidth(LEGEND, LEGEND_SIZE) : 0),
    );
    const description = describe(graph, options);
    return svgDocument({ title, description, width, height, light: LIGHT, dark: DARK }, body);
  },
};

/** The picture in a sentence. */
function describe({ variables, functions }: DrawnGraph, { numberText }: PictureOptions): string {
  const count = functions.length;
  const path = `${formatNumber(count)} function${count === 1 ? '' : 's'}`;
  const [x, y] = [variables[0]?.figures, variables.at(-1)?.figures];
  if (x === undefined || y === undefined) return `From x to y through ${path}.`;
  return (
    `From x = ${numberText(x.data)} through ${path} to y = ${numberText(y.data)}; ` +
    `the gradient goes back from ${numberText(y.grad)} to ${numberText(x.grad)}.`
  );
}

function variableEllipse({ x, y, halfWidth }: Node, texts: readonly string[]): string {
  const [name = '', data, grad] = texts;
  const figures =
    data === undefined || grad === undefined
      ? []
      : [
          svgText('data', x, y - RADIUS - FIGURE_HEIGHT / 3, data),
          svgText('grad', x, y + RADIUS + FIGURE_HEIGHT / 3 + CAPITALS, grad),
        ];
  const [cx, cy, rx, ry] = [x, y, halfWidth, RADIUS].map(coordinate) as Four;
  const ellipse = `<ellipse class="variable" cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}"/>`;
  return [ellipse, svgText('name', x, y + CAPITALS / 2, name), ...figures].join('');
}

function functionBox({ x, y, halfWidth }: Node, name: string): string {
  const [left, top] = [x - halfWidth, y - RADIUS];
  const [bx, by, width, height] = [left, top, 2 * halfWidth, 2 * RADIUS].map(coordinate) as Four;
  return (
    `<rect class="function" x="${bx}" y="${by}" width="${width}" height="${height}" rx="6"/>` +
    svgText('name', x, y + CAPITALS / 2, name)
  );
}

type Four = [string, string, string, string];

/** From the base of a line of figures to its upper end. */
const CAPITALS = FONT_SIZE * CAPITAL_HEIGHT;
