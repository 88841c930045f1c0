/** @file The input of a soak: as many distinct x from 1 to 2 as are asked for, the same in every run. */

/** Lines that are made at a time; no part of a million, so that every millionth is another kind. */
export const BLOCK_LINES = 97_003;
export const MOST_LINES = BLOCK_LINES * 100_000;

/** '1.', five digits for the place in the block, five for the block, a 7 so that no zero ends it. */
export const LINE_BYTES = 14;
const BLOCK_DIGITS = 7;

const fiveDigits = (count: number): string => String(count).padStart(5, '0');

export function lineOf(index: number): string {
  const block = Math.floor(index / BLOCK_LINES);
  return `1.${fiveDigits(index % BLOCK_LINES)}${fiveDigits(block)}7`;
}

/** The lines of block after block, each with its line end, in one buffer that is used anew. */
export class Blocks {
  readonly lines = Buffer.from(
    Array.from({ length: BLOCK_LINES }, (_, i) => `${lineOf(i)}\n`).join(''),
  );

  /** Makes `lines` those of another block. */
  goTo(block: number): void {
    const digits = Buffer.from(fiveDigits(block));
    for (let start = 0; start < this.lines.length; start += LINE_BYTES) {
      digits.copy(this.lines, start + BLOCK_DIGITS);
    }
  }
}
