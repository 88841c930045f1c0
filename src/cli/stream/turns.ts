/**
 * @file Who reads and who writes: the threads of a stream take chunks in turn, compute at the same
 * time, and write in the order of the chunks. One alone does so too, and never waits.
 */

import { type Carry, MOST_CARRIED } from './input/line-reader';

/** How far the stream has come. */
export interface Tally {
  rows: number;
  lines: number;
  bytes: number;
  errors: number;
  warnings: number;
  /** 1 while a line of progress stands on the terminal. */
  progress: number;
}

/** The cells of the shared memory, 32 bits each. */
const CELLS = {
  lock: 0,
  chunks: 1,
  turn: 2,
  isOver: 3,
  tailLength: 4,
  isStart: 5,
  isInsideLongLine: 6,
  isEnded: 7,
  status: 8,
  hasLines: 9,
} as const;
const FIGURES = ['rows', 'lines', 'bytes', 'errors', 'warnings', 'progress'] as const;
/** A multiple of 8, which the figures after them need. */
const CELL_BYTES = 40;
const FIGURE_BYTES = 8 * FIGURES.length;
/** One byte for each thread. */
const ARRIVALS = 256;

/** A wait is cut in slices of so many milliseconds, so that events come through between them. */
const SLICE = 50;

export function newTurnsMemory(): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(CELL_BYTES + FIGURE_BYTES + ARRIVALS + MOST_CARRIED);
  new Int32Array(memory, 0, CELL_BYTES / 4)[CELLS.isStart] = 1;
  return memory;
}

/** What the threads of a stream share, in memory of `newTurnsMemory`. */
export class Turns {
  readonly #cells: Int32Array<SharedArrayBuffer>;
  readonly #arrivals: Uint8Array;
  /** For whoever has entered. */
  readonly carry: Carry;
  /** For whoever's turn it is to write. */
  readonly tally: Tally;

  /** @param breathe called between the slices of a long wait */
  constructor(
    memory: SharedArrayBuffer,
    private readonly breathe: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#cells = new Int32Array(memory, 0, CELL_BYTES / 4);
    this.#arrivals = new Uint8Array(memory, CELL_BYTES + FIGURE_BYTES, ARRIVALS);
    const tail = new Uint8Array(memory, CELL_BYTES + FIGURE_BYTES + ARRIVALS);
    this.carry = carryIn(this.#cells, tail);
    this.tally = tallyIn(new Float64Array(memory, CELL_BYTES, FIGURES.length));
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

function carryIn(cells: Int32Array, tail: Uint8Array): Carry {
  const flag = (cell: number): PropertyDescriptor => ({
    get: () => cells[cell] === 1,
    set: (value: boolean) => (cells[cell] = value ? 1 : 0),
  });
  return Object.defineProperties({ tail } as Carry, {
    tailLength: {
      get: () => cells[CELLS.tailLength],
      set: (length: number) => (cells[CELLS.tailLength] = length),
    },
    isStart: flag(CELLS.isStart),
    isInsideLongLine: flag(CELLS.isInsideLongLine),
    hasLines: flag(CELLS.hasLines),
    isEnded: flag(CELLS.isEnded),
  });
}

function tallyIn(figures: Float64Array): Tally {
  const tally = {};
  for (const [i, name] of FIGURES.entries()) {
    Object.defineProperty(tally, name, {
      get: () => figures[i],
      set: (value: number) => (figures[i] = value),
    });
  }
  return tally as Tally;
}
