/** @file Drawings for a terminal that has ASCII characters only. */

const LINES = '─│┼┤└┬→←';
const ASCII_LINES = '-|++++><';

/** The lines and arrows of a drawing as they are for this terminal. */
export function strokes(drawing: string, isAscii: boolean): string {
  return isAscii
    ? drawing.replace(/[─│┼┤└┬→←]/g, (line) => ASCII_LINES.charAt(LINES.indexOf(line)))
    : drawing;
}

/** What stands where a text is cut. */
export function ellipsisOf(isAscii: boolean): string {
  return isAscii ? '...' : '…';
}
