/** @file One thread's part in a run: it takes chunks of points, computes, prints and writes them. */

import { Output } from './output';
import type { Io, TryRead } from '../process/io';
import { Remarks } from './remarks';
import type { Source } from './input/source';
import { type Gathered, type RowBatch, RowMaker, type Run } from './rows';
import { withoutProgress } from './progress';
import type { Turns } from './turns';
import { type Feed, knownFeed, lineFeed, type Taken } from './feed';

/** The longest pause before input that is not there yet is looked for again, in milliseconds. */
const LONGEST_PAUSE = 16;

/** The result of taking a chunk: nothing where the run is over. */
interface ReadChunk {
  readonly taken?: Taken | undefined;
  readonly isLast?: boolean;
  readonly failure?: unknown;
}

export class Part {
  readonly #feed: Feed;
  readonly #rows: RowMaker;
  readonly #output: Output;
  readonly #remarks: Remarks;
  readonly #io: Io;
  readonly #turns: Turns;
  readonly #isKnown: boolean;
  #chunk = 0;
  #tryRead: TryRead | undefined;

  /** @param gather called in the order of the chunks, with results for the main thread and the chunk's number */
  constructor(
    run: Run,
    { io, turns, known }: Pick<Source, 'io' | 'turns' | 'known'>,
    private readonly gather: (chunk: number, gathered?: Gathered) => void,
  ) {
    const seen = withoutProgress(io, turns.tally);
    this.#io = io;
    this.#isKnown = known !== undefined;
    this.#turns = turns;
    this.#feed =
      known === undefined ? lineFeed((buffer) => this.#read(buffer), run) : knownFeed(known, run);
    this.#rows = new RowMaker(run);
    this.#output = new Output(run.writer, seen, turns.tally);
    this.#remarks = new Remarks(seen, turns.tally, run.variables);
  }

  /**
   * To be called when other threads join: from now on this one waits for input only if it has nothing to write.
   *
   * @returns false if the input does not allow that
   */
  share(): boolean {
    if (this.#isKnown) return true;
    this.#tryRead = this.#io.threads?.tryReadInput();
    return this.#tryRead !== undefined;
  }

  /**
   * Processes chunks until the run is over.
   *
   * @param afterChunk called after each chunk of this thread, with its size
   * @throws IoError; the other threads then wait until the run is ended
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

  /** Ends the output with what the writer has kept for the end, unless this thread has done so. */
  end(): void {
    this.#output.end();
  }

  /** Reports how many remarks were left out, unless the rows could not be written. */
  finish(): void {
    if (!this.#output.hasFailed) this.#remarks.finish();
  }

  async #readChunk(chunk: number): Promise<ReadChunk> {
    this.#chunk = chunk;
    const { carry } = this.#turns;
    try {
      for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        const taken = this.#feed(carry, chunk);
        if (taken !== 'later') return { taken, isLast: carry.isEnded };
        await this.#turns.pause(pause);
        if (this.#turns.isOver) return {};
      }
    } catch (failure) {
      carry.isEnded = true;
      return { failure };
    } finally {
      this.#turns.leave();
    }
  }

  /**
   * Waits for input only when everything before it is written. The results of other threads may end the run,
   * and a thread that waits for input cannot be ended.
   */
  #read(buffer: Buffer): number | undefined {
    if (this.#tryRead === undefined || this.#turns.isNext(this.#chunk)) {
      return this.#io.readInput(buffer);
    }
    return this.#tryRead(buffer);
  }

  /** Writes the rows of a chunk when it is its turn. @returns false if the run is over */
  async #walk(number: number, { taken, isLast, failure }: ReadChunk): Promise<boolean> {
    if (taken !== undefined) {
      for (const batch of this.#rows.batches(taken.points)) {
        if (!(await this.#turns.turn(number))) return false;
        this.gather(number, batch.gathered);
        this.#write(batch);
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
    if (isLast === true) this.#output.end();
    this.#turns.pass(number);
    return true;
  }

  /** Ends the run behind rows that an error has cut short. */
  #write(batch: RowBatch): void {
    this.#output.write(batch);
    this.#remarks.tell(batch, this.#turns.tally.lines);
    if (batch.halt === undefined) return;
    this.#output.abort();
    this.#turns.abort();
  }
}
