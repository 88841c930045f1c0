/** @file Folds a layout into rows of the width of a page, at columns that a single link leads to. */

import type { LayoutColumn, Layout, Link } from './layered-layout';

export interface Rows extends Layout {
  /** The index of the row of each column. */
  readonly rowOf: readonly number[];
  /** For each row, the height halfway to the next one. */
  readonly turns: readonly number[];
  /** The end of the last row. */
  readonly bottom: number;
  /** The end of the widest row. */
  readonly right: number;
}

interface Page {
  /** Where the rows begin. */
  readonly left: number;
  /** The upper end of the first row. */
  readonly top: number;
  /** The width of a row, if there is a place to fold it. */
  readonly width: number;
  /** The distance between rows. */
  readonly gap: number;
}

/** @param mayLeadOn whether a link may go from the end of a row around to the start of the next */
export function inRows(
  layout: Layout,
  links: readonly Link[],
  mayLeadOn: (link: Link) => boolean,
  page: Page,
): Rows {
  const { boxes, columns, columnOf, passes } = layout;
  const rowOf = rowsOf(columns, foldsOf(layout, links, mayLeadOn), page.width);
  const shifts: { right: number; down: number }[] = [];
  const turns: number[] = [];
  let right = 0;
  let y = page.top;
  for (let row = 0; row <= (rowOf.at(-1) as number); row++) {
    const first = rowOf.indexOf(row);
    const last = rowOf.lastIndexOf(row);
    const [top, bottom] = extentOf(layout, links, first, last);
    const shift = { right: page.left - (columns[first] as LayoutColumn).left, down: y - top };
    shifts.push(shift);
    right = Math.max(right, (columns[last] as LayoutColumn).right + shift.right);
    y += bottom - top + page.gap;
    turns.push(y - page.gap / 2);
  }

  const shiftOf = (column: number) => shifts[rowOf[column] as number] as (typeof shifts)[number];
  return {
    boxes: boxes.map((box, i) => {
      const shift = shiftOf(columnOf[i] as number);
      return { ...box, x: box.x + shift.right, y: box.y + shift.down };
    }),
    columns: columns.map((column, i) => ({
      left: column.left + shiftOf(i).right,
      right: column.right + shiftOf(i).right,
    })),
    columnOf,
    passes: passes.map((heights, i) => {
      const { down } = shiftOf(columnOf[(links[i] as Link).from] as number);
      return heights.map((height) => height + down);
    }),
    rowOf,
    turns,
    bottom: y - page.gap,
    right,
  };
}

/** For each column, whether a row may begin with it: exactly one link leads to it, and none passes it. */
function foldsOf(
  { columns, columnOf }: Layout,
  links: readonly Link[],
  mayLeadOn: (link: Link) => boolean,
): boolean[] {
  const coming = columns.map(() => 0);
  const refused = columns.map(() => false);
  for (const link of links) {
    const start = columnOf[link.from] as number;
    const end = columnOf[link.to] as number;
    for (let column = start + 1; column <= end; column++) {
      coming[column] = (coming[column] as number) + 1;
      if (end > start + 1 || !mayLeadOn(link)) refused[column] = true;
    }
  }
  // The last column is not put alone in a row.
  return columns.map(
    (_, column) => column < columns.length - 1 && coming[column] === 1 && refused[column] === false,
  );
}

/** Fills each row with as many columns as fit. */
function rowsOf(
  columns: readonly LayoutColumn[],
  mayBegin: readonly boolean[],
  width: number,
): number[] {
  const rowOf: number[] = [];
  let first = 0;
  let fold = 0;
  let row = 0;
  for (const [column, { right }] of columns.entries()) {
    if (mayBegin[column] === true) fold = column;
    if (right - (columns[first] as LayoutColumn).left > width && fold > first) {
      first = fold;
      row++;
      rowOf.fill(row, first);
    }
    rowOf.push(row);
  }
  return rowOf;
}

/** The top and bottom of some columns. */
function extentOf(
  { boxes, columnOf, passes }: Layout,
  links: readonly Link[],
  first: number,
  last: number,
): readonly [top: number, bottom: number] {
  let top = Infinity;
  let bottom = -Infinity;
  const isIn = (node: number): boolean => {
    const column = columnOf[node] as number;
    return column >= first && column <= last;
  };
  for (const [i, { y, height }] of boxes.entries()) {
    if (!isIn(i)) continue;
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  for (const [i, heights] of passes.entries()) {
    if (heights.length === 0 || !isIn((links[i] as Link).from)) continue;
    top = Math.min(top, ...heights.map((y) => y - PASSING));
    bottom = Math.max(bottom, ...heights.map((y) => y + PASSING));
  }
  return [top, bottom];
}

/** The space for the arrows of a link that passes a column. */
const PASSING = 10;
