/** @file Selects rows of a block. */

import type { Block, Cell } from './format';

/** @param indices in order; those beyond the length of the block are ignored */
export function pickedRows(block: Block, indices: readonly number[]): Block {
  const { length, columns, before } = block;
  const shown = indices.filter((index) => index < length);
  const picked = columns.map((column) =>
    column instanceof Float64Array
      ? Float64Array.from(shown, (index) => column[index] as number)
      : shown.map((index) => column[index] as Cell),
  );
  if (before === undefined) return { ...block, length: shown.length, columns: picked };
  const { bytes, starts, ends } = before;
  const at = (places: Uint32Array): Uint32Array =>
    Uint32Array.from(shown, (index) => places[index] as number);
  return {
    length: shown.length,
    columns: picked,
    before: { bytes, starts: at(starts), ends: at(ends) },
  };
}
