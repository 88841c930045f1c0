/** @file The walk of the chunks of a run through one thread: take points, compute, print, write. */

import { Output } from './output';
import type { Io, TryRead } from '../process/io';
import { type Feed, knownFeed, type KnownPoints, lineFeed, type Taken } from './feed';
import { Remarks } from './remarks';
import { type Gathered, type Piece, RowMaker, type Run } from './rows';
import { withoutProgress } from './progress';
import type { Turns } from './turns';

/** Between two looks at input that is not there yet, in milliseconds. */
const LONGEST_PAUSE = 16;

/** What came of a read. */
interface Read {
  readonly taken: Taken | undefined;
  readonly isLast: boolean;
  readonly failure?: unknown;
}

/** What a part is a part of. */
export interface Whole {
  readonly io: Io;
  readonly turns: Turns;
  /** The points; without them they are read. */
  readonly known?: KnownPoints | undefined;
}

/** One thread's part in a run. */
export class Part {
  readonly #feed: Feed;
  readonly #rows: RowMaker;
  readonly #output: Output;
  readonly #remarks: Remarks;
  readonly #io: Io;
  readonly #turns: Turns;
  #chunk = 0;
  #tryRead: TryRead | undefined;

  /** @param gather called in turn, with what one thread puts together and the number of its chunk */
  constructor(
    run: Run,
    { io, turns, known }: Whole,
    private readonly gather: (chunk: number, gathered?: Gathered) => void,
  ) {
    const seen = withoutProgress(io, turns.tally);
    this.#io = io;
    this.#turns = turns;
    this.#feed =
      known === undefined ? lineFeed((buffer) => this.#read(buffer), run) : knownFeed(known, run);
    this.#rows = new RowMaker(run);
    this.#output = new Output(run.writer, seen, turns.tally);
    this.#remarks = new Remarks(seen, turns.tally, run.variables);
  }

  /** From now on there are others: reads without waiting while they have rows to write. */
  share(tryRead: TryRead): void {
    this.#tryRead = tryRead;
  }

  /**
   * Takes chunks until the run is over.
   *
   * @param afterChunk called after each chunk of this thread, with its size
   * @throws IoError; the others then wait for somebody to end the run
   */
  async run(afterChunk: (size: number) => void = () => undefined): Promise<void> {
    for (;;) {
      const chunk = await this.#turns.enter();
      if (chunk === undefined) return;
      const read = await this.#readChunk(chunk);
      if (!(await this.#walk(chunk, read))) return;
      if (read.taken !== undefined) afterChunk(read.taken.size);
    }
  }

  /** Writes what a writer has kept to the end, where no part of this thread was the last. */
  end(): void {
    this.#output.end();
  }

  /** Says how many remarks were left out, unless nobody would read the rows that they are about. */
  finish(): void {
    if (!this.#output.hasFailed) this.#remarks.finish();
  }

  async #readChunk(chunk: number): Promise<Read> {
    this.#chunk = chunk;
    const { carry } = this.#turns;
    try {
      for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        const taken = this.#feed(carry, chunk);
        if (taken !== 'later') return { taken, isLast: carry.isEnded };
        await this.#turns.pause(pause);
        if (this.#turns.isOver) return { taken: undefined, isLast: false };
      }
    } catch (failure) {
      carry.isEnded = true;
      return { taken: undefined, isLast: true, failure };
    } finally {
      this.#turns.leave();
    }
  }

  /**
   * Waits for input only when everything before it is written: while others still compute, what
   * they find may end the run, and a thread that waits for input cannot be ended.
   */
  #read(buffer: Buffer): number | undefined {
    if (this.#tryRead === undefined || this.#turns.isNext(this.#chunk)) {
      return this.#io.readInput(buffer);
    }
    return this.#tryRead(buffer);
  }

  /** Writes the rows of a chunk when its turn has come. @returns false if the run is over */
  async #walk(number: number, { taken, isLast, failure }: Read): Promise<boolean> {
    if (taken !== undefined) {
      for (const piece of this.#rows.pieces(taken.points)) {
        if (!(await this.#turns.turn(number))) return false;
        this.gather(number, piece.gathered);
        if (!this.#write(piece)) return false;
      }
    }
    if (!(await this.#turns.turn(number))) return false;
    this.gather(number);
    if (taken !== undefined) {
      this.#turns.tally.lines += this.#rows.lineCount;
      this.#turns.tally.done += taken.size;
    }
    if (failure !== undefined) {
      this.#output.abort();
      this.finish();
      throw failure as Error;
    }
    if (isLast) this.#output.end();
    this.#turns.pass(number);
    return true;
  }

  /** @returns false if the run must halt */
  #write(piece: Piece): boolean {
    this.#output.write(piece);
    this.#remarks.tell(piece, this.#turns.tally.lines);
    if (piece.halt === undefined) return true;
    this.#output.abort();
    this.#turns.abort();
    return false;
  }
}
