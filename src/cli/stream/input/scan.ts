/** @file Records of plain numbers, read straight from their bytes. */

import { afterBlanks, scanNumber } from '../../../core/text/scan-numbers';

const TAB = 9;
const LINE_FEED = 10;
const SPACE = 32;
const COMMA = 44;

/** A longer line is left to others, which know how long a line may be. */
export const LONGEST_PLAIN = 1000;

/** Where a scan of records stands. */
export interface Scan {
  /** The beginning of the record that comes next. */
  position: number;
  /** How many records have been found. */
  count: number;
}

/**
 * Reads the numbers of a record, each into the column of its cell, at the index `scan.count`.
 *
 * @param cells the column of each cell; undefined for one that is no variable
 * @returns the place after the last cell; -1 where a wanted cell is anything but a plain number
 */
export type RecordScanner = (
  bytes: Uint8Array,
  scan: Scan,
  cells: readonly (Float64Array | undefined)[],
) => number;

/** Numbers on a line, with white space or a comma between them. */
export const scanLine: RecordScanner = (bytes, scan, cells) => {
  let at = afterBlanks(bytes, scan.position);
  for (let c = 0; c < cells.length; c++) {
    if (bytes[at] === COMMA && c > 0) at = afterBlanks(bytes, at + 1);
    else if (at === scan.position && c > 0) return -1;
    scan.position = at;
    const value = scanNumber(bytes, scan);
    if (value !== value) return -1;
    (cells[c] as Float64Array)[scan.count] = value;
    at = afterBlanks(bytes, scan.position);
  }
  return at;
};

/** The cells of a table; in one with tabs a tab is no blank. */
export function cellScanner(delimiter: ',' | '\t'): RecordScanner {
  const sign = delimiter.charCodeAt(0);
  const otherBlank = sign === TAB ? SPACE : TAB;
  const afterBlanks = (bytes: Uint8Array, at: number): number => {
    while (bytes[at] === SPACE || bytes[at] === otherBlank) at++;
    return at;
  };
  return (bytes, scan, cells) => {
    let at = scan.position;
    for (let c = 0; c < cells.length; c++) {
      if (c > 0 && bytes[at++] !== sign) return -1;
      const column = cells[c];
      if (column === undefined) {
        let byte = bytes[at];
        while (byte !== sign && byte !== LINE_FEED) byte = bytes[++at];
        continue;
      }
      scan.position = afterBlanks(bytes, at);
      const value = scanNumber(bytes, scan);
      if (value !== value) return -1;
      column[scan.count] = value;
      at = afterBlanks(bytes, scan.position);
    }
    return at;
  };
}
