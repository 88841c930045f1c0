/** @file The walk of the chunks of a stream through one thread: read, differentiate, print, write. */

import { Output } from './output';
import type { Io, TryRead } from '../process/io';
import { Remarks } from './remarks';
import { type Chunk, LineReader } from './input/line-reader';
import { numberLines } from './input/number-lines';
import { pointLines } from './input/point-lines';
import { type Piece, type Points, RowMaker, type Run } from './rows';
import { textLines } from './input/text-lines';
import { tableLines } from './input/table-lines';
import { withoutProgress } from './progress';
import type { Turns } from './turns';

/** Between two looks at input that is not there yet, in milliseconds. */
const LONGEST_PAUSE = 16;

/** What came of a read. */
interface Read {
  readonly chunk: Chunk | undefined;
  readonly isLast: boolean;
  readonly failure?: unknown;
}

/** One thread's part in a stream. */
export class Part {
  readonly #lines: LineReader;
  readonly #rows: RowMaker;
  readonly #output: Output;
  readonly #remarks: Remarks;
  readonly #pointsOf: (chunk: Chunk) => Iterator<Points, number>;
  #chunk = 0;
  #tryRead: TryRead | undefined;

  constructor(
    run: Run,
    private readonly io: Io,
    private readonly turns: Turns,
  ) {
    const { table, lines, needsTexts = false } = run;
    const blocks = { most: run.blockLength, keepGoing: run.keepGoing };
    this.#lines = new LineReader((buffer) => this.#read(buffer), table?.delimiter);
    this.#rows = new RowMaker(run);
    this.#output = new Output(run.writer, io, turns.tally);
    this.#remarks = new Remarks(withoutProgress(io, turns.tally), turns.tally, run.variables);
    this.#pointsOf = (chunk) => {
      if (table !== undefined) return tableLines(chunk, table, blocks, needsTexts);
      if (needsTexts) return textLines(chunk, lines, blocks);
      if (lines !== undefined) return pointLines(chunk, lines, blocks);
      return numberLines(chunk, blocks);
    };
  }

  /** From now on there are others: reads without waiting while they have rows to write. */
  share(tryRead: TryRead): void {
    this.#tryRead = tryRead;
  }

  /**
   * Takes chunks until the stream is over.
   *
   * @param afterChunk called after each chunk of this thread, with its length in bytes
   * @throws IoError; the others then wait for somebody to end the stream
   */
  async run(afterChunk: (bytes: number) => void = () => undefined): Promise<void> {
    for (;;) {
      const chunk = await this.turns.enter();
      if (chunk === undefined) return;
      const read = await this.#readChunk(chunk);
      if (!(await this.#walk(chunk, read))) return;
      if (read.chunk !== undefined) afterChunk(read.chunk.end - read.chunk.start);
    }
  }

  /** Says how many remarks were left out, unless nobody would read the rows that they are about. */
  finish(): void {
    if (!this.#output.hasFailed) this.#remarks.finish();
  }

  async #readChunk(chunk: number): Promise<Read> {
    this.#chunk = chunk;
    const { carry } = this.turns;
    try {
      for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        const lines = this.#lines.next(carry);
        if (lines !== 'later') return { chunk: lines, isLast: carry.isEnded };
        await this.turns.pause(pause);
        if (this.turns.isOver) return { chunk: undefined, isLast: false };
      }
    } catch (failure) {
      carry.isEnded = true;
      return { chunk: undefined, isLast: true, failure };
    } finally {
      this.turns.leave();
    }
  }

  /**
   * Waits for input only when everything before it is written: while others still compute, what
   * they find may end the run, and a thread that waits for input cannot be ended.
   */
  #read(buffer: Buffer): number | undefined {
    if (this.#tryRead === undefined || this.turns.isNext(this.#chunk)) {
      return this.io.readInput(buffer);
    }
    return this.#tryRead(buffer);
  }

  /** Writes the rows of a chunk when its turn has come. @returns false if the stream is over */
  async #walk(number: number, { chunk, isLast, failure }: Read): Promise<boolean> {
    if (chunk !== undefined) {
      for (const piece of this.#rows.pieces(this.#pointsOf(chunk))) {
        if (!(await this.turns.turn(number))) return false;
        if (!this.#write(piece)) return false;
      }
    }
    if (!(await this.turns.turn(number))) return false;
    if (chunk !== undefined) {
      this.turns.tally.lines += this.#rows.lineCount;
      this.turns.tally.bytes += chunk.end - chunk.start;
    }
    if (failure !== undefined) {
      this.#output.abort();
      this.finish();
      throw failure as Error;
    }
    if (isLast) this.#output.end();
    this.turns.pass(number);
    return true;
  }

  /** @returns false if the run must halt */
  #write(piece: Piece): boolean {
    this.#output.write(piece);
    this.#remarks.tell(piece, this.turns.tally.lines);
    if (piece.halt === undefined) return true;
    this.#output.abort();
    this.turns.abort();
    return false;
  }
}
