/** @file How far a run has come, on a terminal that shows nothing else. */

import type { SingleBar } from 'cli-progress';
import type { Io } from '../process/io';
import type { Tally } from './shared-memory';

/** Runs that are over sooner show nothing. */
const MILLISECONDS_BEFORE = 1000;
export const MILLISECONDS_BETWEEN = 200;
/** Of less than this part of the input the pace of the whole is not known. */
const LEAST_KNOWN = 0.05;
const CLEAR_LINE = '\r\u001b[K';

/** How much of its input a run is done with, which is how many rows; the total may be unknown. */
interface Share {
  readonly rows: number;
  readonly done: number;
  readonly total: number | undefined;
}

/** The progress of a run as a line on standard error. */
export class Progress {
  readonly #isTerminal: boolean;
  readonly #start = Date.now();
  #last = 0;
  #bar: SingleBar | undefined;

  constructor(
    private readonly io: Io,
    private readonly tally: Pick<Tally, 'progress'>,
    private readonly share: () => Share,
    /** Whether rows on the terminal, or what is typed there, show how far it is. */
    private readonly isSeen: () => boolean,
    /** What is counted. */
    private readonly unit = 'rows',
  ) {
    this.#isTerminal = io.isTerminal('error');
  }

  /** Draws the line anew, if it is time to. */
  show(): void {
    if (!this.#isTerminal || this.isSeen()) return;
    const now = Date.now();
    if (now - this.#start < MILLISECONDS_BEFORE || now - this.#last < MILLISECONDS_BETWEEN) return;
    this.#last = now;
    const share = this.share();
    const { rows } = share;
    const passed = now - this.#start;
    const rate = Math.round((1000 * rows) / passed);
    const figures = { rows, rate, left: timeLeft(passed, share) };
    if (this.#bar === undefined) this.#bar = this.#newBar(share, figures);
    else this.#bar.update(share.done, figures);
    this.tally.progress = 1;
  }

  /** Leaves an empty line behind. */
  end(): void {
    if (this.#bar === undefined) return;
    this.#bar.stop();
    this.#bar = undefined;
    this.io.writeError(CLEAR_LINE);
    this.tally.progress = 0;
  }

  #newBar({ done, total }: Share, figures: object): SingleBar {
    // Loaded here because few runs take long.
    const { SingleBar: Bar } = require('cli-progress') as typeof import('cli-progress');
    const rates = `{rows} ${this.unit}, {rate} ${this.unit}/s`;
    const bar = new Bar({
      format: total === undefined ? rates : `${rates}, {percentage} %{left}`,
      stream: terminalOf(this.io),
      fps: MILLISECONDS_BETWEEN,
      clearOnComplete: true,
      // A signal ends the program as it would any other, and leaves the terminal as it was.
      gracefulExit: false,
      linewrap: true,
    });
    bar.start(total ?? 0, done, figures);
    return bar;
  }
}

/**
 * The result of what takes long, while a line tells how far it is.
 *
 * @param unit what is counted
 * @param total where it is known beforehand
 * @param work gets a function that it calls with how much more is done
 */
export function whileCounting<Result>(
  io: Io,
  unit: string,
  total: number | undefined,
  work: (add: (count: number) => void) => Result,
): Result {
  let done = 0;
  const share = (): Share => ({ rows: done, done, total });
  const progress = new Progress(io, { progress: 0 }, share, () => false, unit);
  try {
    return work((count) => {
      done += count;
      progress.show();
    });
  } finally {
    progress.end();
  }
}

/** ", 12 s left" at the pace since the start; nothing where that is not known yet. */
function timeLeft(passed: number, { done, total }: Share): string {
  if (total === undefined || done < total * LEAST_KNOWN) return '';
  const seconds = Math.ceil((passed * Math.max(0, total - done)) / done / 1000);
  return `, ${String(seconds)} s left`;
}

/** Standard error as far as the bar uses a stream. */
function terminalOf(io: Io): NodeJS.WriteStream {
  const stream = { isTTY: true, write: (text: string) => (io.writeError(text), true) };
  return stream as unknown as NodeJS.WriteStream;
}

/** The same world, in which the line of progress gives way to what is written. */
export function withoutProgress(io: Io, tally: Pick<Tally, 'progress'>): Io {
  const clear = (): string => {
    const isShown = tally.progress === 1;
    tally.progress = 0;
    return isShown ? CLEAR_LINE : '';
  };
  return {
    ...io,
    writeOutput(text) {
      // Rows do not begin in the middle of a line.
      if (tally.progress === 1 && io.isTerminal('output')) io.writeError(clear());
      io.writeOutput(text);
    },
    writeError(text) {
      io.writeError(clear() + text);
    },
  };
}
