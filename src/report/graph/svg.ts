/** @file The graph as an SVG picture: data above the variables, gradients below, arrows both ways. */

import { counted, formatNumber } from '../../core/text/format-number';
import type { DrawnGraph, DrawnVariable } from '../../core/graph/drawn-graph';
import { svgDocument, svgText, textWidth } from '../svg/document';
import { type Arrow, arrows } from './arrows';
import { type Box, heightBefore, layeredLayout, type Link } from './layered-layout';
import { inputsOf, type Picture, type PictureOptions, titleOf } from './picture';
import { inRows, type Rows } from './rows';
import {
  functionShape,
  type Shape,
  variableShape,
  DARK,
  LEGEND_SIZE,
  LIGHT,
  TITLE_SIZE,
} from './shapes';
import { hasFigures, lengthOfLinks } from './ways';

/** The largest graph to draw, some twenty screens; larger ones need a viewer that can zoom. */
const MOST_FUNCTIONS = 500;
/** The largest total length of links: a second of work for the library, and more than an eye can follow. */
const LONGEST_LINKS = 2500;

const PAGE_WIDTH = 960;
const MARGIN = 20;
/** The margin for the lines from the end of a row to the start of the next. */
const SIDE = 48;
const ROW_GAP = 36;
/** The distance between columns, if arrows are straight and if they bend. */
const ARROW_ROOM = 34;
const BEND_ROOM = 54;
const LEGEND = 'above: data, forward; below: grad, backward';

export const svgPicture: Picture = {
  refusal(graph) {
    const count = graph.functions.length;
    if (count > MOST_FUNCTIONS) {
      const what = graph.isChain ? 'chain' : 'graph';
      return `draws at most ${formatNumber(MOST_FUNCTIONS)} functions, and this ${what} has ${formatNumber(count)}`;
    }
    if (lengthOfLinks(graph) <= LONGEST_LINKS) return undefined;
    return 'draws no graph in which so many long arrows cross';
  },

  draw(graph, options) {
    const { functions, variables } = graph;
    const withFigures = hasFigures(graph);
    const shapes = [
      ...functions.map(functionShape),
      ...variables.map((variable) => variableShape(variable, withFigures, options)),
    ];
    const links = linksOf(graph);
    const rows = inRows(
      layeredLayout(shapes, links, graph.isChain ? ARROW_ROOM : BEND_ROOM),
      links,
      ({ from }) => from < functions.length,
      { left: SIDE, top: 2 * MARGIN + TITLE_SIZE, width: PAGE_WIDTH - 2 * SIDE, gap: ROW_GAP },
    );
    const ports = portsOf(shapes, links, rows);
    const isConstant = ({ from }: Link): boolean =>
      variables[from - functions.length]?.isConstant === true;
    const drawn = links.map((link, i): Arrow => ({
      ...link,
      port: ports[i] as number,
      hasWayBack: withFigures && !isConstant(link),
    }));
    const widths = shapes.map(({ shapeWidth }) => shapeWidth);

    const title = titleOf(graph);
    const body = [
      svgText('title', MARGIN, MARGIN + TITLE_SIZE, title),
      ...arrows(rows, drawn, widths),
      ...shapes.map((shape, node) => {
        const own = drawn.flatMap(({ to, port }) => (to === node ? [port] : []));
        return shape.draw(rows.boxes[node] as Box, own);
      }),
    ];
    let height = rows.bottom + MARGIN;
    if (withFigures) {
      height += LEGEND_SIZE + MARGIN;
      body.push(svgText('legend', MARGIN, height - MARGIN, LEGEND));
    }
    const width = Math.max(
      SIDE + rows.right,
      2 * MARGIN + textWidth(title, TITLE_SIZE),
      2 * MARGIN + (withFigures ? textWidth(LEGEND, LEGEND_SIZE) : 0),
    );
    const description = descriptionOf(graph, options);
    return svgDocument({ title, description, width, height, light: LIGHT, dark: DARK }, body);
  },
};

/** The links from inputs to functions, and from functions to their outputs. Functions have the first indices. */
function linksOf({ functions }: DrawnGraph): Link[] {
  const nodeOf = (variable: number): number => functions.length + variable;
  return functions.flatMap(({ inputs, output }, f) => [
    ...inputs.map((input) => ({ from: nodeOf(input), to: f })),
    { from: f, to: nodeOf(output) },
  ]);
}

/** The port at which each link ends. Links are sorted by where they come from, so that they do not cross. */
function portsOf(shapes: readonly Shape[], links: readonly Link[], rows: Rows): number[] {
  const comingFrom = links.map((link, i) => heightBefore(rows, link, i));
  const coming = shapes.map((): number[] => []);
  for (const [i, { to }] of links.entries()) coming[to]?.push(i);
  const ports: number[] = [];
  for (const [node, own] of coming.entries()) {
    own.sort((a, b) => (comingFrom[a] as number) - (comingFrom[b] as number));
    for (const [slot, link] of own.entries()) ports[link] = shapes[node]?.ports[slot] as number;
  }
  return ports;
}

function descriptionOf(graph: DrawnGraph, { numberText }: PictureOptions): string {
  const count = graph.functions.length;
  const path = counted(count, 'function');
  const inputs = inputsOf(graph);
  const y = graph.variables.at(-1) as DrawnVariable;
  const from = inputs.map(({ name, figures }) =>
    figures === undefined ? name : `${name} = ${numberText(figures.data)}`,
  );
  const start = `From ${from.join(' and ')} through ${path} to ${y.name}`;
  const withoutFigures = `From ${from.join(' and ')} to ${y.name} through ${path}.`;
  if (y.figures === undefined) return withoutFigures;
  const gradients = inputs.map(({ figures }) => (figures ? numberText(figures.grad) : ''));
  return (
    `${start} = ${numberText(y.figures.data)}; ` +
    `the gradient goes back from ${numberText(y.figures.grad)} to ${gradients.join(' and ')}.`
  );
}
