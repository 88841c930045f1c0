/** @file Where the nodes of a drawn graph stand: in rows from left to right, as wide as a page. */

import { textWidth } from '../svg/document';

export const FONT_SIZE = 14;
export const RADIUS = 21;
export const ARROW_ROOM = 34;

const PAGE_WIDTH = 960;
/** Room at the sides for the lines from the end of a row to the start of the next. */
const SIDE = 48;
const PADDING = 10;

/** A variable or a function: its middle, and half its width. */
export interface Node {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
}

export interface Layout {
  readonly variables: readonly Node[];
  /** Each in the row of the variable before it. */
  readonly functions: readonly Node[];
  /** The left and the right end of the rows. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** The texts of a node of the graph; the first is its name. */
export interface Texts {
  readonly variables: readonly (readonly string[])[];
  readonly functions: readonly string[];
}

/**
 * @param top the upper end of the first row
 * @param rowHeight from the upper end of a row to its lower end
 * @param gap between rows
 */
export function layOut(texts: Texts, top: number, rowHeight: number, gap: number): Layout {
  const variables: Node[] = [];
  const functions: Node[] = [];
  let x = SIDE;
  let y = top + rowHeight / 2;
  let right = 0;
  const place = (nodes: Node[], halfWidth: number, room: number): void => {
    nodes.push({ x: x + room / 2, y, halfWidth });
    x += room;
    right = Math.max(right, x);
  };
  for (const [i, [name = '', ...figures]] of texts.variables.entries()) {
    const halfWidth = Math.max(RADIUS, widthOf(name) / 2 + PADDING);
    const room = Math.max(2 * halfWidth, ...figures.map(widthOf));
    const label = texts.functions[i];
    const functionWidth = label === undefined ? 0 : widthOf(label) + 2 * PADDING;
    const needed = room + (label === undefined ? 0 : ARROW_ROOM + functionWidth);
    if (x > SIDE && x + needed > PAGE_WIDTH - SIDE) {
      x = SIDE;
      y += rowHeight + gap;
    }
    place(variables, halfWidth, room);
    if (label === undefined) continue;
    x += ARROW_ROOM;
    place(functions, functionWidth / 2, functionWidth);
    x += ARROW_ROOM;
  }
  return { variables, functions, left: SIDE, right, bottom: y + rowHeight / 2 };
}

function widthOf(text: string): number {
  return textWidth(text, FONT_SIZE);
}
