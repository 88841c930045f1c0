/** @file Shows how far a run has come, on a terminal where nothing else shows it. */

import type { SingleBar } from 'cli-progress';
import type { Io } from '../process/io';
import type { Tally } from './turns';

/** Runs shorter than this show nothing. */
const MILLISECONDS_BEFORE = 1000;
export const MILLISECONDS_BETWEEN = 200;
/** The time left is estimated once this fraction of the input is done. */
const LEAST_KNOWN = 0.05;
const CLEAR_LINE = '\r\u001b[K';

/** A line on standard error with the progress of a run. */
export class Progress {
  readonly #start = Date.now();
  #last = 0;
  #bar: SingleBar | undefined;

  constructor(
    private readonly io: Io,
    /** How much of the input is done, and how many rows that made. */
    private readonly tally: Pick<Tally, 'rows' | 'done' | 'progress'>,
    /** How much input there is, if that is known. */
    private readonly total: number | undefined,
    /** Whether rows or typed input on the terminal show the progress already. */
    private readonly isSeen = (): boolean => false,
    /** The name of what is counted. */
    private readonly unit = 'rows',
  ) {}

  /** Draws the line again, if it is time to. */
  show(): void {
    const now = Date.now();
    if (now - this.#start < MILLISECONDS_BEFORE || now - this.#last < MILLISECONDS_BETWEEN) return;
    this.#last = now;
    // Asked as late as this: to find out what a terminal is takes longer than most runs.
    if (!this.io.isTerminal('error') || this.isSeen()) return;
    const { rows, done } = this.tally;
    const passed = now - this.#start;
    const rate = Math.round((1000 * rows) / passed);
    const figures = { rows, rate, left: this.#timeLeft(passed) };
    if (this.#bar === undefined) this.#bar = this.#newBar(figures);
    else this.#bar.update(done, figures);
    this.tally.progress = 1;
  }

  end(): void {
    if (this.#bar === undefined) return;
    this.#bar.stop();
    this.#bar = undefined;
    this.io.writeError(CLEAR_LINE);
    this.tally.progress = 0;
  }

  #newBar(figures: object): SingleBar {
    // Loaded here because few runs take long.
    const { SingleBar: Bar } = require('cli-progress') as typeof import('cli-progress');
    const rates = `{rows} ${this.unit}, {rate} ${this.unit}/s`;
    const bar = new Bar({
      format: this.total === undefined ? rates : `${rates}, {percentage} %{left}`,
      stream: terminalOf(this.io),
      fps: MILLISECONDS_BETWEEN,
      clearOnComplete: true,
      // The default handling of signals is kept: it ends the program and restores the terminal.
      gracefulExit: false,
      linewrap: true,
    });
    bar.start(this.total ?? 0, this.tally.done, figures);
    return bar;
  }

  /** ", 12 s left" at the average pace so far; empty while that is unknown. */
  #timeLeft(passed: number): string {
    const { total, tally } = this;
    if (total === undefined || tally.done < total * LEAST_KNOWN) return '';
    const seconds = Math.ceil((passed * Math.max(0, total - tally.done)) / tally.done / 1000);
    return `, ${String(seconds)} s left`;
  }
}

/**
 * Runs a long computation while a line shows its progress.
 *
 * @param unit the name of what is counted
 * @param total the number of these, if it is known
 * @param work calls its argument with the number of those that are newly done
 */
export function whileCounting<Result>(
  io: Io,
  unit: string,
  total: number | undefined,
  work: (add: (count: number) => void) => Result,
): Result {
  const tally = { rows: 0, done: 0, progress: 0 };
  const progress = new Progress(io, tally, total, undefined, unit);
  try {
    return work((count) => {
      tally.rows += count;
      tally.done += count;
      progress.show();
    });
  } finally {
    progress.end();
  }
}

/** Standard error with the parts of a stream that the progress bar uses. */
function terminalOf(io: Io): NodeJS.WriteStream {
  const stream = { isTTY: true, write: (text: string) => (io.writeError(text), true) };
  return stream as unknown as NodeJS.WriteStream;
}

/** The same Io, which clears the progress line before anything is written. */
export function withoutProgress(io: Io, tally: Pick<Tally, 'progress'>): Io {
  const clear = (): string => {
    const isShown = tally.progress === 1;
    tally.progress = 0;
    return isShown ? CLEAR_LINE : '';
  };
  return {
    ...io,
    writeOutput(text) {
      // A row must not begin in the middle of the line.
      if (tally.progress === 1 && io.isTerminal('output')) io.writeError(clear());
      io.writeOutput(text);
    },
    writeError(text) {
      io.writeError(clear() + text);
    },
  };
}
