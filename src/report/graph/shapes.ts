/** @file Draws the nodes of a graph: ellipses for variables, boxes for functions, pills for constants. */

import type { DrawnFunction, DrawnVariable } from '../../core/graph/drawn-graph';
import { CAPITAL_HEIGHT, svgShape, svgText, textWidth } from '../svg/document';
import type { Box, Size } from './layered-layout';
import type { PictureOptions } from './picture';

export const TITLE_SIZE = 16;
export const LEGEND_SIZE = 12;
const FONT_SIZE = 14;
/** The font size of the roles of inputs. */
const ROLE_SIZE = 11;

export const LIGHT = [
  `.title{font-size:${String(TITLE_SIZE)}px;font-weight:bold}`,
  `.legend{font-size:${String(LEGEND_SIZE)}px}`,
  `.name,.data,.grad,.number{font-size:${String(FONT_SIZE)}px;text-anchor:middle}`,
  `.role{font-size:${String(ROLE_SIZE)}px}`,
  '.name,.role{fill:#1f2328}',
  '.variable{fill:#ffd08a;stroke:#b86e00}',
  '.function{fill:#b9dcef;stroke:#2f7fa8}',
  '.constant{fill:#f3f4f6;stroke:#57606a;stroke-dasharray:3 2}',
  '.forward,.backward{fill:none;stroke:#57606a;stroke-width:1.5}',
  '.backward{stroke:#b3261e;stroke-dasharray:5 3}',
  '.forward-head{fill:#57606a}',
  '.backward-head,.grad{fill:#b3261e}',
].join('');

export const DARK = [
  '.variable{fill:#e3a64d;stroke:#ffd08a}',
  '.function{fill:#7fb9d8;stroke:#b9dcef}',
  '.constant{fill:#22272e;stroke:#aab4be}',
  '.forward{stroke:#aab4be}',
  '.backward{stroke:#ff8f85}',
  '.forward-head{fill:#aab4be}',
  '.backward-head,.grad{fill:#ff8f85}',
].join('');

/** The size of a node includes the texts above and below. */
export interface Shape extends Size {
  /** The width without those texts. */
  readonly shapeWidth: number;
  /** The heights at which links to it end, relative to its middle, from top to bottom. */
  readonly ports: readonly number[];
  /** @param ports for each input, the port that its link ends at */
  readonly draw: (box: Box, ports: readonly number[]) => string;
}

const RADIUS = 21;
const CONSTANT_RADIUS = 14;
const PADDING = 10;
/** The height of a line of numbers above or below. */
const FIGURE_HEIGHT = 24;
/** The distance between the links to a function. */
const PORT_GAP = 26;
/** The height that each link after the first adds to a function. */
const HEIGHT_OF_LINK = 16;

export function variableShape(
  { name, isConstant, figures }: DrawnVariable,
  withFigures: boolean,
  { numberText }: PictureOptions,
): Shape {
  if (isConstant) return constantShape(name);
  const texts = figures && [numberText(figures.data), numberText(figures.grad)];
  const shapeWidth = Math.max(2 * RADIUS, widthOf(name) + 2 * PADDING);
  return {
    width: Math.max(shapeWidth, ...(texts ?? []).map(widthOf)),
    height: 2 * RADIUS + (withFigures ? 2 * FIGURE_HEIGHT : 0),
    shapeWidth,
    ports: [0],
    draw({ x, y }) {
      const [data, grad] = texts ?? [];
      const above = y - RADIUS - FIGURE_HEIGHT / 3;
      const below = y + RADIUS + FIGURE_HEIGHT / 3 + CAPITALS;
      return [
        svgShape('ellipse', 'variable', { cx: x, cy: y, rx: shapeWidth / 2, ry: RADIUS }),
        svgText('name', x, y + CAPITALS / 2, name),
        ...(data === undefined ? [] : [svgText('data', x, above, data)]),
        ...(grad === undefined ? [] : [svgText('grad', x, below, grad)]),
      ].join('');
    },
  };
}

function constantShape(text: string): Shape {
  const width = Math.max(2 * CONSTANT_RADIUS, widthOf(text) + 2 * PADDING);
  const height = 2 * CONSTANT_RADIUS;
  return {
    width,
    height,
    shapeWidth: width,
    ports: [0],
    draw: ({ x, y }) =>
      svgShape('rect', 'constant', {
        x: x - width / 2,
        y: y - height / 2,
        width,
        height,
        rx: CONSTANT_RADIUS,
      }) + svgText('number', x, y + CAPITALS / 2, text),
  };
}

/** A function, with the roles of its inputs on the left beside their links. */
export function functionShape({ label, inputs, roles = [] }: DrawnFunction): Shape {
  const roleWidth = Math.max(0, ...roles.map((role) => textWidth(role, ROLE_SIZE) + PADDING / 2));
  const width = roleWidth + widthOf(label) + 2 * PADDING;
  const height = 2 * RADIUS + (inputs.length - 1) * HEIGHT_OF_LINK;
  return {
    width,
    height,
    shapeWidth: width,
    ports: inputs.map((_, i) => (i - (inputs.length - 1) / 2) * PORT_GAP),
    draw({ x, y }, ports) {
      const left = x - width / 2;
      const top = y - height / 2;
      const roleCapitals = ROLE_SIZE * CAPITAL_HEIGHT;
      return [
        svgShape('rect', 'function', { x: left, y: top, width, height, rx: 6 }),
        svgText('name', x + roleWidth / 2, y + CAPITALS / 2, label),
        ...roles.map((role, i) =>
          svgText('role', left + PADDING / 2, y + (ports[i] as number) + roleCapitals / 2, role),
        ),
      ].join('');
    },
  };
}

function widthOf(text: string): number {
  return textWidth(text, FONT_SIZE);
}

/** The height of a line of numbers above its base. */
const CAPITALS = FONT_SIZE * CAPITAL_HEIGHT;
