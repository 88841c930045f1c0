/** @file How far a stream has come, on a terminal that shows nothing else. */

import type { SingleBar } from 'cli-progress';
import type { Io } from '../process/io';
import type { Tally } from './turns';

/** Runs that are over sooner show nothing. */
const MILLISECONDS_BEFORE = 1000;
const MILLISECONDS_BETWEEN = 200;
/** Of less than this part of the input the pace of the whole is not known. */
const LEAST_KNOWN = 0.05;
const CLEAR_LINE = '\r\u001b[K';

/** The progress of a stream as a line on standard error. */
export class Progress {
  readonly #isShown: boolean;
  readonly #start = Date.now();
  #last = 0;
  #bar: SingleBar | undefined;

  constructor(
    private readonly io: Io,
    private readonly tally: Tally,
  ) {
    this.#isShown = io.isTerminal('error') && !io.isTerminal('output') && !io.isTerminal('input');
  }

  /** Draws the line anew, if it is time to. */
  show(): void {
    if (!this.#isShown) return;
    const now = Date.now();
    if (now - this.#start < MILLISECONDS_BEFORE || now - this.#last < MILLISECONDS_BETWEEN) return;
    this.#last = now;
    const { rows, bytes } = this.tally;
    const passed = now - this.#start;
    const rate = Math.round((1000 * rows) / passed);
    const figures = { rows, rate, left: timeLeft(passed, bytes, this.io.inputBytes()) };
    if (this.#bar === undefined) this.#bar = this.#newBar(bytes, figures);
    else this.#bar.update(bytes, figures);
    this.tally.progress = 1;
  }

  /** Leaves an empty line behind. */
  end(): void {
    if (this.#bar === undefined) return;
    this.#bar.stop();
    this.io.writeError(CLEAR_LINE);
    this.tally.progress = 0;
  }

  #newBar(bytes: number, figures: object): SingleBar {
    // Loaded here because few runs take long.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { SingleBar: Bar } = require('cli-progress') as typeof import('cli-progress');
    const total = this.io.inputBytes();
    const rates = '{rows} rows, {rate} rows/s';
    const bar = new Bar({
      format: total === undefined ? rates : `${rates}, {percentage} %{left}`,
      stream: terminalOf(this.io),
      fps: MILLISECONDS_BETWEEN,
      clearOnComplete: true,
      // A signal ends the program as it would any other, and leaves the terminal as it was.
      gracefulExit: false,
      linewrap: true,
    });
    bar.start(total ?? 0, bytes, figures);
    return bar;
  }
}

/** ", 12 s left" at the pace since the start; nothing where that is not known yet. */
function timeLeft(passed: number, bytes: number, total: number | undefined): string {
  if (total === undefined || bytes < total * LEAST_KNOWN) return '';
  const seconds = Math.ceil((passed * Math.max(0, total - bytes)) / bytes / 1000);
  return `, ${String(seconds)} s left`;
}

/** Standard error as far as the bar uses a stream. */
function terminalOf(io: Io): NodeJS.WriteStream {
  const stream = { isTTY: true, write: (text: string) => (io.writeError(text), true) };
  return stream as unknown as NodeJS.WriteStream;
}

/** The same world, in which the line of progress gives way to what is written. */
export function withoutProgress(io: Io, tally: Tally): Io {
  return {
    ...io,
    writeError(text) {
      const isShown = tally.progress === 1;
      tally.progress = 0;
      io.writeError(isShown ? CLEAR_LINE + text : text);
    },
  };
}
