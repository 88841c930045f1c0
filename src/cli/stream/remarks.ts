/** @file Reports errors and warnings about points: ten of a kind in full, then their number. */

import { counted, pointText } from '../../core/text/format-number';
import { remark, tell, warn } from '../errors';
import type { Io } from '../process/io';
import { MOST_IN_FULL, REMARK_KINDS, type Remark, type RemarkCounts, type RowBatch } from './rows';

/** Reports the errors and warnings of a run; `finish` reports how many were left out. */
export class Remarks {
  constructor(
    private readonly io: Io,
    /** Several threads may share it. */
    private readonly tally: RemarkCounts,
    private readonly variables: readonly string[],
  ) {}

  /**
   * Reports the remarks of a batch, as long as there have been fewer than ten of their kind.
   *
   * @param linesBefore added to their line numbers, which count from 0
   */
  tell({ remarks, counts, halt }: RowBatch, linesBefore: number): void {
    for (const remark of remarks) this.#tell(remark, linesBefore);
    for (const kind of REMARK_KINDS) {
      const told = remarks.filter((remark) => remark.kind === kind).length;
      this.tally[kind] += counts[kind] - told;
    }
    if (halt !== undefined) this.#tell(halt, linesBefore);
  }

  #tell({ kind, line, point, message }: Remark, linesBefore: number): void {
    if (++this.tally[kind] > MOST_IN_FULL) return;
    const at = point === undefined ? '' : pointText(this.variables, point);
    const place = placeText(line === undefined ? undefined : linesBefore + line + 1, at);
    const say = kind === 'warning' ? warn : tell;
    say(this.io, `${place}: ${message}`);
  }

  finish(): void {
    for (const kind of REMARK_KINDS) {
      const more = this.tally[kind] - MOST_IN_FULL;
      if (more > 0) remark(this.io, `and ${counted(more, `more ${kind}`)}`, kind);
    }
  }
}

/** "line 17 (x = -1)", "line 17", "x = -1" */
function placeText(line: number | undefined, at: string): string {
  if (line === undefined) return at;
  return `line ${String(line)}${at === '' ? '' : ` (${at})`}`;
}
