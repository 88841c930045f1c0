/** @file A canvas of characters made of dots: 2 by 4 in Braille, 1 by 3 in ASCII. */

import type { Position } from './clip';
import type { Look } from './figure';

export interface Dots {
  /** The number of dots in a character, across and down. */
  readonly across: number;
  readonly down: number;
  /** The character with these dots; bit (row * across + column) is set for each. */
  readonly character: (bits: number) => string;
}

/** The bits of Braille dots in Unicode: column by column, with the lowest two, a later addition, last. */
const BRAILLE_BITS = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

export const BRAILLE: Dots = {
  across: 2,
  down: 4,
  character: (bits) =>
    String.fromCodePoint(
      BRAILLE_BITS.reduce((code, bit, i) => (bits & (1 << i) ? code | bit : code), 0x2800),
    ),
};

const ASCII_CHARACTERS = [' ', "'", '-', ':', '.', ':', ':', '|'];

export const ASCII: Dots = {
  across: 1,
  down: 3,
  character: (bits) => ASCII_CHARACTERS[bits] as string,
};

/** An offset that gives nearly equal numbers the same dot, even halfway between two dots. */
const BIAS = 1e-6;

interface CanvasCell {
  bits: number;
  mark?: string;
  look?: Look;
}

/** Positions are relative to the frame: (0, 0) is the lower left corner, (1, 1) the upper right one. */
export class Canvas {
  readonly #cells: CanvasCell[][];

  constructor(
    readonly columns: number,
    readonly rows: number,
    readonly dots: Dots,
  ) {
    this.#cells = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => ({ bits: 0 })),
    );
  }

  /** The column and row, from the upper left, of the character at a position. */
  cellAt(x: number, y: number): { column: number; row: number } {
    const { across, down } = this.dots;
    const { i, j } = this.#dotAt(x, y);
    return { column: Math.floor(i / across), row: Math.floor(j / down) };
  }

  line(from: Position, to: Position, look: Look): void {
    const a = this.#dotAt(from.x, from.y);
    const b = this.#dotAt(to.x, to.y);
    const steps = Math.max(Math.abs(b.i - a.i), Math.abs(b.j - a.j), 1);
    for (let k = 0; k <= steps; k++) {
      const share = k / steps;
      this.#dot(Math.round(a.i + share * (b.i - a.i)), Math.round(a.j + share * (b.j - a.j)), look);
    }
  }

  /** A character of its own, over the dots. */
  mark(x: number, y: number, mark: string, look: Look): void {
    const { column, row } = this.cellAt(x, y);
    Object.assign(this.#cell(column, row), { mark, look });
  }

  /** The rows from top to bottom: neighbouring characters of one look are one text. */
  *lines(): Generator<{ text: string; look: Look | undefined }[]> {
    for (const cells of this.#cells) {
      const parts: { text: string; look: Look | undefined }[] = [];
      for (const { bits, mark, look } of cells) {
        const character = mark ?? (bits === 0 ? ' ' : this.dots.character(bits));
        const part = parts.at(-1);
        if (part !== undefined && part.look === look) part.text += character;
        else parts.push({ text: character, look });
      }
      yield parts;
    }
  }

  #dotAt(x: number, y: number): { i: number; j: number } {
    const { across, down } = this.dots;
    return {
      i: Math.round(x * (this.columns * across - 1) + BIAS),
      j: Math.round((1 - y) * (this.rows * down - 1) + BIAS),
    };
  }

  #dot(i: number, j: number, look: Look): void {
    const { across, down } = this.dots;
    const cell = this.#cell(Math.floor(i / across), Math.floor(j / down));
    cell.bits |= 1 << ((j % down) * across + (i % across));
    cell.look ??= look;
  }

  #cell(column: number, row: number): CanvasCell {
    return this.#cells[row]?.[column] ?? { bits: 0 };
  }
}
