/**
 * @file Who reads and who writes: the threads of a stream take chunks in turn, compute at the same
 * time, and write in the order of the chunks. One alone does so too, and never waits.
 */

import type { Carry } from './input/line-reader';
import { CELLS, partsOf, type Tally } from './shared-memory';

/** A wait is cut in slices of so many milliseconds, so that events come through between them. */
const SLICE = 50;

/** What the threads of a stream share. */
export class Turns {
  readonly #cells: Int32Array<SharedArrayBuffer>;
  readonly #arrivals: Uint8Array;
  /** For whoever has entered. */
  readonly carry: Carry;
  /** For whoever's turn it is to write. */
  readonly tally: Tally;

  /**
   * @param memory made by `newSharedMemory`
   * @param breathe called between the slices of a long wait
   */
  constructor(
    memory: SharedArrayBuffer,
    private readonly breathe: () => Promise<void> = () => Promise.resolve(),
  ) {
    const { cells, arrivals, carry, tally } = partsOf(memory);
    this.#cells = cells;
    this.#arrivals = arrivals;
    this.carry = carry;
    this.tally = tally;
  }

  /** Whether the stream is over for all, its input at the end or not. */
  get isOver(): boolean {
    return Atomics.load(this.#cells, CELLS.isOver) !== 0;
  }

  /**
   * Waits until nobody else reads.
   *
   * @returns the number of the chunk to read; undefined when there is no more to read
   */
  async enter(): Promise<number | undefined> {
    while (Atomics.compareExchange(this.#cells, CELLS.lock, 0, 1) !== 0) {
      await this.#wait(CELLS.lock, 1);
      if (this.isOver) return undefined;
    }
    if (!this.isOver && !this.carry.isEnded) return Atomics.add(this.#cells, CELLS.chunks, 1);
    this.leave();
    return undefined;
  }

  /** Lets the next one read. */
  leave(): void {
    Atomics.store(this.#cells, CELLS.lock, 0);
    Atomics.notify(this.#cells, CELLS.lock, 1);
  }

  /** Whether every chunk before this one is written. */
  isNext(chunk: number): boolean {
    return Atomics.load(this.#cells, CELLS.turn) === chunk;
  }

  /** Waits until another chunk is written, or for some milliseconds. */
  async pause(milliseconds: number): Promise<void> {
    const turn = Atomics.load(this.#cells, CELLS.turn);
    Atomics.wait(this.#cells, CELLS.turn, turn, milliseconds);
    await this.breathe();
  }

  /** Notes that a thread takes part, so that its death may leave a chunk unwritten. */
  arrive(thread: number): void {
    Atomics.store(this.#arrivals, thread, 1);
  }

  hasArrived(thread: number): boolean {
    return Atomics.load(this.#arrivals, thread) === 1;
  }

  /** Waits until every chunk before this one is written. @returns false if the stream is over */
  async turn(chunk: number): Promise<boolean> {
    for (;;) {
      if (this.isOver) return false;
      const turn = Atomics.load(this.#cells, CELLS.turn);
      if (turn === chunk) return true;
      await this.#wait(CELLS.turn, turn);
    }
  }

  /** Lets the next chunk be written. */
  pass(chunk: number): void {
    Atomics.store(this.#cells, CELLS.turn, chunk + 1);
    Atomics.notify(this.#cells, CELLS.turn);
  }

  /** Waits until everything that was read is written, or the stream is over. */
  async end(): Promise<void> {
    await this.turn(Atomics.load(this.#cells, CELLS.chunks));
  }

  /** The exit status of the thread that has failed; 0 if none has. */
  get status(): number {
    return Atomics.load(this.#cells, CELLS.status);
  }

  /** Ends the stream for all, with the exit status of a failure that has been reported. */
  fail(status: number): void {
    Atomics.compareExchange(this.#cells, CELLS.status, 0, status);
    this.abort();
  }

  /** Ends the stream for all. */
  abort(): void {
    Atomics.store(this.#cells, CELLS.isOver, 1);
    Atomics.notify(this.#cells, CELLS.lock);
    Atomics.notify(this.#cells, CELLS.turn);
  }

  async #wait(cell: number, value: number): Promise<void> {
    if (Atomics.wait(this.#cells, cell, value, SLICE) === 'timed-out') await this.breathe();
  }
}
